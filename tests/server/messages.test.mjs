// What happens to messages after they were sent: edits, deletions, receipts, search. Over events and REST.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, logIn, refusedWith, rest, startChat, useServer } from './desk.mjs';

const server = useServer();

/** A visitor and an operator in one active chat. */
async function conversation(text) {
  const visitor = await Client.visitor(server, { name: 'Vera' });
  const operator = await Client.operator(server);
  const chat = await startChat(visitor, text);
  await operator.ask('chat.claim', { chatId: chat.id });
  return { visitor, operator, chatId: chat.id, end: () => [visitor, operator].forEach((client) => client.close()) };
}

test('an edit and a deletion reach both sides, and an admin finds what was said before', async () => {
  const { visitor, operator, chatId, end } = await conversation('Where is my oder?');
  const edited = await visitor.ask('message.edit', { chatId, seq: 1, text: 'Where is my order?' });
  assert.ok(edited.editedAt);
  for (const client of [visitor, operator]) {
    const { message } = await client.event('message.edited', ({ message: { chatId: id } }) => id === chatId);
    assert.deepEqual(message, edited);
  }
  await assert.rejects(operator.ask('message.edit', { chatId, seq: 1, text: 'mine now' }), refusedWith('forbidden'));
  const deleted = await rest(server, 'DELETE', `/api/v1/chats/${chatId}/messages/1`, { token: visitor.token });
  assert.deepEqual([deleted.status, deleted.body.text], [200, '']);
  assert.equal((await operator.event('message.deleted')).message.seq, 1);
  await assert.rejects(visitor.ask('message.edit', { chatId, seq: 1, text: 'again' }), refusedWith('message_deleted'));
  const path = `/api/v1/chats/${chatId}/messages/1/history`;
  assert.equal((await rest(server, 'GET', path, { token: operator.token })).status, 403);
  const admin = await logIn(server, 'clara@demo.deskbell.example');
  const { body } = await rest(server, 'GET', path, { token: admin });
  assert.deepEqual(body.versions.map(({ text, action }) => [text, action]),
    [['Where is my oder?', 'edited'], ['Where is my order?', 'deleted']]);
  end();
});

test('who was away while messages were edited catches up with exactly the edits', async () => {
  const { visitor, operator, chatId, end } = await conversation('one');
  const before = await visitor.ask('session.resume', { chats: [] });
  const { lastSeq: seq, lastChange: change = 0 } = before.chats.find(({ id }) => id === chatId);
  await visitor.ask('message.edit', { chatId, seq: 1, text: 'two' });
  const missed = await operator.ask('session.resume', { chats: [{ chatId, seq, change }] });
  const mine = (list = []) => list.filter((each) => each.chatId === chatId).map(({ text }) => text);
  assert.deepEqual([mine(missed.messages), mine(missed.changes)], [[], ['two']]);
  end();
});

test('the sender sees that a message came and was read, and the unread are counted', async () => {
  const { visitor, operator, chatId, end } = await conversation('Hello?');
  await visitor.ask('message.send', { chatId, text: 'Anybody?' });
  const unread = async (client) => (await client.ask('chat.get', { chatId })).operatorUnread ?? 0;
  assert.equal(await unread(operator), 2);
  await operator.ask('message.delivered', { chatId, seq: 2 });
  assert.deepEqual((({ chatId: id, seq, side }) => [id, seq, side])(await visitor.event('message.delivered')), [chatId, 2, 'operator']);
  assert.equal((await rest(server, 'PUT', `/api/v1/chats/${chatId}/read`, { token: operator.token, body: { seq: 2 } })).status, 200);
  assert.equal((await visitor.event('message.read')).seq, 2);
  assert.equal(await unread(operator), 0);
  await assert.rejects(operator.ask('message.read', { chatId, seq: 0 }), refusedWith('invalid_request'));
  end();
});

test('search finds the words one is still typing, best first and marked, and only in what one may see', async () => {
  const { visitor, operator, chatId, end } = await conversation('The Überraschung is broken');
  const other = await Client.visitor(server);
  await startChat(other, 'A surprise: überraschungsei');
  const found = await visitor.ask('message.search', { query: 'broken uberr' });
  assert.deepEqual(found.hits.map(({ message, highlight }) => [message.chatId, highlight]),
    [[chatId, 'The \u0002Überraschung\u0003 is \u0002broken\u0003']]);
  assert.equal((await visitor.ask('message.search', { query: 'surprise' })).hits.length, 0);
  assert.equal((await operator.ask('message.search', { query: 'ÜBERRASCH' })).hits.length, 2);
  const overRest = await rest(server, 'GET', '/api/v1/messages/search?query=surprise', { token: operator.token });
  assert.deepEqual([overRest.status, overRest.body.hits.length], [200, 1]);
  other.close();
  end();
});
