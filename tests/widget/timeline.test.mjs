import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeline } from '../../resources/widget/state/timeline.js';
import en from '../../resources/widget/languages/en.js';
import { createTimes, elapsed } from '../../resources/widget/view/times.js';
import { LIMIT, checked } from '../../resources/widget/view/limit.js';
import { createVoice } from '../../resources/widget/view/texts.js';
import { chatOf, messageOf } from './builders.mjs';

const say = createVoice('en', en);
const { dayName, duration } = createTimes('en-GB');
const at = (minute, second = 0) => new Date(2026, 2, 2, 9, minute, second).toISOString();
const lines = (fields) => timeline({ chat: chatOf(), messages: [], entries: [], ...fields });
const kinds = (all) => all.map(({ kind }) => kind);

test('one sender within one minute is one group', () => {
  const messages = [
    messageOf(1, { createdAt: at(1, 5) }),
    messageOf(2, { createdAt: at(1, 50) }),
    messageOf(3, { createdAt: at(2) }),
    messageOf(4, { createdAt: at(2), senderId: 'o2' }),
    messageOf(5, { createdAt: at(2), senderType: 'visitor', senderId: 'v1' }),
  ];
  const places = lines({ messages }).slice(1).map(({ first, last }) => `${first ? 'f' : '-'}${last ? 'l' : '-'}`);
  assert.deepEqual(places, ['f-', '-l', 'fl', 'fl', 'fl']);
});

test('joining stands at its time, the end at the end, each day has its name', () => {
  const messages = [
    messageOf(1, { createdAt: at(1) }),
    messageOf(2, { createdAt: at(5), senderType: 'system', text: 'Moved' }),
    messageOf(3, { createdAt: new Date(2026, 2, 3, 8).toISOString() }),
  ];
  const chat = chatOf({ status: 'ended', claimedAt: at(3), operatorName: 'Anna', endedAt: new Date(2026, 2, 3, 9).toISOString() });
  assert.deepEqual(kinds(lines({ chat, messages })), ['day', 'message', 'joined', 'system', 'day', 'message', 'ended']);
});

test('who joins stands after the question and before the answer, however fast', () => {
  const messages = [messageOf(1, { createdAt: at(3), senderType: 'visitor' }), messageOf(2, { createdAt: at(3) })];
  const chat = chatOf({ status: 'active', claimedAt: at(3), operatorName: 'Anna' });
  assert.deepEqual(kinds(lines({ chat, messages })), ['day', 'message', 'joined', 'message']);
});

test('an own message is delivered and read as far as the chat says, and may be changed until the end', () => {
  const messages = [1, 2, 3].map((seq) => messageOf(seq, { createdAt: at(1), senderType: 'visitor', senderId: 'v1' }));
  const of = (status) => lines({ chat: chatOf({ status, operatorReadSeq: 1, operatorDeliveredSeq: 2 }), messages }).slice(1, 4);
  assert.deepEqual(of('active').map(({ receipt, mayChange }) => [receipt, mayChange]), [['read', true], ['delivered', true], ['sent', true]]);
  assert.deepEqual(of('ended').map(({ mayChange }) => mayChange), [false, false, false]);
});

test('an own message keeps its key from writing to the acknowledgement', () => {
  const [, waiting] = lines({ entries: [{ clientId: 'k1', text: 'Hi', at: Date.parse(at(1)) }] });
  const [, sent] = lines({ messages: [messageOf(1, { senderType: 'visitor', clientId: 'k1' })] });
  assert.equal(waiting.key, sent.key);
  assert.deepEqual([waiting.state, sent.state], ['waiting', 'sent']);
});

test('an answer to a message carries its words, as far as they are here', () => {
  const messages = [messageOf(4, { text: 'Which colour?' }), messageOf(5), messageOf(6, { replyToSeq: 4 }), messageOf(7, { replyToSeq: 2 })];
  const quotes = lines({ chat: chatOf({ status: 'active' }), messages, entries: [] }).filter(({ kind }) => kind === 'message').map(({ quote }) => quote);
  assert.deepEqual(quotes, [undefined, undefined, 'Which colour?', undefined]);
});

test('a failed message of an ended chat cannot be sent again', () => {
  const entries = [{ clientId: 'k1', text: 'Hi', at: Date.parse(at(1)), failed: 'chat_ended' }];
  const of = (status) => lines({ chat: chatOf({ status }), entries }).find(({ kind }) => kind === 'message');
  assert.deepEqual([of('active').final, of('ended').final, of('ended').state], [false, true, 'failed']);
});

const days = [
  [0, 'Today'],
  [1, 'Yesterday'],
  [2, 'Saturday'],
  [7, '23 February 2026'],
];
for (const [ago, name] of days) {
  test(`${ago} days ago is ${name}`, () => {
    const now = new Date(2026, 2, 2, 0, 5);
    assert.equal(dayName(new Date(2026, 2, 2 - ago, 23, 55), now), name);
  });
}

test('waiting time counts up, and a wrong clock never counts down', () => {
  const since = Date.parse(at(0));
  const shown = [0, 42, 727, 3723].map((seconds) => elapsed(at(0), since + seconds * 1000));
  assert.deepEqual(shown, ['0:00', '0:42', '12:07', '1:02:03']);
  assert.equal(elapsed(at(0), since - 5000), '0:00');
});

const durations = [
  [1000, '1 minute'],
  [61000, '2 minutes'],
  [89 * 60000, '89 minutes'],
  [100 * 60000, '2 hours'],
];
for (const [ms, words] of durations) test(`${ms} ms are ${words}`, () => assert.equal(duration(ms), words));

test('the limit counts code points', () => {
  assert.equal(checked('🙂'.repeat(LIMIT), say).problem, undefined);
  assert.equal(checked('🙂'.repeat(LIMIT + 2), say).problem, say('tooLong', { count: 2 }));
  assert.equal(checked(' \n ', say).problem, say('empty'));
  assert.equal(checked('  hi ', say).text, 'hi');
});
