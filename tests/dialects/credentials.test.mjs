// Who one is, shown in each of the ways that there are, on our own API too.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { anna, assertEventRefused, assertRefused, Client, join, logIn, rest, useServer } from './clients.mjs';

const secret = 'between us';
const site = 'https://shop.example';
process.env.DESKBELL_SECURITY_IDENTITY_SECRET = secret;
process.env.FRONTEND_URLS = site;
process.env.API_KEY = 'a key of the settings';
const server = useServer({ args: ['--no-rate-limits'] });
const hashOf = (userId) => createHmac('sha256', secret).update(userId).digest('hex');
const refusedWith = (code) => (error) => {
  assert.equal(error.data?.code, code, error.message);
  return true;
};

test('a web token is good wherever a session’s token is', async () => {
  const { body } = await rest(server, 'POST', '/api/auth/token', { body: { userId: 'w-1', userType: 'user' } });
  const { body: session } = await rest(server, 'POST', '/api/chat/start-session', { token: body.token, body: { userId: 'w-1' } });
  const chat = await rest(server, 'GET', `/api/v1/chats/${session.sessionId}`, { token: body.token });
  assert.equal(chat.status, 200);
  const visitor = await Client.visitor(server, { token: body.token });
  assert.equal((await visitor.ask('chat.get', { chatId: session.sessionId })).id, session.sessionId);
  visitor.close();
  assertRefused(await rest(server, 'GET', '/api/v1/chats', { token: `${body.token}x` }), 401, 'invalid_token');
  await assert.rejects(Client.visitor(server, { token: 'a.b.c' }), refusedWith('invalid_token'));
});

test('the cookie is good for pages of the server itself', async () => {
  const cookie = `deskbell_session=${await logIn(server)}`;
  const release = (headers) => rest(server, 'PUT', '/api/v1/operators/me/status', { headers: { cookie, ...headers }, body: { status: 'online' } });
  assert.equal((await release({})).status, 200);
  assert.equal((await release({ origin: server.url })).status, 200);
  assertRefused(await release({ origin: 'https://evil.example' }), 403, 'forbidden');
  assertRefused(await release({ 'sec-fetch-site': 'cross-site' }), 403, 'forbidden');
  assert.equal((await rest(server, 'GET', '/api/v1/operators/me', { headers: { cookie } })).body.email, anna);
});

test('the cookie is good for pages that the settings list', async () => {
  const cookie = `deskbell_session=${await logIn(server)}`;
  const act = (origin) => rest(server, 'POST', '/api/auth/validate-session', { headers: { cookie, origin, 'sec-fetch-site': 'same-site' } });
  const answer = await act(site);
  assert.deepEqual([answer.status, answer.headers.get('access-control-allow-credentials')], [200, 'true']);
  assertRefused(await act('https://evil.example'), 403, 'forbidden');
  const whoOf = async (origin) => {
    const client = new Client(server.url, '/', { transports: ['polling'], extraHeaders: { cookie, origin } });
    await client.connected;
    const { error } = await client.socket.timeout(5000).emitWithAck('get-online-agents', {});
    client.close();
    return error?.code ?? 'operator';
  };
  assert.equal(await whoOf(site), 'operator');
  assert.equal(await whoOf('https://evil.example'), 'forbidden'); // a visitor like any other
});

test('a cookie that is good no more is forgotten, and keeps nobody out', async () => {
  const cookie = 'deskbell_session=of-yesterday';
  const call = (method, path, body) => rest(server, method, path, { headers: { cookie }, body });
  for (const [method, path, body, status] of [
    ['GET', '/api/addresses', undefined, 200],
    ['POST', '/api/chats', { name: 'Vera' }, 201],
    ['POST', '/api/v1/operators/login', { email: anna, password: 'deskbell' }, 200],
    ['POST', '/api/v1/chats', {}, 201],
  ]) {
    const answer = await call(method, path, body);
    assert.equal(answer.status, status, path);
    if (!path.startsWith('/api/v1/')) assert.match(answer.headers.get('set-cookie'), /^deskbell_session=;.*Max-Age=0/, path);
  }
  const signedIn = await call('POST', '/api/auth/login', { email: anna, password: 'deskbell' });
  assert.equal(signedIn.headers.getSetCookie().at(-1).split(';')[0], `deskbell_session=${signedIn.body.data.sessionId}`);
  for (const path of ['/api/auth/profile', '/api/v1/operators/me']) assertRefused(await call('GET', path), 401, 'invalid_token');
  const client = new Client(server.url, '/', { extraHeaders: { cookie } });
  await client.connected;
  client.close();
});

