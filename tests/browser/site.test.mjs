// The widget on somebody else's site.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { findDesk } from './page.mjs';
import { serveSite } from './site.mjs';
import { useStage } from './stage.mjs';

const site = await serveSite();
after(() => site.close());
const stage = useStage(() => findDesk({ origins: [site.origin] }));

/** Opens a page of the other site, with a strict policy if the test brings none. */
async function visitSite({ page = ({ url }) => `<h1>Shop</h1><script src="${url}/widget.js" async></script>`, policy, init } = {}) {
  const { url } = stage.desk;
  const desk = `${url} ${url.replace('http', 'ws')}`;
  const strict = `default-src 'none'; script-src ${url}; connect-src ${desk}; require-trusted-types-for 'script'; base-uri 'none'`;
  Object.assign(site, { html: `<!doctype html><title>Shop</title>${page({ url })}`, policy: policy ?? strict });
  return stage.visit({ url: site.url, prepare: (tab) => init && tab.addInitScript(init) });
}

async function chatOn(widget, question) {
  const operator = await stage.operator();
  await widget.openPanel();
  await widget.start('Ida', question);
  const { id } = await operator.waitingChat(question);
  await operator.claim(id);
  await operator.say(id, 'Yes?');
  await widget.bubble('Yes?', 'theirs');
  return { operator, id };
}

test('under a strict policy everything works, and no other host is asked', async () => {
  const widget = await visitSite();
  await chatOn(widget, 'Is this strict enough?');
  await widget.write('It is');
  await widget.bubble('It is', 'sent');
  const hosts = new Set(widget.requests.map((url) => new URL(url).host));
  assert.deepEqual([...hosts].sort(), [new URL(stage.desk.url).host, new URL(widget.page.url()).host].sort());
  const token = await widget.token();
  assert.ok(token.length > 20);
  assert.deepEqual(widget.requests.filter((url) => url.includes(token) || url.includes('token')), []);
});

test('until it is opened the page loads the loader and what that asks, and no more', async () => {
  const widget = await visitSite();
  await widget.page.waitForLoadState('networkidle');
  assert.deepEqual(widget.requests.slice(1), [`${stage.desk.url}/widget.js`, `${stage.desk.url}/api/v1/desk`]);
});

test('where WebSockets are blocked the chat goes over polling', async () => {
  const init = () => {
    window.WebSocket = class {
      constructor() {
        throw new Error('blocked');
      }
    };
  };
  const widget = await visitSite({ init });
  const { operator, id } = await chatOn(widget, 'Polling?');
  for (let n = 0; n < 3; n++) await operator.say(id, `Number ${n}`);
  await widget.bubble('Number 2', 'theirs');
  await widget.write('All here');
  await widget.bubble('All here', 'sent');
});

test('where the page allows no WebSocket the chat goes over polling', async () => {
  const { url } = stage.desk;
  const widget = await visitSite({ policy: `default-src 'none'; script-src ${url}; connect-src ${url}` });
  await chatOn(widget, 'Over HTTP?');
  await widget.write('Plainly');
  await widget.bubble('Plainly', 'sent');
  assert.ok(widget.requests.some((address) => address.includes('transport=polling')));
  const token = await widget.token();
  assert.deepEqual(widget.requests.filter((address) => address.includes(token)), []);
  widget.problems = widget.problems.filter((text) => !/ws:/.test(text)); // the browser's own word about the WebSocket
});

test('commands from before the script was loaded are carried out', async () => {
  const widget = await visitSite({
    page: ({ url }) => `<script>Deskbell = [['open']]</script><script src="${url}/widget.js" async data-title="Ours"></script>`,
    policy: "default-src * 'unsafe-inline'",
  });
  await widget.panel.waitFor();
  assert.equal(await widget.find('#title').textContent(), 'Ours');
  await widget.page.evaluate(() => window.Deskbell.close());
  await widget.panel.waitFor({ state: 'hidden' });
});

test('where the browser refuses its storage a chat works all the same', async () => {
  const init = () => {
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } });
    Object.defineProperty(window, 'sessionStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } });
  };
  const widget = await visitSite({ init });
  await chatOn(widget, 'No storage?');
  await widget.write('None');
  await widget.bubble('None', 'sent');
});

test('markup in names and messages stays text', async () => {
  const hostile = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
  const widget = await stage.visit();
  const operator = await stage.operator();
  await widget.openPanel();
  await widget.start(hostile.slice(0, 60), hostile);
  const { id } = await operator.waitingChat(hostile);
  await operator.claim(id);
  await operator.say(id, `${hostile} javascript:alert(1)`);
  await widget.bubble('javascript:', 'theirs');
  assert.deepEqual(await widget.texts(), [hostile, `${hostile} javascript:alert(1)`]);
  assert.notEqual(await widget.page.title(), 'owned');
  assert.equal(await widget.find('.panel img, .panel script, .panel a').count(), 0);
});

test("the page's own styles do not reach the widget, nor its styles the page", async () => {
  const rude = '* { all: unset; display: inline !important; font-size: 40px; color: red; visibility: hidden; letter-spacing: 9px } button { transform: rotate(9deg) }';
  const widget = await visitSite({
    page: ({ url }) => `<style>${rude}</style><p id=p>Text</p><script src="${url}/widget.js" async></script>`,
    policy: "default-src * 'unsafe-inline'",
  });
  const before = await widget.page.locator('#p').evaluate((node) => JSON.stringify(node.getBoundingClientRect()));
  const button = await widget.launcher.boundingBox();
  assert.deepEqual([button.width, button.height], [56, 56]);
  await widget.openPanel();
  const size = await widget.find('#question').evaluate((node) => getComputedStyle(node).fontSize);
  const after = await widget.page.locator('#p').evaluate((node) => JSON.stringify(node.getBoundingClientRect()));
  assert.deepEqual([size, after], ['15px', before]);
});

test('a site that the desk does not know gets no panel, and says so to its owner', { skip: !process.env.DESKBELL_SERVER }, async () => {
  const stranger = await serveSite();
  Object.assign(stranger, { html: site.html, policy: "default-src * 'unsafe-inline'" });
  const widget = await stage.visit({ url: stranger.url });
  const warning = widget.page.waitForEvent('console', (message) => message.type() === 'warning');
  await widget.launcher.click();
  assert.match((await warning).text(), /Deskbell could not be loaded/);
  assert.equal(await widget.panel.count(), 0);
  widget.problems.length = 0; // the browser's own word about it
  await stranger.close();
});
