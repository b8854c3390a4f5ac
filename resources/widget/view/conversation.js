import { el, setText } from './dom.js';
import { BELL, svg } from './icons.js';
import { createComposer } from './composer.js';
import { createLog } from './log.js';
import { elapsed } from './times.js';

/** A wait shorter than this is none. */
const WORTH_TELLING_MS = 10000;

/** The log with what hangs on it: the queue's card, typing, the composer or the way to a new chat. */
export function createTalk({ texts, session }) {
  const log = createLog({
    texts,
    onRetry: (clientId) => session.retry(clientId),
    onOlder: () => session.older(),
  });
  const composer = createComposer({
    texts,
    draft: session.draft,
    onSend: (text) => session.send(text),
    onTyped: () => session.ownTyping.typed(),
    onIdle: () => session.ownTyping.rest(),
  });
  const card = queueCard(texts);
  const dots = el('div', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
  const spoken = el('p', { class: 'unseen', role: 'status' });
  const anew = el('button', { type: 'button', class: 'primary', id: 'anew', onclick: () => session.newChat() }, texts.anew);
  const ended = el('div', { class: 'ended' }, el('p', {}, texts.endedThanks), anew);
  const node = el('div', { class: 'talk' }, log.node, spoken, composer.node, ended);
  setInterval(() => card.tick(session.conversation.chat), 1000);

  return {
    node,
    focus: () => (session.phase === 'ended' ? anew : composer).focus(),
    shown() {
      composer.shown();
      log.toEnd();
    },
    update() {
      const { phase, typing, conversation } = session;
      const extra = [];
      if (phase === 'waiting') extra.push(card.node);
      if (typing.active) extra.push(dots);
      card.tick(conversation.chat);
      composer.node.hidden = phase === 'ended';
      ended.hidden = phase !== 'ended';
      const name = conversation.chat?.operatorName ?? texts.someone;
      setText(spoken, typing.active ? texts.typing(name) : phase === 'waiting' ? texts.waitingTitle : '');
      log.update(session, extra);
    },
  };
}

/** The bell at rest, how long one has waited, and that one may go and come back. */
function queueCard(texts) {
  const time = el('span', { class: 'time' });
  const title = el('p', { class: 'card-title' }, texts.waitingTitle, time);
  const node = el('div', { class: 'card' }, el('div', {}, title, el('p', {}, texts.waitingText)));
  node.prepend(svg(BELL, 24));
  return {
    node,
    tick(chat) {
      const long = chat?.status === 'waiting' && Date.now() - Date.parse(chat.createdAt) >= WORTH_TELLING_MS;
      setText(time, long ? ` · ${elapsed(chat.createdAt)}` : '');
    },
  };
}
