import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memory } from '../../resources/widget/state/storage.js';
import { chatOf, messageOf, newSession, refusal, settled } from './builders.mjs';

/** A session in a running chat with one message. */
async function chatting(options) {
  const all = newSession(options);
  all.socket.answers['session.resume'] = () => ({
    chats: [chatOf({ status: 'active', operatorId: 'o1', lastSeq: 1 })],
    messages: [messageOf(1)],
    more: false,
  });
  all.session.connect();
  await all.socket.open();
  return all;
}

const texts = ({ conversation }) => conversation.messages.map(({ text }) => text);

test('a stranger says nothing before knowing who they are', async () => {
  const { session, socket, storage } = newSession({ stranger: true });
  session.start({ name: 'Vera', text: 'Hello?' });
  await socket.open();
  assert.deepEqual(socket.requests, []);
  assert.equal(session.phase, 'waiting');
  socket.answers['chat.start'] = ({ text, clientId }) => {
    const lastMessage = messageOf(1, { senderType: 'visitor', text, clientId });
    return { chat: chatOf({ lastSeq: 1, lastMessage }) };
  };
  await socket.say('identity', { visitorId: 'v1', token: 'secret' });
  assert.deepEqual(socket.asked('chat.start').map(({ name, text }) => [name, text]), [['Vera', 'Hello?']]);
  assert.equal(storage.get('me').token, 'secret');
  assert.deepEqual([texts(session), session.outbox.all()], [['Hello?'], []]);
});

test('a stranger whom another tab has introduced joins that one', async () => {
  const { session, socket, storage } = newSession({ stranger: true });
  session.start({ text: 'Hello?' });
  await socket.open();
  storage.set('me', { visitorId: 'v1', token: 'of the other tab' });
  await socket.say('identity', { visitorId: 'v2', token: 'late' });
  assert.equal(storage.get('me').token, 'of the other tab');
  assert.equal(socket.dropped.length, 1);
});

test('a message is sent once per answer, in order, each after the one before', async () => {
  const { session, socket } = await chatting();
  const taken = [];
  let seq = 1;
  socket.answers['message.send'] = ({ text, clientId }) => {
    taken.push(text);
    return messageOf(++seq, { text, clientId, senderType: 'visitor' });
  };
  for (const text of ['a', 'b', 'c']) session.send(text);
  await settled();
  assert.deepEqual(taken, ['a', 'b', 'c']);
  assert.deepEqual(session.outbox.all(), []);
});

test('what the loss of the connection left unanswered is sent again under the same id', async () => {
  const { session, socket } = await chatting();
  socket.answers['message.send'] = () => {
    throw refusal('offline');
  };
  session.send('Lost?');
  await socket.lose();
  assert.equal(session.link, 'offline');
  const kept = session.entries;
  assert.deepEqual(kept.map(({ text }) => text), ['Lost?']);
  socket.answers['message.send'] = ({ text, clientId }) => messageOf(2, { text, clientId, senderType: 'visitor' });
  await socket.open();
  const ids = socket.asked('message.send').map(({ clientId }) => clientId);
  assert.deepEqual(ids, [kept[0].clientId, kept[0].clientId]);
  assert.deepEqual(texts(session), ['message 1', 'Lost?']);
});

test('what the server has already is not sent again', async () => {
  const { session, socket } = await chatting();
  await socket.lose();
  session.send('It had arrived');
  const { clientId } = session.entries[0];
  const mine = messageOf(2, { text: 'It had arrived', clientId, senderType: 'visitor' });
  socket.answers['session.resume'] = ({ chats }) => {
    assert.deepEqual(chats, [{ chatId: 'c1', seq: 1, change: 0 }]);
    return { chats: [chatOf({ status: 'active', lastSeq: 2 })], messages: [mine], more: false };
  };
  await socket.open();
  assert.deepEqual(socket.asked('message.send'), []);
  assert.deepEqual(session.entries, []);
});