test('a key that is nobody’s is refused everywhere', async () => {
  const headers = { 'x-api-key': 'dbk_nobody' };
  for (const path of ['/api/v1/operators', '/api/operators', '/api/auth/profile', '/api/chat/stats']) {
    assertRefused(await rest(server, 'GET', path, { headers }), 401, 'invalid_token');
  }
  await assert.rejects(join(server, '/', { token: 5 }), refusedWith('invalid_token'));
  await assert.rejects(join(server, '/', { apiKey: 'dbk_nobody' }), refusedWith('invalid_token'));
  await assert.rejects(join(server, '/admin', { apiKey: 'dbk_nobody' }, { adminId: 'x' }), refusedWith('invalid_token'));
});

test('a site vouches for its visitors in our own namespace too', async () => {
  const userHash = hashOf('v-1');
  const first = await Client.visitor(server, { userId: 'v-1', userHash, name: 'Vera' });
  const { chat } = await first.ask('chat.start', { text: 'Hello?' });
  first.close();
  const again = await Client.visitor(server, { userId: 'v-1', userHash });
  assert.equal(again.visitorId, first.visitorId);
  again.close();
  await assert.rejects(Client.visitor(server, { userId: 'v-1' }), refusedWith('visitor_token_required'));
  await assert.rejects(Client.visitor(server, { userId: 'v-2', userHash }), refusedWith('invalid_token'));
  // What a site calls them is their name in the dialects.
  const { body } = await rest(server, 'GET', `/api/chat/session/${chat.id}`, { token: again.token });
  assert.equal(body.userId, 'v-1');
});

test('a site vouches in the body and in the query', async () => {
  const userHash = hashOf('v-3');
  const begin = (path, body) => rest(server, 'POST', path, { body });
  const first = await begin('/api/chat/sessions', { userId: 'v-3', userHash });
  assert.deepEqual([first.status, first.body.userId], [201, 'v-3']);
  const query = `userId=v-3&userHash=${userHash}`;
  for (const [path, body, idOf] of [
    ['/api/chats', { name: 'Vera', userId: 'v-3', userHash }, ({ id }) => id],
    [`/api/chats?${query}`, { name: 'Vera' }, ({ id }) => id],
    [`/api/chat/sessions?${query}`, {}, ({ id }) => id],
    [`/api/chat/rooms?${query}`, undefined, ({ data }) => data.roomId],
    ['/api/chat/start-session', { userId: 'v-3', userHash }, ({ sessionId }) => sessionId],
  ]) {
    const again = await begin(path, body);
    assert.deepEqual([again.status, idOf(again.body)], [201, first.body.id], path); // they have one chat open
  }
  (await join(server, '/user', {}, { userId: 'v-3', userHash })).close();
  assertRefused(await begin('/api/chat/sessions', { userId: 'v-3' }), 401, 'visitor_token_required');
  assertRefused(await begin('/api/chat/sessions', { userId: 'never seen', userHash }), 401, 'invalid_token');
  assertRefused(await begin(`/api/chat/rooms?userId=v-4&userHash=${userHash}`), 401, 'invalid_token');
});

