// Pictures of the widget in every state: node tests/browser/shots.mjs OUTDIR
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
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
  await widget.closePanel();
  await operator.say(chat.id, 'Shall I write the card for you as well?');
  await widget.find('.badge').waitFor();
  await shot('unread');
  await widget.openPanel();
  await widget.write('That would be perfect, thank you!');
  await widget.bubble('perfect', 'sent');
  return chat;
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

const browser = await launch();
const desk = await findDesk();
try {
  for (const [screen, options] of Object.entries(screens))
    for (const colorScheme of ['light', 'dark']) {
      const operator = await TestOperator.login(desk.url, desk.login);
      const widget = await WidgetPage.open(browser, desk.url, { colorScheme, reducedMotion: 'reduce', ...options });
      const shot = async (state) => {
        await widget.page.mouse.move(0, 0); // nothing is to look hovered
        await widget.page.screenshot({ path: join(out, `widget-${state}-${screen}-${colorScheme}.png`) });
      };
      const chat = await conversation(widget, operator, shot);
      operator.close();
      await offline(widget, desk, shot);
      const last = await TestOperator.login(desk.url, desk.login);
      await last.say(chat.id, 'Done, it goes to your office. Have a good day, Maria!');
      await last.end(chat.id);
      await widget.find('#anew').waitFor();
      await shot('ended');
      last.close();
      await widget.close();
    }
} finally {
  await browser.close();
  await desk.close();
}
