import { el, setText } from './dom.js';
import { BELL, svg } from './icons.js';
import { createComposer } from './composer.js';
import { createLog } from './log.js';
import { elapsed } from './times.js';

/** A wait shorter than this is none. */
const WORTH_TELLING_MS = 10000;

/** The log with what hangs on it: the queue's card, typing, the composer or the way to a new chat. */
export function createTalk({ say, session, signal }) {
  const log = createLog({
    say,
    onRetry: (clientId) => session.retry(clientId),
    onOlder: () => session.older(),
    signal,
  });
  const composer = createComposer({
    say,
    draft: session.draft,
    onSend: (text) => session.send(text),
    onTyped: () => session.ownTyping.typed(),
    onIdle: () => session.ownTyping.rest(),
  });
  const card = queueCard(say);
  const dots = el('div', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
  const spoken = el('p', { class: 'unseen', role: 'status' });
  const anew = el('button', { type: 'button', class: 'primary', id: 'anew', onclick: () => session.newChat() }, say('anew'));
  const ended = el('div', { class: 'ended' }, el('p', {}, say('endedThanks')), anew);
  const node = el('div', { class: 'talk' }, log.node, spoken, composer.node, ended);
  const ticking = setInterval(() => card.tick(session.conversation.chat), 1000);
  signal.addEventListener('abort', () => clearInterval(ticking));

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
      const name = conversation.chat?.operatorName ?? say('someone');
      setText(spoken, typing.active ? say('typing', { name }) : phase === 'waiting' ? say('waitingTitle') : '');
      log.update(session, extra);
    },
  };
}

/** The bell at rest, how long one has waited, and that one may go and come back. */
function queueCard(say) {
  const time = el('span', { class: 'time' });
  const title = el('p', { class: 'card-title' }, say('waitingTitle'), time);
  const node = el('div', { class: 'card' }, el('div', {}, title, el('p', {}, say('waitingText'))));
  node.prepend(svg(BELL, 24));
  return {
    node,
    tick(chat) {
      const long = chat?.status === 'waiting' && Date.now() - Date.parse(chat.createdAt) >= WORTH_TELLING_MS;
      setText(time, long ? ` · ${elapsed(chat.createdAt)}` : '');
    },
  };
}
