// A conversation of 2,000 messages: it opens, scrolls and grows as a short one does, and one finds one's place again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDesk } from './page.mjs';
import { useStage } from './stage.mjs';
import { LONG_MS, longestTask } from './tasks.mjs';

const stage = useStage(() => findDesk({ args: ['--no-rate-limits'] }));
const COUNT = 2000;

/** Scrolls up as a person with a wheel does until the first message is reached. */
const wheelUp = (widget) =>
  widget.find('.talk .scroller').evaluate(async (scroller, count) => {
    const list = scroller.querySelector('.list');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (list.querySelectorAll('.message').length < count || scroller.scrollTop > 0) {
      scroller.scrollTop -= 600;
      await frame();
    }
  }, COUNT);

/** The visitor goes elsewhere, and the browser forgets the messages that it had: they come page by page. */
async function leave({ page }) {
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith(':chat')).forEach((key) => localStorage.removeItem(key)));
  await page.goto('about:blank');
}

/** The second message and all that follow, in order: a socket keeps it. */
async function sayMany(operator, id, count, textOf) {
  for (let from = 2; from <= count; from += 100) {
    const numbers = Array.from({ length: Math.min(100, count + 1 - from) }, (_, index) => from + index);
    await Promise.all(numbers.map((n) => operator.say(id, textOf(n))));
  }
}

test('2,000 messages scroll to the first and grow at the last', async (t) => {
  const { widget, operator, id } = await stage.chatting('Message 1');
  await leave(widget);
  await sayMany(operator, id, COUNT, (n) => `Message ${n} ${'and so on '.repeat(n % 12)}`);
  await widget.page.goto(stage.desk.url);
  await widget.bubble(`Message ${COUNT}`, 'theirs');
  const scrolling = await longestTask(stage.browser, widget.page, () => wheelUp(widget));
  const texts = await widget.texts();
  assert.equal(texts.length, COUNT);
  assert.deepEqual([texts[0], texts.at(-1).startsWith(`Message ${COUNT}`)], ['Message 1', true]);
  await operator.say(id, 'One more');
  await widget.find('.talk .newest').click();
  await widget.bubble('One more', 'theirs');
  t.diagnostic(`longest task: ${scrolling} ms`);
  assert.ok(scrolling <= LONG_MS, `${scrolling} ms`);
});

test('the reader stays where they are while earlier messages come', async () => {
  const { widget, operator, id } = await stage.chatting('First');
  await leave(widget);
  await sayMany(operator, id, 400, (n) => `Line ${n} ${'more '.repeat(n % 30)}`);
  await widget.page.goto(stage.desk.url);
  await widget.bubble('Line 400', 'theirs');
  const moved = await widget.find('.talk .scroller').evaluate(async (scroller) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const shown = () => scroller.querySelectorAll('.message').length;
    const jumps = [];
    for (const height of [20, 0, 20]) {
      scroller.scrollTop = height;
      const top = scroller.getBoundingClientRect().top;
      const mark = [...scroller.querySelectorAll('.message')].find((one) => one.getBoundingClientRect().bottom > top + 30);
      const before = mark.getBoundingClientRect().top;
      const count = shown();
      while (shown() === count) await frame();
      for (let n = 0; n < 5; n++) await frame();
      const kept = [...scroller.querySelectorAll('.message')].find((one) => one.textContent === mark.textContent);
      jumps.push(Math.round(kept.getBoundingClientRect().top - before));
    }
    return jumps;
  });
  for (const jump of moved) assert.ok(Math.abs(jump) <= 24, `jumps of ${moved} px`);
});

test('it opens again where one was reading, after a reload too', async () => {
  const { widget, operator, id } = await stage.chatting('A long story, please', { viewport: { width: 1000, height: 560 } });
  await sayMany(operator, id, 91, (n) => `Line ${n - 1} ${'and so on '.repeat(n % 7)}`);
  await widget.bubble('Line 90 ', 'theirs');
  const scroller = widget.find('.talk .scroller');
  const atTop = () =>
    scroller.evaluate((node) => {
      const { top } = node.getBoundingClientRect();
      const first = [...node.querySelectorAll('.message')].find((one) => one.getBoundingClientRect().bottom > top);
      return Number(/Line (\d+)/.exec(first.textContent)?.[1]);
    });
  const goUp = (line) => scroller.evaluate((node, words) => [...node.querySelectorAll('.message')].find((one) => one.textContent.includes(words)).scrollIntoView(), `Line ${line} `);
  const near = async (line) => assert.ok(Math.abs((await atTop()) - line) <= 1, `line ${await atTop()} stands where ${line} stood`);
  const reopened = async () => {
    await widget.reload();
    await widget.bubble('Line 90 ', 'theirs');
    await scroller.evaluate(async (node) => {
      for (let n = 0; n < 30; n++) await new Promise(requestAnimationFrame);
    });
  };
  await goUp(60);
  await widget.closePanel();
  await operator.say(id, 'Line 91');
  await widget.openPanel();
  await near(60);
  await widget.find('.talk .newest').waitFor();
  await reopened();
  await near(60);
  await scroller.evaluate((node) => (node.scrollTop = 0));
  await widget.find('.talk .message').filter({ hasText: /Line 5\b/ }).waitFor({ state: 'attached' });
  await goUp(5); // which the browser does not keep
  await reopened();
  await widget.page.waitForFunction(() => document.querySelector('deskbell-widget').shadowRoot.querySelectorAll('.talk .message').length > 80);
  await near(5);
  await operator.say(id, 'Line 92');
  await widget.find('.talk .newest').click();
  await reopened();
  assert.ok((await atTop()) > 80);
});
