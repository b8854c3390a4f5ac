// The states that accessibility.test.mjs does not come by, in both themes, from right to left and in forced colours.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './axe.mjs';
import { useStage } from './stage.mjs';

const stage = useStage();
const arabic = (page) => page.addInitScript(() => (window.Deskbell = [['setLanguage', 'ar']]));
const looks = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['right to left', { colorScheme: 'light', prepare: arabic }],
  ['forced colours', { forcedColors: 'active' }],
];

for (const [name, options] of looks) {
  test(`axe finds nothing in menus, changes, the rating and earlier chats, ${name}`, async () => {
    const widget = await stage.visit({ reducedMotion: 'reduce', ...options });
    const operator = await stage.operator();
    const { keyboard } = widget.page;
    const clean = async (state) => assert.deepEqual(await findings(widget), [], state);
    await widget.openPanel();
    await widget.start('Lea', `Hello, ${name}`);
    const { id } = await operator.waitingChat(`Hello, ${name}`);
    await operator.claim(id);
    await operator.say(id, 'See https://shop.example/help');
    await operator.request('message.read', { chatId: id, seq: 1 });
    await widget.find('.mark.read').waitFor();
    for (const button of ['#more', '#emoji']) {
      await widget.find(button).click();
      await clean(button);
      await keyboard.press('Escape');
    }
    await widget.find('.pencil').click();
    await clean('editing');
    await widget.find('#remove').click();
    await clean('a question');
    await widget.find('#confirm-end').click();
    await widget.find('.removed').waitFor();
    await clean('deleted');
    await operator.end(id);
    await widget.find('.star').nth(3).click();
    await clean('rating');
    await widget.find('#rate').click();
    await widget.find('.rating [role=status]').filter({ hasText: /./ }).waitFor();
    await clean('rated');
    await widget.choose('past');
    await widget.find('.chat').waitFor();
    await clean('earlier chats');
    await widget.find('.chat').click();
    await widget.find('.past .message').first().waitFor();
    await clean('an earlier chat');
  });
}

for (const [name, options] of looks) {
  test(`axe finds nothing while the server is away, of what failed, and of what is new, ${name}`, async () => {
    const { widget, operator, id } = await stage.chatting(`Are you there, ${name}?`, { reducedMotion: 'reduce', viewport: { width: 1000, height: 500 }, ...options });
    const clean = async (state) => assert.deepEqual(await findings(widget), [], state);
    await operator.say(id, `${'A long answer\n'.repeat(60)}and its end`);
    await widget.bubble('and its end', 'theirs');
    await widget.find('.talk .scroller').evaluate((node) => (node.scrollTop = 0));
    await operator.say(id, 'And another');
    await widget.find('.talk .newest').waitFor();
    await clean('new messages below');
    await widget.closePanel();
    await operator.say(id, 'Still there?');
    await widget.find('.badge[data-count="1"]').waitFor();
    await clean('unread');
    await widget.openPanel();
    operator.close();
    await stage.desk.stop();
    await widget.write('Into the dark');
    await widget.find('.bar').waitFor();
    await clean('offline');
    await stage.desk.start();
    await widget.bubble('Into the dark', 'sent');
    await widget.find('#message').fill('x'.repeat(4001));
    await widget.find('#too-long').filter({ hasText: /./ }).waitFor();
    await clean('too long');
  });
}

test('in forced colours every control has an edge, and the focus can be seen', async () => {
  const { widget } = await stage.chatting('Contrast?', { forcedColors: 'active' });
  const edges = await widget.panel.evaluate((panel) =>
    ['.send', '.bubble', '.field'].map((selector) => getComputedStyle(panel.querySelector(selector)).borderTopWidth),
  );
  assert.deepEqual(edges, ['1px', '1px', '1px']);
  await widget.find('#more').focus();
  await widget.page.keyboard.press('Tab');
  const outline = await widget.find('#close').evaluate((node) => getComputedStyle(node).outlineStyle);
  assert.equal(outline, 'solid');
});

for (const path of ['/chat', '/embed', '/']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing on ${path}, ${colorScheme}`, async () => {
      const widget = await stage.visit({ url: stage.desk.url + path, page: path === '/chat', colorScheme, reducedMotion: 'reduce' });
      assert.deepEqual(await findings(widget, true), []);
    });
  }
}
