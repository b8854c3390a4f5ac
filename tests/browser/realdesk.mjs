import { freshDesk, startServer } from '../support/server.mjs';

/** A deskbell-server process with the demo desk in it; `stop` is a crash, `start` brings it back on the same port. */
export class RealDesk {
  login = { email: 'anna@demo.deskbell.example', password: 'deskbell' };

  /** `origins` are the sites that may have the widget on their pages, `args` and `env` more of the server's settings. */
  static async start({ origins = [], args = [], env = {} } = {}) {
    const desk = new RealDesk();
    desk.args = args;
    desk.env = { ...env, DESKBELL_SECURITY_ALLOWED_ORIGINS: origins.join(',') };
    desk.data = await freshDesk();
    await desk.start();
    return desk;
  }

  async start() {
    this.server = await startServer({ data: this.data, port: this.server?.port, args: this.args, env: this.env });
    this.url = this.server.url;
  }

  stop = () => this.server.kill();
  close = () => this.server.stop();
}
