// The dialect `rooms`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anna, assertEventRefused, assertRefused, ben, clara, join, operator, password, rest, useServer } from './clients.mjs';

const server = useServer({ args: ['--no-rate-limits'] });
const call = (method, path, options) => rest(server, method, path, options);
const signUp = { name: 'Rosa', email: 'Rosa@example.com', password: 'a good password' };

/** The data of a success, and its wrapping. */
async function ok(status, method, path, options) {
  const { status: came, body, headers } = await call(method, path, options);
  assert.deepEqual([came, body.success, body.statusCode], [status, true, status], JSON.stringify(body));
  assert.equal(typeof body.message, 'string');
  return Object.assign(body.data, { headers });
}

test('an account from registering to signing out', async () => {
  const { user, sessionId } = await ok(201, 'POST', '/api/auth/register', { body: { ...signUp, role: 'admin' } });
  assert.deepEqual([user.name, user.email, user.role], ['Rosa', 'rosa@example.com', 'user']);
  assert.equal((await ok(200, 'GET', '/api/auth/profile', { token: sessionId })).id, user.id);
  assertRefused(await call('POST', '/api/auth/register', { body: signUp }), 409, 'operator_exists');
  assertRefused(await call('POST', '/api/auth/register', { body: { ...signUp, email: anna } }), 409, 'operator_exists');
  assertRefused(await call('POST', '/api/auth/register', { body: { ...signUp, email: 'rosa' } }), 400, 'invalid_request', 'email');
  assertRefused(await call('POST', '/api/auth/register', { body: { ...signUp, password: 'short' } }), 400, 'invalid_request', 'password');

  const signedIn = await ok(200, 'POST', '/api/auth/login', { body: { email: signUp.email, password: signUp.password } });
  const cookie = signedIn.headers.get('set-cookie');
  assert.match(cookie, /HttpOnly; SameSite=Lax/);
  const pair = cookie.split(';')[0];
  assert.equal(pair.split('=')[1], signedIn.sessionId);
  assert.equal((await ok(200, 'POST', '/api/auth/validate-session', { headers: { cookie: pair } })).user.id, user.id);
  const forged = { cookie: pair, origin: 'https://evil.example' };
  assertRefused(await call('POST', '/api/auth/logout', { headers: forged }), 403, 'forbidden');
  await ok(200, 'POST', '/api/auth/logout', { headers: { cookie: pair, origin: server.url } });
  assertRefused(await call('GET', '/api/auth/profile', { headers: { cookie: pair } }), 401, 'invalid_token');
  assertRefused(await call('POST', '/api/auth/logout'), 401, 'unauthenticated');

  const wrong = await call('POST', '/api/auth/login', { body: { email: signUp.email, password: 'no' } });
  const unknown = await call('POST', '/api/auth/login', { body: { email: 'nobody@example.com', password: 'no' } });
  assertRefused(wrong, 401, 'invalid_credentials');
  assert.deepEqual(unknown.body, wrong.body);
});

test('agents sign in, and are listed for those who may see them', async () => {
  const { user, sessionId } = await ok(200, 'POST', '/api/auth/login', { body: { email: anna, password } });
  assert.equal(user.role, 'agent');
  const desk = await join(server, '/', { token: sessionId });
  assert.deepEqual((await ok(200, 'GET', '/api/auth/agents/online', { token: sessionId })).map(({ id }) => id), [user.id]);
  assertRefused(await call('GET', '/api/auth/agents/all', { token: sessionId }), 403, 'forbidden');
  assert.equal((await ok(200, 'GET', '/api/auth/agents/all', { token: (await operator(server, clara)).token })).length, 3);
  assert.equal((await ok(200, 'PUT', '/api/auth/status', { token: sessionId, body: { status: 'busy' } })).status, 'busy');
  const agents = await desk.socket.timeout(5000).emitWithAck('get-online-agents');
  assert.deepEqual(agents.map(({ id, status }) => [id, status]), [[user.id, 'busy']]);
  desk.socket.emit('agent-status-update', { status: 'online' });
  assert.equal((await desk.event('user-status-changed', ({ status }) => status === 'online')).userId, user.id);
  const visitor = await join(server, '/');
  await assertEventRefused(visitor, 'get-online-users', {}, 'forbidden');
  visitor.close();
  desk.close();
});

