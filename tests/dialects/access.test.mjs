// Who may do what, in every dialect that reaches an operation: each row tried by each kind of caller on a chat that
// Anna holds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { anna, ben, clara, join, logIn, operator, password, rest, startChat, useServer } from './clients.mjs';

const server = useServer({ args: ['--no-rate-limits'] });
const people = {};
let other;

/** Everybody is there before the first row. */
async function assemble() {
  for (const [name, email] of Object.entries({ anna, ben, clara })) people[name] ??= await operator(server, email);
  other = await startChat(server); // a visitor goes by one name, so each row has one of its own
}

const callers = ['stranger', 'visitor', 'other visitor', 'holder', 'other operator', 'admin'];
const tokensFor = (chat) => [undefined, chat.token, other.token, people.anna.token, people.ben.token, people.clara.token];
const somebodyNew = () => `somebody-${Math.random()}`;

/** A chat of a visitor of its own, held by Anna or by nobody. */
async function chatThat({ waits = false } = {}) {
  const chat = await startChat(server);
  if (waits) return chat;
  const { status } = await rest(server, 'POST', `/api/v1/chats/${chat.id}/claim`, { token: people.anna.token });
  assert.equal(status, 200);
  const { body } = await rest(server, 'POST', '/api/messages', { token: chat.token, body: { chatId: chat.id, content: 'Hi' } });
  return { ...chat, said: body.id };
}

const reading = [401, 200, 404, 200, 200, 200];
const ending = [401, 200, 404, 200, 403, 200];
const saying = [401, 201, 404, 201, 403, 403];
const starting = [201, 201, 201, 403, 403, 403];
const ofOperators = [401, 403, 403, 200, 200, 200];
const ofAnybodyKnown = [401, 200, 200, 200, 200, 200];
const ofEverybody = [200, 200, 200, 200, 200, 200];

const routes = [
  ['GET', () => '/', null, ofEverybody],
  ['GET', () => '/api/health', null, ofEverybody],

  ['GET', () => '/api/addresses', null, ofEverybody],
  ['POST', () => '/api/chats', () => ({ name: 'Vera' }), starting],
  ['POST', () => '/api/messages', ({ id }) => ({ chatId: id, content: 'Hi' }), saying],
  ['POST', () => '/api/messages', ({ id }) => ({ chatId: id, content: 'Hi' }), [401, 201, 404, 201, 201, 201], { waits: true }],
  ['DELETE', ({ id }) => `/api/chats/${id}`, null, ending],

  ['GET', () => '/api/chat/sessions/active', null, ofOperators],
  ['GET', () => '/api/chat/sessions/history', null, ofOperators],
  ['POST', () => '/api/chat/sessions', () => ({}), starting],
  ['PUT', ({ id }) => `/api/chat/sessions/${id}/close`, null, ending],
  ['GET', ({ id }) => `/api/chat/messages/${id}`, null, reading],
  ['GET', () => '/api/operators', null, ofOperators],
  ['GET', () => '/api/operators/online', null, ofOperators],
  ['GET', () => '/api/operators/available', null, ofOperators],
  ['PUT', () => `/api/operators/${people.anna.id}/status`, () => ({ status: 'online' }), [401, 403, 403, 200, 403, 200]],
  ['POST', () => '/api/operators/assign', ({ id }) => ({ sessionId: id }), [401, 403, 403, 409, 409, 409]],

  ['POST', () => '/api/auth/register', () => ({ name: 'Rosa', email: `${somebodyNew()}@example.com`, password: 'a good password' }), [201, 201, 201, 201, 201, 201]],
  ['POST', () => '/api/auth/login', () => ({ email: anna, password }), ofEverybody],
  ['POST', () => '/api/auth/logout', null, ofAnybodyKnown, { isLast: true }],
  ['GET', () => '/api/auth/profile', null, ofAnybodyKnown],
  ['GET', () => '/api/auth/validate-session', null, ofAnybodyKnown],
  ['POST', () => '/api/auth/validate-session', null, ofAnybodyKnown],
  ['PUT', () => '/api/auth/status', () => ({ status: 'online' }), ofOperators],
  ['GET', () => '/api/auth/agents/online', null, ofOperators],
  ['GET', () => '/api/auth/agents/all', null, [401, 403, 403, 403, 403, 200]],
  ['POST', () => '/api/chat/rooms', null, starting],
  ['GET', () => '/api/chat/rooms', null, ofAnybodyKnown],
  ['GET', () => '/api/chat/rooms/agent', null, ofOperators],
  ['GET', ({ id }) => `/api/chat/rooms/${id}`, null, reading],
  ['GET', ({ id }) => `/api/chat/rooms/${id}/messages`, null, reading],
  ['GET', ({ id }) => `/api/chat/rooms/${id}/search?q=hi`, null, reading],
  ['GET', () => '/api/chat/unread-count', null, ofAnybodyKnown],
  ['GET', () => '/api/admin/chat-stats', null, ofOperators],
  ['DELETE', ({ id }) => `/api/chat/rooms/${id}`, null, ending],
  ['POST', () => '/api/chat/assign-agent', ({ id }) => ({ roomId: id, agentId: people.ben.id }), [401, 403, 403, 409, 409, 409]],
  ['POST', () => '/api/chat/assign-agent', ({ id }) => ({ roomId: id, agentId: people.ben.id }), [401, 403, 403, 403, 200, 200], { waits: true }], // to oneself, or by an admin
  ['POST', () => '/api/chat/transfer', ({ id }) => ({ roomId: id, agentId: people.clara.id }), [401, 403, 403, 200, 403, 200]],

  ['POST', () => '/api/auth/token', () => ({ userId: somebodyNew(), userType: 'user' }), [200, 200, 200, 403, 403, 403]],
  ['POST', () => '/api/auth/token', () => ({ userId: people.anna.id, userType: 'agent' }), [401, 403, 403, 200, 403, 403]],
  ['POST', () => '/api/chat/start-session', () => ({ userId: somebodyNew() }), starting],
  ['GET', ({ id }) => `/api/chat/session/${id}`, null, reading],
  ['POST', ({ id }) => `/api/chat/end-session/${id}`, null, ending],
  ['POST', ({ id }) => `/api/chat/send-message/${id}`, () => ({ message: 'Hi' }), saying],
  ['POST', ({ id }) => `/api/chat/send-message/${id}`, () => ({ message: 'Hi' }), [401, 201, 404, 201, 201, 201], { waits: true }],
  ['GET', () => '/api/chat/stats', null, ofOperators],
];

