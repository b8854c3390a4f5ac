import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backoff, defaults } from '../../resources/widget/wire/backoff.js';
import { Emitter } from '../../resources/widget/wire/emitter.js';
import { ACK, CONNECT, CONNECT_ERROR, DISCONNECT, EVENT, decode, encode } from '../../resources/widget/wire/packet.js';

const packets = [
  ['0/visitor,{"token":"x"}', { type: CONNECT, nsp: '/visitor', data: { token: 'x' } }],
  ['1/visitor,', { type: DISCONNECT, nsp: '/visitor' }],
  ['2["hello"]', { type: EVENT, nsp: '/', data: ['hello'] }],
  ['2/visitor,12["chat.get",{"chatId":"c1"}]', { type: EVENT, nsp: '/visitor', id: 12, data: ['chat.get', { chatId: 'c1' }] }],
  ['3/visitor,7[{"ok":{}}]', { type: ACK, nsp: '/visitor', id: 7, data: [{ ok: {} }] }],
  ['4/visitor,{"message":"no"}', { type: CONNECT_ERROR, nsp: '/visitor', data: { message: 'no' } }],
  ['2/visitor,["a\\nb"]', { type: EVENT, nsp: '/visitor', data: ['a\nb'] }],
];
for (const [text, packet] of packets) {
  test(`packet ${text}`, () => {
    assert.equal(encode(packet), text);
    assert.deepEqual(decode(text), packet);
  });
}

for (const text of ['', '9', 'x', '2', '2{}', '2[]', '2[1]', '3["no id"]', '2["torn', '5["binary"]', '1["reason"]', '0"text"']) {
  test(`no packet: ${text || '(empty)'}`, () => assert.equal(decode(text), undefined));
}

test('waits double up to the most, and spread around their mean', () => {
  const { first, most, jitter } = defaults;
  const backoff = new Backoff();
  const mean = () => backoff.next(() => 0.5);
  assert.deepEqual([mean(), mean(), mean()], [first, 2 * first, 4 * first]);
  for (let n = 0; n < 20; n++) mean();
  assert.equal(backoff.next(() => 0), most * (1 - jitter / 2));
  assert.equal(backoff.next(() => 1), most * (1 + jitter / 2));
  backoff.reset();
  assert.equal(mean(), first);
});

test('a handler that unsubscribes while it is called is called no more', () => {
  const emitter = new Emitter();
  const heard = [];
  const off = emitter.on('word', (word) => {
    heard.push(word);
    off();
  });
  emitter.on('word', (word) => heard.push(word.toUpperCase()));
  emitter.emit('word', 'a');
  emitter.emit('word', 'b');
  emitter.emit('silence');
  assert.deepEqual(heard, ['a', 'A', 'B']);
});
