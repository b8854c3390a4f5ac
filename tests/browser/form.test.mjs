// What the server's settings make of the widget: the form before a chat, opening hours, who is there, how it looks.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { findings } from './axe.mjs';
import { TestOperator } from './operator.mjs';
import { RealDesk } from './realdesk.mjs';
import { serveSite } from './site.mjs';
import { useStage } from './stage.mjs';

const stage = useStage(() => RealDesk.start({ origins: ['*'] }));
const usual = { form: [], hours: [], timeZone: 'UTC', look: {}, greeting: '', awayMessage: '', deskName: 'Deskbell' };
const question = { id: 'question', kind: 'question', required: true };
let admin;
let site;
const set = (settings) => admin.request('settings.update', settings);
beforeEach(async () => {
  admin ??= await TestOperator.login(stage.desk.url, { ...stage.desk.login, email: 'clara@demo.deskbell.example' });
  await set(usual);
});
before(async () => (site = await serveSite()));
after(async () => {
  admin?.close();
  await site.close();
});

/** A page of another site that says nothing of its own, or these attributes. */
function bare(attributes = '') {
  site.html = `<!doctype html><html lang="en"><body><script src="${stage.desk.url}/widget.js" ${attributes}></script></body></html>`;
  return stage.visit({ url: site.url });
}

/** Open for a minute three days from now. */
const closed = () => [{ day: ((new Date().getUTCDay() + 2) % 7) + 1, from: '09:00', to: '09:01' }];
const looks = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
  ['a phone', { viewport: { width: 390, height: 700 } }],
];

test('the form asks what the desk wants to know, and the operator reads the answers first', async () => {
  const { id: departmentId } = await admin.request('department.create', { name: 'Orders' });
  const form = [
    { id: 'name', kind: 'name', required: true },
    { id: 'department', kind: 'department', required: true },
    { id: 'order', kind: 'text', label: 'Order number' },
    { id: 'topic', kind: 'choice', label: 'Topic', choices: ['Delivery', 'Refund'] },
    { id: 'where', kind: 'address', label: 'Deliver to' },
    question,
    { id: 'consent', kind: 'consent', label: 'You may keep what I write.', required: true },
  ];
  await set({ form });
  const widget = await stage.visit({ reducedMotion: 'reduce' });
  await widget.openPanel();
  assert.equal(await widget.focused(), 'name');
  await widget.find('#question').fill('Where is it?');
  await widget.find('#begin').click();
  assert.equal(await widget.focused(), 'name');
  const problems = await widget.find('.problem').allTextContents();
  assert.equal(problems.filter(Boolean).length, 3); // name, department, consent
  assert.deepEqual(await findings(widget), []);
  await widget.find('#name').fill('Maria');
  await widget.find('#field-department').selectOption({ label: 'Orders' });
  await widget.find('#field-order').fill('20417');
  await widget.find('#field-topic').selectOption('Refund');
  await widget.find('#field-consent').check();
  await widget.find('#begin').click();
  await widget.bubble('Where is it?', 'sent');
  const chat = await admin.waitingChat('Where is it?');
  assert.equal(chat.departmentId, departmentId);
  const { messages } = await admin.request('message.list', { chatId: chat.id });
  assert.deepEqual(messages.map(({ senderType }) => senderType), ['system', 'visitor']);
  assert.equal(messages[0].text, 'Order number: 20417\nTopic: Refund\n✓ You may keep what I write.');
  await widget.find('.system').filter({ hasText: 'Order number: 20417' }).waitFor();
  await admin.request('department.delete', { departmentId });
});