for (const [method, path, body, expected, { isLast, ...kind } = {}] of routes) {
  test(`${method} ${String(path).replace(/^.*?=> ./, '').slice(0, -1)}${kind.waits ? ' of a chat that waits' : ''}`, async () => {
    for (const [i, name] of callers.entries()) {
      await assemble();
      const chat = await chatThat(kind);
      let token = tokensFor(chat)[i];
      if (isLast && i > 2) token = await logIn(server, [anna, ben, clara][i - 3]); // the others are needed yet
      const answer = await rest(server, method, path(chat), { token, body: body?.(chat) });
      assert.equal(answer.status, expected[i], `${name}: ${JSON.stringify(answer.body)}`);
    }
  });
}

// On `/` a stranger is a new visitor.
const noted = ['chat_not_found', 'ok', 'chat_not_found', 'ok', 'ok', 'ok'];
const partaking = ['chat_not_found', 'ok', 'chat_not_found', 'ok', 'forbidden', 'forbidden'];
const claiming = ['chat_not_found', 'ok', 'chat_not_found', 'ok', 'ok', 'ok'];
const forOperators = ['forbidden', 'forbidden', 'forbidden', 'ok', 'ok', 'ok'];
const events = [
  ['chat message', ({ id }) => ({ chatId: id, content: 'Hi' }), partaking],
  ['chat message', ({ id }) => ({ chatId: id, content: 'Hi' }), claiming, { waits: true }],
  ['join-room', ({ id }) => ({ roomId: id }), noted],
  ['leave-room', ({ id }) => ({ roomId: id }), ['ok', 'ok', 'ok', 'ok', 'ok', 'ok']],
  ['send-message', ({ id }) => ({ roomId: id, content: 'Hi' }), partaking],
  ['edit-message', ({ id, said }) => ({ roomId: id, messageId: said, content: 'Ho' }), ['chat_not_found', 'ok', 'chat_not_found', 'forbidden', 'forbidden', 'ok']],
  ['message-delivered', ({ id, said }) => ({ roomId: id, messageId: said }), partaking],
  ['message-read', ({ id, said }) => ({ roomId: id, messageId: said }), partaking],
  ['delete-message', ({ id, said }) => ({ roomId: id, messageId: said }), ['chat_not_found', 'ok', 'chat_not_found', 'forbidden', 'forbidden', 'ok']],
  ['typing', ({ id }) => ({ roomId: id, isTyping: true }), partaking],
  ['agent-status-update', () => ({ status: 'online' }), forOperators],
  ['get-online-users', () => ({}), forOperators],
  ['get-online-agents', () => ({}), forOperators],
  ['join_session', ({ id }) => ({ sessionId: id }), noted],
  ['send_message', ({ id }) => ({ sessionId: id, message: 'Hi' }), partaking],
  ['typing_start', ({ id }) => ({ sessionId: id }), partaking],
  ['typing_stop', ({ id }) => ({ sessionId: id }), partaking],
];

