// What the widget does to the page that it stands on: nothing moves, nothing takes long.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useStage } from './stage.mjs';

const stage = useStage();
const LONG_MS = 50;

/** The longest task of the page's main thread while `work` runs, in milliseconds of the processor. */
async function longestTask(widget, work) {
  await stage.browser.startTracing(widget.page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] });
  await work();
  const { traceEvents } = JSON.parse(await stage.browser.stopTracing());
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`);
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => /RunTask$/.test(name) && ph === 'X' && mains.includes(`${pid} ${tid}`));
  assert.ok(tasks.length > 0);
  return Math.max(...tasks.map(({ tdur, dur }) => tdur ?? dur)) / 1000;
}

test('the loader moves nothing, and neither it nor the panel holds the page up', async (t) => {
  const init = (page) =>
    page.addInitScript(() => {
      window.shifts = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shifts += value))).observe({ type: 'layout-shift', buffered: true });
    });
  const widget = await stage.visit({ prepare: init });
  const loading = await longestTask(widget, async () => {
    await widget.page.reload();
    await widget.launcher.waitFor();
    await widget.page.waitForLoadState('networkidle');
  });
  const opening = await longestTask(widget, async () => {
    await widget.openPanel();
    await widget.find('#question').fill('Is it quick?');
  });
  t.diagnostic(`longest task: ${loading} ms while loading, ${opening} ms while opening`);
  assert.ok(loading <= LONG_MS, `${loading} ms while loading`);
  assert.ok(opening <= LONG_MS, `${opening} ms while opening`);
  assert.equal(await widget.page.evaluate(() => window.shifts), 0);
});
