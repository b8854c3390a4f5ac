// A customer in a real browser, directed line by line: { "do": NAME, … } in, { "ok": ANSWER } or { "error": TEXT } out.
// usage: customer.mjs URL
import { createInterface } from 'node:readline';
import { launch, WidgetPage } from '../browser/page.mjs';
import { anna, operator, rest } from '../dialects/clients.mjs';
import { Participants } from '../dialects/participants.mjs';

const [url] = process.argv.slice(2);
const browser = await launch();
const widget = await WidgetPage.open(browser, url);

let everybody; // with clients of other dialects

const actions = {
  open: () => widget.openPanel(),
  ask: ({ name, question }) => widget.start(name, question),
  write: ({ text }) => widget.write(text),
  hear: ({ text }) => widget.bubble(text, 'theirs'),
  delivered: ({ text }) => widget.bubble(text, 'own.sent'),
  reload: async () => {
    await widget.page.reload();
    await widget.panel.waitFor(); // it was open, so it opens by itself; a press meanwhile would close it again
  },
  read: ({ text }) => widget.find('.panel').getByText(text).first().waitFor(),
  ended: () => widget.find('.ended').waitFor(),
  texts: () => widget.texts(),
  gather: async () => {
    const server = { url: url.replace(/\/$/, '') };
    const token = await widget.token();
    const { body } = await rest(server, 'GET', '/api/chat/rooms', { token });
    everybody = await Participants.gather(server, body.data[0].roomId, token, await operator(server, anna));
    return everybody.count;
  },
  sayAll: async ({ round }) => {
    await everybody.sayAll(round);
    await widget.write(`widget ${round}`);
  },
  /** The texts of the chat once there are so many, and everybody has heard them in this order. */
  heardByAll: async ({ count }) => {
    const stored = await everybody.stored(count);
    await everybody.assertAllHeard(stored);
    await widget.bubble(stored.at(-1));
    everybody.close();
    return stored;
  },
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
