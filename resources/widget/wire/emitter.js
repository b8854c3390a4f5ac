/** Named handlers. `on` returns its own unsubscribe. */
export class Emitter {
  #handlers = new Map();

  on(name, handler) {
    const set = this.#handlers.get(name) ?? new Set();
    this.#handlers.set(name, set.add(handler));
    return () => this.off(name, handler);
  }

  off(name, handler) {
    this.#handlers.get(name)?.delete(handler);
  }

  emit(name, ...args) {
    for (const handler of [...(this.#handlers.get(name) ?? [])]) handler(...args);
  }
}
