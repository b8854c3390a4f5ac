const PREFIX = 'out:';

/** An id of our own; crypto.randomUUID is missing on pages without TLS. */
export function newClientId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What the visitor has written and the server has not acknowledged, each entry under a key of its own so that tabs
 * do not overwrite one another. An entry: { clientId, at, text, attachments, chatId } or, for a new chat, { …, start: { name, email, departmentId, answers } };
 * `failed` holds the code when the server will never take it.
 */
export class Outbox {
  #last = 0;

  constructor(storage) {
    this.storage = storage;
  }

  /** In the order of writing. */
  all() {
    return this.storage
      .keys(PREFIX)
      .map((key) => this.storage.get(key))
      .filter((entry) => entry?.clientId)
      .sort((a, b) => a.at - b.at);
  }

  next() {
    return this.all().find((entry) => !entry.failed);
  }

  add(fields) {
    this.#last = Math.max(this.#last + 1, Date.now());
    const entry = { clientId: newClientId(), at: this.#last, ...fields };
    this.storage.set(PREFIX + entry.clientId, entry);
    return entry;
  }

  change(clientId, fields) {
    const entry = this.storage.get(PREFIX + clientId);
    if (entry) this.storage.set(PREFIX + clientId, { ...entry, ...fields });
  }

  remove(clientId) {
    this.storage.set(PREFIX + clientId, undefined);
  }

  /** What the server has shown us of our own messages need not be sent again. */
  settle(messages) {
    for (const { senderType, clientId } of messages) if (senderType === 'visitor' && clientId) this.remove(clientId);
  }
}
