import assert from 'node:assert/strict';

/** What a person does not notice. */
export const LONG_MS = 50;

/**
 * The longest task of the page's main thread while `work` runs, in milliseconds of the processor: those do not grow when
 * the machine is busy with something else.
 */
export async function longestTask(browser, page, work) {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await work();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const isMain = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain';
  const mains = new Set(traceEvents.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  const isTask = ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && mains.has(`${pid} ${tid}`);
  const tasks = traceEvents.filter(isTask);
  assert.ok(tasks.length > 0);
  return tasks.reduce((longest, { tdur }) => Math.max(longest, tdur ?? 0), 0) / 1000;
}
