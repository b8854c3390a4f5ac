// The dialect `sessions`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anna, assertRefused, ben, clara, join, operator, rest, useServer } from './clients.mjs';

const server = useServer({ args: ['--no-rate-limits'] });
const call = (method, path, options) => rest(server, method, path, options);

let known;
const theAgent = async () => (known ??= await operator(server, anna));

test('a session from its beginning to its end', async () => {
  const agent = await theAgent();
  const { status, body: session } = await call('POST', '/api/chat/sessions', { body: { userId: 's-1', name: 'Sam', subject: 'Order' } });
  assert.equal(status, 201);
  assert.deepEqual([session.id, session.userId, session.operatorId, session.status, session.closedAt],
    [session.sessionId, 's-1', null, 'waiting', null]);
  assert.ok(session.token && session.createdAt);
  const { token } = session;
  for (const content of ['one', 'two', 'three']) {
    await call('POST', '/api/messages', { token, body: { chatId: session.id, content } });
  }
  const active = await call('GET', '/api/chat/sessions/active', { token: agent.token });
  assert.ok(active.body.sessions.some(({ id }) => id === session.id));
  assert.ok(active.body.sessions.every((each) => each.status !== 'closed'));

  const messages = `/api/chat/messages/${session.id}`;
  const first = await call('GET', `${messages}?limit=2`, { token });
  assert.deepEqual([first.body.messages.map(({ content }) => content), first.body.total], [['one', 'two'], 3]);
  assert.equal(first.body.messages[0].senderId, 's-1');
  const second = await call('GET', `${messages}?limit=2&cursor=${first.body.next}`, { token });
  assert.deepEqual([second.body.messages.map(({ content }) => content), second.body.next], [['three'], null]);
  assert.deepEqual((await call('GET', `${messages}?limit=2&page=2`, { token })).body.messages.map(({ message }) => message), ['three']);
  assertRefused(await call('GET', `${messages}?cursor=x`, { token }), 400, 'invalid_request', 'cursor');
  assertRefused(await call('GET', `${messages}?page=0`, { token }), 400, 'invalid_request', 'page');

  const closed = await call('PUT', `/api/chat/sessions/${session.id}/close`, { token, body: { reason: 'solved' } });
  assert.deepEqual([closed.status, closed.body.status], [200, 'closed']);
  assert.ok(closed.body.closedAt);
  const history = await call('GET', '/api/chat/sessions/history?limit=1', { token: agent.token });
  assert.deepEqual([history.body.sessions.length, history.body.sessions[0].id], [1, session.id]);
  const older = await call('GET', `/api/chat/sessions/history?limit=1&cursor=${history.body.next}`, { token: agent.token });
  assert.notEqual(older.body.sessions[0].id, session.id);
  assertRefused(await call('GET', '/api/chat/sessions/history?cursor=x', { token: agent.token }), 400, 'invalid_request', 'cursor');
});

test('a userId is its first user’s', async () => {
  const { body } = await call('POST', '/api/chat/sessions', { body: { userId: 's-2' } });
  assertRefused(await call('POST', '/api/chat/sessions', { body: { userId: 's-2' } }), 401, 'visitor_token_required');
  const again = await call('POST', '/api/chat/sessions', { body: { userId: 's-2' }, token: body.token });
  assert.deepEqual([again.status, again.body.id], [201, body.id]);
});

test('operators, online and available', async () => {
  const agent = await theAgent();
  const list = async (path) => (await call('GET', `/api/operators${path}`, { token: agent.token })).body.operators;
  const all = await list('');
  assert.equal(all.length, 3);
  assert.deepEqual(Object.keys(all[0]).sort(), ['activeChats', 'capacity', 'id', 'name', 'status']);
  assert.deepEqual(await list('/online'), []); // signed in over REST alone
  const connected = await join(server, '/', { token: agent.token });
  const held = all.find(({ id }) => id === agent.id);
  assert.deepEqual((await list('/online')).map(({ id }) => id), [agent.id]);
  assert.equal((await list('/available')).length, held.activeChats < held.capacity ? 1 : 0);
  const busy = await call('PUT', `/api/operators/${agent.id}/status`, { token: agent.token, body: { status: 'busy' } });
  assert.deepEqual([busy.status, busy.body.status], [200, 'busy']);
  assert.equal((await list('/online')).length, 1);
  assert.equal((await list('/available')).length, 0);
  connected.close();
});

test('who may not is told so', async () => {
  const agent = await theAgent();
  const { body } = await call('POST', '/api/chat/sessions', { body: {} });
  const { token } = body;
  for (const path of ['/api/operators', '/api/operators/online', '/api/chat/sessions/active', '/api/chat/sessions/history']) {
    assertRefused(await call('GET', path), 401, 'unauthenticated');
    assertRefused(await call('GET', path, { token }), 403, 'forbidden');
  }
  const other = await operator(server, ben);
  assertRefused(await call('PUT', `/api/operators/${agent.id}/status`, { token: other.token, body: { status: 'busy' } }), 403, 'forbidden');
  assertRefused(await call('PUT', `/api/operators/${other.id}/status`, { token: other.token, body: { status: 'asleep' } }), 400, 'invalid_request', 'status');
  const { body: stranger } = await call('POST', '/api/chat/sessions', { body: {} });
  assertRefused(await call('GET', `/api/chat/messages/${body.id}`, { token: stranger.token }), 404, 'chat_not_found');
  assertRefused(await call('PUT', `/api/chat/sessions/${body.id}/close`, { token: stranger.token }), 404, 'chat_not_found');
});

test('a session is given to who is free, and waits while nobody is', async () => {
  const { body: session } = await call('POST', '/api/chat/sessions', { body: { subject: 'An invoice' } });
  assert.equal(session.subject, 'An invoice');
  const { id: adminId, token } = await operator(server, clara);
  const assign = (body) => call('POST', '/api/operators/assign', { token, body });
  assertRefused(await assign({ sessionId: session.id }), 409, 'no_operator_available'); // nobody is connected
  const status = async () => (await call('GET', '/api/chat/sessions/active', { token })).body.sessions.find(({ id }) => id === session.id)?.status;
  assert.equal(await status(), 'waiting');
  const desk = await join(server, '/', { token });
  assertRefused(await assign({ sessionId: session.id, strategy: 'best' }), 400, 'invalid_request', 'strategy');
  assertRefused(await assign({}), 400, 'invalid_request', 'sessionId');
  const given = await assign({ sessionId: session.id, strategy: 'round-robin' });
  assert.deepEqual([given.status, given.body.session.status, given.body.session.operatorId, given.body.operator.id], [200, 'active', adminId, adminId], JSON.stringify(given.body));
  assert.ok(given.body.operator.activeChats >= 1);
  assertRefused(await assign({ sessionId: session.id }), 409, 'chat_already_claimed');
  assert.equal(await status(), 'active');
  const other = await operator(server, ben);
  const own = await call('PUT', `/api/operators/${other.id}/status`, { token, body: { status: 'busy' } }); // an admin may
  assert.deepEqual([own.status, own.body.id, own.body.status], [200, other.id, 'offline']); // not connected
  assertRefused(await call('PUT', '/api/operators/x/status', { token, body: { status: 'busy' } }), 404, 'operator_not_found');
  desk.close();
});
