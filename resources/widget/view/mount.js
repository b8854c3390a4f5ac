import tokens from 'deskbell:tokens/panel';
import { pageLanguage } from '../loader/language.js';
import { identify } from '../state/identity.js';
import { Session } from '../state/session.js';
import { Storage } from '../state/storage.js';
import base from '../styles/base.css';
import change from '../styles/change.css';
import conversation from '../styles/conversation.css';
import form from '../styles/form.css';
import menu from '../styles/menu.css';
import { Socket } from '../wire/socket.js';
import { createAnnouncer } from './announcer.js';
import { remember, remembered, watchWaking } from './lifetime.js';
import { createPanel } from './panel.js';
import { FrontDesk } from '../state/frontdesk.js';
import { createSound } from './sound.js';
import { speak } from './texts.js';
import { tint } from './tint.js';
import { hintInTitle } from './title.js';
import { keepInside, lockPage, watchViewport } from './window.js';

/** Builds the panel beside the loader's button and gives back what `window.Deskbell` can do. */
export async function mount({ host, root, launcher, config, server, sheet, events, signal, themed }) {
  const storage = new Storage(server, undefined, signal);
  const socket = new Socket({ server, nsp: '/visitor' });
  const desk = new FrontDesk(server, config);
  const session = new Session({ storage, socket, page: () => location.href.slice(0, 2000), showsTyping: () => desk.showsTyping });
  const sound = createSound({ storage, wanted: config.sound === 'on' });
  let say = await speak(pageLanguage(config.language), config);
  let face; // the panel and the announcer in the present language
  let unread = 0;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...[tokens, base, form, conversation, menu, change].map(sheet)];
  const adopted = {};
  /** The sheet of a part that is loaded when it is used. */
  const adopt = (text) => (adopted[text] ??= root.adoptedStyleSheets.push(sheet(text)));

  /** Builds what is seen; again for another language, with everything that was written still there. */
  function dress() {
    const old = face;
    const life = new AbortController();
    const panel = createPanel({ say, session, desk, adopt, sound, brand: config.brand !== 'off' && config.brand !== false, onClose: () => api.close(), signal: life.signal });
    const announcer = createAnnouncer({ say, onNews });
    const { node } = panel;
    face = { panel, announcer, node, life };
    node.hidden = old?.node.hidden ?? true;
    watchViewport(node, life.signal);
    keepInside(node, () => api.close(), life.signal);
    old?.life.abort();
    old?.node.remove();
    old?.announcer.node.remove();
    root.append(node, announcer.node);
    update();
    panel.shown();
  }

  function onNews(message) {
    events.emit('message', { text: message.text, name: message.senderName, at: message.createdAt });
    if (!visible()) sound.ringFor(message.id);
  }

  const visible = () => !face.node.hidden && document.visibilityState === 'visible';
  function update() {
    if (visible()) session.markRead();
    const count = session.conversation.unread;
    if (count !== unread) events.emit('unread', count);
    unread = count;
    const open = !face.node.hidden;
    launcher.show(say(open ? 'close' : 'openChat') + (count && !open ? `, ${say('unread', { count })}` : ''), open, count);
    hintInTitle(count);
    face.announcer.update(session.conversation);
    face.panel.update();
  }

  function show(open) {
    face.node.hidden = !open;
    host.toggleAttribute('data-open', open);
    lockPage(open);
    remember(open);
    if (open) themed();
    update();
    events.emit(open ? 'open' : 'close');
  }

  const api = {
    open({ quiet = false } = {}) {
      if (!face.node.hidden) return;
      if (session.visitor.details.token) session.connect();
      show(true);
      desk.refresh().then((changed) => (changed ? dress() : update()));
      face.panel.shown();
      if (!quiet) face.panel.focus();
    },
    close() {
      if (face.node.hidden || config.page) return;
      const inside = face.node.contains(root.activeElement);
      face.panel.leave();
      show(false);
      session.rest();
      if (inside) launcher.node.focus();
    },
    toggle: () => (face.node.hidden ? api.open() : api.close()),
    identity: (identity) => identify(session, identity),
    async language(language) {
      say = await speak(pageLanguage(language), config);
      dress();
    },
    shutdown() {
      socket.close();
      face.life.abort();
      hintInTitle(0);
      lockPage(false);
      remember(false);
    },
  };

  signal.addEventListener('abort', events.on('theme', (...colours) => tint(host, ...colours)));
  themed();
  dress();
  if (config.identity) identify(session, config.identity);
  session.on('change', update);
  session.on('forgotten', dress);
  document.addEventListener('visibilitychange', update, { signal });
  watchWaking(socket, signal);
  if (storage.get('running')) session.connect();
  if (config.page || remembered()) api.open({ quiet: true });
  return api;
}
