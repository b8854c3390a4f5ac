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
