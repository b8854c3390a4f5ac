import { avatar } from './avatar.js';
import { el } from './dom.js';
import { CLOCK, DANGER, EDIT, TICK, TICKS, svg } from './icons.js';
import { isEmoji, rich } from './rich.js';

const icons = { waiting: CLOCK, sent: TICK, delivered: TICKS, read: TICKS, failed: DANGER };

/** The element of one line of the timeline. */
export function createLine(line, { say, showFiles, onRetry, onChange }) {
  switch (line.kind) {
    case 'day':
      return el('p', { class: 'day' }, say.dayName(line.at));
    case 'joined':
      return el('p', { class: 'system' }, say('joined', { name: line.name ?? say('someone') }));
    case 'ended':
      return el('p', { class: 'system' }, say('ended'));
    case 'system':
      return el('p', { class: 'system' }, line.text);
    default:
      return message(line, say, showFiles, onRetry, onChange);
  }
}

function message({ own, first, last, state, ...line }, say, showFiles, onRetry, onChange) {
  const place = [own ? 'own' : 'theirs', first && 'first', last && 'last', state, line.removed && 'removed'].filter(Boolean).join(' ');
  const node = el('div', { class: `message ${place}` });
  const name = own ? say('you') : (line.name ?? say('someone'));
  const words = el('span', { class: 'text' }, ...(line.removed ? [say('removed')] : rich(line.text)));
  const bubble = el('p', { class: 'bubble', dir: 'auto' }, el('span', { class: 'unseen' }, `${name}: `), words);
  if (line.quote && !line.removed) words.before(el('span', { class: 'quote', dir: 'auto' }, line.quote));
  bubble.classList.toggle('large', !line.removed && isEmoji(line.text));
  if (line.edited) bubble.append(el('span', { class: 'edited' }, say('edited')));
  if (!own) node.append(last ? avatar(line.senderId, name) : el('span', { class: 'avatar none' }));
  if (line.files) showFiles(node, JSON.parse(line.files));
  if (line.text || !line.files) node.append(bubble);
  if (line.mayChange && onChange) node.append(pencil(line, say, onChange));
  if (last) node.append(foot(own, state, line, say, onRetry));
  return node;
}

function pencil(line, say, onChange) {
  const label = `${say('change')}: ${line.text.slice(0, 60)}`;
  const node = el('button', { type: 'button', class: 'pencil', 'aria-label': label, title: say('change') });
  node.append(svg(EDIT, 16));
  node.addEventListener('click', () => onChange(line));
  return node;
}

function foot(own, state, { at, clientId, final, receipt }, say, onRetry) {
  const node = el('div', { class: 'foot' });
  if (state === 'failed') {
    node.append(mark(state, say), final ? say('failedEnded') : `${say('failed')} · `);
    if (!final) node.append(el('button', { type: 'button', class: 'link', onclick: () => onRetry(clientId) }, say('again')));
    return node;
  }
  node.append(el('time', { datetime: at }, say.clock(at)));
  if (own) node.append(mark(state === 'sent' ? receipt : state, say));
  return node;
}

function mark(state, say) {
  const node = el('span', { class: `mark ${state}`, role: 'img', 'aria-label': say(state), title: say(state) });
  node.append(svg(icons[state], 14));
  return node;
}
