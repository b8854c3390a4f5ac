import { avatar } from './avatar.js';
import { el, setText } from './dom.js';
import { BELL, CLOSE, svg } from './icons.js';

const presence = { true: 'here', false: 'away' };

/** Who is here: the desk's name, or the operator's when one has joined; and the ways out. */
export function createHeader({ texts, onClose, onEnd }) {
  const face = el('span', { class: 'face' });
  const title = el('h2', { id: 'title' });
  const status = el('p', { id: 'status' });
  const end = el('button', { type: 'button', class: 'quiet', id: 'end', onclick: onEnd }, texts.end);
  const close = el('button', { type: 'button', class: 'icon', id: 'close', 'aria-label': texts.close, onclick: onClose });
  close.append(svg(CLOSE));
  const node = el('div', { class: 'head' }, face, el('div', { class: 'who' }, title, status), end, close);
  let shown;

  return {
    node,
    update(session) {
      const { phase, conversation, operatorOnline, link } = session;
      const { operatorId, operatorName } = conversation.chat ?? {};
      const known = phase !== 'form' && operatorId;
      if (shown !== (known || 'desk')) face.replaceChildren(known ? avatar(operatorId, operatorName) : bell());
      shown = known || 'desk';
      setText(title, known ? operatorName : texts.title);
      node.dataset.presence = phase !== 'active' || link === 'offline' ? '' : presence[operatorOnline] ?? '';
      setText(status, statusText(session, texts));
      end.hidden = !conversation.running;
    },
  };
}

function bell() {
  const node = el('span', { class: 'bell' });
  node.append(svg(BELL, 22));
  return node;
}

function statusText({ phase, link, operatorOnline }, texts) {
  if (phase === 'form') return texts.subtitle;
  if (phase === 'ended') return texts.ended;
  if (link === 'offline') return texts.reconnecting; // Who is there now, nobody can say.
  if (phase === 'waiting') return texts.waitingHeader;
  if (operatorOnline === false) return texts.away;
  return operatorOnline ? `${texts.here} · ${texts.title}` : texts.title;
}
