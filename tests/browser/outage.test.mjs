// The server dies and comes back: what was written in between arrives once, and in order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useStage } from './stage.mjs';

const stage = useStage();

test('what is written while the server is down arrives once and in order', async () => {
  const { widget, operator, id } = await stage.chatting('Will this survive?');
  await widget.write('Before');
  await widget.bubble('Before', 'sent');
  operator.close();
  await stage.desk.stop();
  for (const text of ['One', 'Two', 'Three']) await widget.write(text);
  await widget.bubble('Three', 'waiting');
  await widget.find('.bar').filter({ hasText: '3 messages waiting' }).waitFor();
  await stage.desk.start();
  await widget.bubble('Three', 'sent');
  const again = await stage.operator();
  assert.deepEqual(await again.texts(id), ['Will this survive?', 'Before', 'One', 'Two', 'Three']);
  assert.deepEqual(await widget.texts(), ['Will this survive?', 'Before', 'One', 'Two', 'Three']);
  await again.say(id, 'It did.');
  await widget.bubble('It did', 'theirs');
  await widget.find('.bar').waitFor({ state: 'hidden' });
});

test('a crash in the middle of sending loses nothing and doubles nothing', async () => {
  const { widget, operator, id } = await stage.chatting('Mind the step');
  operator.close();
  const said = ['Mind the step'];
  for (let n = 1; n <= 3; n++) {
    said.push(`Before crash ${n}`, `Right after ${n}`);
    await widget.write(said.at(-2)); // on its way, stored or not, when the server dies
    await stage.desk.stop();
    await widget.write(said.at(-1));
    await stage.desk.start();
    await widget.bubble(said.at(-1), 'sent');
  }
  const again = await stage.operator();
  assert.deepEqual(await again.texts(id), said);
  assert.deepEqual(await widget.texts(), said);
});

test('a page that is loaded while the server is down keeps what was written', async () => {
  const { widget, operator, id } = await stage.chatting('And a reload?');
  operator.close();
  // The page comes from the memory of the browser's test, as a site's own page would; only the desk is away.
  await widget.keepPage();
  await stage.desk.stop();
  await widget.write('Written offline');
  await widget.bubble('Written offline', 'waiting');
  await widget.reload();
  await widget.bubble('Written offline', 'waiting');
  await widget.write('And after the reload');
  await stage.desk.start();
  await widget.bubble('And after the reload', 'sent');
  const again = await stage.operator();
  assert.deepEqual(await again.texts(id), ['And a reload?', 'Written offline', 'And after the reload']);
});

test('a question asked while the server is down starts one chat', async () => {
  const widget = await stage.visit();
  await widget.openPanel();
  await stage.desk.stop();
  await widget.start('Olaf', 'Anybody there?');
  await widget.bubble('Anybody there?', 'waiting');
  await widget.write('I can wait.');
  await stage.desk.start();
  await widget.bubble('I can wait', 'sent');
  const operator = await stage.operator();
  const { id } = await operator.waitingChat('I can wait.');
  assert.deepEqual(await operator.texts(id), ['Anybody there?', 'I can wait.']);
  const { chats } = await operator.request('chat.list', { scope: 'queue' });
  assert.equal(chats.filter(({ visitorName }) => visitorName === 'Olaf').length, 1);
});

test('a chat cannot be ended while the server is down, and the widget says so', async () => {
  const { widget, operator } = await stage.chatting('Please hold the line');
  operator.close();
  await stage.desk.stop();
  await widget.choose('end');
  await widget.find('#confirm-end').click();
  await widget.find('#confirm-problem').filter({ hasText: 'cannot be reached' }).waitFor();
  await stage.desk.start();
  await widget.find('.bar').waitFor({ state: 'hidden' });
  await widget.find('.head').filter({ hasText: 'Reconnecting' }).waitFor({ state: 'hidden' });
  await widget.find('#confirm-end').click();
  await widget.find('#anew').waitFor();
});

test('after a laptop has slept the chat goes on where it was', async () => {
  const { widget, operator, id } = await stage.chatting('Asleep?', { prepare: (page) => page.clock.install() });
  await widget.write('Good night');
  await widget.bubble('Good night', 'sent');
  const lines = () => widget.requests.filter((url) => url.startsWith('ws')).length;
  const before = lines();
  await widget.page.clock.fastForward('08:00:00'); // timers stood still, and the line is long dead
  await operator.say(id, 'Good morning');
  await widget.bubble('Good morning', 'theirs');
  await widget.write('Morning!');
  await widget.bubble('Morning!', 'sent');
  assert.ok(lines() > before, 'the old connection was trusted');
  const said = ['Asleep?', 'Good night', 'Good morning', 'Morning!'];
  assert.deepEqual([await widget.texts(), await operator.texts(id)], [said, said]);
});

test('what could not be loaded while the server was down is loaded the next time', async () => {
  const { widget, operator } = await stage.chatting('Is it all there?');
  operator.close();
  await stage.desk.stop();
  await widget.find('.head').filter({ hasText: 'Reconnecting' }).waitFor();
  await widget.find('#emoji').click();
  await widget.find('#too-long').filter({ hasText: 'cannot be reached' }).waitFor();
  await stage.desk.start();
  await widget.find('.head').filter({ hasText: 'Reconnecting' }).waitFor({ state: 'hidden' });
  await widget.find('#emoji').click();
  await widget.find('.emojis').waitFor();
});

test('a panel that could not be loaded is loaded at the next click', async () => {
  const widget = await stage.visit();
  await stage.desk.stop();
  const warned = widget.page.waitForEvent('console', (message) => /could not be loaded/.test(message.text()));
  await widget.launcher.click();
  await warned;
  await stage.desk.start();
  await widget.openPanel();
  await widget.find('#question').waitFor();
});
