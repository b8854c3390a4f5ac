import { chromium } from 'playwright-core';
import { FakeDesk } from './fakedesk.mjs';
import { RealDesk } from './realdesk.mjs';

// Debian's chromium, headless and kept off the network.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = () =>
  chromium.launch({ executablePath: process.env.DESKBELL_CHROMIUM ?? '/usr/bin/chromium', args: flags });

/** The real server where DESKBELL_SERVER names its program, a fake desk otherwise: { url, login, stop, start, close }. */
export const findDesk = (options) => (process.env.DESKBELL_SERVER ? RealDesk : FakeDesk).start(options);

/** A page with the widget on it, and what a visitor does with it. */
export class WidgetPage {
  problems = []; // errors and policy violations that the page has reported
  requests = []; // addresses that the page has asked for

  /**
   * `options` are those of a browser context, such as colorScheme and viewport; a `context` gives another tab of one visitor.
   * `prepare(page)` comes before the page is loaded; with `page` the chat is the page and there is no button.
   */
  static async open(browser, url, { context, prepare, page, ...options } = {}) {
    const widget = new WidgetPage();
    widget.context = context ?? (await browser.newContext(options));
    widget.page = await widget.context.newPage();
    widget.page.setDefaultTimeout(15000);
    widget.page.on('pageerror', (error) => widget.problems.push(error.message));
    widget.page.on('console', (message) => {
      if (message.type() === 'error' && !/net::|WebSocket|Failed to load/.test(message.text())) {
        widget.problems.push(message.text());
      }
    });
    widget.page.on('request', (request) => widget.requests.push(request.url()));
    widget.page.on('websocket', (socket) => widget.requests.push(socket.url()));
    await prepare?.(widget.page);
    await widget.page.goto(url);
    await (page ? widget.panel : widget.launcher).waitFor();
    return widget;
  }

  find = (selector) => this.page.locator(`deskbell-widget ${selector}`);

  get launcher() {
    return this.find('.launcher');
  }

  get panel() {
    return this.find('.panel');
  }

  async openPanel() {
    await this.launcher.click();
    await this.panel.waitFor();
  }

  async closePanel() {
    await this.find('#close').click();
    await this.panel.waitFor({ state: 'hidden' });
  }

  /** Chooses an item of the panel's menu by its id. */
  async choose(item) {
    await this.find('#more').click();
    await this.find(`#${item}`).click();
  }

  async start(name, question, email = '') {
    await this.find('#name').fill(name);
    await this.find('#email').fill(email);
    await this.find('#question').fill(question);
    await this.find('#begin').click();
  }

  async write(text) {
    await this.find('#message').fill(text);
    await this.find('#send').click();
  }

  /** Waits for a bubble with this text: `own` or `theirs`, in a state such as `sent`. */
  bubble = (text, kind = '') => this.find(`.message${kind && `.${kind}`}`).filter({ hasText: text }).first().waitFor();

  /** The texts of all bubbles in order. */
  texts = () =>
    this.find('.bubble').evaluateAll((bubbles) => bubbles.map((bubble) => bubble.querySelector('.text').textContent));

  /** The visitor's secret, as the page keeps it. */
  token = () =>
    this.page.evaluate(() => {
      const key = Object.keys(localStorage).find((each) => each.startsWith('deskbell:') && each.endsWith(':me'));
      return JSON.parse(localStorage.getItem(key)).token;
    });

  /** Loads the page anew; the widget is to look as before. */
  async reload() {
    await this.page.reload();
    await this.launcher.waitFor();
  }

  /** Serves the page and the widget's files from what was loaded, as another host than the desk's would. */
  async keepPage() {
    const kept = new Map();
    await this.page.route(/^http(?!.*\/socket\.io\/)/, async (route) => {
      const url = route.request().url();
      if (!kept.has(url)) {
        const response = await route.fetch();
        kept.set(url, { response, body: await response.body() });
      }
      await route.fulfill(kept.get(url));
    });
    await this.reload();
    await this.panel.waitFor();
  }

  /** Where the keyboard is: the id of the element inside the widget. */
  focused = () => this.page.evaluate(() => document.querySelector('deskbell-widget').shadowRoot.activeElement?.id);

  close = () => this.context.close();
}
