// The dialect `addresses`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anna, assertEventRefused, assertRefused, ben, join, operator, rest, startChat, useServer } from './clients.mjs';

const server = useServer({ args: ['--no-rate-limits'] });
const unknown = '01890000-0000-7000-8000-000000000000';

test('addresses are found by the beginnings of their words', async () => {
  const { status, body } = await rest(server, 'GET', '/api/addresses?q=BERL%20haupt%2012');
  assert.equal(status, 200);
  assert.equal(body[0].label, 'Hauptstraße 12, 10827 Berlin, Germany');
  assert.deepEqual(Object.keys(body[0]).sort(), ['city', 'country', 'houseNumber', 'id', 'label', 'postalCode', 'street']);
  assert.equal((await rest(server, 'GET', '/api/addresses?q=eglise')).body.length, 1);
  assert.equal((await rest(server, 'GET', '/api/addresses')).body.length, 10);
  assert.equal((await rest(server, 'GET', '/api/addresses?limit=0')).body.length, 1);
  assert.equal((await rest(server, 'GET', '/api/addresses?limit=999')).body.length, 22);
  assert.deepEqual((await rest(server, 'GET', '/api/addresses?q=zzz')).body, []);
});

test('a chat from its first message to its end', async () => {
  const chat = await startChat(server, { message: 'Hello', address: 'Hauptstraße 12, Berlin', email: 'v@example.com' });
  assert.equal(chat.status, 'waiting');
  assert.ok(chat.visitorId && chat.token && chat.createdAt.endsWith('Z'));
  const visitor = await join(server, '/', { token: chat.token });
  const agent = await operator(server, anna);
  const desk = await join(server, '/', { token: agent.token });
  const { body: seen } = await rest(server, 'GET', `/api/v1/chats/${chat.id}`, { token: agent.token });
  assert.equal(seen.subject, 'Hauptstraße 12, Berlin'); // where operators read it
  const { body: who } = await rest(server, 'GET', `/api/v1/visitors/${chat.visitorId}`, { token: agent.token });
  assert.equal(who.address, 'Hauptstraße 12, Berlin');

  desk.socket.emit('chat message', { chatId: chat.id, content: 'Good day' }); // claims it
  const heard = await visitor.event('chat message');
  assert.deepEqual([heard.content, heard.seq, heard.senderType, heard.senderId], ['Good day', 2, 'operator', agent.id]);
  assert.deepEqual(Object.keys(heard).filter((key) => ['id', 'chatId', 'createdAt'].includes(key)).length, 3);
  const sent = await rest(server, 'POST', '/api/messages', { token: chat.token, body: { chatId: chat.id, content: 'Thanks' } });
  assert.deepEqual([sent.status, sent.body.content, sent.body.senderId], [201, 'Thanks', chat.visitorId]);
  assert.equal((await desk.event('chat message')).content, 'Thanks');
  assert.deepEqual(visitor.heard('chat message'), []); // nobody hears themselves
  assert.deepEqual(desk.heard('new_message'), []); // it speaks this dialect now

  const other = await operator(server, ben);
  assertRefused(await rest(server, 'POST', '/api/messages', { token: other.token, body: { chatId: chat.id, content: 'Me too' } }), 403, 'forbidden');
  const ended = await rest(server, 'DELETE', `/api/chats/${chat.id}`, { token: chat.token });
  assert.deepEqual([ended.status, ended.body.status], [200, 'ended']);
  const again = await rest(server, 'DELETE', `/api/chats/${chat.id}`, { token: chat.token });
  assert.deepEqual([again.status, again.body.endedAt], [200, ended.body.endedAt]);
  assertRefused(await rest(server, 'POST', '/api/messages', { token: chat.token, body: { chatId: chat.id, content: 'x' } }), 409, 'chat_ended');
  visitor.close();
  desk.close();
});

test('what is wrong is refused in one form', async () => {
  const { id, token } = await startChat(server);
  const stranger = await startChat(server);
  const post = (path, body, options = {}) => rest(server, 'POST', path, { body, ...options });
  assertRefused(await post('/api/chats', {}), 400, 'invalid_request', 'name');
  assertRefused(await post('/api/chats', '{"name":'), 400, 'malformed_json');
  assertRefused(await post('/api/chats', '[]'), 400, 'invalid_request');
  assertRefused(await post('/api/chats', 'name=x', { headers: { 'content-type': 'text/plain' } }), 415, 'unsupported_media_type');
  assertRefused(await post('/api/messages', { chatId: id, content: '' }, { token }), 400, 'invalid_request', 'content');
  assertRefused(await post('/api/messages', { chatId: id, content: 'x'.repeat(4001) }, { token }), 400, 'invalid_request', 'content');
  assertRefused(await post('/api/messages', { chatId: id, content: 'x' }), 401, 'unauthenticated');
  assertRefused(await post('/api/messages', { chatId: id, content: 'x' }, { token: 'nobody' }), 401, 'invalid_token');
  assertRefused(await post('/api/messages', { chatId: id, content: 'x' }, { token: stranger.token }), 404, 'chat_not_found');
  assertRefused(await rest(server, 'DELETE', `/api/chats/${unknown}`, { token }), 404, 'chat_not_found');
  assertRefused(await rest(server, 'DELETE', '/api/chats/x', { token }), 404, 'chat_not_found');
  const wrongMethod = await rest(server, 'PUT', '/api/addresses');
  assertRefused(wrongMethod, 405, 'method_not_allowed');
  assert.equal(wrongMethod.headers.get('allow'), 'GET');
  assertRefused(await rest(server, 'GET', '/api/chats/x/y/z'), 404, 'not_found');
});

test('an event that cannot be done is answered, and so is one that is none', async () => {
  const client = await join(server, '/');
  const { visitorId, userId, token } = await client.event('identity');
  assert.ok(visitorId && token && userId === visitorId);
  await assertEventRefused(client, 'chat message', { chatId: unknown, content: 'x' }, 'chat_not_found');
  await assertEventRefused(client, 'chat message', { chatId: unknown, content: '' }, 'invalid_request');
  await assertEventRefused(client, 'chat message', 12, 'invalid_request');
  await assertEventRefused(client, 'chat massage', {}, 'unknown_operation');
  client.close();
});

test('a token that is nobody’s is a CONNECT_ERROR', async () => {
  await assert.rejects(join(server, '/', { token: 'nobody' }), (error) => error.data.code === 'invalid_token' && error.message !== '');
});
