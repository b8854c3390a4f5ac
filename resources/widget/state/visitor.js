/** Who the visitor is to the desk: the token that the server gave, and the name and address that they gave. */
export class Visitor {
  /** The token that the present connection was made with; undefined for a stranger. */
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

  /** The first words of a connection. The token goes here and never into an address. */
  auth() {
    const { token, name, email } = this.details;
    this.known = token;
    return { token, name: name || undefined, email: email || undefined, page: this.page() };
  }
}
