import { avatar } from './avatar.js';
import { el } from './dom.js';
import { DANGER, CLOCK, TICK, svg } from './icons.js';
import { clock, dayName } from './times.js';

const icons = { waiting: CLOCK, sent: TICK, failed: DANGER };

/** The element of one line of the timeline. */
export function createLine(line, { texts, onRetry }) {
  switch (line.kind) {
    case 'day':
      return el('p', { class: 'day' }, dayName(line.at, texts));
    case 'joined':
      return el('p', { class: 'system' }, texts.joined(line.name ?? texts.someone));
    case 'ended':
      return el('p', { class: 'system' }, texts.ended);
    case 'system':
      return el('p', { class: 'system' }, line.text);
    default:
      return message(line, texts, onRetry);
  }
}

function message({ own, first, last, state, ...line }, texts, onRetry) {
  const place = [own ? 'own' : 'theirs', first && 'first', last && 'last', state].filter(Boolean).join(' ');
  const node = el('div', { class: `message ${place}` });
  const name = own ? texts.you : (line.name ?? texts.someone);
  const bubble = el('p', { class: 'bubble', dir: 'auto' }, el('span', { class: 'unseen' }, `${name}: `), line.text);
  if (!own) node.append(last ? avatar(line.senderId, name) : el('span', { class: 'avatar none' }));
  node.append(bubble);
  if (last) node.append(foot(own, state, line, texts, onRetry));
  return node;
}

function foot(own, state, { at, clientId, final }, texts, onRetry) {
  const node = el('div', { class: 'foot' });
  if (state === 'failed') {
    node.append(mark(state, texts), final ? texts.failedEnded : `${texts.failed} · `);
    if (!final) node.append(el('button', { type: 'button', class: 'link', onclick: () => onRetry(clientId) }, texts.again));
    return node;
  }
  node.append(el('time', { datetime: at }, clock(at)));
  if (own) node.append(mark(state, texts));
  return node;
}

function mark(state, texts) {
  const node = el('span', { class: `mark ${state}`, role: 'img', 'aria-label': texts[state], title: texts[state] });
  node.append(svg(icons[state], 14));
  return node;
}
