// What happens to messages after they were sent: delivered, read, edited, deleted; and the rating.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useStage } from './stage.mjs';

const stage = useStage();

test('one tick, two ticks, two in colour; and the operator hears how far the visitor is', async () => {
  const { widget, operator, id } = await stage.chatting('Do you see me?');
  await widget.find('.mark.sent').waitFor();
  await operator.request('message.delivered', { chatId: id, seq: 1 });
  await widget.find('.mark.delivered').waitFor();
  await operator.request('message.read', { chatId: id, seq: 1 });
  await widget.find('.mark.read').waitFor();
  assert.equal(await widget.find('.mark').getAttribute('aria-label'), 'Read');
  await operator.say(id, 'I do.');
  await operator.heard('message.read', ({ seq, side }) => seq === 2 && side === 'visitor');
  await widget.closePanel();
  await operator.say(id, 'And now?');
  await operator.heard('message.delivered', ({ seq, side }) => seq === 3 && side === 'visitor');
  await widget.reload();
  await widget.openPanel();
  await widget.find('.mark.read').waitFor();
  await operator.heard('message.read', ({ seq }) => seq === 3);
});

test('an own message is edited, by the keyboard, and the draft stays', async () => {
  const { widget, operator, id } = await stage.chatting('I have a qestion');
  await widget.find('#message').fill('A draft');
  await widget.find('.pencil').focus();
  await widget.page.keyboard.press('Enter');
  assert.equal(await widget.find('#message').inputValue(), 'I have a qestion');
  await widget.page.keyboard.press('Escape');
  assert.equal(await widget.find('#message').inputValue(), 'A draft');
  await widget.find('.pencil').click();
  await widget.find('#message').fill('I have a question');
  await widget.page.keyboard.press('Enter');
  await widget.find('.edited').waitFor();
  assert.deepEqual(await widget.texts(), ['I have a question']);
  assert.equal(await widget.find('#message').inputValue(), 'A draft');
  assert.deepEqual(await operator.texts(id), ['I have a question']);
});

test('an own message is deleted after a question, in every tab, and stays so after a reload', async () => {
  const { widget, operator, id } = await stage.chatting('My password is 1234');
  const other = await stage.visit({ context: widget.context });
  await other.openPanel();
  await widget.find('.pencil').click();
  await widget.find('#remove').click();
  await widget.find('#confirm-keep').click();
  assert.equal(await widget.find('.removed').count(), 0);
  await widget.find('.pencil').click();
  await widget.find('#remove').click();
  await widget.find('#confirm-end').click();
  await Promise.all([widget, other].map((tab) => tab.find('.removed').filter({ hasText: 'was deleted' }).waitFor()));
  assert.equal(await widget.find('.pencil').count(), 0);
  assert.deepEqual(await operator.texts(id), ['']);
  await widget.reload();
  await widget.find('.removed').waitFor();
});

test('what was changed while the page was gone is there afterwards', async () => {
  const { widget, operator, id } = await stage.chatting('Which day?');
  await operator.say(id, 'Mondey');
  await widget.bubble('Mondey', 'theirs');
  await widget.page.goto('about:blank');
  await operator.request('message.edit', { chatId: id, seq: 2, text: 'Monday' });
  await widget.page.goto(stage.desk.url);
  await widget.bubble('Monday', 'theirs');
  assert.deepEqual(await widget.texts(), ['Which day?', 'Monday']);
});

test('a chat is rated once it has ended, with the keyboard', async () => {
  const { widget, operator, id } = await stage.chatting('Rate me');
  await operator.end(id);
  await widget.find('.star').first().waitFor();
  await widget.find('.star input').first().focus();
  for (let n = 0; n < 3; n++) await widget.page.keyboard.press('ArrowRight');
  assert.equal(await widget.find('.star.lit').count(), 4);
  await widget.find('#comment').fill('Quick and kind');
  await widget.find('#rate').click();
  await widget.find('.rating [role=status]').filter({ hasText: 'Thank you' }).waitFor();
  const { rating } = await operator.request('chat.get', { chatId: id });
  assert.deepEqual([rating.score, rating.comment], [4, 'Quick and kind']);
  await widget.reload();
  await widget.find('.rating [role=status]').filter({ hasText: 'Thank you' }).waitFor();
  assert.equal(await widget.find('.star').first().isVisible(), false);
});
