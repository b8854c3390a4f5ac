import { el } from './dom.js';

const initials = (name) => {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...word][0] ?? '').join('').toUpperCase();
};

const GROUNDS = 8;

/** Initials on one of eight grounds, chosen by the id as the console chooses it: the same person, the same colour. */
export function avatar(id, name) {
  const sum = [...String(id)].reduce((total, letter) => (Math.imul(total, 31) + letter.charCodeAt(0)) >>> 0, 0);
  const node = el('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(name));
  node.style.background = `var(--avatar-${1 + (sum % GROUNDS)})`;
  return node;
}
