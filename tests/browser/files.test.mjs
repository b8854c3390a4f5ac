// Files with messages: chosen, pasted or dropped, with progress; seen, taken along, refused.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { png } from '../server/pictures.mjs';
import { findings } from './axe.mjs';
import { RealDesk } from './realdesk.mjs';
import { useStage } from './stage.mjs';

const stage = useStage(() => RealDesk.start());

const picture = png(40, 20);
const text = (name, words = 'Order 20417\n') => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
const choose = (widget, files) => widget.find('.composer input[type=file]').setInputFiles(files);
const ready = (widget, count) => widget.find('.tray li:not(:has(progress:not([hidden])))').nth(count - 1).waitFor();
/** The picture in the conversation has been painted. */
const drawn = (widget) =>
  widget.page.waitForFunction(() => {
    const canvas = document.querySelector('deskbell-widget').shadowRoot.querySelector('.picture canvas');
    return canvas?.getContext('2d').getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1).data[3] === 255;
  });

test('files go with a message, and the operator has them', async () => {
  const { widget, operator, id } = await stage.chatting('Look at this', { reducedMotion: 'reduce' });
  await choose(widget, [text('invoice.txt'), { name: 'parcel.png', mimeType: 'image/png', buffer: picture }]);
  await ready(widget, 2);
  assert.deepEqual(await findings(widget), []);
  await widget.write('Both of them');
  await widget.bubble('Both of them', 'sent');
  await widget.find('.tray').waitFor({ state: 'hidden' });
  const { messages } = await operator.request('message.list', { chatId: id });
  assert.deepEqual(messages.at(-1).attachments.map(({ name, size }) => [name, size]), [['invoice.txt', 12], ['parcel.png', picture.length]]);
  assert.deepEqual(await findings(widget), []);
  const [file] = await Promise.all([widget.page.waitForEvent('download'), widget.find('.file').click()]);
  assert.equal(file.suggestedFilename(), 'invoice.txt');
  assert.equal(await readFile(await file.path(), 'utf8'), 'Order 20417\n');
  assert.deepEqual(widget.requests.filter((url) => /token|v_/.test(new URL(url).search)), []);
});

test('a picture needs no words, and is drawn where it stands, after a reload too', async () => {
  const { widget } = await stage.chatting('A picture');
  await choose(widget, [{ name: 'parcel.png', mimeType: 'image/png', buffer: picture }]);
  await ready(widget, 1);
  await widget.find('#send').click();
  await drawn(widget);
  await widget.reload();
  await drawn(widget);
});

test('files are pasted and dropped', async () => {
  const { widget, operator, id } = await stage.chatting('Paste it');
  const hand = (selector, kind) =>
    widget.find(selector).evaluate((node, type) => {
      const data = new DataTransfer();
      data.items.add(new File([`by ${type}`], `${type}.txt`, { type: 'text/plain' }));
      const event = type === 'paste' ? new ClipboardEvent(type, { clipboardData: data, bubbles: true }) : new DragEvent(type, { dataTransfer: data, bubbles: true });
      node.dispatchEvent(event);
    }, kind);
  await hand('#message', 'paste');
  await ready(widget, 1);
  await hand('.scroller', 'drop');
  await ready(widget, 2);
  await widget.find('.tray button').first().click();
  await widget.find('#send').click();
  await widget.find('.file').filter({ hasText: 'drop.txt' }).waitFor();
  const { messages } = await operator.request('message.list', { chatId: id });
  assert.deepEqual(messages.at(-1).attachments.map(({ name }) => name), ['drop.txt']);
});

test('what cannot be sent is said so, and the rest goes', async () => {
  const { widget, operator, id } = await stage.chatting('Hostile files');
  const hostile = '<img src=x onerror=alert(1)>\u202egnp.txt';
  await choose(widget, [{ name: 'tool.exe', mimeType: 'application/octet-stream', buffer: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 255]) }, text(hostile)]);
  await widget.find('.tray .problem').filter({ hasText: 'kind' }).waitFor();
  await ready(widget, 2);
  await widget.write('One of two');
  await widget.bubble('One of two', 'sent');
  const { messages } = await operator.request('message.list', { chatId: id });
  assert.equal(messages.at(-1).attachments.length, 1);
  assert.equal(await widget.find('.panel img').count(), 0);
});

test('a file that is on its way holds the message back, and shows how far it is', async () => {
  const { widget } = await stage.chatting('Slowly');
  let go;
  const gate = new Promise((resolve) => (go = resolve));
  await widget.page.route('**/content', async (route) => {
    await gate;
    await route.continue();
  });
  await choose(widget, [text('slow.txt')]);
  await widget.find('.tray progress').waitFor();
  await widget.find('#message').fill('With it');
  assert.equal(await widget.find('#send').getAttribute('aria-disabled'), 'true');
  await widget.page.keyboard.press('Enter');
  assert.equal(await widget.find('#message').inputValue(), 'With it');
  go();
  await ready(widget, 1);
  await widget.find('#send').click();
  await widget.bubble('With it', 'sent');
  await widget.find('.file').filter({ hasText: 'slow.txt' }).waitFor();
});

