import { timeline } from '../state/timeline.js';
import { differ, inBlocks, prune, refill } from './blocks.js';
import { el } from './dom.js';
import { DOWN, svg } from './icons.js';
import { createLine } from './line.js';

const topOf = (node) => node.getBoundingClientRect().top;

const NEAR = 80;

/** The conversation: lines by key, so that a change touches only what changed, and the foot stays in sight. */
export function createLog({ say, showFiles, onRetry, onChange, onOlder, place, signal }) {
  const list = el('div', { class: 'list' });
  const tail = el('div', { class: 'tail' });
  const older = el('button', { type: 'button', class: 'quiet older', onclick: onOlder }, say('older'));
  const scroller = el('div', { class: 'scroller', tabindex: '0', role: 'group', 'aria-label': say('messages') });
  const newest = el('button', { type: 'button', class: 'newest', hidden: true, onclick: () => toEnd() }, say('newest'));
  const node = el('div', { class: 'log' }, scroller, newest);
  const shown = new Map();
  const blocks = new Map();
  let chatId;
  let goal = place?.get(); // where one was reading before it went out of sight: `chat seq`
  let atEnd = !goal;
  let top = 0;
  scroller.append(older, list, tail);
  newest.append(svg(DOWN, 16));
  const notice = () => {
    const { scrollTop } = scroller;
    // Lines may have grown since we scrolled to the end: only who goes up has left it.
    if (nearEnd()) atEnd = true;
    else if (scrollTop < top) atEnd = false;
    top = scrollTop;
  };
  scroller.addEventListener('scroll', () => {
    notice();
    if (atEnd) newest.hidden = true;
    if (top < NEAR && !older.hidden) onOlder();
  });

  // The bar, the keyboard and a growing composer take from the height: the last line stays in sight.
  const sizes = new ResizeObserver(() => atEnd && toEnd());
  sizes.observe(scroller);
  sizes.observe(list); // lines get their height when they come into sight
  signal?.addEventListener('abort', () => sizes.disconnect());

  const nearEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;

  function toEnd() {
    atEnd = true;
    scroller.scrollTop = scroller.scrollHeight;
    top = scroller.scrollTop;
    newest.hidden = true;
  }

  /** The first message that can be read. Heights tell nothing of what is out of sight; where a message stands is exact. */
  function inSight() {
    const top = topOf(scroller);
    const below = (node) => node.getBoundingClientRect().bottom > top;
    const block = [...list.children].find(below);
    return block && [...block.querySelectorAll('.message')].find(below);
  }

  /** What stands at the top of sight, for one who has gone up to read. */
  const reading = () => (!atEnd && chatId && scroller.clientHeight ? `${chatId} ${seqOf(inSight())}` : '');
  const seqOf = (element) => [...shown.values()].find((known) => known.element === element)?.line.seq;

  /** Goes there once it is here; until then asks for what came before. */
  function seek(session) {
    const [id, seq] = goal.split(' ');
    const known = [...shown.values()].find(({ line }) => line.seq === Number(seq));
    if (id === chatId && !known && session.sync.hasOlder) return session.link === 'online' && onOlder();
    goal = '';
    place.set('');
    if (id !== chatId || !known) return toEnd();
    scroller.scrollTop += topOf(known.element) - topOf(scroller);
  }

  if (place) addEventListener('pagehide', () => place.set(goal || reading()), { signal });

  /** Puts the lines into the list, keeping every element whose line is unchanged; true when one was added at the end. */
  function arrange(lines) {
    const keys = new Set(lines.map((line) => line.key));
    const wanted = inBlocks(lines);
    const added = !shown.has(lines.at(-1)?.key);
    prune(shown, keys);
    prune(blocks, wanted);
    let at = list.firstChild;
    for (const [number, part] of wanted) {
      const { element } = blocks.get(number) ?? { element: el('div', { class: 'block' }) };
      blocks.set(number, { element });
      if (element === at) at = at.nextSibling;
      else list.insertBefore(element, at);
      fill(element, part);
    }
    return added;
  }

  function fill(block, lines) {
    let at = block.firstChild;
    for (const line of lines) {
      let known = shown.get(line.key);
      if (differ(known?.line, line)) {
        const fresh = createLine(line, { say, showFiles, onRetry, onChange });
        known = { element: known ? refill(known.element, fresh) : fresh, line };
        shown.set(line.key, known);
      }
      if (known.element === at) at = at.nextSibling;
      else block.insertBefore(known.element, at);
    }
  }

  return {
    node,
    /** It goes out of sight: what was being read is looked for when it is back. */
    leave: () => (goal = reading()),
    shown: () => atEnd && toEnd(),
    /** `extra` is what stands below the last line: the queue's card, the typing dots. */
    update(session, extra) {
      const { chat, messages } = session.conversation;
      if (scroller.clientHeight) notice(); // who has just gone up is told of it only with the next frame
      const stick = !goal && (atEnd || chat?.id !== chatId);
      const mark = !stick && inSight();
      const before = mark && topOf(mark);
      const added = arrange(timeline({ chat, messages, entries: session.entries }));
      tail.replaceChildren(...extra);
      older.hidden = !session.sync.hasOlder || session.link !== 'online';
      if (added && !stick && chatId) newest.hidden = false;
      chatId = chat?.id;
      if (goal) chat && scroller.clientHeight && seek(session);
      else if (stick || (added && messages.at(-1)?.senderType === 'visitor')) toEnd();
      else {
        const moved = mark && topOf(mark) - before;
        if (moved) scroller.scrollTop += moved;
      }
    },
  };
}
