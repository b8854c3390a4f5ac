// What the owner of a site can do: window.Deskbell, colours, languages, who the visitor is.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, test } from 'node:test';
import { findDesk } from './page.mjs';
import { serveSite } from './site.mjs';
import { useStage } from './stage.mjs';

const site = await serveSite();
after(() => site.close());
const secret = 'only the site and the desk know';
const stage = useStage(() => findDesk({ origins: [site.origin], env: { DESKBELL_SECURITY_IDENTITY_SECRET: secret } }));

/** A page with `attributes` on the script's tag, `before` the script, and the page's own `lang`. */
function visitSite({ attributes = '', before = '', lang = '', ...options } = {}) {
  const tag = `<script src="${stage.desk.url}/widget.js" async ${attributes}></script>`;
  Object.assign(site, { html: `<!doctype html><html${lang && ` lang=${lang}`}><title>Shop</title>${before}<h1>Shop</h1>${tag}`, policy: "default-src * 'unsafe-inline'" });
  return stage.visit({ url: site.url, ...options });
}
const styleOf = (locator, name) => locator.evaluate((node, property) => getComputedStyle(node)[property], name);

test('commands that were given before the script was there are carried out in order', async () => {
  const before = `<script>
    heard = [];
    Deskbell = [['on', 'open', () => heard.push('open')], ['identify', { userId: 'u-7', name: 'Ida', email: 'ida@shop.example' }], ['setLanguage', 'de'], ['open']];
  </script>`;
  const widget = await visitSite({ before });
  await widget.panel.waitFor();
  assert.equal(await widget.panel.getAttribute('lang'), 'de');
  assert.deepEqual(await widget.page.evaluate(() => window.heard), ['open']);
  assert.equal(await widget.find('#email').isVisible(), false);
});

test('on and identify alone load nothing more; off ends it, and on gives its own end', async () => {
  const before = `<script>heard = []; more = (count) => heard.push(count); Deskbell = [['on', 'close', more], ['identify', { name: 'Ida' }]]</script>`;
  const widget = await visitSite({ before });
  await widget.page.waitForLoadState('networkidle');
  assert.deepEqual(widget.requests.slice(1), [`${stage.desk.url}/widget.js`, `${stage.desk.url}/api/v1/desk`]);
  await widget.page.evaluate(async () => {
    const off = window.Deskbell.on('close', () => window.heard.push('second'));
    await window.Deskbell.open();
    await window.Deskbell.close();
    off();
    window.Deskbell.off('close', window.more);
    await window.Deskbell.toggle();
    await window.Deskbell.close();
  });
  assert.equal(await widget.page.evaluate(() => window.heard.length), 2);
});

test('identify fills in the form, and another person finds nothing of the one before', async () => {
  const operator = await stage.operator();
  const widget = await visitSite();
  await widget.page.evaluate(() => window.Deskbell.identify({ userId: 'u-1', name: 'Ida Berg', email: 'ida@shop.example' }));
  await widget.openPanel();
  await widget.find('#question').fill('Is this mine?');
  await widget.find('#begin').click();
  const { visitorName, visitorEmail } = await operator.waitingChat('Is this mine?');
  assert.deepEqual([visitorName, visitorEmail], ['Ida Berg', 'ida@shop.example']);
  await widget.bubble('Is this mine?', 'sent');
  await widget.page.evaluate(() => window.Deskbell.identify({ userId: 'u-2', name: 'Otto' }));
  await widget.find('#begin').waitFor();
  assert.equal(await widget.find('.bubble').count(), 0);
  assert.equal(await widget.find('#name').inputValue(), 'Otto');
});

test('whom the site vouches for finds their chat in another browser, and nobody else does', { skip: !process.env.DESKBELL_SERVER }, async () => {
  const userId = 'u-4711';
  const proven = { userId, userHash: createHmac('sha256', secret).update(userId).digest('hex'), name: 'Ida', email: 'ida@shop.example' };
  const identify = ({ page }, identity) => page.evaluate((one) => window.Deskbell.identify(one), identity);
  const [first, second, third] = [await visitSite(), await visitSite(), await visitSite()];
  await identify(first, { ...proven, attributes: { plan: 'Größer', orders: 3, '': 'x', long: 'ä'.repeat(900) } });
  await first.openPanel();
  await first.find('#question').fill('Is this safe?');
  await first.find('#begin').click();
  await first.bubble('Is this safe?', 'sent');
  const operator = await stage.operator();
  const { visitorId } = await operator.waitingChat('Is this safe?');
  const { attributes } = await operator.request('visitor.get', { visitorId });
  assert.deepEqual(attributes.slice(0, 2), [{ name: 'plan', value: 'Größer' }, { name: 'orders', value: '3' }]);
  assert.deepEqual(attributes.slice(2), [{ name: 'long', value: 'ä'.repeat(500) }]);
  await second.openPanel();
  await second.find('#question').pressSequentially('I was a stranger'); // and has a token of its own
  await second.page.waitForFunction(() => Object.keys(localStorage).some((key) => key.endsWith(':me') && localStorage[key].includes('token')));
  await identify(second, proven);
  await second.bubble('Is this safe?', 'sent');
  await second.write('Here as well');
  await first.bubble('Here as well', 'sent');
  await identify(third, { ...proven, userHash: 'f'.repeat(64) });
  await third.openPanel();
  await third.find('#question').fill('Let me in');
  await third.find('#begin').click();
  await third.bubble('Let me in', 'sent');
  assert.deepEqual(await third.texts(), ['Let me in']);
});

