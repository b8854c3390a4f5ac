// What a visitor can look up and take along: earlier chats, the transcript, sound, links, emoji.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { useStage } from './stage.mjs';

const stage = useStage();

async function ended(question) {
  const all = await stage.chatting(question);
  await all.operator.say(all.id, 'See https://shop.example/help.');
  await all.widget.bubble('shop.example', 'theirs');
  await all.operator.end(all.id);
  await all.widget.find('#anew').waitFor();
  return all;
}

test('earlier chats are listed, read, and left again', async () => {
  const { widget } = await ended('An earlier question');
  await widget.find('#anew').click();
  await widget.choose('past');
  await widget.find('#back').waitFor();
  assert.equal(await widget.focused(), 'back');
  await widget.find('.chat').filter({ hasText: 'shop.example' }).click();
  await widget.find('.past .message').filter({ hasText: 'An earlier question' }).waitFor();
  await widget.page.keyboard.press('Enter');
  await widget.find('.chat').waitFor();
  await widget.find('#back').click();
  await widget.find('#question').waitFor();
  assert.equal(await widget.focused(), 'question');
});

test('the transcript is a text of the whole chat', async () => {
  const { widget } = await ended('Can I keep this?');
  const [file] = await Promise.all([widget.page.waitForEvent('download'), widget.choose('transcript')]);
  assert.match(file.suggestedFilename(), /^chat-\d{4}-\d\d-\d\d\.txt$/);
  const text = await readFile(await file.path(), 'utf8');
  assert.match(text, /You: Can I keep this\?\n.*Anna.*: See https:\/\/shop\.example\/help\.\n$/);
});

test('a link opens elsewhere and tells the other side nothing', async () => {
  const { widget } = await ended('Where can I read on?');
  const link = widget.find('.bubble a');
  assert.deepEqual(await link.evaluate(({ textContent, href, target, rel }) => [textContent, href, target, rel]), [
    'https://shop.example/help',
    'https://shop.example/help',
    '_blank',
    'noopener noreferrer nofollow',
  ]);
});

test('emoji are put where the cursor is, by the keyboard alone', async () => {
  const { widget } = await stage.chatting('Smile');
  const { keyboard } = widget.page;
  await widget.find('#message').fill('Hello world');
  await widget.find('#message').evaluate((field) => field.setSelectionRange(5, 5));
  await widget.find('#emoji').focus();
  await keyboard.press('Enter');
  await widget.find('.emojis').waitFor();
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  assert.equal(await widget.find('#message').inputValue(), 'Hello😀 world');
  assert.equal(await widget.focused(), 'message');
  await widget.find('#emoji').click();
  await keyboard.press('Escape');
  assert.equal(await widget.focused(), 'emoji');
  assert.equal(await widget.panel.isVisible(), true);
});

test('sound is off until the visitor turns it on, and of two tabs one rings', async () => {
  const listen = (page) =>
    page.addInitScript(() => {
      window.rings = 0;
      const { createOscillator } = AudioContext.prototype;
      AudioContext.prototype.createOscillator = function () {
        window.rings += 0.5; // a bell is two tones
        return createOscillator.call(this);
      };
    });
  const rings = (widget) => widget.page.evaluate(() => window.rings);
  const { widget: first, operator, id } = await stage.chatting('Ring me');
  const [second, third] = [await stage.visit({ context: first.context, prepare: listen }), await stage.visit({ context: first.context, prepare: listen })];
  await second.openPanel();
  assert.equal(await second.find('#ring').getAttribute('aria-checked'), null);
  await second.choose('ring');
  await second.page.waitForFunction(() => window.rings === 1); // so sounds it
  await second.closePanel();
  await first.closePanel();
  await operator.say(id, 'Ding');
  await Promise.all([second, third].map((tab) => tab.find('.badge[data-count="1"]').waitFor()));
  await Promise.any([second, third].map((tab) => tab.page.waitForFunction((before) => window.rings > before, tab === second ? 1 : 0)));
  assert.equal((await rings(second)) + (await rings(third)), 2);
});
