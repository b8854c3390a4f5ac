// What is wrong is answered in one form, whatever dialect it is said in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anna, assertEventRefused, assertRefused, Client, join, operator, rest, startChat, useServer } from './clients.mjs';

const server = useServer({ args: ['--no-rate-limits'] });
const limited = useServer();

for (const path of ['/api/chats', '/api/chat/sessions', '/api/auth/login', '/api/chat/start-session', '/api/auth/token']) {
  test(`bodies that ${path} cannot read`, async () => {
    const post = (body, type = 'application/json') => rest(server, 'POST', path, { body, headers: { 'content-type': type } });
    assertRefused(await post('{"name":'), 400, 'malformed_json');
    assertRefused(await post('["name"]'), 400, 'invalid_request');
    assertRefused(await post('name=x', 'application/x-www-form-urlencoded'), 415, 'unsupported_media_type');
    assertRefused(await post(`{"name": "${'x'.repeat(300_000)}"}`), 413, 'payload_too_large');
  });
}

for (const [path, allowed] of [
  ['/api/addresses', ['GET']], ['/api/chats', ['POST']], ['/api/chat/sessions/active', ['GET']], ['/api/operators', ['GET']],
  ['/api/auth/login', ['POST']], ['/api/chat/rooms', ['GET', 'POST']], ['/api/chat/start-session', ['POST']], ['/api/chat/stats', ['GET']],
]) {
  test(`${path} says which methods it has`, async () => {
    const answer = await rest(server, 'DELETE', path);
    assertRefused(answer, 405, 'method_not_allowed');
    assert.deepEqual(answer.headers.get('allow').split(', ').sort(), allowed);
  });
}

test('paths that are none', async () => {
  for (const path of ['/api/nothing', '/api/chats/x/y', '/api/chat/nothing', '/api/operators/x/y', '/api/auth/nothing', '/api/admin/nothing', '/api/chat/rooms/x/y/z']) {
    assertRefused(await rest(server, 'GET', path), 404, 'not_found');
  }
});

const texts = [
  ['addresses', 'content', 4000, 'POST', () => '/api/messages', ({ id }, content) => ({ chatId: id, content })],
  ['support', 'message', 1000, 'POST', ({ id }) => `/api/chat/send-message/${id}`, (chat, message) => ({ message })],
];
for (const [name, field, most, method, path, body] of texts) {
  test(`texts over REST in ${name}`, async () => {
    const chat = await startChat(server);
    const say = (text) => rest(server, method, path(chat), { token: chat.token, body: body(chat, text) });
    for (const text of ['', '  \n ', undefined, 12, 'x'.repeat(most + 1)]) assertRefused(await say(text), 400, 'invalid_request', field);
    assert.equal((await say('😀'.repeat(most))).status, 201); // code points are counted
    await rest(server, 'DELETE', `/api/chats/${chat.id}`, { token: chat.token });
    assertRefused(await say('x'), 409, 'chat_ended');
  });
}

const sayings = [
  ['/', 'chat message', 'content', 4000, (chatId, content) => ({ chatId, content })],
  ['/', 'send-message', 'content', 4000, (roomId, content) => ({ roomId, content })],
  ['/', 'send_message', 'message', 1000, (sessionId, message) => ({ sessionId, message })],
  ['/user', 'user_message', 'content', 4000, (chatId, content) => ({ chatId, content })],
  ['/admin', 'admin_message', 'content', 4000, (chatId, content) => ({ chatId, content })],
];
for (const [nsp, event, field, most, argument] of sayings) {
  test(`${event} and what it refuses`, async () => {
    const chat = await startChat(server);
    const agent = await operator(server, anna);
    const client = nsp === '/admin'
      ? await join(server, nsp, { token: agent.token }, { adminId: agent.id })
      : await join(server, nsp, { token: chat.token }, nsp === '/user' ? { userId: chat.visitorId } : {});
    for (const text of ['', undefined, 12, 'x'.repeat(most + 1)]) {
      const { error } = await client.socket.timeout(5000).emitWithAck(event, argument(chat.id, text));
      assert.equal(error.code, 'invalid_request');
      assert.match(error.message, new RegExp(field));
      await client.event('error');
    }
    for (const wrong of [argument('x', 'Hi'), {}, [1], 12]) await assertEventRefused(client, event, wrong, 'invalid_request');
    client.socket.emit(event, {}); // and without an ack
    assert.equal((await client.event('error', (error) => error.event === event)).code, 'invalid_request');
    const { error } = await client.socket.timeout(5000).emitWithAck(event, argument(chat.id, 'x'.repeat(most)));
    assert.equal(error, undefined);
    await rest(server, 'DELETE', `/api/chats/${chat.id}`, { token: chat.token });
    await assertEventRefused(client, event, argument(chat.id, 'Hi'), 'chat_ended');
    await assertEventRefused(client, `${event}s`, {}, 'unknown_operation');
    client.close();
  });
}

test('too many requests are told when to come again', async () => {
  const { id, token } = await startChat(limited);
  let answer;
  for (let i = 0; i < 20 && answer?.status !== 429; i += 1) {
    answer = await rest(limited, 'POST', '/api/messages', { token, body: { chatId: id, content: 'Hi' } });
  }
  assertRefused(answer, 429, 'too_many_requests');
  assert.ok(Number(answer.headers.get('retry-after')) >= 1);
  const client = new Client(limited.url, '/', { auth: { token } });
  await client.connected;
  await assertEventRefused(client, 'chat message', { chatId: id, content: 'Hi' }, 'too_many_requests');
  client.close();
});