test('shutdown leaves nothing on the page, and with forget nothing in the browser', async () => {
  const widget = await visitSite();
  await widget.openPanel();
  await widget.start('Ida', 'Gone soon?');
  await widget.bubble('Gone soon?', 'sent');
  await widget.page.evaluate(() => window.Deskbell.shutdown());
  assert.equal(await widget.page.locator('deskbell-widget').count(), 0);
  await widget.page.evaluate(() => window.Deskbell.open());
  await widget.bubble('Gone soon?', 'sent');
  await widget.page.evaluate(() => window.Deskbell.shutdown({ forget: true }));
  const kept = await widget.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('deskbell')));
  assert.deepEqual([kept, await widget.page.locator('deskbell-widget').count()], [[], 0]);
});

const languages = [
  [{ lang: 'fr-CA', locale: 'de-DE' }, 'fr', 'Ouvrir le chat'],
  [{ lang: 'ja', locale: 'de-DE' }, 'de', 'Chat öffnen'],
  [{ attributes: 'data-language=nl', lang: 'fr' }, 'nl', 'Chat openen'],
  [{ lang: 'ar' }, 'ar', 'فتح المحادثة'],
];
for (const [options, language, label] of languages) {
  test(`${JSON.stringify(options)} speaks ${language}`, async () => {
    const widget = await visitSite(options);
    assert.equal(await widget.launcher.getAttribute('aria-label'), label);
    await widget.openPanel();
    const said = await widget.panel.evaluate((node) => [node.lang, node.dir, getComputedStyle(node).direction]);
    const direction = language === 'ar' ? 'rtl' : 'ltr';
    assert.deepEqual(said, [language, direction, direction]);
  });
}

test('another language is put on in the middle of a chat, with the draft still there', async () => {
  const { widget } = await stage.chatting('Parlez-vous ?');
  await widget.find('#message').fill('Half a');
  await widget.page.evaluate(() => window.Deskbell.setLanguage('fr'));
  await widget.page.waitForFunction(() => document.querySelector('deskbell-widget').shadowRoot.querySelector('.panel').lang === 'fr');
  assert.equal(await widget.panel.count(), 1);
  assert.equal(await widget.find('#message').inputValue(), 'Half a');
  await widget.bubble('Parlez-vous ?', 'sent');
});

test('a colour by custom property or attribute, light or dark as the site says', async () => {
  const widget = await visitSite({ attributes: 'data-theme=dark data-primary=#ffd400 data-position=left', colorScheme: 'light' });
  assert.equal(await styleOf(widget.launcher, 'backgroundColor'), 'rgb(255, 212, 0)');
  assert.equal(await styleOf(widget.launcher, 'color'), 'rgb(0, 0, 0)');
  assert.ok((await widget.launcher.boundingBox()).x < 100);
  await widget.openPanel();
  assert.equal(await styleOf(widget.panel, 'colorScheme'), 'dark');
  const styled = await visitSite({ before: '<style>:root { --deskbell-primary: rebeccapurple } deskbell-widget { --deskbell-radius: 0px; --deskbell-offset-y: 60px; --deskbell-width: 420px }</style>' });
  assert.equal(await styleOf(styled.launcher, 'backgroundColor'), 'rgb(102, 51, 153)');
  await styled.openPanel();
  assert.deepEqual([await styleOf(styled.panel, 'borderRadius'), (await styled.panel.boundingBox()).width], ['0px', 420]);
  const rude = await visitSite({ attributes: 'data-primary="red;} body { display: none"' });
  assert.equal(await styleOf(rude.launcher, 'backgroundColor'), 'rgb(15, 107, 102)');
});

test('with auto the theme follows the system while the page is open', async () => {
  const widget = await visitSite({ colorScheme: 'light' });
  await widget.openPanel();
  assert.equal(await widget.page.locator('deskbell-widget').getAttribute('data-theme'), 'light');
  await widget.page.emulateMedia({ colorScheme: 'dark' });
  await widget.page.locator('deskbell-widget[data-theme=dark]').waitFor({ state: 'attached' });
});
