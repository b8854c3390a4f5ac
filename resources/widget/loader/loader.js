/* global PANEL */
import tokens from 'deskbell:tokens/button';
import { Emitter } from '../wire/emitter.js';
import button from './button.css';
import { createButton } from './button.js';
import { askDesk } from './desk.js';
import { openChat, pageLanguage } from './language.js';
import { theme } from './theme.js';

/** The only thing that a page pays for: the button, the queue of commands, and the panel when somebody wants it. */
const script = document.currentScript;
const base = new URL('.', script.src).href;
const server = base.slice(0, -1);
const prefix = `deskbell:${server}:`;
const config = { ...script.dataset };
const events = new Emitter();
let running; // what `boot` has made, until `shutdown`

function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

/** Is a chat going on, or was the panel open before the reload? The panel keeps these words in the storage. */
function wanted() {
  try {
    return localStorage[`${prefix}running`] === 'true' || sessionStorage['deskbell:open'] === '1';
  } catch {
    return false;
  }
}

function boot() {
  if (running) return running;
  const stop = new AbortController();
  const { signal } = stop;
  const host = document.createElement('deskbell-widget');
  const root = host.attachShadow({ mode: 'open' });
  const launcher = createButton(() => command('toggle'));
  root.adoptedStyleSheets = [sheet(tokens), sheet(button)];
  document.body.append(host);
  launcher.show(openChat[pageLanguage(config.language)]);
  // The button shows once its colour and its corner are known.
  const asked = askDesk(server, config).then(() => {
    root.append(launcher.node);
    return theme(host, launcher.node, config, events, signal);
  });

  let panel;
  const load = () =>
    (panel ??= Promise.all([import(base + PANEL), asked])
      .then(([module, themed]) => module.mount({ host, root, launcher, config, server, sheet, events, signal, themed }))
      .catch((error) => {
        panel = undefined; // The next click tries again.
        throw error;
      }));
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 200));
  const resume = () => wanted() && idle(() => signal.aborted || load().catch(() => {}));
  addEventListener('storage', resume, { signal });
  resume();
  running = { host, launcher, load, stop, loaded: () => panel };
  return running;
}

/** Has the panel do something, which loads it. */
async function command(name, ...args) {
  const { launcher, load } = boot();
  launcher.busy(true);
  try {
    return (await load())[name](...args);
  } catch (error) {
    console.warn('Deskbell could not be loaded.', error);
  } finally {
    launcher.busy(false);
  }
}

/** What can wait for the panel: it is kept here, and told to the panel when that is there. */
async function keep(name, value) {
  config[name] = value;
  (await boot().loaded())?.[name]?.(value);
}

const api = {
  push: ([name, ...args]) => api[name]?.(...args),
  on: (name, handler) => events.on(name, handler),
  off: (name, handler) => events.off(name, handler),
  identify: (identity) => keep('identity', identity),
  setLanguage: (language) => keep('language', language),
  async shutdown({ forget } = {}) {
    const { host, stop, loaded } = running ?? {};
    running = undefined;
    (await loaded?.())?.shutdown();
    stop?.abort();
    host?.remove();
    if (!forget) return;
    for (const area of [localStorage, sessionStorage]) for (const key of Object.keys(area)) if (key.startsWith(prefix)) area.removeItem(key);
    indexedDB.deleteDatabase(prefix); // the bytes of files that were not sent
  },
};
for (const name of ['open', 'close', 'toggle']) api[name] = (...args) => command(name, ...args);

function start() {
  boot();
  const waiting = Array.isArray(window.Deskbell) ? window.Deskbell : [];
  window.Deskbell = api;
  waiting.forEach(api.push);
}

if (document.body) start();
else addEventListener('DOMContentLoaded', start);
