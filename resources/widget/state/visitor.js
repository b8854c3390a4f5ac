/** Who the visitor is to the desk: the token that the server gave, and the name and address that they gave. */
export class Visitor {
  /** The token of the present connection; undefined for a stranger whom the server has not told yet who they are. */
  known;

  constructor(storage, page) {
    Object.assign(this, { storage, page });
  }

  get details() {
    return this.storage.get('me') ?? {};
  }

  change(fields) {
    this.storage.set('me', { ...this.details, ...fields });
  }

  /** The server has said who we are. */
  become({ visitorId, token }) {
    this.known = token;
    this.change({ visitorId, token });
  }

  /** The first words of a connection. The token goes here and never into an address. */
  auth() {
    const { token, name, email } = this.details;
    this.known = token;
    return { token, name: name || undefined, email: email || undefined, page: this.page() };
  }
}
