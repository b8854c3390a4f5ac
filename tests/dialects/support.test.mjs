// The dialect `support`.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { anna, assertEventRefused, assertRefused, join, operator, rest, useServer } from './clients.mjs';

const server = useServer({ args: ['--no-rate-limits'] });
const call = (method, path, options) => rest(server, method, path, options);

test('a session from its beginning to its end', async () => {
  const { status, body: session } = await call('POST', '/api/chat/start-session', { body: { userId: 'c-1', userType: 'user' } });
  assert.equal(status, 201);
  const { sessionId, token } = session;
  assert.deepEqual([session.userId, session.userType, session.endedAt, session.endReason], ['c-1', 'user', null, null]);
  const user = await join(server, '/', { token });
  user.socket.emit('join_session', { sessionId });
  assert.equal((await user.event('session_joined')).sessionId, sessionId);
  const agent = await operator(server, anna);
  const desk = await join(server, '/', { token: agent.token });
  desk.socket.emit('join_session', { sessionId });
  assert.equal((await desk.event('session_joined')).session.userId, 'c-1');
  assert.equal((await user.event('user_joined')).userType, 'agent');

  desk.socket.emit('send_message', { sessionId, message: 'Good day' });
  for (const client of [user, desk]) {
    const message = await client.event('new_message');
    assert.deepEqual([message.sessionId, message.senderId, message.senderType, message.message], [sessionId, agent.id, 'agent', 'Good day']);
    assert.ok(message.id && message.timestamp.endsWith('Z'));
  }
  user.socket.emit('typing_start', { sessionId });
  assert.deepEqual(await desk.event('user_typing'), { sessionId, userId: 'c-1', isTyping: true });
  user.socket.emit('typing_stop', { sessionId });
  assert.equal((await desk.event('user_typing')).isTyping, false);

  const sent = await call('POST', `/api/chat/send-message/${sessionId}`, { token, body: { message: 'Thanks' } });
  assert.deepEqual([sent.status, sent.body.message, sent.body.senderType], [201, 'Thanks', 'user']);
  assert.equal((await desk.event('new_message')).message, 'Thanks');
  assert.equal((await call('GET', `/api/chat/session/${sessionId}`, { token })).body.agentId, agent.id);
  const stored = await call('GET', `/api/chat/messages/${sessionId}?page=1&limit=10`, { token });
  assert.deepEqual(stored.body.messages.map(({ message, senderType }) => [message, senderType]), [['Good day', 'agent'], ['Thanks', 'user']]);

  const ended = await call('POST', `/api/chat/end-session/${sessionId}`, { token, body: { reason: 'done' } });
  assert.deepEqual([ended.status, ended.body.status, ended.body.endReason], [200, 'ended', 'done']);
  assert.equal((await desk.event('session_ended')).sessionId, sessionId);
  assertRefused(await call('POST', `/api/chat/send-message/${sessionId}`, { token, body: { message: 'x' } }), 409, 'chat_ended');
  user.close();
  assert.equal((await desk.event('user_left')).userId, 'c-1');
  desk.close();
});

test('web tokens of users and of agents', async () => {
  const { status, body } = await call('POST', '/api/auth/token', { body: { userId: 'c-2', userType: 'user' } });
  assert.deepEqual([status, body.expiresIn], [200, 2_592_000]);
  const [head, claims, signature] = body.token.split('.');
  assert.equal(JSON.parse(Buffer.from(head, 'base64url')).alg, 'HS256');
  const { exp, iat, sub } = JSON.parse(Buffer.from(claims, 'base64url'));
  assert.deepEqual([exp - iat, sub], [2_592_000, 'c-2']);
  const session = await call('POST', '/api/chat/start-session', { token: body.token, body: { userId: 'c-2' } });
  assert.deepEqual([session.status, session.body.userId], [201, 'c-2']);
  const user = await join(server, '/', { token: body.token });
  user.socket.emit('join_session', { sessionId: session.body.sessionId });
  await user.event('session_joined');
  user.close();

  assertRefused(await call('POST', '/api/auth/token', { body: { userId: 'c-2', userType: 'user' } }), 401, 'visitor_token_required');
  const { id, token } = await operator(server, anna);
  assertRefused(await call('POST', '/api/auth/token', { body: { userId: id, userType: 'agent' } }), 401, 'unauthenticated');
  assertRefused(await call('POST', '/api/auth/token', { token: body.token, body: { userId: id, userType: 'agent' } }), 403, 'forbidden');
  const agent = await call('POST', '/api/auth/token', { token, body: { userId: id, userType: 'agent' } });
  assert.equal((await call('GET', '/api/chat/stats', { token: agent.body.token })).status, 200);

  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  const other = Buffer.from('{"alg":"HS512","typ":"JWT"}').toString('base64url');
  for (const forged of [`${none}.${claims}.`, `${none}.${claims}.${signature}`, `${other}.${claims}.${signature}`, `${head}.${claims}.${signature.slice(0, -4)}AAAA`, 'a.b.c']) {
    assertRefused(await call('GET', `/api/chat/session/${session.body.sessionId}`, { token: forged }), 401, 'invalid_token');
  }
});

test('a web token of tomorrow is not good yet', async () => {
  const { body } = await call('POST', '/api/auth/token', { body: { userId: 'c-9', userType: 'user' } });
  const [head, claims] = body.token.split('.');
  const sign = (changed) => {
    const text = `${head}.${Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url')), ...changed })).toString('base64url')}`;
    const secret = readFileSync(`${server.data}/jwt.secret`, 'utf8').trim();
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const now = Math.floor(Date.now() / 1000);
  const ask = (token) => call('GET', '/api/chat/unread-count', { token });
  assert.equal((await ask(sign({}))).status, 200);
  for (const changed of [{ nbf: now + 86_400 }, { exp: now - 1 }]) assertRefused(await ask(sign(changed)), 401, 'invalid_token');
});

test('what is wrong is refused', async () => {
  const { body } = await call('POST', '/api/chat/start-session', { body: { userId: 'c-3' } });
  const { sessionId, token } = body;
  const path = `/api/chat/send-message/${sessionId}`;
  assertRefused(await call('POST', path, { token, body: { message: '' } }), 400, 'invalid_request', 'message');
  assertRefused(await call('POST', path, { token, body: { message: 'x'.repeat(1001) } }), 400, 'invalid_request', 'message');
  assert.equal((await call('POST', path, { token, body: { message: 'x'.repeat(1000) } })).status, 201);
  assertRefused(await call('POST', '/api/chat/start-session', { body: {} }), 400, 'invalid_request', 'userId');
  assertRefused(await call('POST', '/api/chat/start-session', { body: { userId: 'x', userType: 'robot' } }), 400, 'invalid_request', 'userType');
  assertRefused(await call('GET', `/api/chat/session/${sessionId}`), 401, 'unauthenticated');
  assertRefused(await call('GET', '/api/chat/stats', { token }), 403, 'forbidden');
  const user = await join(server, '/', { token });
  await assertEventRefused(user, 'send_message', { sessionId, message: 'x'.repeat(1001) }, 'invalid_request');
  await assertEventRefused(user, 'join_session', { sessionId: 'x' }, 'invalid_request');
  user.close();
});

test('health and description are public', async () => {
  assert.equal((await call('GET', '/api/health')).status, 200);
  const { body } = await call('GET', '/', { headers: { accept: 'application/json' } });
  assert.ok(body.name && body.version && body.endpoints);
});