test('a token is taken wherever it is shown', async () => {
  const { body } = await rest(server, 'POST', '/api/chat/sessions', { body: {} });
  const path = `/api/chat/session/${body.id}`;
  const shown = [{ token: body.token }, { headers: { cookie: `deskbell_session=${body.token}` } }];
  for (const options of shown) assert.equal((await rest(server, 'GET', path, options)).status, 200);
  // Over HTTP an address is no place for a secret: it stays in histories and logs.
  assertRefused(await rest(server, 'GET', `${path}?token=${body.token}`), 401, 'unauthenticated');
  for (const options of [{ auth: { token: body.token } }, { query: { token: body.token } }, { extraHeaders: { authorization: `Bearer ${body.token}` } }]) {
    const client = new Client(server.url, '/', options);
    await client.connected;
    const joined = await client.socket.timeout(5000).emitWithAck('join_session', { sessionId: body.id });
    assert.equal(joined.sessionId, body.id);
    client.close();
  }
  // What a page cannot read of its cookie is not told it in another way.
  const again = await rest(server, 'POST', '/api/chat/sessions', { body: {}, headers: { cookie: `deskbell_session=${body.token}`, origin: server.url } });
  assert.deepEqual([again.status, again.body.id, again.body.token], [201, body.id, undefined]);
});

test('one list says which pages may call, over REST and over WebSockets', async () => {
  const headerFor = async (origin) => (await rest(server, 'GET', '/api/addresses', { headers: { origin } })).headers.get('access-control-allow-origin');
  assert.equal(await headerFor(site), site);
  assert.equal(await headerFor('https://evil.example'), null);
  const asked = await fetch(`${server.url}/api/chats`, { method: 'OPTIONS', headers: { origin: site, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-api-key' } });
  assert.equal(asked.status, 204);
  assert.match(asked.headers.get('access-control-allow-headers'), /X-API-Key/i);
  const options = (origin) => ({ transports: ['websocket'], extraHeaders: { origin } });
  const allowed = new Client(server.url, '/visitor', options(site));
  await allowed.connected;
  allowed.close();
  const foreign = new Client(server.url, '/visitor', options('https://evil.example'));
  await assert.rejects(foreign.connected);
  foreign.close();
});

test('a key acts as an admin that is nobody, and says which customer means', async () => {
  const headers = { 'x-api-key': process.env.API_KEY };
  const call = (method, path, body) => rest(server, method, path, { headers, body });
  for (const path of ['/api/v1/operators', '/api/operators', '/api/chat/sessions/active', '/api/auth/agents/all', '/api/chat/stats']) {
    assert.equal((await call('GET', path)).status, 200, path);
  }
  const { body: user } = await call('POST', '/api/auth/token', { userId: 'k-1', userType: 'user' });
  const { status, body: session } = await rest(server, 'POST', '/api/chat/start-session', { headers: { ...headers, authorization: `Bearer ${user.token}` }, body: { userId: 'k-1' } });
  assert.deepEqual([status, session.userId], [201, 'k-1']);
  assert.equal((await call('GET', `/api/chat/session/${session.sessionId}`)).status, 200);
  assertRefused(await call('POST', `/api/chat/send-message/${session.sessionId}`, { message: 'Hi' }), 403, 'forbidden'); // it cannot hold a chat

  const { id } = (await rest(server, 'GET', '/api/v1/operators/me', { token: await logIn(server) })).body;
  const { body: agent } = await call('POST', '/api/auth/token', { userId: id, userType: 'agent' });
  assert.equal((await rest(server, 'GET', '/api/auth/profile', { token: agent.token })).body.data.id, id);
  assertRefused(await call('POST', '/api/auth/token', { userId: 'nobody', userType: 'agent' }), 404, 'operator_not_found');
  assert.equal((await call('POST', '/api/chat/assign-agent', { roomId: session.sessionId, agentId: id })).status, 200);
  const desk = await join(server, '/admin', { apiKey: process.env.API_KEY }, { adminId: 'the shop' });
  assert.ok(Array.isArray(await desk.socket.timeout(5000).emitWithAck('get_unassigned_chats')));
  const { body: waiting } = await rest(server, 'POST', '/api/chats', { body: { name: 'Vera' } });
  await assertEventRefused(desk, 'assign_chat', { chatId: waiting.id }, 'forbidden');
  desk.close();
  const online = await call('GET', '/api/operators/online');
  assert.deepEqual(online.body.operators, []); // a program is not present
});