test('addresses are completed as one types, by the keyboard', async () => {
  await set({ form: [{ id: 'where', kind: 'address', required: true }, question] });
  const { addresses } = await admin.request('address.search', { query: '', limit: 1 });
  const [{ label, street, city }] = addresses;
  const widget = await stage.visit({ reducedMotion: 'reduce' });
  await widget.openPanel();
  const field = widget.find('#field-where');
  await field.pressSequentially(`${street.slice(0, 4)} ${city.slice(0, 4)}`);
  const fit = widget.find('.fits [role=option]').filter({ hasText: label });
  await fit.waitFor();
  assert.deepEqual(await findings(widget), []);
  const all = await widget.find('.fits [role=option]').allTextContents();
  for (let at = 0; at <= all.indexOf(label); at++) await widget.page.keyboard.press('ArrowDown');
  assert.equal(await field.getAttribute('aria-activedescendant'), await fit.getAttribute('id'));
  await widget.page.keyboard.press('Enter');
  assert.equal(await field.inputValue(), label);
  await widget.find('.fits').waitFor({ state: 'hidden' });
  await field.pressSequentially(' x');
  await field.fill(street.slice(0, 4));
  await widget.find('.fits [role=option]').first().waitFor();
  await widget.page.keyboard.press('Escape'); // closes the list, and not the panel
  await widget.find('.fits').waitFor({ state: 'hidden' });
  assert.ok(await widget.panel.isVisible());
});

for (const [name, options] of looks)
  test(`a desk that is closed takes messages, ${name}`, async () => {
    await set({ hours: closed(), awayMessage: 'We pack parcels until nine.' });
    const widget = await stage.visit({ reducedMotion: 'reduce', ...options });
    await widget.openPanel();
    await widget.find('.lead').filter({ hasText: 'We pack parcels' }).waitFor();
    await widget.start('Ada', `Left, ${name}`);
    await widget.find('#email-problem').filter({ hasText: /./ }).waitFor();
    assert.equal(await widget.focused(), 'email');
    assert.deepEqual(await findings(widget), []);
    await widget.find('#email').fill('ada@mail.example');
    await widget.find('#begin').click();
    await widget.bubble(`Left, ${name}`, 'sent');
    await widget.find('.card').filter({ hasText: 'with us' }).filter({ hasText: 'We are back' }).waitFor();
    assert.equal((await admin.waitingChat(`Left, ${name}`)).visitorEmail, 'ada@mail.example');
    assert.deepEqual(await findings(widget), []);
  });

test('who is there is seen before one asks, and nobody once they are gone', async () => {
  await set({ deskName: 'Corner Shop', greeting: 'Ask us about books.', awayMessage: 'Back soon.' });
  const operator = await stage.operator();
  const widget = await bare();
  await widget.openPanel();
  assert.equal(await widget.find('#title').textContent(), 'Corner Shop');
  assert.deepEqual(await widget.find('.face .avatar').allTextContents(), ['AL', 'CM']);
  assert.equal(await widget.find('.lead').textContent(), 'Ask us about books.');
  for (const one of [operator, admin]) await one.request('operator.status', { status: 'offline' });
  const later = await bare();
  await later.openPanel();
  assert.equal(await later.find('.face .avatar').count(), 0);
  assert.equal(await later.find('.lead').textContent(), 'Back soon.');
  await admin.request('operator.status', { status: 'online' });
});

test('/embed begins with the settings, and its line says what differs', async () => {
  await set({ look: { primary: '#b31412', position: 'left', title: 'Fenn & Rye' } });
  const { page } = await stage.visit({ url: `${stage.desk.url}/embed` });
  await page.locator('#title[placeholder="Fenn & Rye"]').waitFor();
  assert.equal(await page.locator('#primary').inputValue(), '#b31412');
  assert.equal(await page.locator('#snippet').textContent(), `<script src="${stage.desk.url}/widget.js" async></script>`);
  await page.locator('#position').selectOption('right');
  assert.match(await page.locator('#snippet').textContent(), /async data-position="right">/);
});

test('the settings say how it looks, and a page says so louder', async () => {
  await set({ look: { primary: '#b31412', position: 'left', theme: 'dark', title: 'Fenn & Rye', brand: false } });
  const widget = await bare('data-theme="light"');
  assert.ok((await widget.launcher.boundingBox()).x < 100);
  assert.equal(await widget.launcher.evaluate((node) => getComputedStyle(node).backgroundColor), 'rgb(179, 20, 18)');
  await widget.openPanel();
  assert.equal(await widget.find('#title').textContent(), 'Fenn & Rye');
  assert.equal(await widget.find('.brand').count(), 0);
  assert.equal(await widget.page.evaluate(() => document.querySelector('deskbell-widget').dataset.theme), 'light');
});
