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
  const drawn = () =>
    widget.page.waitForFunction(() => {
      const canvas = document.querySelector('deskbell-widget').shadowRoot.querySelector('.picture canvas');
      return canvas?.getContext('2d').getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1).data[3] === 255;
    });
  await drawn();
  await widget.reload();
  await drawn();
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
