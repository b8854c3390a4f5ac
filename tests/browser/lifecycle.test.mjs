// One chat from the question to the end, and what a reload makes of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useStage } from './stage.mjs';

const stage = useStage();

test('a chat from the question to its end by the operator, and another one', async () => {
  const [widget, operator] = [await stage.visit(), await stage.operator()];
  await widget.openPanel();
  await widget.start('Maria Keller', 'Do you ship to Norway?', 'maria@example.org');
  await widget.bubble('Norway', 'own.sent');
  await widget.find('.card').waitFor();
  const { id, visitorName, visitorEmail } = await operator.waitingChat('Do you ship to Norway?');
  assert.deepEqual([visitorName, visitorEmail], ['Maria Keller', 'maria@example.org']);

  const { operatorName } = await operator.claim(id);
  await widget.find('#title').filter({ hasText: operatorName }).waitFor();
  await widget.find('.head[data-presence=here]').waitFor();
  await widget.find('.system').filter({ hasText: `${operatorName} joined` }).waitFor();

  await operator.type(id);
  await widget.find('.dots').waitFor();
  await operator.say(id, 'We do, for £9.');
  await widget.bubble('for £9', 'theirs');
  await widget.find('.dots').waitFor({ state: 'detached' });
  await widget.find('#message').pressSequentially('Than');
  assert.equal((await operator.heard('typing.changed', ({ typing }) => typing)).chatId, id);
  await widget.write('Thank you!');
  await operator.heard('typing.changed', ({ typing }) => !typing);
  assert.equal((await operator.heard('message.sent', ({ message }) => message.text === 'Thank you!')).message.chatId, id);

  await operator.end(id);
  await widget.find('#anew').waitFor();
  assert.equal(await widget.find('#message').isVisible(), false);
  assert.deepEqual(await widget.texts(), ['Do you ship to Norway?', 'We do, for £9.', 'Thank you!']);
  await widget.find('#anew').click();
  assert.deepEqual([await widget.find('#name').inputValue(), await widget.find('#email').inputValue()], [
    'Maria Keller',
    'maria@example.org',
  ]);
  await widget.find('#question').fill('And to Iceland?');
  await widget.find('#begin').click();
  assert.notEqual((await operator.waitingChat('And to Iceland?')).id, id);
});

test('the visitor ends the chat, after a question', async () => {
  const { widget, operator, id } = await stage.chatting('Only a short one');
  await widget.choose('end');
  await widget.find('#confirm-keep').click();
  assert.equal(await widget.focused(), 'message');
  await widget.choose('end');
  await widget.find('#confirm-end').click();
  await widget.find('#anew').waitFor();
  assert.equal((await operator.heard('chat.ended')).chat.id, id);
});

test('a reload in any state changes nothing', async () => {
  const [widget, operator] = [await stage.visit(), await stage.operator()];
  await widget.openPanel();
  await widget.find('#question').fill('Half a quest');
  await widget.reload();
  assert.equal(await widget.find('#question').inputValue(), 'Half a quest');

  await widget.start('Maria', 'Where is my order?');
  await widget.bubble('order', 'sent');
  await widget.reload();
  await widget.find('.card').waitFor();
  const { id } = await operator.waitingChat('Where is my order?');

  await operator.claim(id);
  await operator.say(id, 'On its way.');
  await widget.bubble('On its way', 'theirs');
  await widget.find('#message').fill('When will');
  await widget.reload();
  await widget.bubble('On its way', 'theirs');
  assert.equal(await widget.find('#message').inputValue(), 'When will');
  await widget.write('When will it come?');
  await operator.heard('message.sent', ({ message }) => message.text === 'When will it come?');

  await operator.end(id);
  await widget.find('#anew').waitFor();
  await widget.reload();
  await widget.find('#anew').waitFor();
  assert.deepEqual(await widget.texts(), ['Where is my order?', 'On its way.', 'When will it come?']);
});

test('what was said while the page was gone is there afterwards', async () => {
  const { widget, operator, id } = await stage.chatting('Back in a minute');
  await widget.page.goto('about:blank');
  await operator.say(id, 'One');
  await operator.say(id, 'Two');
  await widget.page.goto(stage.desk.url);
  await widget.bubble('Two', 'theirs');
  assert.deepEqual(await widget.texts(), ['Back in a minute', 'One', 'Two']);
});

test('unread messages are counted at the button and in the title', async () => {
  const { widget, operator, id } = await stage.chatting('I shall look at other pages');
  const title = await widget.page.title();
  await widget.closePanel();
  await operator.say(id, 'First');
  await operator.say(id, 'Second');
  await widget.find('.badge[data-count="2"]').waitFor();
  assert.equal(await widget.page.title(), `(2) ${title}`);
  assert.equal(await widget.launcher.getAttribute('aria-label'), 'Open chat, 2 new messages');
  await widget.reload();
  await widget.find('.badge[data-count="2"]').waitFor();
  await widget.openPanel();
  await widget.find('.badge').waitFor({ state: 'hidden' });
  assert.equal(await widget.page.title(), title);
});

test('two tabs of a visitor stay in step', async () => {
  const { widget: first, operator, id } = await stage.chatting('Two tabs, one question');
  const second = await stage.visit({ context: first.context });
  await second.openPanel();
  await second.bubble('Two tabs', 'sent');
  await second.write('From the second tab');
  await first.bubble('second tab', 'own.sent');
  await operator.say(id, 'I see both');
  await Promise.all([first.bubble('both', 'theirs'), second.bubble('both', 'theirs')]);
  await first.choose('end');
  await first.find('#confirm-end').click();
  await second.find('#anew').waitFor();
  await second.find('#anew').click();
  await first.find('#question').waitFor();
  await first.start('Maria', 'A new one');
  await second.bubble('A new one', 'sent');
});

test('the visitor rates the chat, and another tab knows', async () => {
  const { widget, operator, id } = await stage.chatting('How was I?');
  const other = await stage.visit({ context: widget.context });
  await other.openPanel();
  await operator.end(id);
  await widget.find('.star').nth(4).click();
  await widget.find('#rate').click();
  const thanks = (tab) => tab.find('.rating [role=status]').filter({ hasText: 'Thank you' }).waitFor();
  await thanks(widget);
  await other.reload();
  await thanks(other);
});

test('who waits is told their place in the queue', { skip: !process.env.DESKBELL_SERVER }, async () => {
  const [first, second] = [await stage.visit(), await stage.visit()];
  for (const [widget, question] of [[first, 'Am I the first?'], [second, 'And I the second?']]) {
    await widget.openPanel();
    await widget.start('Ida', question);
    await widget.bubble(question, 'sent');
  }
  await second.find('.card').filter({ hasText: /You are number \d+ in the queue/ }).waitFor();
});
