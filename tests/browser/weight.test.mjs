// What the widget does to the page that it stands on: nothing moves, nothing takes long.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useStage } from './stage.mjs';
import { LONG_MS, longestTask } from './tasks.mjs';

const stage = useStage();

test('the loader moves nothing, and neither it nor the panel holds the page up', async (t) => {
  const init = (page) =>
    page.addInitScript(() => {
      window.shifts = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shifts += value))).observe({ type: 'layout-shift', buffered: true });
    });
  const widget = await stage.visit({ prepare: init });
  const loading = await longestTask(stage.browser, widget.page, async () => {
    await widget.page.reload();
    await widget.launcher.waitFor();
    await widget.page.waitForLoadState('networkidle');
  });
  const opening = await longestTask(stage.browser, widget.page, async () => {
    await widget.openPanel();
    await widget.find('#question').fill('Is it quick?');
  });
  t.diagnostic(`longest task: ${loading} ms while loading, ${opening} ms while opening`);
  assert.ok(loading <= LONG_MS, `${loading} ms while loading`);
  assert.ok(opening <= LONG_MS, `${opening} ms while opening`);
  assert.equal(await widget.page.evaluate(() => window.shifts), 0);
});
