// The largest answers that there can be: pages of the longest messages, in letters that take the most room. Each is
// bounded by its size too, so that nobody is cut off for being told much.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, startChat, useServer } from './desk.mjs';

const server = useServer({ args: ['--no-rate-limits'] });
const count = 200;
const longest = 'Ж'.repeat(4000);

for (const [name, transports] of Object.entries({ polling: ['polling'], websocket: ['websocket'] })) {
  test(`a page and a resume of ${count} of the longest messages, ${name}`, async () => {
    const visitor = await Client.visitor(server, {}, { transports });
    const { id: chatId } = await startChat(visitor, longest);
    for (let seq = 2; seq <= count; seq++) await visitor.ask('message.send', { chatId, text: longest });
    const listed = [];
    for (let page = { more: true }; page.more; ) {
      page = await visitor.ask('message.list', { chatId, limit: count, after: listed.length });
      listed.push(...page.messages);
    }
    assert.deepEqual(listed.map(({ seq }) => seq), Array.from({ length: count }, (_, index) => index + 1));
    assert.ok(listed.every(({ text }) => text === longest));
    const latest = await visitor.ask('message.list', { chatId, limit: count });
    assert.equal(latest.messages.at(-1).seq, count);
    assert.ok(latest.more);
    const held = new Map();
    let more = true;
    while (more) {
      const answer = await visitor.ask('session.resume', { chats: [{ chatId, seq: held.size }] });
      for (const message of answer.messages) held.set(message.seq, message);
      more = answer.more;
    }
    assert.equal(held.size, count);
    visitor.close();
  });
}

test('a queue full of the longest messages lets operators in', async () => {
  const waiting = 60;
  for (let index = 0; index < waiting; index++) {
    const visitor = await Client.visitor(server, {}, { transports: ['websocket'] });
    await startChat(visitor, longest);
    visitor.close();
  }
  const operator = await Client.operator(server);
  const { chats, more } = await operator.ask('session.resume', { chats: [] });
  assert.ok(chats.length > 0 && more);
  const seen = new Set();
  for (let cursor; ; ) {
    const page = await operator.ask('chat.list', { scope: 'queue', limit: 200, cursor });
    page.chats.forEach(({ id }) => seen.add(id));
    cursor = page.next;
    if (!cursor) break;
  }
  assert.ok(seen.size >= waiting, `${seen.size} of ${waiting}`);
  operator.close();
});
