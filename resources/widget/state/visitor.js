const most = (text, count) => [...`${text}`].slice(0, count).join('');

/** What the site knows of the visitor, as much of it as the desk takes. */
const facts = (attributes) =>
  Object.entries(attributes)
    .filter(([name]) => name)
    .slice(0, 50)
    .map(([name, value]) => ({ name: most(name, 64), value: most(value, 500) }));

/** Who the visitor is to the desk: the token that the server gave, and the name and address that they gave. */
export class Visitor {
  /** The token of the present connection; undefined for a stranger whom the server has not told yet who they are. */
  known;
  /** What the site says about who this is: { userId, userHash, attributes }. The hash is never kept in the storage. */
  identity = {};
  #doubted;

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

  /** Takes the site's word for who this is; true when the server has to hear of it. */
  identify({ userId, userHash, name, email, attributes }) {
    const before = JSON.stringify([this.identity, this.details]);
    this.identity = { userId, userHash, attributes: attributes && facts(attributes) };
    const given = Object.entries({ userId, name, email }).filter(([, value]) => value);
    this.change(Object.fromEntries(given));
    return before !== JSON.stringify([this.identity, this.details]);
  }

  /** Goes on without the site's word; it counts again once the token, which was doubted too, has gone. */
  doubt() {
    this.#doubted = this.identity;
    this.identity = {};
  }

  believe() {
    this.identity = this.#doubted ?? this.identity;
    this.#doubted = undefined;
  }

  /** The first words of a connection. The token goes here and never into an address. */
  auth() {
    const { token, name, email } = this.details;
    this.known = token;
    return { ...this.identity, token, name: name || undefined, email: email || undefined, page: this.page() };
  }
}
