import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Conversation } from '../../resources/widget/state/conversation.js';
import { Outbox } from '../../resources/widget/state/outbox.js';
import { memory } from '../../resources/widget/state/storage.js';
import { chatOf, messageOf, newStorage } from './builders.mjs';

test('values of two desks on one site do not mix', () => {
  const area = memory();
  newStorage(area).set('me', { token: 'a' });
  area.setItem('deskbell:http://other:me', '{"token":"b"}');
  assert.deepEqual(newStorage(area).get('me'), { token: 'a' });
  assert.deepEqual(newStorage(area).keys(''), ['me']);
});

test('what somebody else has broken reads as missing', () => {
  const area = memory();
  area.setItem('deskbell:http://desk:me', '{torn');
  assert.equal(newStorage(area).get('me'), undefined);
});

test('a full storage keeps what does not fit for as long as the page lives', () => {
  const area = memory();
  const storage = newStorage(area);
  storage.set('draft', 'old');
  area.setItem = () => {
    throw new Error('QuotaExceededError');
  };
  const outbox = new Outbox(storage);
  storage.set('draft', 'new');
  const { clientId } = outbox.add({ text: 'Kept', chatId: 'c1' });
  assert.equal(storage.get('draft'), 'new');
  assert.deepEqual(outbox.all().map(({ text }) => text), ['Kept']);
  outbox.remove(clientId);
  assert.deepEqual(outbox.all(), []);
});

test('the outbox keeps the order of writing, also within one millisecond', () => {
  const area = memory();
  const { key } = area;
  area.key = (index) => Array.from({ length: area.length }, (_, at) => key(at)).sort()[index]; // a browser has its own order
  const outbox = new Outbox(newStorage(area));
  const texts = Array.from({ length: 20 }, (_, n) => `text ${n}`);
  const ids = texts.map((text) => outbox.add({ text }).clientId);
  assert.deepEqual(outbox.all().map(({ text }) => text), texts);
  assert.equal(new Set(ids).size, 20);
  outbox.change(ids[0], { failed: 'invalid_request' });
  assert.equal(outbox.next().text, 'text 1');
  outbox.settle([messageOf(1, { senderType: 'visitor', clientId: ids[1] })]);
  assert.equal(outbox.next().text, 'text 2');
});

function conversationOf(...seqs) {
  const conversation = new Conversation(newStorage());
  conversation.update(chatOf({ lastSeq: Math.max(0, ...seqs) }));
  conversation.begin(seqs.map((seq) => messageOf(seq)));
  return conversation;
}

const taken = [
  { have: [], take: 1, gives: 'new', then: [1] },
  { have: [1, 2], take: 3, gives: 'new', then: [1, 2, 3] },
  { have: [1, 2], take: 2, gives: 'known', then: [1, 2] },
  { have: [1, 2], take: 4, gives: 'gap', then: [1, 2] },
  { have: [5, 6], take: 4, gives: 'new', then: [4, 5, 6] },
  { have: [5, 6], take: 3, gives: 'known', then: [5, 6] },
];
for (const { have, take, gives, then } of taken) {
  test(`with ${have.join(' ') || 'nothing'}, message ${take} is ${gives}`, () => {
    const conversation = conversationOf(...have);
    assert.equal(conversation.take(messageOf(take)), gives);
    assert.deepEqual(conversation.messages.map(({ seq }) => seq), then);
    assert.equal(conversation.chat.lastSeq, Math.max(take, ...have));
  });
}

test('an older state of the chat changes nothing', () => {
  const conversation = conversationOf(1);
  assert.equal(conversation.update(chatOf({ version: 3, status: 'active' })), true);
  assert.equal(conversation.update(chatOf({ version: 2 })), false);
  assert.equal(conversation.chat.status, 'active');
});

test('a reload finds the chat, and at most its newest messages', () => {
  const storage = newStorage();
  const before = new Conversation(storage);
  before.update(chatOf({ lastSeq: 100 }));
  before.begin(Array.from({ length: 100 }, (_, index) => messageOf(index + 1)));
  before.save();
  const after = new Conversation(storage);
  assert.deepEqual([after.chat.id, after.messages.length, after.first, after.last], ['c1', 60, 41, 100]);
});

test('what operators said is unread until it is seen', () => {
  const conversation = conversationOf(1, 2);
  conversation.take(messageOf(3, { senderType: 'visitor' }));
  assert.equal(conversation.unread, 2);
  assert.equal(conversation.markRead(), true);
  assert.equal(conversation.markRead(), false);
  conversation.take(messageOf(4));
  assert.equal(conversation.unread, 1);
});

test('a chat that another tab has left does not come back by a late word of its end', () => {
  const storage = newStorage();
  const [here, there] = [new Conversation(storage), new Conversation(storage)];
  for (const one of [here, there]) one.update(chatOf({ status: 'active', version: 2 }));
  there.update(chatOf({ status: 'ended', version: 3 }));
  there.save();
  there.forget();
  here.update(chatOf({ status: 'ended', version: 3 }));
  here.save();
  assert.equal(here.chat, undefined);
  assert.equal(new Conversation(storage).chat, undefined);
});
