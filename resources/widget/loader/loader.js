/* global PANEL */
import tokens from 'deskbell:tokens/button';
import button from './button.css';
import { createButton } from './button.js';
import { theme } from './theme.js';

/** The only thing that a page pays for: the button, the queue of commands, and the panel when somebody wants it. */
const script = document.currentScript;
const base = new URL('.', script.src).href;
const server = base.replace(/\/$/, '');
const config = { ...script.dataset };

function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

/** Is a chat going on, or was the panel open before the reload? The panel keeps these words in the storage. */
function wanted() {
  try {
    return localStorage[`deskbell:${server}:running`] === 'true' || sessionStorage['deskbell:open'] === '1';
  } catch {
    return false;
  }
}

function start() {
  const host = document.createElement('deskbell-widget');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet(tokens), sheet(button)];
  if (config.position === 'left') host.dataset.position = 'left';
  const launcher = createButton(() => command('toggle'));
  root.append(launcher.node);
  document.body.append(host);
  theme(host, config);

  let panel;
  const load = () =>
    (panel ??= import(base + PANEL)
      .then((module) => module.mount({ host, root, launcher, config, server, sheet }))
      .catch((error) => {
        panel = undefined; // The next click tries again.
        throw error;
      }));

  async function command(name, ...args) {
    launcher.busy(true);
    try {
      const api = await load();
      return api[name]?.(...args);
    } catch (error) {
      console.warn('Deskbell could not be loaded.', error);
    } finally {
      launcher.busy(false);
    }
  }

  const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 200));
  const resume = () => wanted() && idle(() => load().catch(() => {}));
  addEventListener('storage', resume);
  resume();

  const waiting = Array.isArray(window.Deskbell) ? window.Deskbell : [];
  const api = { push: ([name, ...args]) => api[name]?.(...args) };
  for (const name of ['open', 'close', 'toggle', 'on']) api[name] = (...args) => command(name, ...args);
  window.Deskbell = api;
  waiting.forEach(api.push);
}

if (document.body) start();
else addEventListener('DOMContentLoaded', start);
