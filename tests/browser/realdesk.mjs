import { freshDesk, startServer } from '../support/server.mjs';

/** A deskbell-server process with the demo desk in it; `stop` is a crash, `start` brings it back on the same port. */
export class RealDesk {
  login = { email: 'anna@demo.deskbell.example', password: 'deskbell' };

  static async start() {
    const desk = new RealDesk();
    desk.data = await freshDesk();
    await desk.start();
    return desk;
  }

  async start() {
    this.server = await startServer({ data: this.data, port: this.server?.port });
    this.url = this.server.url;
  }

  stop = () => this.server.kill();
  close = () => this.server.stop();
}
