import { el, setText } from './dom.js';
import { OFFLINE, svg } from './icons.js';

/** A moment of patience before the bar shows: most losses are over by then. */
const PATIENCE_MS = 1200;
const COMPLAINT_MS = 5000;

/** The thin bar under the header while there is no connection: since when, what waits, and a way to try at once. */
export function createBar({ say, onRetry }) {
  const words = el('span', { role: 'status' });
  const button = el('button', { type: 'button', class: 'quiet', id: 'retry', onclick: onRetry }, say('retry'));
  const node = el('div', { class: 'bar', hidden: true }, words, button);
  let timer;
  let ripe = false;
  node.prepend(svg(OFFLINE, 16));

  return {
    node,
    /** Says for a moment that something did not work. */
    complain(text) {
      setText(words, text);
      node.hidden = false;
      button.hidden = true;
      setTimeout(() => (node.hidden = !ripe), COMPLAINT_MS);
    },
    update(session) {
      const { link, phase, since, entries } = session;
      const wanted = link === 'offline' && phase !== 'ended';
      if (!wanted || !timer) {
        clearTimeout(timer);
        ripe = false;
        timer = wanted && setTimeout(() => (ripe = true) && this.update(session), PATIENCE_MS);
      }
      node.hidden = !ripe;
      button.hidden = false;
      if (!ripe) return setText(words, '');
      const waiting = entries.filter((entry) => !entry.failed).length;
      const tail = waiting ? ` · ${say('kept', { count: waiting })}` : '';
      setText(words, say('offline', { time: say.clock(since) }) + tail);
    },
  };
}
