/** The address of an attachment's bytes. The visitor's token goes into the header and never into it. */
export const addressOf = (server, id, what) => `${server}/api/v1/attachments/${id}/${what}`;

export const bearer = ({ visitor }) => `Bearer ${visitor.details.token}`;
