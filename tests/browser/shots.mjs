// Pictures of the widget in every state: node tests/browser/shots.mjs OUTDIR
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FakeDesk } from './fakedesk.mjs';
import { findDesk, launch, WidgetPage } from './page.mjs';
import { TestOperator } from './operator.mjs';

const out = process.argv[2];
if (!out) {
  console.error('usage: node tests/browser/shots.mjs OUTDIR');
  process.exit(2);
}
mkdirSync(out, { recursive: true });

const screens = {
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};
const question = 'Could I still have initials put on one of my books? It is order 20417.';

async function conversation(widget, operator, shot) {
  await shot('closed');
  await widget.openPanel();
  await shot('form');
  await widget.start('Maria Keller', question);
  await widget.bubble('20417', 'sent');
  await shot('waiting');
  const chat = await operator.waitingChat(question);
  await operator.claim(chat.id);
  await operator.say(chat.id, 'Good morning Maria, you are just in time. Which letters?');
  await widget.bubble('Which letters', 'theirs');
  await widget.write('Lovely! M. K. please');
  await widget.bubble('M. K. please', 'sent');
  await operator.say(chat.id, 'In gold then, for £6. It still leaves on Thursday.');
  await widget.bubble('on Thursday', 'theirs');
  await operator.type(chat.id);
  await widget.find('.dots').waitFor();
  await shot('chatting');
  await widget.find('#more').click();
  await shot('menu');
  await widget.page.keyboard.press('Escape');
  await widget.find('.pencil').last().click();
  await shot('editing');
  await widget.page.keyboard.press('Escape');
  await widget.find('#emoji').click();
  await shot('emoji');
  await widget.page.keyboard.press('Escape');
  await widget.closePanel();
  await operator.say(chat.id, 'Shall I write the card for you as well?');
  await widget.find('.badge').waitFor();
  await shot('unread');
  await widget.openPanel();
  await widget.write('That would be perfect, thank you!');
  await widget.bubble('perfect', 'sent');
  return chat;
}

/** What the shop's page shows, as a photograph of it would be. */
async function pictureOf({ context, page }) {
  const other = await context.newPage();
  await other.setViewportSize({ width: 1280, height: 800 });
  await other.goto(page.url());
  const buffer = await other.screenshot({ clip: { x: 660, y: 120, width: 480, height: 320 } });
  await other.close();
  return buffer;
}

/** A picture that waits to be sent, and the same in the conversation. */
async function files(widget, shot) {
  const buffer = await pictureOf(widget);
  await widget.find('.composer input[type=file]').setInputFiles([
    { name: 'what I saw.png', mimeType: 'image/png', buffer },
    { name: 'order 20417.txt', mimeType: 'text/plain', buffer: Buffer.from('Two notebooks, one with initials\n') },
  ]);
  await widget.find('.tray progress[hidden]').nth(1).waitFor({ state: 'attached' });
  await widget.find('#message').fill('It looked like this to me.');
  await shot('tray');
  await widget.find('#send').click();
  await widget.bubble('like this', 'sent');
  await widget.find('.picture').waitFor();
  await shot('files');
}

/** The connection goes; what is written then waits. */
async function offline(widget, desk, shot) {
  await desk.stop();
  await widget.write('And could you post it to my office instead?');
  await widget.find('.bar').waitFor();
  await shot('offline');
  await desk.start();
  await widget.find('.bar').waitFor({ state: 'hidden' });
  await widget.bubble('my office', 'sent');
}

/** The end, the way there, and what can be looked at afterwards. */
async function farewell(widget, operator, chat, shot) {
  await operator.say(chat.id, 'Done, it goes to your office: https://fenn.example/orders/20417. Have a good day, Maria!');
  await widget.bubble('Have a good day', 'theirs');
  await widget.choose('end');
  await shot('confirm');
  await widget.find('#confirm-keep').click();
  await operator.end(chat.id);
  await widget.find('#anew').waitFor();
  await shot('ended');
  await widget.find('.star').nth(3).click();
  await shot('rating');
  await widget.choose('past');
  await widget.find('.chat').first().waitFor();
  await shot('past');
  await widget.find('.chat').first().click();
  await widget.find('.past .message').filter({ hasText: 'Have a good day' }).waitFor();
  await shot('reading');
}

