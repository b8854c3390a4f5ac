/** What is written and not sent, in the form or in the composer: a reload brings it back. */
export class Draft {
  constructor(storage) {
    this.storage = storage;
  }

  get() {
    return this.storage.get('draft') ?? '';
  }

  set(text) {
    this.storage.set('draft', text || undefined);
  }
}
