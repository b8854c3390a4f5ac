const SEPARATOR = '\x1e';
const POST_LIMIT_MS = 20000;

/** Bytes of a text as UTF-8. */
const size = (text) => new TextEncoder().encode(text).length;

/**
 * Engine.IO over HTTP long-polling: one GET that waits, one POST at a time.
 * `sink` hears `packet(text)` and `lost(reason)`; after `handshake` the loop goes on with the session's id.
 */
export class Polling {
  #stop = new AbortController();
  #queue = [];
  #posting = false;
  #count = 0;
  #limit = 65536;

  constructor(url, sink) {
    this.url = `${url}&transport=polling`;
    this.sink = sink;
  }

  open() {
    this.#poll();
  }

  handshake({ sid, maxPayload }) {
    this.url += `&sid=${encodeURIComponent(sid)}`;
    this.#limit = maxPayload || this.#limit;
  }

  send(packet) {
    this.#queue.push(packet);
    this.#drain();
  }

  /** Says good-bye if it can, and is silent afterwards. */
  close() {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    if (this.url.includes('&sid=')) this.#fetch({ method: 'POST', body: '1', keepalive: true }).catch(() => {});
  }

  #fetch(options) {
    const t = `${Date.now().toString(36)}.${this.#count++}`;
    return fetch(`${this.url}&t=${t}`, { cache: 'no-store', credentials: 'omit', ...options });
  }

  async #poll() {
    const { signal } = this.#stop;
    try {
      while (!signal.aborted) {
        const answer = await this.#fetch({ signal });
        const text = await answer.text();
        if (signal.aborted) return;
        if (answer.status !== 200) throw new Error(`poll ${answer.status}`);
        for (const packet of text.split(SEPARATOR)) this.sink.packet(packet);
      }
    } catch (error) {
      this.#lost(error);
    }
  }

  async #drain() {
    if (this.#posting) return;
    this.#posting = true;
    const limit = setTimeout(() => this.#lost(new Error('post timeout')), POST_LIMIT_MS);
    try {
      while (this.#queue.length && !this.#stop.signal.aborted) {
        const answer = await this.#fetch({ method: 'POST', body: this.#batch(), signal: this.#stop.signal });
        if (answer.status !== 200) throw new Error(`post ${answer.status}`);
      }
    } catch (error) {
      this.#lost(error);
    }
    clearTimeout(limit);
    this.#posting = false;
  }

  /** As many waiting packets as one body may hold, at least one. */
  #batch() {
    const taken = [this.#queue.shift()];
    let bytes = size(taken[0]);
    while (this.#queue.length && (bytes += 1 + size(this.#queue[0])) <= this.#limit) taken.push(this.#queue.shift());
    return taken.join(SEPARATOR);
  }

  #lost(error) {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    this.sink.lost(`transport error: ${error.message}`);
  }
}
