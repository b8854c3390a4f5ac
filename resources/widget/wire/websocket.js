/** Engine.IO over a WebSocket from the first packet on; the same shape as Polling. */
export class Socketed {
  #socket;
  #closed = false;

  constructor(url, sink) {
    this.url = `${url.replace(/^http/, 'ws')}&transport=websocket`;
    this.sink = sink;
  }

  open() {
    try {
      this.#socket = new WebSocket(this.url);
    } catch (error) {
      queueMicrotask(() => this.#lost(error.message)); // A page's policy may forbid it.
      return;
    }
    this.#socket.onmessage = ({ data }) => !this.#closed && typeof data === 'string' && this.sink.packet(data);
    this.#socket.onclose = () => this.#lost('transport close');
  }

  handshake() {}

  send(packet) {
    this.#socket.send(packet);
  }

  close() {
    this.#closed = true;
    this.#socket?.close();
  }

  #lost(reason) {
    if (this.#closed) return;
    this.#closed = true;
    this.sink.lost(reason);
  }
}
