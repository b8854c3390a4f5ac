// What happens to messages after they were sent: delivered, read, edited, deleted; and the queue and the rating.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeDesk } from './fakedesk.mjs';
import { useStage } from './stage.mjs';

const stage = useStage(() => FakeDesk.start());

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

test('a change that the desk refuses says so and keeps the text', async () => {
  const { widget } = await stage.chatting('Keep me');
  await widget.find('.pencil').click();
  stage.desk.desk.refuseNext.set('message.edit', 'busy');
  await widget.find('#message').fill('Change me');
  await widget.page.keyboard.press('Enter');
  await widget.find('#too-long').filter({ hasText: 'did not work' }).waitFor();
  assert.equal(await widget.find('#message').inputValue(), 'Change me');
});

test('the place in the queue is told as it changes', async () => {
  const [widget, operator] = [await stage.visit(), await stage.operator()];
  await widget.openPanel();
  await widget.start('Ida', 'How long is the queue?');
  const { id, visitorId } = await operator.waitingChat('How long is the queue?');
  await widget.find('.card').filter({ hasText: 'You are in the queue' }).waitFor();
  for (const [position, words] of [[3, 'number 3'], [1, 'You are next']]) {
    stage.desk.publish([`visitor:${visitorId}`], 'queue.changed', { chatId: id, position });
    await widget.find('.card').filter({ hasText: words }).waitFor();
  }
});

test('how long it will take is told while it is known, and counts down', async () => {
  const [widget, operator] = [await stage.visit({ prepare: (page) => page.clock.install() }), await stage.operator()];
  await widget.openPanel();
  await widget.start('Ida', 'How long does it take?');
  const { id, visitorId } = await operator.waitingChat('How long does it take?');
  const card = (words) => widget.find('.card').filter({ hasText: words }).waitFor();
  await card('with you shortly');
  const tell = (expectedWait) => stage.desk.publish([`visitor:${visitorId}`], 'queue.changed', { chatId: id, position: 2, expectedWait });
  tell(175);
  await card('You are number 2 in the queue');
  await card('in about 3 minutes');
  await widget.page.clock.runFor(120000);
  await card('in about 1 minute.');
  await widget.page.clock.runFor(60000);
  await card('with you shortly'); // it took longer than it did for others
  tell(7100);
  await card('in about 2 hours');
  tell();
  await card('with you shortly');
});

test('where the desk shows what is written the visitor is told so, and only there it is shown', async () => {
  const typed = async (shows) => {
    stage.desk.desk.front.typingPreview = shows;
    const { widget, operator, id } = await stage.chatting(`Do you see it? ${shows}`);
    await widget.find('#message').pressSequentially('My secret', { delay: 100 });
    const { text } = await operator.heard('typing.changed', ({ chatId, text: shown }) => chatId === id && (!shows || shown === 'My secret'));
    assert.equal(text, shows ? 'My secret' : undefined);
    assert.equal(await widget.find('.seen').count(), shows ? 1 : 0);
    if (shows) assert.match(await widget.find('#message').getAttribute('aria-describedby'), /seen/);
  };
  await typed(true);
  await typed(false);
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
  const { score, comment } = stage.desk.desk.chats.get(id).wire.rating;
  assert.deepEqual([score, comment], [4, 'Quick and kind']);
  await widget.reload();
  await widget.find('.rating [role=status]').filter({ hasText: 'Thank you' }).waitFor();
  assert.equal(await widget.find('.star').first().isVisible(), false);
});
