// What a desk tells or asks as it likes: the queue, the wait, a refused change, what is typed. A fake desk does as it is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './axe.mjs';
import { FakeDesk } from './fakedesk.mjs';
import { useStage } from './stage.mjs';

const stage = useStage(() => FakeDesk.start());

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

test('an answer shows what it answers, as text', async () => {
  const { widget, operator, id } = await stage.chatting('Is it <b>red</b>?', { reducedMotion: 'reduce' });
  await operator.say(id, 'One moment');
  await operator.request('message.send', { chatId: id, text: 'It is.', replyToSeq: 1 });
  await widget.bubble('It is.', 'theirs');
  assert.deepEqual(await widget.find('.quote').allTextContents(), ['Is it <b>red</b>?']);
  assert.equal((await widget.texts()).at(-1), 'It is.');
  assert.deepEqual(await findings(widget), []);
});
