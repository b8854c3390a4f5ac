// The chat as a page of its own, and the page that makes a site owner's line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useStage } from './stage.mjs';

const stage = useStage();

test('/chat is the chat, without a button and without the loader', async () => {
  const operator = await stage.operator();
  const widget = await stage.visit({ url: `${stage.desk.url}/chat?language=de&theme=dark&title=Forged&primary=%23aa3300`, page: true });
  await widget.panel.waitFor();
  assert.deepEqual(widget.requests.filter((url) => url.endsWith('/widget.js')), []);
  assert.equal(await widget.launcher.isVisible(), false);
  assert.equal(await widget.find('#title').textContent(), 'Schreiben Sie uns');
  assert.equal(await widget.page.evaluate(() => document.documentElement.lang), 'de');
  const { height } = await widget.panel.boundingBox();
  assert.equal(height, widget.page.viewportSize().height);
  await widget.start('Ida', 'Ganz ohne Seite?');
  await operator.claim((await operator.waitingChat('Ganz ohne Seite?')).id);
  await widget.bubble('Ganz ohne Seite?', 'sent');
  await widget.page.keyboard.press('Escape');
  assert.equal(await widget.panel.isVisible(), true);
  await widget.page.reload();
  await widget.bubble('Ganz ohne Seite?', 'sent');
});

test('/embed shows the line with the settings, and the widget with them', async () => {
  const widget = await stage.visit({ url: `${stage.desk.url}/embed` });
  const { page } = widget;
  const line = page.locator('#snippet');
  assert.equal(await line.textContent(), `<script src="${stage.desk.url}/widget.js" async></script>`);
  await page.locator('#title').fill('Ask "us" & <them>');
  await page.locator('#position').selectOption('left');
  await page.locator('#primary').fill('#aa3300');
  await page.locator('#language').selectOption('es');
  await page.locator('#brand').check();
  const attributes = 'data-title="Ask &quot;us&quot; &amp; &lt;them>" data-primary="#aa3300" data-position="left" data-language="es" data-brand="off"';
  assert.equal(await line.textContent(), `<script src="${stage.desk.url}/widget.js" async ${attributes}></script>`);
  assert.equal(await page.locator('#link').textContent(), `${stage.desk.url}/chat?language=es&primary=%23aa3300`);
  await page.waitForFunction(() => document.querySelectorAll('deskbell-widget[data-left]').length === 1);
  assert.equal(await page.locator('deskbell-widget').count(), 1);
  await widget.openPanel();
  assert.equal(await widget.find('#title').textContent(), 'Ask "us" & <them>');
  assert.equal(await widget.find('.brand').count(), 0);
});
