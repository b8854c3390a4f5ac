// What the desk refuses, and what happens behind the visitor's back: a fake desk does as it is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './axe.mjs';
import { FakeDesk } from './fakedesk.mjs';
import { useStage } from './stage.mjs';

const stage = useStage(() => FakeDesk.start());
const rules = () => stage.desk.desk;

test('a message that is refused says so and can be sent again', async () => {
  const { widget } = await stage.chatting('Refuse the next one', { reducedMotion: 'reduce' });
  rules().refuseNext.set('message.send', 'invalid_request');
  await widget.write('Refused');
  await widget.bubble('Refused', 'own.failed');
  assert.deepEqual(await findings(widget), []);
  await widget.write('Taken');
  await widget.bubble('Taken', 'own.sent');
  await widget.find('.failed .link').click();
  await widget.bubble('Refused', 'own.sent');
  assert.deepEqual(await widget.texts(), ['Refuse the next one', 'Taken', 'Refused']);
});

test('a message that the desk is too busy for is sent again by itself', async () => {
  const { widget } = await stage.chatting('Be busy for once');
  rules().refuseNext.set('message.send', 'too_many_requests');
  await widget.write('In a moment');
  await widget.bubble('In a moment', 'waiting');
  await widget.bubble('In a moment', 'sent');
});

test('a question that is refused goes back into the form', async () => {
  const widget = await stage.visit();
  await widget.openPanel();
  rules().refuseNext.set('chat.start', 'invalid_request');
  await widget.start('Max', 'Refused question');
  await widget.find('#question-problem').filter({ hasText: 'could not be sent' }).waitFor();
  assert.equal(await widget.find('#question').inputValue(), 'Refused question');
  await widget.find('#begin').click();
  await widget.bubble('Refused question', 'sent');
});

test('what did not reach a chat that ended meanwhile begins the next one', async () => {
  const { widget, id } = await stage.chatting('End behind my back');
  await stage.desk.stop();
  await widget.write('Too late');
  await widget.bubble('Too late', 'waiting');
  rules().advance(rules().chats.get(id), { status: 'ended', endedAt: new Date().toISOString() }, 'chat.ended');
  await stage.desk.start();
  await widget.find('.failed').filter({ hasText: 'the chat had ended' }).waitFor();
  assert.equal(await widget.find('.failed .link').count(), 0);
  await widget.find('#anew').click();
  assert.equal(await widget.find('#question').inputValue(), 'Too late');
});

test('a desk that has forgotten the visitor gets the message as a new chat', async () => {
  const { widget } = await stage.chatting('Forget me');
  await stage.desk.stop();
  await widget.write('Do you know me?');
  await widget.bubble('know me', 'waiting');
  rules().visitors.clear();
  rules().chats.clear();
  await stage.desk.start();
  await widget.bubble('know me', 'sent');
  assert.deepEqual([...rules().chats.values()].map(({ messages }) => messages.map(({ text }) => text)), [['Do you know me?']]);
});

test('an answer that was lost on the way back is no second message', async () => {
  const { widget, id } = await stage.chatting('Lose the answer');
  rules().afterNext.set('message.send', () => stage.desk.drop());
  await widget.write('Only once');
  await widget.bubble('Only once', 'sent');
  await widget.write('And this');
  await widget.bubble('And this', 'sent');
  const { messages } = rules().chats.get(id);
  assert.deepEqual(messages.map(({ text }) => text), ['Lose the answer', 'Only once', 'And this']);
});

test('a long conversation comes page by page, and the reader stays where they are', async () => {
  const { widget, operator, id } = await stage.chatting('Tell me everything');
  await widget.page.goto('about:blank');
  for (let n = 2; n <= 240; n++) rules().append(rules().chats.get(id), rules().operators.get('anna@shop.example'), `Line ${n}`);
  await widget.page.evaluate(() => {});
  await widget.page.goto(stage.desk.url);
  await widget.bubble('Line 240', 'theirs');
  const shown = await widget.texts();
  assert.deepEqual([shown.at(-1), new Set(shown).size], ['Line 240', shown.length]);
  await operator.say(id, 'At the end');
  await widget.bubble('At the end', 'theirs');
});
