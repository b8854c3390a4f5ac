import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TypingIn, TypingOut } from '../../resources/widget/state/typing.js';
import { useClock } from './clock.mjs';

const clock = useClock();

test('own typing is told now and then, and taken back after a pause', () => {
  const told = [];
  const typing = new TypingOut((active) => told.push(active));
  for (let n = 0; n < 5; n++) {
    typing.typed();
    clock.advance(1000);
  }
  assert.deepEqual(told, [true, true]);
  clock.advance(4000);
  assert.deepEqual(told, [true, true, false]);
  typing.rest();
  assert.deepEqual(told, [true, true, false]);
  typing.typed();
  typing.rest();
  assert.deepEqual(told.slice(3), [true, false]);
});

test('where the desk shows what is written, it is told twice a second at most, and the last of it always', () => {
  const told = [];
  let shows = true;
  const typing = new TypingOut((active, text) => told.push(text ?? active), () => shows);
  for (const text of ['W', 'Wh', 'Whe', 'When']) {
    typing.typed(text);
    clock.advance(200);
  }
  clock.advance(600);
  assert.deepEqual(told, ['W', 'Whe', 'When']);
  typing.typed('When?');
  typing.rest(); // it was sent
  clock.advance(1000);
  assert.deepEqual(told.slice(3), [false]);
  typing.typed('🙂'.repeat(1001));
  assert.equal([...told.pop()].length, 1000);
  typing.rest();
  told.length = 0;
  typing.typed(undefined); // a message that is changed: its words are not shown
  shows = false;
  typing.rest();
  typing.typed('Not yours');
  assert.deepEqual(told, [true, false, true]);
});

test('typing whose end is never told is forgotten', () => {
  let changes = 0;
  const typing = new TypingIn(() => changes++);
  typing.set(true);
  clock.advance(5000);
  typing.set(true);
  clock.advance(5000);
  assert.deepEqual([typing.active, changes], [true, 1]);
  clock.advance(5000);
  assert.deepEqual([typing.active, changes], [false, 2]);
});
