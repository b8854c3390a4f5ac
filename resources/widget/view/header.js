import { avatar } from './avatar.js';
import { el, setText } from './dom.js';
import { BELL, CLOSE, svg } from './icons.js';

/** Who is here: the desk's name, or the operator's when one has joined; and the ways out. */
export function createHeader({ texts, onClose, onEnd }) {
  const face = el('span', { class: 'face' });
  const title = el('h2', { id: 'title' });
  const status = el('p', { id: 'status' });
  const end = el('button', { type: 'button', class: 'quiet', id: 'end', onclick: onEnd }, texts.end);
  const close = el('button', { type: 'button', class: 'icon', id: 'close', 'aria-label': texts.close, onclick: onClose });
  close.append(svg(CLOSE));
  const node = el('header', {}, face, el('div', { class: 'who' }, title, status), end, close);
  let shown;

  return {
    node,
    update({ phase, conversation, operatorOnline }) {
      const { operatorId, operatorName } = conversation.chat ?? {};
      const known = phase !== 'form' && operatorId;
      if (shown !== (known || 'desk')) face.replaceChildren(known ? avatar(operatorId, operatorName) : bell());
      shown = known || 'desk';
      setText(title, known ? operatorName : texts.title);
      node.dataset.presence = phase === 'active' ? (operatorOnline ? 'here' : 'away') : '';
      setText(status, statusText(phase, operatorOnline, texts));
      end.hidden = !conversation.running;
    },
  };
}

function bell() {
  const node = el('span', { class: 'bell' });
  node.append(svg(BELL, 22));
  return node;
}

function statusText(phase, operatorOnline, texts) {
  if (phase === 'waiting') return texts.waitingHeader;
  if (phase === 'active') return operatorOnline ? `${texts.title} · ${texts.here}` : texts.away;
  return phase === 'ended' ? texts.ended : texts.subtitle;
}
