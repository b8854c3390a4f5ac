import { avatar } from './avatar.js';
import { el, setText } from './dom.js';
import { BELL, CLOSE, MORE, TICK, iconButton, svg } from './icons.js';
import { createPopup, menuItem } from './popup.js';

const presence = { true: 'here', false: 'away' };

/** Who is here: the desk's name, or the operator's when one has joined; the menu, and the way out. */
export function createHeader({ say, desk, sound, onClose, onEnd, onPast, onTranscript }) {
  const face = el('span', { class: 'face' });
  const title = el('h2', { id: 'title' });
  const status = el('p', { id: 'status' });
  const more = iconButton('more', say('menu'), MORE);
  const close = iconButton('close', say('close'), CLOSE, onClose);
  const pick = (work) => () => {
    menu.close();
    work();
  };
  const ring = menuItem({ id: 'ring', role: 'menuitemcheckbox', onclick: pick(() => (sound.on = !sound.on)) }, say('ring'));
  const past = menuItem({ id: 'past', onclick: pick(onPast) }, say('past'));
  const transcript = menuItem({ id: 'transcript', onclick: pick(onTranscript) }, say('transcript'));
  const end = menuItem({ id: 'end', class: 'grave', onclick: pick(onEnd) }, say('end'));
  const menu = createPopup({
    button: more,
    kind: 'menu',
    items: [ring, past, transcript, end],
    label: say('menu'),
    opening: () => ring.setAttribute('aria-checked', Boolean(sound.on)),
  });
  ring.append(svg(TICK, 16));
  const node = el('div', { class: 'head' }, face, el('div', { class: 'who' }, title, status), more, close, menu.node);
  let shown;

  return {
    node,
    /** `reading` is an earlier chat that is open, `atPast` whether the list of them is. */
    update(session, { reading, atPast }) {
      const { phase, conversation, operatorOnline, link } = session;
      const { operatorId, operatorName } = conversation.chat ?? {};
      const known = phase !== 'form' && operatorId;
      const people = known ? [{ id: operatorId, name: operatorName }] : desk.closed ? [] : desk.team;
      const who = people.map(({ id }) => id).join();
      if (shown !== who) face.replaceChildren(...(who ? people.map(({ id, name }) => avatar(id, name)) : [bell()]));
      shown = who;
      setText(title, known ? operatorName : say('title'));
      node.dataset.presence = phase !== 'active' || link === 'offline' ? '' : presence[operatorOnline] ?? '';
      setText(status, statusText(session, desk, say));
      end.hidden = atPast || !conversation.running;
      past.hidden = atPast || !session.visitor.details.token;
      transcript.hidden = atPast ? !reading : !conversation.chat;
    },
  };
}

function bell() {
  const node = el('span', { class: 'bell' });
  node.append(svg(BELL, 22));
  return node;
}

function statusText({ phase, link, operatorOnline }, desk, say) {
  if (phase === 'form') return desk.closed ? say('closed') : say('subtitle');
  if (phase === 'ended') return say('ended');
  if (link === 'offline') return say('reconnecting'); // Who is there now, nobody can say.
  if (phase === 'waiting') return say(desk.closed ? 'closed' : 'waitingHeader');
  if (operatorOnline === false) return say('away');
  return operatorOnline ? `${say('here')} · ${say('title')}` : say('title');
}
