// One chat in which a participant of every dialect, our own vocabulary and the widget in a browser see the same messages
// in the same order.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, WidgetPage } from '../browser/page.mjs';
import { anna, operator, rest, useServer } from './clients.mjs';
import { Participants } from './participants.mjs';

const server = useServer({ args: ['--no-rate-limits'] });
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test('everybody sees the same messages in the same order', async () => {
  const widget = await WidgetPage.open(browser, server.url);
  await widget.openPanel();
  await widget.start('Vera', 'Is everybody there?');
  await widget.bubble('Is everybody there?', 'own.sent');
  const token = await widget.token();
  const { body } = await rest(server, 'GET', '/api/chat/rooms', { token });
  const everybody = await Participants.gather(server, body.data[0].roomId, token, await operator(server, anna));
  const rounds = [1, 2, 3];
  for (const round of rounds) {
    await everybody.sayAll(round);
    await widget.write(`widget ${round}`);
  }
  const expected = 1 + rounds.length * (everybody.count + 1);
  const stored = await everybody.stored(expected);
  assert.equal(stored.length, expected);
  await everybody.assertAllHeard(stored);
  await widget.bubble(stored.at(-1));
  assert.deepEqual(await widget.texts(), stored);
  assert.deepEqual(widget.problems, []);
  everybody.close();
  await widget.close();
});