test('a refusal stays at the message and does not hold up the next one', async () => {
  const { session, socket } = await chatting();
  socket.answers['message.send'] = ({ text, clientId }) => {
    if (text === 'bad') throw refusal('invalid_request');
    return messageOf(2, { text, clientId, senderType: 'visitor' });
  };
  session.send('bad');
  session.send('good');
  await settled();
  assert.deepEqual(session.entries.map(({ text, failed }) => [text, failed]), [['bad', 'invalid_request']]);
  assert.deepEqual(texts(session), ['message 1', 'good']);
});

test('what did not reach an ended chat begins the next question', async () => {
  const { session, socket } = await chatting();
  socket.answers['message.send'] = () => {
    throw refusal('chat_ended');
  };
  session.send('Too late');
  session.draft.set('and half a thought');
  await socket.say('chat.ended', { chat: chatOf({ status: 'ended', version: 9, lastSeq: 1 }) });
  assert.equal(session.phase, 'ended');
  session.newChat();
  assert.deepEqual([session.phase, session.draft.get()], ['form', 'Too late\n\nand half a thought']);
});

test('a gap in the events is filled from the server', async () => {
  const { session, socket } = await chatting();
  socket.answers['message.list'] = ({ after }) => {
    assert.equal(after, 1);
    return { messages: [messageOf(2), messageOf(3)], more: false };
  };
  await socket.say('message.sent', { message: messageOf(3) });
  assert.deepEqual(session.conversation.messages.map(({ seq }) => seq), [1, 2, 3]);
});

test('edits and deletions are taken once and in order, and those of an outage are asked for', async () => {
  const { session, socket } = await chatting();
  await socket.say('message.edited', { message: messageOf(1, { text: 'second', change: 2 }) });
  await socket.say('message.edited', { message: messageOf(1, { text: 'first, late', change: 1 }) });
  assert.deepEqual(texts(session), ['second']);
  await socket.lose();
  socket.answers['session.resume'] = ({ chats }) => {
    assert.deepEqual(chats, [{ chatId: 'c1', seq: 1, change: 2 }]);
    const changes = [messageOf(1, { text: '', change: 3, deletedAt: '2026-03-02T10:00:00.000Z' })];
    return { chats: [chatOf({ status: 'active', lastSeq: 1, lastChange: 3 })], messages: [], changes, more: false };
  };
  await socket.open();
  assert.deepEqual([texts(session), session.conversation.change], [[''], 3]);
});

test('what has arrived and what was read is said once for each message', async () => {
  const { session, socket } = await chatting();
  await socket.say('message.sent', { message: messageOf(2) });
  session.markRead();
  session.markRead();
  assert.deepEqual(socket.asked('message.delivered').map(({ seq }) => seq), [1, 2]);
  assert.deepEqual(socket.asked('message.read').map(({ seq }) => seq), [2]);
});

test('a server that does not know the token gets a new visitor, and the message a new chat', async () => {
  const { session, socket, storage } = await chatting();
  await socket.lose();
  session.send('Still here?');
  socket.emit('refused', 'invalid_token');
  assert.equal(storage.get('me').token, undefined);
  socket.answers['chat.start'] = ({ text, clientId }) => {
    const lastMessage = messageOf(1, { chatId: 'c2', senderType: 'visitor', text, clientId });
    return { chat: chatOf({ id: 'c2', lastSeq: 1, lastMessage }) };
  };
  await socket.open();
  assert.equal(socket.greeting.token, undefined);
  await socket.say('identity', { visitorId: 'v2', token: 'new' });
  assert.deepEqual(socket.asked('chat.start').map(({ text }) => text), ['Still here?']);
});

