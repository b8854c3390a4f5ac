import { Emitter } from '../wire/emitter.js';
import { Session } from '../state/session.js';
import { Storage } from '../state/storage.js';
import { Socket } from '../wire/socket.js';
import { createAnnouncer } from './announcer.js';
import { createPanel } from './panel.js';
import { localised } from './texts.js';
import { hintInTitle } from './title.js';
import { keepInside, lockPage, watchViewport } from './window.js';
import tokens from 'deskbell:tokens/panel';
import base from '../styles/base.css';
import conversation from '../styles/conversation.css';
import form from '../styles/form.css';

/** Builds the panel beside the loader's button and gives back what `window.Deskbell` can do. */
export function mount({ host, root, launcher, config, server, sheet }) {
  const storage = new Storage(server);
  const socket = new Socket({ server, nsp: '/visitor' });
  const session = new Session({ storage, socket, page: () => location.href.slice(0, 2000) });
  const events = new Emitter();
  const texts = localised(config);
  const announcer = createAnnouncer({ texts });
  const panel = createPanel({
    texts,
    session,
    brand: config.brand !== 'off',
    onClose: () => api.close(),
  });
  const { node } = panel;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...[tokens, base, form, conversation].map(sheet)];
  root.append(node, announcer.node);
  watchViewport(node);
  keepInside(node, () => api.close());

  const visible = () => !node.hidden && document.visibilityState === 'visible';
  let unread;
  const update = () => {
    if (visible()) session.markRead();
    const count = session.conversation.unread;
    if (count !== unread) events.emit('unread', count);
    unread = count;
    launcher.setUnread(count);
    hintInTitle(count);
    announcer.update(session.conversation);
    panel.update();
  };
  const show = (open) => {
    node.hidden = !open;
    host.toggleAttribute('data-open', open);
    launcher.setOpen(open);
    lockPage(open);
    remember(open);
    update();
    events.emit(open ? 'open' : 'close');
  };
  const api = {
    open({ quiet = false } = {}) {
      if (!node.hidden) return;
      if (session.visitor.details.token) session.connect();
      show(true);
      panel.shown();
      if (!quiet) panel.focus();
    },
    close() {
      if (node.hidden) return;
      const inside = node.contains(root.activeElement);
      show(false);
      session.rest();
      if (inside) launcher.node.focus();
    },
    toggle: () => (node.hidden ? api.open() : api.close()),
    on: (name, handler) => events.on(name, handler),
  };

  session.on('change', update);
  document.addEventListener('visibilitychange', () => {
    socket.nudge();
    update();
  });
  addEventListener('online', () => socket.nudge());
  addEventListener('offline', () => socket.drop('offline'));
  addEventListener('pageshow', () => socket.nudge());
  if (storage.get('running')) session.connect();
  if (remembered()) api.open({ quiet: true });
  else update();
  return api;
}

const OPEN = 'deskbell:open';

/** A reload finds the window as it was; per tab, so another tab's window stays as it is. */
function remember(open) {
  try {
    if (open) sessionStorage.setItem(OPEN, '1');
    else sessionStorage.removeItem(OPEN);
  } catch {
    // Without the storage a reload shows the button.
  }
}

function remembered() {
  try {
    return sessionStorage.getItem(OPEN) === '1';
  } catch {
    return false;
  }
}
