// With the keyboard alone, for a screen reader, and by the rules that axe knows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './axe.mjs';
import { useStage } from './stage.mjs';

const stage = useStage();

test('the keyboard reaches everything and comes back', async () => {
  const widget = await stage.visit();
  const operator = await stage.operator();
  const { keyboard } = widget.page;
  await widget.launcher.focus();
  await keyboard.press('Enter');
  await widget.panel.waitFor();
  assert.equal(await widget.focused(), 'name');
  await keyboard.press('Escape');
  await widget.panel.waitFor({ state: 'hidden' });
  assert.equal(await widget.launcher.evaluate((node) => node.getRootNode().activeElement === node), true);
  await keyboard.press('Enter');
  await keyboard.type('Kim');
  await keyboard.press('Tab');
  assert.equal(await widget.focused(), 'email');
  await keyboard.press('Tab');
  await keyboard.press('Control+Enter');
  await widget.find('#question-problem').filter({ hasText: 'question first' }).waitFor();
  assert.equal(await widget.find('#question').getAttribute('aria-invalid'), 'true');
  await keyboard.type('By keys?');
  await keyboard.press('Control+Enter');
  await widget.bubble('By keys?', 'sent');
  assert.equal(await widget.focused(), 'message');
  await keyboard.type('one');
  await keyboard.press('Shift+Enter');
  await keyboard.type('two');
  await keyboard.press('Enter');
  await widget.bubble('two', 'sent');
  assert.deepEqual(await widget.texts(), ['By keys?', 'one\ntwo']);
  const { id } = await operator.waitingChat('one\ntwo');
  await operator.claim(id);
  await operator.end(id);
  await widget.find('#anew').waitFor();
  assert.equal(await widget.focused(), 'anew');
  await keyboard.press('Enter');
  assert.equal(await widget.focused(), 'question');
});

test('a screen reader hears each word of the operator once, and no word of the visitor', async () => {
  const { widget, operator, id } = await stage.chatting('Can you hear me?');
  await operator.say(id, 'Loud');
  await operator.say(id, 'and clear');
  await widget.bubble('and clear', 'theirs');
  await widget.write('Good');
  await widget.bubble('Good', 'sent');
  const spoken = await widget.find('[role=log] p').allTextContents();
  assert.match(spoken.shift(), /joined the chat$/);
  assert.deepEqual(spoken.map((text) => text.split(': ')[1]), ['Loud', 'and clear']);
});

test('with reduced motion nothing moves', async () => {
  const widget = await stage.visit({ reducedMotion: 'reduce' });
  const operator = await stage.operator();
  const still = async (state) => {
    const moving = await widget.panel.evaluate((node) => node.getRootNode().getAnimations({ subtree: true }).length);
    assert.equal(moving, 0, state);
  };
  await widget.openPanel();
  await still('form');
  await widget.start('Ida', 'Dizzy?');
  await widget.find('.card').waitFor();
  await still('waiting');
  const { id } = await operator.waitingChat('Dizzy?');
  await operator.claim(id);
  await operator.type(id);
  await widget.find('.dots').waitFor();
  await widget.find('#more').click();
  await still('typing, and a menu');
  await widget.find('#end').click();
  await still('a question');
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing in any state, ${colorScheme}`, async () => {
    const widget = await stage.visit({ colorScheme, reducedMotion: 'reduce' });
    const operator = await stage.operator();
    assert.deepEqual(await findings(widget), []);
    await widget.openPanel();
    await widget.find('#begin').click();
    assert.deepEqual(await findings(widget), []);
    const question = `Is it accessible in the ${colorScheme}?`;
    await widget.start('Lea', question);
    const { id } = await operator.waitingChat(question);
    await widget.bubble(question, 'sent');
    assert.deepEqual(await findings(widget), []);
    await operator.claim(id);
    await operator.say(id, 'We hope so.');
    await operator.type(id);
    await widget.find('.dots').waitFor();
    await widget.choose('end');
    assert.deepEqual(await findings(widget), []);
    await widget.find('#confirm-end').click();
    await widget.find('#anew').waitFor();
    assert.deepEqual(await findings(widget), []);
  });
}

test('at 400 % everything can still be reached', async () => {
  const widget = await stage.visit({ viewport: { width: 320, height: 256 }, reducedMotion: 'reduce' });
  const operator = await stage.operator();
  await widget.openPanel();
  const box = await widget.panel.boundingBox();
  assert.deepEqual([box.width, box.height], [320, 256]);
  const reachable = (selector) => inReach(widget, selector);
  for (const control of ['#name', '#email', '#question', '#begin', '#more', '#close']) await reachable(control);
  await widget.start('Zoe', 'Large?');
  await widget.bubble('Large?', 'sent');
  await widget.write('Very');
  await widget.bubble('Very', 'sent');
  await widget.find('#more').click();
  for (const item of ['#ring', '#past', '#transcript', '#end']) await reachable(item);
  await widget.page.keyboard.press('Escape');
  await widget.find('#emoji').click();
  for (const at of [0, 39]) await reachable(`.emojis button >> nth=${at}`);
  await widget.page.keyboard.press('Escape');
  const { id } = await operator.waitingChat('Very');
  await operator.claim(id);
  await widget.choose('end');
  for (const answer of ['#confirm-question', '#confirm-keep', '#confirm-end']) await reachable(answer);
  await widget.find('#confirm-end').click();
  await widget.find('.star').nth(2).click();
  for (const part of ['.star >> nth=4', '#comment', '#rate', '#anew']) await reachable(part);
  await widget.choose('past');
  await widget.find('.chat').waitFor();
  for (const part of ['#back', '.chat']) await reachable(part);
});

/** It can be scrolled to, is not cut off at the side, and nothing lies over it. */
async function inReach(widget, selector) {
  const found = widget.find(selector);
  await found.scrollIntoViewIfNeeded();
  const [inside, own] = await found.evaluate((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    const hit = node.getRootNode().elementFromPoint((left + right) / 2, Math.min((top + bottom) / 2, innerHeight - 1));
    return [left >= 0 && right <= innerWidth && top < innerHeight && bottom > 0, hit === node || node.contains(hit) || Boolean(hit?.contains(node))];
  });
  assert.ok(inside, `${selector} is cut off`);
  assert.ok(own, `something lies over ${selector}`);
  const sideways = await widget.panel.evaluate((panel) => [...panel.querySelectorAll('.scroller, .welcome, .chats')].filter((node) => node.scrollWidth > node.clientWidth).map(({ className }) => className));
  assert.deepEqual(sideways, []);
}