test('a phone offers its camera and its pictures: nothing narrows the choice', async () => {
  const { widget } = await stage.chatting('From a phone', { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });
  const asked = widget.page.waitForEvent('filechooser');
  await widget.find('#attach').tap();
  assert.equal((await asked).isMultiple(), true);
  const narrowed = await widget.find('.composer input[type=file]').evaluate((input) => ['accept', 'capture'].filter((name) => input.hasAttribute(name)));
  assert.deepEqual(narrowed, []);
});

test('files that are not sent yet are still there after a reload, and go with the message', async () => {
  const { widget, operator, id } = await stage.chatting('Do not lose them');
  await choose(widget, [text('first.txt', 'one'), { name: 'parcel.png', mimeType: 'image/png', buffer: picture }]);
  await ready(widget, 2);
  let held = true;
  await widget.page.route('**/content', (route) => (held ? undefined : route.continue())); // never gets through
  await choose(widget, [text('third.txt', 'three')]);
  await widget.find('.tray progress:not([hidden])').waitFor();
  await widget.find('#message').fill('All three');
  held = false;
  await widget.reload();
  await ready(widget, 3);
  assert.deepEqual(await widget.find('.tray .name').allTextContents(), ['first.txt', 'parcel.png', 'third.txt']);
  await widget.find('#send').click();
  await widget.bubble('All three', 'sent');
  const { messages } = await operator.request('message.list', { chatId: id });
  assert.deepEqual(messages.at(-1).attachments.map(({ name, size }) => [name, size]), [['first.txt', 3], ['parcel.png', picture.length], ['third.txt', 5]]);
  await widget.reload();
  await widget.bubble('All three', 'sent');
  assert.equal(await widget.find('.tray li').count(), 0);
});

test('where the browser keeps no files, a reload says which are to be chosen again', async () => {
  const none = (page) => page.addInitScript(() => (IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }));
  const { widget } = await stage.chatting('Private window', { prepare: none, reducedMotion: 'reduce' });
  await widget.page.route('**/content', () => {});
  await choose(widget, [text('lost.txt')]);
  await widget.find('.tray progress:not([hidden])').waitFor();
  await widget.reload();
  await widget.find('.tray li').filter({ hasText: 'lost.txt' }).filter({ hasText: 'choose it again' }).waitFor();
  assert.deepEqual(await findings(widget), []);
  await widget.find('.tray button').click();
  await widget.reload();
  await widget.bubble('Private window', 'sent');
  assert.equal(await widget.find('.tray li').count(), 0);
});

test('a file that is chosen while the server is down goes once it is back', async () => {
  const { widget, operator, id } = await stage.chatting('Can you hear me?');
  await choose(widget, [text('early.txt')]);
  await ready(widget, 1);
  operator.close();
  await stage.desk.stop();
  await widget.find('.head').filter({ hasText: 'Reconnecting' }).waitFor();
  await choose(widget, [text('patient.txt')]);
  await widget.find('.tray progress:not([hidden])').waitFor();
  await stage.desk.start();
  await ready(widget, 2);
  await widget.find('#send').click();
  await widget.find('.file').filter({ hasText: 'patient.txt' }).waitFor();
  const again = await stage.operator();
  const { messages } = await again.request('message.list', { chatId: id });
  assert.deepEqual(messages.at(-1).attachments.map(({ name }) => name), ['early.txt', 'patient.txt']);
});

test('the end stays in sight when a picture takes its place, and nothing jumps', async () => {
  const { widget, operator, id } = await stage.chatting('A large one', { viewport: { width: 1000, height: 560 } });
  for (let n = 0; n < 12; n++) await operator.say(id, `Line ${n}`);
  await widget.bubble('Line 11', 'theirs');
  await choose(widget, [{ name: 'large.png', mimeType: 'image/png', buffer: png(400, 400) }]);
  await ready(widget, 1);
  await widget.page.route('**/files-*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300)); // long after the message itself
    await route.fallback();
  });
  const height = () => widget.find('.talk .scroller').evaluate((node) => node.scrollHeight);
  await widget.write('Here it is');
  await widget.bubble('Here it is', 'sent');
  const before = await height();
  await drawn(widget);
  const left = await widget.find('.talk .scroller').evaluate((node) => node.scrollHeight - node.scrollTop - node.clientHeight);
  assert.ok(left <= 1, `${left} px below`);
  assert.ok(Math.abs((await height()) - before) <= 2, `${before} px became ${await height()} px`);
});
