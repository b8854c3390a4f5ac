import { el } from './dom.js';

const KEPT = 5;

/**
 * Speaks to screen readers: what others write, who joins, the end; each once, and nothing of what was there before.
 * The lines that are seen are no live region, since a changed mark at a bubble's foot would read the bubble again.
 */
export function createAnnouncer({ say, onNews }) {
  const node = el('div', { class: 'unseen', role: 'log', 'aria-live': 'polite', 'aria-label': say('news') });
  let told = {};

  function tell(text) {
    node.append(el('p', {}, text));
    if (node.childElementCount > KEPT) node.firstChild.remove();
  }

  return {
    node,
    update({ chat, messages, last }) {
      const { id, status, operatorName } = chat ?? {};
      const name = operatorName ?? say('someone');
      if (id === told.id) {
        if (status === 'active' && told.status === 'waiting') tell(say('joined', { name }));
        for (const message of messages.filter(({ seq, senderType }) => seq > told.last && senderType !== 'visitor')) {
          tell(`${message.senderName ?? name}: ${message.text}`);
          onNews(message);
        }
        if (status === 'ended' && told.status !== 'ended') tell(say('ended'));
      }
      told = { id, status, last };
    },
  };
}
