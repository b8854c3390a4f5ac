// Webhooks, told to a real small HTTP server that fails, hangs, redirects and recovers.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { startServer } from '../support/server.mjs';
import { Client, logIn, refusedWith, rest, startChat, useServer } from './desk.mjs';

const admin = 'clara@demo.deskbell.example';
const env = {
  DESKBELL_WEBHOOKS_ALLOW_PRIVATE: 'true',
  DESKBELL_WEBHOOKS_FIRST_RETRY: '100',
  DESKBELL_WEBHOOKS_TIMEOUT: '500',
};
const server = useServer({ env });
const receivers = [];
after(() => receivers.forEach((each) => each.close()));

/** An HTTP server that notes what it is told. `answer(call, response)` may do anything; 204 without one. */
class Receiver {
  calls = [];
  #waiting = [];

  static async start(answer = (_, response) => response.writeHead(204).end()) {
    const receiver = new Receiver();
    receiver.answer = answer;
    receiver.http = createServer(async (request, response) => {
      const pieces = [];
      for await (const piece of request) pieces.push(piece);
      const body = Buffer.concat(pieces).toString();
      const call = { headers: request.headers, body, event: JSON.parse(body), number: receiver.calls.length + 1 };
      receiver.calls.push(call);
      receiver.answer(call, response);
      receiver.#waiting = receiver.#waiting.filter(({ fits, resolve }) => !fits(receiver.calls) || void resolve());
    });
    receiver.http.listen(0, '127.0.0.1');
    await once(receiver.http, 'listening');
    receiver.url = `http://127.0.0.1:${receiver.http.address().port}/hook?x=1`;
    receivers.push(receiver);
    return receiver;
  }

  /** Until the calls so far are as wanted. */
  until(fits) {
    if (fits(this.calls)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ fits, resolve }));
  }

  ids = () => this.calls.map(({ event }) => event.id);

  close() {
    this.http.closeAllConnections();
    this.http.close();
  }
}

