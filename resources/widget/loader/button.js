import BELL from 'deskbell:icon/bell';
import DOWN from 'deskbell:icon/down';
import { svg } from './svg.js';

/** The round button at the corner of the page. */
export function createButton(onClick) {
  const node = document.createElement('button');
  const badge = document.createElement('span');
  node.type = 'button';
  node.className = 'launcher';
  badge.className = 'badge';
  badge.setAttribute('aria-hidden', 'true');
  node.append(svg(BELL, 28), svg(DOWN, 24), badge);
  node.addEventListener('click', onClick);

  return {
    node,
    busy: (busy) => node.setAttribute('aria-busy', busy),
    /** What it looks like and is called: the panel's state, and the number in the badge. */
    show(label, open = false, unread = 0) {
      node.setAttribute('aria-label', label);
      node.setAttribute('aria-expanded', open);
      badge.dataset.count = unread > 9 ? '9+' : unread; // drawn and no text: the label says it in words
      badge.hidden = open || !unread;
    },
  };
}
