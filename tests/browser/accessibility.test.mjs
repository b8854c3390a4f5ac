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
  await widget.openPanel();
  const moving = await widget.panel.evaluate((node) => node.getRootNode().getAnimations({ subtree: true }).length);
  assert.equal(moving, 0);
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
  await widget.openPanel();
  const box = await widget.panel.boundingBox();
  assert.deepEqual([box.width, box.height], [320, 256]);
  await widget.start('Zoe', 'Large?');
  await widget.bubble('Large?', 'sent');
  await widget.write('Very');
  await widget.bubble('Very', 'sent');
  const sideways = await widget.find('.talk .scroller').evaluate((node) => node.scrollWidth > node.clientWidth);
  assert.equal(sideways, false);
});
