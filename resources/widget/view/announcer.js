import { el } from './dom.js';

const KEPT = 5;

/**
 * Speaks to screen readers: what others write, who joins, the end; each once, and nothing of what was there before.
 * The lines that are seen are no live region, since a changed mark at a bubble's foot would read the bubble again.
 */
export function createAnnouncer({ texts }) {
  const node = el('div', { class: 'unseen', role: 'log', 'aria-live': 'polite', 'aria-label': texts.news });
  let told = {};

  function say(text) {
    node.append(el('p', {}, text));
    if (node.childElementCount > KEPT) node.firstChild.remove();
  }

  return {
    node,
    update({ chat, messages, last }) {
      const { id, status, operatorName } = chat ?? {};
      const name = operatorName ?? texts.someone;
      if (id === told.id) {
        if (status === 'active' && told.status === 'waiting') say(texts.joined(name));
        for (const { seq, senderType, senderName, text } of messages)
          if (seq > told.last && senderType !== 'visitor') say(`${senderName ?? name}: ${text}`);
        if (status === 'ended' && told.status !== 'ended') say(texts.ended);
      }
      told = { id, status, last };
    },
  };
}