/** What became of an event: a code, or `ok`; the code of the CONNECT_ERROR where one does not even come in. */
async function outcome(nsp, token, query, [event, argument]) {
  let client;
  try {
    client = await join(server, nsp, token ? { token } : {}, query);
  } catch (error) {
    return error.data.code;
  }
  const ack = await client.socket.timeout(5000).emitWithAck(event, argument);
  client.close();
  return ack?.error?.code ?? 'ok';
}

// In /admin and /user one also says who one is; who is not of that side does not come in.
const outside = ['unauthenticated', 'invalid_token', 'invalid_token'];
const eventsOfAdmins = [
  ['get_unassigned_chats', () => ({}), [...outside, 'ok', 'ok', 'ok']],
  ['assign_chat', ({ id }) => ({ chatId: id }), [...outside, 'ok', 'chat_already_assigned', 'chat_already_assigned']],
  ['assign_chat', ({ id }) => ({ chatId: id }), [...outside, 'ok', 'ok', 'ok'], { waits: true }],
  ['admin_message', ({ id }) => ({ chatId: id, content: 'Hi' }), [...outside, 'ok', 'forbidden', 'forbidden']],
  ['admin_message', ({ id }) => ({ chatId: id, content: 'Hi' }), [...outside, 'ok', 'ok', 'ok'], { waits: true }],
  ['end_chat', ({ id }) => ({ chatId: id }), [...outside, 'ok', 'forbidden', 'ok']],
];
const elsewhere = ['invalid_token', 'invalid_token', 'invalid_token'];
const eventsOfUsers = [
  ['start_chat', () => ({}), ['ok', 'ok', 'ok', ...elsewhere]],
  ['user_message', ({ id }) => ({ chatId: id, content: 'Hi' }), ['chat_not_found', 'ok', 'chat_not_found', ...elsewhere]],
  ['end_chat', ({ id }) => ({ chatId: id }), ['chat_not_found', 'ok', 'chat_not_found', ...elsewhere]],
];

for (const [nsp, rows, queryOf] of [
  ['/', events, () => ({})],
  ['/admin', eventsOfAdmins, (i) => ({ adminId: i < 3 ? somebodyNew() : Object.values(people)[i - 3].id })],
  ['/user', eventsOfUsers, () => ({ userId: somebodyNew() })],
]) {
  for (const [event, argument, expected, kind] of rows) {
    test(`${event} on ${nsp}${kind?.waits ? ' of a chat that waits' : ''}`, async () => {
      const outcomes = [];
      for (const i of callers.keys()) {
        await assemble();
        const chat = await chatThat(kind);
        outcomes.push(await outcome(nsp, tokensFor(chat)[i], queryOf(i), [event, argument(chat)]));
      }
      assert.deepEqual(outcomes, expected);
    });
  }
}

// The tables of the dialects say what there is; a path or an event that is not tried above fails here.
const tables = ['addresses', 'namespaces', 'sessions', 'rooms', 'support'].map((name) =>
  readFileSync(new URL(`../../server/dialects/${name}/${name}dialect.cpp`, import.meta.url), 'utf8'));

test('every path of every dialect is tried', async () => {
  await assemble();
  const tried = new Set(routes.map(([method, path]) =>
    `${method} ${path({ id: '{chat}' }).split('?')[0].replace(people.anna.id, '{operator}')}`));
  const served = tables.flatMap((table) => [...table.matchAll(/\{"([A-Z]+)", "(\/[^"]*)"/g)].map(([, method, path]) => `${method} ${path}`));
  assert.ok(served.length > 35);
  assert.deepEqual(served.filter((each) => !tried.has(each)), []);
});

test('every event of every dialect is tried', () => {
  const tried = new Set([...events, ...eventsOfAdmins, ...eventsOfUsers].map(([event]) => event));
  const heard = tables.flatMap((table) => [...table.matchAll(/hear\(\{[^;]*;/g)].flatMap(([all]) => [...all.matchAll(/\{"([^"]+)",/g)].map(([, event]) => event)));
  assert.ok(heard.length > 20);
  assert.deepEqual(heard.filter((each) => !tried.has(each)), []);
});