const hashed = { userId: 'u1', userHash: 'h' };
const refusals = [
  ['a token alone', {}, ['invalid_token'], [undefined, undefined]],
  ['a hash that does not fit', hashed, ['invalid_token'], ['secret', undefined]],
  ['a token that is not known, and a hash that fits', hashed, ['invalid_token', 'invalid_token'], [undefined, 'u1']],
  ['neither', hashed, ['invalid_token', 'invalid_token', 'invalid_token'], [undefined, undefined]],
  ['a known user in the browser of another', hashed, ['visitor_token_required'], [undefined, 'u1']],
  ['a known user without a hash', { userId: 'u1' }, ['visitor_token_required'], ['secret', undefined]],
  ['a crowd', hashed, ['too_many_connections'], ['secret', 'u1']],
];
for (const [name, identity, codes, said] of refusals)
  test(`refused for ${name}, the next attempt says what is left`, async () => {
    const { session, socket, storage } = newSession({});
    storage.set('me', { token: 'secret', visitorId: 'v1' });
    session.visitor.identify(identity);
    session.connect();
    for (const code of codes) {
      socket.auth();
      socket.emit('refused', code);
    }
    const { token, userId } = socket.auth();
    assert.deepEqual([token, userId], said);
  });

test('a chat that is going on is kept when the site names a known user', async () => {
  const { session, socket } = await chatting();
  session.visitor.identify(hashed);
  socket.emit('refused', 'visitor_token_required');
  assert.equal(session.phase, 'active');
  assert.equal(socket.auth().userId, undefined);
});

test('a server that has lost the chat gets what was not sent as a new one', async () => {
  const { session, socket } = await chatting();
  await socket.lose();
  session.send('Where were we?');
  socket.answers['session.resume'] = ({ chats }) => {
    if (chats.length) throw refusal('chat_not_found');
    return { chats: [], messages: [], more: false };
  };
  socket.answers['chat.start'] = ({ text, clientId }) => {
    const lastMessage = messageOf(1, { chatId: 'c2', senderType: 'visitor', text, clientId });
    return { chat: chatOf({ id: 'c2', lastSeq: 1, lastMessage }) };
  };
  await socket.open();
  assert.deepEqual([socket.asked('chat.start').length, socket.asked('message.send').length], [1, 0]);
  assert.deepEqual(texts(session), ['Where were we?']);
});

test('after a reload the chat is there before the server has answered', async () => {
  const area = memory();
  const before = await chatting({ area });
  before.session.send('Unsent');
  before.socket.connected = false;
  const { session } = newSession({ area });
  assert.deepEqual([session.phase, texts(session)], ['active', ['message 1']]);
  assert.deepEqual(session.entries.map(({ text }) => text), ['Unsent']);
});

test('whether the operator is there is told only as far as it is known', async () => {
  const { session, socket } = await chatting();
  assert.equal(session.operatorOnline, undefined);
  await socket.say('message.sent', { message: messageOf(2) });
  assert.equal(session.operatorOnline, true);
  await socket.say('presence.changed', { operatorId: 'somebody else', online: false });
  assert.equal(session.operatorOnline, true);
  await socket.say('presence.changed', { operatorId: 'o1', online: false });
  assert.equal(session.operatorOnline, false);
  await socket.lose();
  assert.equal(session.operatorOnline, undefined);
});

test('the place in the queue and the turn are those of our chat, and forgotten with it', async () => {
  const { session, socket } = await chatting();
  await socket.say('queue.changed', { chatId: 'another', position: 9, expectedWait: 9 });
  assert.deepEqual([session.position, session.turnAt], [undefined, undefined]);
  await socket.say('queue.changed', { chatId: 'c1', position: 2, expectedWait: 60 });
  assert.equal(session.position, 2);
  assert.ok(Math.abs(session.turnAt - Date.now() - 60000) < 1000);
  await socket.say('queue.changed', { chatId: 'c1', position: 1 });
  assert.deepEqual([session.position, session.turnAt], [1, undefined]);
  session.newChat();
  assert.equal(session.position, undefined);
});

test('a stranger who only looks is no visitor: at rest there is no connection', async () => {
  const { session, socket } = newSession({ stranger: true });
  session.rest();
  assert.equal(socket.wanted, undefined);
  session.connect();
  session.rest();
  assert.deepEqual([socket.wanted, session.link], [false, 'idle']);
});
