import { timeline } from '../state/timeline.js';
import { el } from './dom.js';
import { DOWN, svg } from './icons.js';
import { createLine } from './line.js';

const topOf = (node) => node.getBoundingClientRect().top;

const NEAR = 80;
const BLOCK = 25; // messages

const differ = (one, other) => Object.entries(other).some(([name, value]) => one?.[name] !== value);

/** The lines by number of their block, in order: what is far from sight costs the browser one box a block. */
function inBlocks(lines) {
  const blocks = new Map();
  let seq = lines.find((line) => line.seq)?.seq ?? 0;
  for (const line of lines) {
    seq = line.seq ?? seq;
    const number = Math.floor(seq / BLOCK);
    blocks.set(number, [...(blocks.get(number) ?? []), line]);
  }
  return blocks;
}

/** Forgets the elements that nobody wants any more. */
function prune(known, wanted) {
  for (const [key, { element }] of known)
    if (!wanted.has(key)) {
      element.remove();
      known.delete(key);
    }
}

/** Lets an element look like another; the browser goes on knowing its height while it is out of sight. */
function refill(element, fresh) {
  element.className = fresh.className;
  element.replaceChildren(...fresh.childNodes);
  return element;
}

/** The conversation: lines by key, so that a change touches only what changed, and the foot stays in sight. */
export function createLog({ say, showFiles, onRetry, onChange, onOlder, signal }) {
  const list = el('div', { class: 'list' });
  const tail = el('div', { class: 'tail' });
  const older = el('button', { type: 'button', class: 'quiet older', onclick: onOlder }, say('older'));
  const scroller = el('div', { class: 'scroller', tabindex: '0', role: 'group', 'aria-label': say('messages') });
  const newest = el('button', { type: 'button', class: 'newest', hidden: true, onclick: () => toEnd() }, say('newest'));
  const node = el('div', { class: 'log' }, scroller, newest);
  const shown = new Map();
  const blocks = new Map();
  let chatId;
  let atEnd = true;
  scroller.append(older, list, tail);
  newest.append(svg(DOWN, 16));
  scroller.addEventListener('scroll', () => {
    atEnd = nearEnd();
    if (atEnd) newest.hidden = true;
    if (scroller.scrollTop < NEAR && !older.hidden) onOlder();
  });

  // The bar, the keyboard and a growing composer take from the height: the last line stays in sight.
  const sizes = new ResizeObserver(() => atEnd && toEnd());
  sizes.observe(scroller);
  sizes.observe(list); // lines get their height when they come into sight
  signal?.addEventListener('abort', () => sizes.disconnect());

  const nearEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    newest.hidden = true;
  }

  /** The first message that can be read. Heights tell nothing of what is out of sight; where a message stands is exact. */
  function inSight() {
    const top = topOf(scroller);
    const below = (node) => node.getBoundingClientRect().bottom > top;
    const block = [...list.children].find(below);
    return block && [...block.querySelectorAll('.message')].find(below);
  }

  /** Puts the lines into the list, keeping every element whose line is unchanged; true when one was added at the end. */
  function place(lines) {
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
    toEnd,
    /** `extra` is what stands below the last line: the queue's card, the typing dots. */
    update(session, extra) {
      const { chat, messages } = session.conversation;
      const stick = atEnd || chat?.id !== chatId;
      const mark = !stick && inSight();
      const before = mark && topOf(mark);
      const added = place(timeline({ chat, messages, entries: session.entries }));
      tail.replaceChildren(...extra);
      older.hidden = !session.sync.hasOlder || session.link !== 'online';
      chatId = chat?.id;
      if (stick || (added && messages.at(-1)?.senderType === 'visitor')) toEnd();
      else {
        const moved = mark && topOf(mark) - before;
        if (moved) scroller.scrollTop += moved;
        if (added) newest.hidden = false;
      }
    },
  };
}
