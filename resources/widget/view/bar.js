import { el, setText } from './dom.js';
import { OFFLINE, svg } from './icons.js';
import { clock } from './times.js';

/** A moment of patience before the bar shows: most losses are over by then. */
const PATIENCE_MS = 1200;

/** The thin bar under the header while there is no connection: since when, what waits, and a way to try at once. */
export function createBar({ texts, onRetry }) {
  const words = el('span', { role: 'status' });
  const button = el('button', { type: 'button', class: 'quiet', id: 'retry', onclick: onRetry }, texts.retry);
  const node = el('div', { class: 'bar', hidden: true }, words, button);
  let timer;
  let ripe = false;
  node.prepend(svg(OFFLINE, 16));

  return {
    node,
    update(session) {
      const { link, phase, since, entries } = session;
      const wanted = link === 'offline' && phase !== 'ended';
      if (!wanted || !timer) {
        clearTimeout(timer);
        ripe = false;
        timer = wanted && setTimeout(() => (ripe = true) && this.update(session), PATIENCE_MS);
      }
      node.hidden = !ripe;
      if (!ripe) return setText(words, '');
      const waiting = entries.filter((entry) => !entry.failed).length;
      const tail = waiting ? ` · ${texts.kept(waiting)}` : '';
      setText(words, texts.offline(clock(since)) + tail);
    },
  };
}
