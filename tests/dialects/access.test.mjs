// Who may do what, in every dialect that reaches an operation: each row tried by each kind of caller on a chat that
// Anna holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anna, ben, clara, join, operator, rest, startChat, useServer } from './clients.mjs';

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

/** A chat of a visitor of its own, held by Anna. */
async function heldChat() {
  const chat = await startChat(server);
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

const routes = [
  ['GET', () => '/api/addresses', null, [200, 200, 200, 200, 200, 200]],
  ['POST', () => '/api/chats', () => ({ name: 'Vera' }), starting],
  ['POST', () => '/api/messages', ({ id }) => ({ chatId: id, content: 'Hi' }), saying],
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

  ['GET', () => '/api/auth/profile', null, ofAnybodyKnown],
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
  ['POST', () => '/api/chat/transfer', ({ id }) => ({ roomId: id, agentId: people.clara.id }), [401, 403, 403, 200, 403, 200]],

  ['POST', () => '/api/auth/token', () => ({ userId: somebodyNew(), userType: 'user' }), [200, 200, 200, 403, 403, 403]],
  ['POST', () => '/api/auth/token', () => ({ userId: people.anna.id, userType: 'agent' }), [401, 403, 403, 200, 403, 403]],
  ['POST', () => '/api/chat/start-session', () => ({ userId: somebodyNew() }), starting],
  ['GET', ({ id }) => `/api/chat/session/${id}`, null, reading],
  ['POST', ({ id }) => `/api/chat/end-session/${id}`, null, ending],
  ['POST', ({ id }) => `/api/chat/send-message/${id}`, () => ({ message: 'Hi' }), saying],
  ['GET', () => '/api/chat/stats', null, ofOperators],
];

for (const [method, path, body, expected] of routes) {
  test(`${method} ${String(path).replace(/^.*?=> ./, '').slice(0, -1)}`, async () => {
    for (const [i, name] of callers.entries()) {
      await assemble();
      const chat = await heldChat();
      const answer = await rest(server, method, path(chat), { token: tokensFor(chat)[i], body: body?.(chat) });
      assert.equal(answer.status, expected[i], `${name}: ${JSON.stringify(answer.body)}`);
    }
  });
}

// On `/` a stranger is a new visitor.
const noted = ['chat_not_found', 'ok', 'chat_not_found', 'ok', 'ok', 'ok'];
const partaking = ['chat_not_found', 'ok', 'chat_not_found', 'ok', 'forbidden', 'forbidden'];
const forOperators = ['forbidden', 'forbidden', 'forbidden', 'ok', 'ok', 'ok'];
const events = [
  ['chat message', ({ id }) => ({ chatId: id, content: 'Hi' }), partaking],
  ['join-room', ({ id }) => ({ roomId: id }), noted],
  ['send-message', ({ id }) => ({ roomId: id, content: 'Hi' }), partaking],
  ['edit-message', ({ id, said }) => ({ roomId: id, messageId: said, content: 'Ho' }), ['chat_not_found', 'ok', 'chat_not_found', 'forbidden', 'forbidden', 'ok']],
  ['message-delivered', ({ id, said }) => ({ roomId: id, messageId: said }), partaking],
  ['message-read', ({ id, said }) => ({ roomId: id, messageId: said }), partaking],
  ['delete-message', ({ id, said }) => ({ roomId: id, messageId: said }), ['chat_not_found', 'ok', 'chat_not_found', 'forbidden', 'forbidden', 'message_deleted']],
  ['typing', ({ id }) => ({ roomId: id, isTyping: true }), partaking],
  ['agent-status-update', () => ({ status: 'online' }), forOperators],
  ['get-online-users', () => ({}), forOperators],
  ['get-online-agents', () => ({}), forOperators],
  ['join_session', ({ id }) => ({ sessionId: id }), noted],
  ['send_message', ({ id }) => ({ sessionId: id, message: 'Hi' }), partaking],
  ['typing_start', ({ id }) => ({ sessionId: id }), partaking],
  ['typing_stop', ({ id }) => ({ sessionId: id }), partaking],
];

/** What became of an event: a code, or `ok`. */
async function outcome(nsp, token, query, [event, argument]) {
  const client = await join(server, nsp, token ? { token } : {}, query);
  const ack = await client.socket.timeout(5000).emitWithAck(event, argument);
  client.close();
  return ack?.error?.code ?? 'ok';
}

for (const [event, argument, expected] of events) {
  test(`${event} on /`, async () => {
    await assemble();
    const chat = await heldChat();
    const outcomes = [];
    for (const token of tokensFor(chat)) outcomes.push(await outcome('/', token, {}, [event, argument(chat)]));
    assert.deepEqual(outcomes, expected);
  });
}

const ofAdmins = [
  ['get_unassigned_chats', () => ({}), ['ok', 'ok', 'ok']],
  ['assign_chat', ({ id }) => ({ chatId: id }), ['ok', 'chat_already_assigned', 'chat_already_assigned']],
  ['admin_message', ({ id }) => ({ chatId: id, content: 'Hi' }), ['ok', 'forbidden', 'forbidden']],
  ['end_chat', ({ id }) => ({ chatId: id }), ['ok', 'forbidden', 'ok']],
];
for (const [event, argument, expected] of ofAdmins) {
  test(`${event} on /admin`, async () => {
    await assemble();
    const outcomes = [];
    for (const { id, token } of Object.values(people)) {
      const chat = await heldChat();
      outcomes.push(await outcome('/admin', token, { adminId: id }, [event, argument(chat)]));
    }
    assert.deepEqual(outcomes, expected);
  });
}

const ofUsers = [
  ['start_chat', () => ({}), ['ok', 'ok', 'ok']],
  ['user_message', ({ id }) => ({ chatId: id, content: 'Hi' }), ['chat_not_found', 'ok', 'chat_not_found']],
  ['end_chat', ({ id }) => ({ chatId: id }), ['chat_not_found', 'ok', 'chat_not_found']],
];
for (const [event, argument, expected] of ofUsers) {
  test(`${event} on /user`, async () => {
    await assemble();
    const outcomes = [];
    for (const whose of [0, 1, 2]) {
      const chat = await heldChat();
      outcomes.push(await outcome('/user', [undefined, chat.token, other.token][whose], { userId: somebodyNew() }, [event, argument(chat)]));
    }
    assert.deepEqual(outcomes, expected);
  });
}
