import { el, setText } from './dom.js';
import { BELL, svg } from './icons.js';
import { createComposer } from './composer.js';
import { createLog } from './log.js';
import { elapsed } from './times.js';

const removal = { question: 'removeQuestion', no: 'cancel', sure: 'remove', failed: 'notChanged' };

/** A wait shorter than this is none. */
const WORTH_TELLING_MS = 10000;

/** The log with what hangs on it: the queue's card, typing, the composer or the way to a new chat. */
export function createTalk({ say, session, desk, adopt, files, confirm, signal }) {
  const log = createLog({
    say,
    showFiles: files.show,
    onRetry: (clientId) => session.retry(clientId),
    onOlder: () => session.older(),
    onChange: (line) => composer.change(line),
    signal,
  });
  const composer = createComposer({
    say,
    draft: session.draft,
    adopt,
    openTray: files.tray,
    onSend: (text, attachments) => session.send(text, attachments),
    onEdit: (seq, text) => session.edit(seq, text),
    onRemove: (seq) => confirm.ask(removal, () => session.remove(seq)),
    onTyped: () => session.ownTyping.typed(),
    onIdle: () => session.ownTyping.rest(),
  });
  const card = queueCard(say, desk);
  const dots = el('div', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
  const spoken = el('p', { class: 'unseen', role: 'status' });
  const anew = el('button', { type: 'button', class: 'primary', id: 'anew', onclick: () => session.newChat() }, say('anew'));
  const ended = el('div', { class: 'ended' }, el('p', {}, say('endedThanks')), anew);
  let rating; // once there is something to rate
  const node = el('div', { class: 'talk' }, log.node, spoken, composer.node, ended);
  // Whatever is dropped on the conversation goes with the next message.
  node.addEventListener('dragover', (event) => event.dataTransfer.types.includes('Files') && event.preventDefault());
  node.addEventListener('drop', (event) => {
    if (composer.attach(event.dataTransfer.files)) event.preventDefault();
  });
  const ticking = setInterval(() => card.tick(session.conversation.chat, session.position), 1000);
  signal.addEventListener('abort', () => clearInterval(ticking));

  const rate = () =>
    (rating ??= import('./rating.js')
      .then(({ createRating }) => {
        const stars = createRating({ say, adopt, onRate: (score, comment) => session.rate(score, comment) });
        anew.before(stars.node);
        return stars;
      })
      .catch(() => (rating = undefined)));

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
      card.tick(conversation.chat, session.position);
      if (phase === 'ended' && conversation.chat.claimedAt) rate();
      rating?.then((stars) => stars?.update(session.conversation.chat));
      if (phase === 'ended') composer.leave();
      composer.allow(conversation.running);
      composer.node.hidden = phase === 'ended';
      ended.hidden = phase !== 'ended';
      const name = conversation.chat?.operatorName ?? say('someone');
      setText(spoken, typing.active ? say('typing', { name }) : phase === 'waiting' ? place(say, desk, session.position) : '');
      log.update(session, extra);
    },
  };
}

/** Where one stands in the queue, as far as the server has said. */
function place(say, desk, position) {
  if (desk.closed) return say('leftTitle');
  if (!position) return say('waitingTitle');
  return position === 1 ? say('waitingNext') : say('waitingPlace', { count: position });
}

/** The bell at rest, how long one has waited, and that one may go and come back. */
function queueCard(say, desk) {
  const time = el('span', { class: 'time' });
  const words = el('span');
  const title = el('p', { class: 'card-title' }, words, time);
  const text = el('p');
  const node = el('div', { class: 'card' }, el('div', {}, title, text));
  node.prepend(svg(BELL, 24));
  return {
    node,
    tick(chat, position) {
      setText(words, place(say, desk, position));
      setText(text, desk.closed ? (desk.back(say) ?? '') : say('waitingText'));
      const long = !desk.closed && chat?.status === 'waiting' && Date.now() - Date.parse(chat.createdAt) >= WORTH_TELLING_MS;
      setText(time, long ? ` · ${elapsed(chat.createdAt)}` : '');
    },
  };
}