test('a room from its beginning to its end', async () => {
  const { user, sessionId: token } = await ok(201, 'POST', '/api/auth/register', { body: { ...signUp, email: 'room@example.com' } });
  const room = await ok(201, 'POST', '/api/chat/rooms', { token, body: {} });
  assert.deepEqual([room.userId, typeof room.createdAt], [user.id, 'string']);
  const { roomId } = room;
  const visitor = await join(server, '/', { token });
  visitor.socket.emit('join-room', { roomId });
  assert.deepEqual(await visitor.event('chat-history'), { roomId, messages: [] });
  const agent = await operator(server, anna);
  const desk = await join(server, '/', { token: agent.token });
  desk.socket.emit('join-room', roomId);
  await desk.event('chat-history');
  assert.deepEqual(await visitor.event('user-joined-room'), { roomId, userId: agent.id });

  desk.socket.emit('send-message', { roomId, content: 'Good day' });
  for (const client of [visitor, desk]) {
    const message = await client.event('new-message');
    assert.deepEqual([message.roomId, message.senderId, message.content, message.status], [roomId, agent.id, 'Good day', 'sent']);
    assert.ok(message.messageId && message.createdAt);
  }
  visitor.socket.emit('typing', { roomId, isTyping: true });
  assert.deepEqual(await desk.event('user-typing'), { roomId, userId: user.id, isTyping: true });
  const second = await visitor.socket.timeout(5000).emitWithAck('send-message', { roomId, content: 'Thanks' });
  const list = await ok(200, 'GET', `/api/chat/rooms/${roomId}/messages`, { token });
  assert.deepEqual(list.map(({ content }) => content), ['Good day', 'Thanks']);
  const before = await ok(200, 'GET', `/api/chat/rooms/${roomId}/messages?before=${second.messageId}&limit=5`, { token });
  assert.deepEqual(before.map(({ content }) => content), ['Good day']);
  assertRefused(await call('GET', `/api/chat/rooms/${roomId}/messages?before=x`, { token }), 400, 'invalid_request', 'before');

  assert.ok((await ok(200, 'GET', '/api/chat/rooms', { token })).some((each) => each.roomId === roomId));
  assert.ok((await ok(200, 'GET', '/api/chat/rooms/agent', { token: agent.token })).some((each) => each.roomId === roomId));
  assertRefused(await call('GET', '/api/chat/rooms/agent', { token }), 403, 'forbidden');
  visitor.socket.emit('leave-room', { roomId });
  assert.equal((await desk.event('user-left-room')).userId, user.id);
  assert.equal((await ok(200, 'DELETE', `/api/chat/rooms/${roomId}`, { token })).status, 'closed');
  await assertEventRefused(desk, 'send-message', { roomId, content: 'x' }, 'chat_ended');
  const { sessionId: stranger } = await ok(201, 'POST', '/api/auth/register', { body: { ...signUp, email: 'other@example.com' } });
  assertRefused(await call('GET', `/api/chat/rooms/${roomId}`, { token: stranger }), 404, 'chat_not_found');
  visitor.close();
  desk.close();
});

test('rooms are given to agents, handed on, and heard of by who is in them', async () => {
  const [a, b] = [await operator(server, ben), await operator(server, clara)];
  const create = async () => {
    const room = await ok(201, 'POST', '/api/chat/rooms', { body: {} });
    assert.ok(room.token); // without credentials one is a new customer
    return room;
  };
  const waiting = await create();
  assert.deepEqual([waiting.status, waiting.agentId], ['waiting', null]); // nobody is connected
  const desk = await join(server, '/', { token: b.token });
  await desk.event('user-joined-room', ({ roomId, userId }) => roomId === waiting.roomId && userId === b.id); // as soon as one is free
  const room = await create();
  assert.deepEqual([room.status, room.agentId], ['active', b.id]);

  const visitor = await join(server, '/', { token: room.token });
  visitor.socket.emit('join-room', { roomId: room.roomId });
  await visitor.event('chat-history');
  const transfer = (fields) => call('POST', '/api/chat/transfer', { token: b.token, body: { roomId: room.roomId, ...fields } });
  assertRefused(await transfer({ agentId: room.roomId }), 404, 'operator_not_found');
  assertRefused(await transfer({}), 400, 'invalid_request', 'agentId');
  const moved = await transfer({ agentId: a.id, note: 'Knows about invoices' });
  assert.deepEqual([moved.status, moved.body.data?.agentId], [200, a.id], JSON.stringify(moved.body));
  assert.equal((await visitor.event('user-left-room')).userId, b.id);
  assert.equal((await visitor.event('user-joined-room', ({ userId }) => userId === a.id)).roomId, room.roomId);
  assertRefused(await call('POST', '/api/chat/assign-agent', { token: b.token, body: { roomId: room.roomId, agentId: b.id } }), 409, 'chat_already_claimed');

  await visitor.socket.timeout(5000).emitWithAck('leave-room', { roomId: room.roomId });
  assert.equal((await call('POST', `/api/chat/send-message/${room.roomId}`, { token: a.token, body: { message: 'Still there?' } })).status, 201);
  await visitor.socket.timeout(5000).emitWithAck('join-room', { roomId: room.roomId });
  assert.deepEqual(visitor.heard('new-message'), []); // who has left hears no more
  visitor.close();
  desk.close();
});

