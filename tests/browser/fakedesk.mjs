import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { Server } from 'socket.io';
import { buildWeb } from '../../resources/widget/build.mjs';
import { Desk } from './desk.mjs';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const pageAt = { '/': 'demo/index.html', '/chat': 'pages/chat.html', '/embed': 'pages/embed.html' };
const policy = "default-src 'self'; connect-src 'self' ws: wss:; base-uri 'none'; object-src 'none'";

/**
 * A stand-in for deskbell-server: npm socket.io speaking our wire on 127.0.0.1, and the built widget and demo page.
 * `stop` and `start` behave like a restart of the server: connections break, the desk's data stays.
 */
export class FakeDesk {
  requests = []; // method and address of every HTTP request

  constructor({ transports = ['polling', 'websocket'], pingInterval = 25000, pingTimeout = 20000, page } = {}) {
    this.options = { transports, pingInterval, pingTimeout, cors: { origin: '*' } };
    this.page = page;
    this.desk = new Desk((rooms, name, argument) => this.publish(rooms, name, argument));
    this.port = 0;
  }

  static async start(options) {
    const desk = new FakeDesk(options);
    desk.web = await mkdtemp(join(tmpdir(), 'deskbell-web-'));
    await buildWeb(desk.web);
    await desk.start();
    return desk;
  }

  login = { email: 'anna@shop.example', password: 'correct horse' };

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  async start() {
    this.http = createServer((request, response) => this.#serve(request, response));
    this.io = new Server(this.http, this.options);
    this.http.prependListener('request', (request) => this.requests.push(`${request.method} ${request.url}`));
    this.http.prependListener('upgrade', (request) => this.requests.push(`UPGRADE ${request.url}`));
    this.#visitors(this.io.of('/visitor'));
    this.#operators(this.io.of('/operator'));
    await new Promise((resolve) => this.http.listen(this.port, '127.0.0.1', resolve));
    this.port = this.http.address().port;
  }

  async stop() {
    this.io.engine.close();
    this.http.closeAllConnections();
    await this.io.close();
  }

  async close() {
    await this.stop();
    await rm(this.web, { recursive: true, force: true });
  }

  /** Breaks every connection as a network does; the server goes on. */
  drop() {
    for (const client of Object.values(this.io.engine.clients)) client.transport.close();
    this.io.engine.close();
    this.http.closeAllConnections();
  }

  publish(rooms, name, argument) {
    const plain = JSON.parse(JSON.stringify(argument));
    for (const nsp of ['/visitor', '/operator']) this.io?.of(nsp).to(rooms).emit(name, plain);
  }

  #visitors(nsp) {
    nsp.use((socket, next) => {
      const { token } = socket.handshake.auth;
      socket.data.visitor = token ? this.desk.visitors.get(token) : this.desk.newVisitor(socket.handshake.auth);
      next(socket.data.visitor ? undefined : refusal('invalid_token'));
    });
    nsp.on('connection', (socket) => {
      const { visitor } = socket.data;
      socket.join(`visitor:${visitor.id}`);
      if (!socket.handshake.auth.token) socket.emit('identity', { visitorId: visitor.id, token: visitor.token });
      socket.onAny((name, argument, ack) => this.#answer(visitor, name, argument, ack));
    });
  }

  #operators(nsp) {
    nsp.on('connection', (socket) => {
      let operator = this.desk.operatorBy(socket.handshake.auth.token);
      const enter = () => operator && socket.join(['operators', `operator:${operator.id}`]);
      enter();
      socket.onAny((name, argument, ack) => {
        this.#answer(operator, name, argument, (answer) => {
          if (name === 'operator.login' && answer.ok) operator = this.desk.operatorBy(answer.ok.token);
          enter();
          ack?.(answer);
        });
      });
    });
  }

  #answer(caller, name, argument, ack) {
    try {
      ack?.({ ok: JSON.parse(JSON.stringify(this.desk.call(caller, name, argument ?? {}))) });
    } catch (error) {
      ack?.({ error: { code: error.code ?? 'internal', message: error.message, errors: [] } });
    }
  }

  /** What is asked by HTTP. */
  #api(pathname, response) {
    const answer = { '/api/v1/desk': this.desk.front, '/api/addresses': this.desk.addresses }[pathname];
    response.writeHead(answer ? 200 : 404, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' });
    response.end(JSON.stringify(answer ?? { error: { code: 'not_found' } }));
  }

  #serve(request, response) {
    const { pathname } = new URL(request.url, this.url);
    if (pathname.startsWith('/socket.io/')) return;
    if (pathname.startsWith('/api/')) return this.#api(pathname, response);
    if (pathname === '/' && this.page) return response.setHeader('Content-Type', 'text/html').end(this.page);
    const file = join(this.web, pageAt[pathname] ?? pathname);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': `${types[extname(file)]}; charset=utf-8`,
      'Access-Control-Allow-Origin': '*',
      'Content-Security-Policy': policy,
    });
    response.end(readFileSync(file));
  }
}

function refusal(code) {
  return Object.assign(new Error(code), { data: { code } });
}
