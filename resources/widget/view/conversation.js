import { tab } from '../state/tab.js';
import { el, setText } from './dom.js';
import { BELL, svg } from './icons.js';
import { createComposer } from './composer.js';
import { createLog } from './log.js';
import { elapsed } from './times.js';

const removal = { question: 'removeQuestion', no: 'cancel', sure: 'remove', failed: 'notChanged' };

/** A wait shorter than this is none. */
const WORTH_TELLING_MS = 10000;

/** Where one was reading, for this tab. */
const place = { get: () => tab.get('deskbell:place'), set: (text) => tab.set('deskbell:place', text) };

/** The log with what hangs on it: the queue's card, typing, the composer or the way to a new chat. */
export function createTalk({ say, session, desk, adopt, files, confirm, signal }) {
  const log = createLog({
    say,
    showFiles: files.show,
    onRetry: (clientId) => session.retry(clientId),
    onOlder: () => session.older(),
    onChange: (line) => composer.change(line),
    place,
    signal,
  });
  const composer = createComposer({
    say,
    draft: session.draft,
    seen: desk.showsTyping,
    adopt,
    files,
    onSend: (text, attachments) => session.send(text, attachments),
    onEdit: (seq, text) => session.edit(seq, text),
    onRemove: (seq) => confirm.ask(removal, () => session.remove(seq)),
    onTyped: (text) => session.ownTyping.typed(text),
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
  const ticking = setInterval(() => card.tick(session), 1000);
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
    leave: log.leave,
    focus: () => (session.phase === 'ended' ? anew : composer).focus(),
    shown() {
      composer.shown();
      log.shown();
    },
    update() {
      const { phase, typing, conversation } = session;
      const extra = [];
      if (phase === 'waiting') extra.push(card.node);
      if (typing.active) extra.push(dots);
      card.tick(session);
      if (phase === 'ended' && conversation.chat.claimedAt) rate();
      rating?.then((stars) => stars?.update(session.conversation.chat));
      if (phase === 'ended') composer.leave();
      composer.allow(conversation.running);
      composer.node.hidden = phase === 'ended';
      ended.hidden = phase !== 'ended';
      const name = conversation.chat?.operatorName ?? say('someone');
      setText(spoken, typing.active ? say('typing', { name }) : phase === 'waiting' ? card.words(session) : '');
      log.update(session, extra);
    },
  };
}

/** Where one stands in the queue, as far as the server has said. */
function placeIn(say, desk, position) {
  if (desk.closed) return say('leftTitle');
  if (!position) return say('waitingTitle');
  return position === 1 ? say('waitingNext') : say('waitingPlace', { count: position });
}

/** How long it will take, as far as that is known. */
function wait(say, turnAt) {
  const left = turnAt - Date.now();
  return left > 0 ? say('waitingAbout', { time: say.duration(left) }) : say('waitingSoon');
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
    /** For a screen reader. */
    words: ({ position, turnAt }) => placeIn(say, desk, position) + (desk.closed ? '' : `. ${wait(say, turnAt)}`),
    tick({ conversation: { chat }, position, turnAt }) {
      setText(words, placeIn(say, desk, position));
      setText(text, desk.closed ? (desk.back(say) ?? '') : `${wait(say, turnAt)} ${say('waitingText')}`);
      const long = !desk.closed && chat?.status === 'waiting' && Date.now() - Date.parse(chat.createdAt) >= WORTH_TELLING_MS;
      setText(time, long ? ` · ${elapsed(chat.createdAt)}` : '');
    },
  };
}