/** What the desk's settings make of the form: with fields of its own, and while nobody is there. */
async function forms(browser, desk, screen, colorScheme, options) {
  const admin = await TestOperator.login(desk.url, { ...desk.login, email: 'clara@demo.deskbell.example' });
  const set = (settings) => admin.request('settings.update', settings);
  const open = () => WidgetPage.open(browser, desk.url, { colorScheme, reducedMotion: 'reduce', locale: 'en-GB', ...options });
  const shot = (widget, state) => widget.page.screenshot({ path: join(out, `widget-${state}-${screen}-${colorScheme}.png`) });
  await set({ form: ownForm });
  const form = await open();
  await form.openPanel();
  await shot(form, 'ownform');
  await form.find('#field-where').pressSequentially('Haupt');
  await form.find('.fits li').first().waitFor();
  await form.page.keyboard.press('ArrowDown');
  await shot(form, 'address');
  await form.page.keyboard.press('Escape');
  await form.find('#begin').click();
  await shot(form, 'missing');
  await set({ form: [], hours: [{ day: ((new Date().getUTCDay() + 2) % 7) + 1, from: '09:00', to: '17:00' }] });
  const closed = await open();
  await closed.openPanel();
  await shot(closed, 'closed');
  await closed.start('Maria Keller', question, 'maria@mail.example');
  await closed.bubble('20417', 'sent');
  await shot(closed, 'left');
  await admin.end((await admin.waitingChat(question)).id); // the next round asks the same
  await set({ hours: [] });
  for (const one of [form, closed, admin]) await one.close();
}

const ownForm = [
  { id: 'name', kind: 'name', required: true },
  { id: 'topic', kind: 'choice', label: 'What is it about?', choices: ['An order', 'Binding', 'Something else'] },
  { id: 'order', kind: 'text', label: 'Order number' },
  { id: 'where', kind: 'address', label: 'Deliver to' },
  { id: 'question', kind: 'question', required: true },
  { id: 'consent', kind: 'consent', label: 'You may keep what I write until my order has arrived.', required: true },
];

/** The widget from right to left, the chat as a page, and the page for site owners. */
async function elsewhere(browser, url, screen, colorScheme, options) {
  const places = [
    ['arabic', '/', { locale: 'ar' }],
    ['chat', '/chat', { page: true }],
    ['embed', '/embed', {}],
  ];
  for (const [name, path, more] of places) {
    const widget = await WidgetPage.open(browser, `${url}${path}`, { colorScheme, reducedMotion: 'reduce', ...options, ...more, prepare: more.locale && speakArabic });
    if (more.locale) await widget.openPanel();
    await widget.page.screenshot({ path: join(out, `widget-${name}-${screen}-${colorScheme}.png`) });
    await widget.close();
  }
}

/** What a desk tells only once it has been busy, and a conversation from right to left: a fake one says it at once. */
async function told(browser, screen, colorScheme, options) {
  const desk = await FakeDesk.start();
  desk.desk.front.typingPreview = true;
  for (const [name, more] of [['', {}], ['arabic-', { prepare: speakArabic }]]) {
    const operator = await TestOperator.login(desk.url, desk.login);
    const widget = await WidgetPage.open(browser, desk.url, { colorScheme, reducedMotion: 'reduce', locale: 'en-GB', ...options, ...more });
    const shot = (state) => widget.page.screenshot({ path: join(out, `widget-${name}${state}-${screen}-${colorScheme}.png`) });
    await widget.openPanel();
    const words = name ? 'هل يمكن إضافة الأحرف الأولى إلى الطلب 20417؟' : question;
    await widget.start('Maria Keller', words);
    const { id, visitorId } = await operator.waitingChat(words);
    desk.publish([`visitor:${visitorId}`], 'queue.changed', { chatId: id, position: 3, expectedWait: 250 });
    await widget.find('.card').filter({ hasText: /5|٥/ }).waitFor();
    await shot('queue');
    await operator.claim(id);
    await operator.say(id, name ? 'بالتأكيد، ما هي الأحرف؟' : 'Certainly. Which letters?');
    await widget.find('.theirs').waitFor();
    await widget.find('#message').fill(name ? 'م. ك.' : 'M. K. plea');
    await shot('seen');
    operator.close();
    await widget.close();
  }
  await desk.close();
}

const speakArabic = (page) => page.addInitScript(() => (window.Deskbell = [['setLanguage', 'ar']]));

const browser = await launch();
const desk = await findDesk();
try {
  for (const [screen, options] of Object.entries(screens))
    for (const colorScheme of ['light', 'dark']) {
      const operator = await TestOperator.login(desk.url, desk.login);
      const widget = await WidgetPage.open(browser, desk.url, { colorScheme, reducedMotion: 'reduce', locale: 'en-GB', ...options });
      const shot = async (state) => {
        await widget.page.mouse.move(0, 0); // nothing is to look hovered
        await widget.page.screenshot({ path: join(out, `widget-${state}-${screen}-${colorScheme}.png`) });
      };
      const chat = await conversation(widget, operator, shot);
      if (process.env.DESKBELL_SERVER) await files(widget, shot);
      operator.close();
      await offline(widget, desk, shot);
      const last = await TestOperator.login(desk.url, desk.login);
      await farewell(widget, last, chat, shot);
      last.close();
      await widget.close();
      if (process.env.DESKBELL_SERVER) await forms(browser, desk, screen, colorScheme, options); // its settings
      await elsewhere(browser, desk.url, screen, colorScheme, options);
      await told(browser, screen, colorScheme, options);
    }
} finally {
  await browser.close();
  await desk.close();
}
