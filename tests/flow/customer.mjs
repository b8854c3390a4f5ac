// A customer in a real browser, directed line by line: { "do": NAME, … } in, { "ok": ANSWER } or { "error": TEXT } out.
// usage: customer.mjs URL
import { createInterface } from 'node:readline';
import { launch, WidgetPage } from '../browser/page.mjs';

const [url] = process.argv.slice(2);
const browser = await launch();
const widget = await WidgetPage.open(browser, url);

const actions = {
  open: () => widget.openPanel(),
  ask: ({ name, question }) => widget.start(name, question),
  write: ({ text }) => widget.write(text),
  hear: ({ text }) => widget.bubble(text, 'theirs'),
  delivered: ({ text }) => widget.bubble(text, 'own.sent'),
  reload: async () => {
    await widget.page.reload();
    await widget.launcher.waitFor();
    if (!(await widget.panel.isVisible())) await widget.openPanel();
  },
  read: ({ text }) => widget.find('.panel').getByText(text).first().waitFor(),
  ended: () => widget.find('.ended').waitFor(),
  texts: () => widget.texts(),
  problems: () => widget.problems,
  picture: ({ path }) => widget.page.screenshot({ path }).then(() => path),
};

console.log(JSON.stringify({ ok: 'ready' }));
for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  try {
    console.log(JSON.stringify({ ok: (await actions[order.do](order)) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ error: `${order.do}: ${error.message}` }));
  }
}
await browser.close();