test('messages are read, edited, deleted, found and counted', async () => {
  const agent = await operator(server, anna);
  const { user, sessionId: token } = await ok(201, 'POST', '/api/auth/register', { body: { ...signUp, email: 'words@example.com' } });
  const { roomId } = await ok(201, 'POST', '/api/chat/rooms', { token, body: {} });
  await rest(server, 'POST', `/api/v1/chats/${roomId}/claim`, { token: agent.token });
  const [visitor, desk] = [await join(server, '/', { token }), await join(server, '/', { token: agent.token })];
  for (const client of [visitor, desk]) await client.socket.timeout(5000).emitWithAck('join-room', { roomId });
  const say = (client, content) => client.socket.timeout(5000).emitWithAck('send-message', { roomId, content });
  const first = await say(desk, 'Your invoice is <b>late</b>');
  const second = await say(desk, 'Very late');
  const unread = async () => (await ok(200, 'GET', '/api/chat/unread-count', { token })).rooms[roomId];
  assert.equal(await unread(), 2);

  const told = (messageId, status) => desk.event('message-status-updated', (event) => event.messageId === messageId && event.status === status);
  visitor.socket.emit('message-delivered', { roomId, messageId: second.messageId });
  assert.equal((await told(first.messageId, 'delivered')).roomId, roomId);
  await told(second.messageId, 'delivered');
  visitor.socket.emit('message-read', { messageId: first.messageId }); // of the rooms that one has joined
  await told(first.messageId, 'read');
  await visitor.socket.timeout(5000).emitWithAck('message-delivered', { roomId, messageId: first.messageId });
  const stored = await ok(200, 'GET', `/api/chat/rooms/${roomId}/messages`, { token });
  assert.deepEqual(stored.map(({ status }) => status), ['read', 'delivered']); // and never back
  assert.equal(await unread(), 1);
  assert.deepEqual(desk.heard('message-status-updated'), []); // each once

  desk.socket.emit('edit-message', { roomId, messageId: second.messageId, content: 'Not that late' });
  const edited = await visitor.event('message-edited');
  assert.deepEqual([edited.messageId, edited.content, edited.status], [second.messageId, 'Not that late', undefined]);
  const again = await desk.socket.timeout(5000).emitWithAck('edit-message', { roomId, messageId: first.messageId, content: 'Your invoice is <b>late</b>' });
  assert.equal(again.status, 'read'); // and never back
  await assertEventRefused(visitor, 'edit-message', { roomId, messageId: second.messageId, content: 'x' }, 'forbidden');
  await assertEventRefused(visitor, 'message-read', { roomId, messageId: roomId }, 'message_not_found');
  const hits = await ok(200, 'GET', `/api/chat/rooms/${roomId}/search?q=late`, { token });
  assert.deepEqual(hits.map(({ highlight }) => highlight).sort(), ['Not that <mark>late</mark>', 'Your invoice is &lt;b&gt;<mark>late</mark>&lt;/b&gt;']);
  assert.ok(hits[0].messageId && hits[0].roomId === roomId);
  assertRefused(await call('GET', `/api/chat/rooms/${roomId}/search`, { token }), 400, 'invalid_request', 'q');
  desk.socket.emit('delete-message', { roomId, messageId: second.messageId });
  assert.equal((await visitor.event('message-deleted')).messageId, second.messageId);

  const stats = await ok(200, 'GET', '/api/admin/chat-stats', { token: (await operator(server, clara)).token });
  assert.ok(stats.byStatus.active >= 1 && stats.waitingTime.medianMs >= 0 && stats.firstResponseTime.p95Ms >= 0);
  assert.ok(stats.byAgent.some(({ agentId }) => agentId === agent.id) && /^\d{4}-\d\d-\d\d$/.test(stats.byDay[0].day));
  assertRefused(await call('GET', '/api/admin/chat-stats', { token }), 403, 'forbidden');
  assert.ok(user.id);
  visitor.close();
  desk.close();
});

test('files go with messages', async () => {
  const { sessionId: token } = await ok(201, 'POST', '/api/auth/register', { body: { ...signUp, email: 'files@example.com' } });
  const { roomId } = await ok(201, 'POST', '/api/chat/rooms', { token, body: {} });
  const client = await join(server, '/', { token });
  await client.socket.timeout(5000).emitWithAck('join-room', { roomId });
  const { body: announced } = await rest(server, 'POST', `/api/v1/chats/${roomId}/attachments`, { token, body: { name: 'bill.txt', size: 2 } });
  await assertEventRefused(client, 'send-message', { roomId, attachments: [announced.id] }, 'invalid_request'); // no bytes yet
  const bytes = { method: 'PUT', headers: { authorization: `Bearer ${token}` }, body: 'hi' };
  assert.equal((await fetch(`${server.url}/api/v1/attachments/${announced.id}/content`, bytes)).status, 200);
  client.socket.emit('send-message', { roomId, attachments: [announced.id] }); // a file may come without a word
  assert.deepEqual((await client.event('new-message')).attachments, [{ ...announced, type: 'text/plain' }]);
  const [stored] = await ok(200, 'GET', `/api/chat/rooms/${roomId}/messages`, { token });
  assert.equal(stored.attachments[0].id, announced.id);
  for (const content of [' ', undefined]) await assertEventRefused(client, 'send-message', { roomId, content }, 'invalid_request');
  client.close();
});
