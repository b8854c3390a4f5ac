import BELL from 'deskbell:icon/bell';
import DOWN from 'deskbell:icon/down';
import { svg } from './svg.js';

/** The round button at the corner of the page. */
export function createButton(onClick) {
  const node = document.createElement('button');
  const badge = document.createElement('span');
  const bell = svg(BELL, 28);
  const down = svg(DOWN, 24);
  let open = false;
  let unread = 0;

  const label = () => {
    const news = unread === 1 ? ', 1 new message' : unread ? `, ${unread} new messages` : '';
    node.setAttribute('aria-label', open ? 'Close chat' : `Open chat${news}`);
    node.setAttribute('aria-expanded', open);
    badge.textContent = unread > 9 ? '9+' : unread;
    badge.hidden = open || !unread;
  };

  node.type = 'button';
  node.className = 'launcher';
  badge.className = 'badge';
  badge.setAttribute('aria-hidden', 'true');
  node.append(bell, down, badge);
  node.addEventListener('click', onClick);
  label();

  return {
    node,
    busy: (busy) => node.setAttribute('aria-busy', busy),
    setOpen(value) {
      open = value;
      label();
    },
    setUnread(count) {
      unread = count;
      label();
    },
  };
}