async function create(url, events = ['message.sent'], to = server) {
  const { status, body } = await rest(to, 'POST', '/api/v1/webhooks', { token: await logIn(to, admin), body: { url, events } });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

async function remove({ webhook }) {
  const { status } = await rest(server, 'DELETE', `/api/v1/webhooks/${webhook.id}`, { token: await logIn(server, admin) });
  assert.equal(status, 200);
}

async function say(...texts) {
  const visitor = await Client.visitor(server);
  const { id: chatId } = await startChat(visitor, texts.shift());
  for (const text of texts) await visitor.ask('message.send', { chatId, text });
  visitor.close();
  return chatId;
}

test('an event arrives signed, and once', async () => {
  const receiver = await Receiver.start();
  const hook = await create(receiver.url);
  const chatId = await say('one', 'two');
  await receiver.until((calls) => calls.length === 2);
  for (const { headers, body, event } of receiver.calls) {
    assert.equal(event.event, 'message.sent');
    assert.equal(event.data.message.chatId, chatId);
    assert.equal(headers['deskbell-event-id'], event.id);
    const [, seconds, hash] = headers['deskbell-signature'].match(/^t=(\d+),v1=([0-9a-f]{64})$/);
    assert.ok(Math.abs(Date.now() / 1000 - seconds) < 10);
    assert.equal(hash, createHmac('sha256', hook.secret).update(`${seconds}.${body}`).digest('hex'));
  }
  assert.deepEqual(receiver.calls.map(({ event }) => event.data.message.text).sort(), ['one', 'two']);
  await say('three');
  await receiver.until((calls) => calls.length >= 3);
  assert.equal(new Set(receiver.ids()).size, 3);
  await remove(hook);
});

test('one that fails is told again, later each time, under the same id; others do not wait', async () => {
  const times = [];
  const failing = await Receiver.start(({ number }, response) => {
    times.push(performance.now());
    response.writeHead(number < 4 ? 500 : 200).end('x'.repeat(number < 4 ? 10 : 1_000_000));
  });
  const good = await Receiver.start();
  const hooks = [await create(failing.url), await create(good.url)];
  await say('again');
  await good.until((calls) => calls.length === 1);
  await failing.until((calls) => calls.length === 4);
  assert.equal(new Set(failing.ids()).size, 1);
  const waits = times.slice(1).map((time, i) => time - times[i]);
  assert.ok(waits[0] >= 95 && waits[1] >= 195 && waits[2] >= 395, waits.join(' '));
  await say('next');
  await failing.until((calls) => calls.length === 5); // and the first one was not told a fifth time
  assert.equal(new Set(failing.ids()).size, 2);
  await Promise.all(hooks.map(remove));
});

test('one that hangs, and one that sends elsewhere, have failed', async () => {
  const elsewhere = await Receiver.start();
  const hanging = await Receiver.start(({ number }, response) => number > 1 && response.writeHead(200).end());
  const sending = await Receiver.start(({ number }, response) =>
    response.writeHead(number > 1 ? 200 : 307, { location: elsewhere.url }).end());
  const hooks = [await create(hanging.url), await create(sending.url)];
  await say('hello');
  await Promise.all([hanging, sending].map((each) => each.until((calls) => calls.length === 2)));
  assert.deepEqual([new Set(hanging.ids()).size, new Set(sending.ids()).size], [1, 1]);
  assert.deepEqual(elsewhere.calls, []);
  await Promise.all(hooks.map(remove));
});

test('kill -9 in the middle loses none', async () => {
  let open = false;
  const receiver = await Receiver.start((_, response) => open && response.writeHead(204).end());
  const hook = await create(receiver.url);
  const texts = Array.from({ length: 5 }, (_, i) => `message ${i}`);
  await say(...texts);
  await receiver.until((calls) => calls.length > 0); // and none of them is answered
  const { data } = server;
  await server.kill();
  const before = receiver.calls.length;
  open = true;
  Object.assign(server, await startServer({ data, env }));
  const told = () => receiver.calls.slice(before).map(({ event }) => event.data.message.text);
  await receiver.until(() => new Set(told()).size === texts.length);
  assert.deepEqual([...new Set(told())].sort(), texts);
  const idOf = new Map(receiver.calls.map(({ event }) => [event.data.message.text, event.id]));
  assert.ok(receiver.calls.every(({ event }) => idOf.get(event.data.message.text) === event.id));
  await remove(hook);
});

test('admins alone see and change webhooks, and never a secret again', async () => {
  const hook = await create('https://hooks.example/x', []);
  const { body } = await rest(server, 'GET', '/api/v1/webhooks', { token: await logIn(server, admin) });
  assert.deepEqual(body.webhooks, [hook.webhook]);
  assert.ok(!JSON.stringify(body).includes(hook.secret));
  const operator = await Client.operator(server);
  await assert.rejects(operator.ask('webhook.list'), refusedWith('forbidden'));
  operator.close();
  await remove(hook);
  const again = await rest(server, 'DELETE', `/api/v1/webhooks/${hook.webhook.id}`, { token: await logIn(server, admin) });
  assert.equal(again.status, 404);
  const audit = await rest(server, 'GET', '/api/v1/audit?limit=20', { token: await logIn(server, admin) });
  const done = audit.body.entries.filter(({ targetId }) => targetId === hook.webhook.id);
  assert.deepEqual(done.map(({ action, detail }) => [action, detail]), [['webhook.deleted', undefined], ['webhook.created', 'hooks.example']]);
});

const wrong = {
  'no address': [{ url: 'hello' }, 'url'],
  'a file': [{ url: 'file:///etc/passwd' }, 'url'],
  'a password in it': [{ url: 'https://a:b@shop.example/' }, 'url'],
  'an event that there is not': [{ url: 'https://shop.example/', events: ['message.sent', 'world.ended'] }, 'events.1'],
  'an event that is old news': [{ url: 'https://shop.example/', events: ['typing.changed'] }, 'events.0'],
};
for (const [what, [body, field]] of Object.entries(wrong)) {
  test(`a webhook with ${what} is refused`, async () => {
    const answer = await rest(server, 'POST', '/api/v1/webhooks', { token: await logIn(server, admin), body });
    assert.deepEqual([answer.status, answer.body.errors?.[0].field], [400, field]);
  });
}

test('addresses of our own network are not reached unless that is allowed', async () => {
  const receiver = await Receiver.start();
  const { port } = new URL(receiver.url);
  const hooks = await Promise.all([`http://127.0.0.1:${port}/`, `http://localhost:${port}/`, `http://[::ffff:127.0.0.1]:${port}/`]
    .map((url) => create(url)));
  const { data } = server;
  await server.stop();
  Object.assign(server, await startServer({ data, env: { ...env, DESKBELL_WEBHOOKS_ALLOW_PRIVATE: 'false', DESKBELL_WEBHOOKS_ATTEMPTS: '2' } }));
  let log = '';
  const refused = new Promise((resolve) => server.process.stderr.on('data', (bytes) => {
    log += bytes;
    if (log.match(/the last one: The address is not public/g)?.length === hooks.length) resolve();
  }));
  await say('Is anybody there?');
  await refused;
  assert.deepEqual(receiver.calls, []);
});
