import { el } from './dom.js';

/** An address ends at a space, at quotes and angles, and at characters that turn the direction of writing. */
const ADDRESS = /https?:\/\/[^\s<>"'`\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gi;
const PICTURES = /^(?:\p{Extended_Pictographic}[\u200d\ufe0f\u{1f3fb}-\u{1f3ff}]*){1,3}$/u;

export const isEmoji = (text) => PICTURES.test(text.replace(/\s/g, ''));

/** The pieces of a text in order: plain strings, and { href, host, address } where an http(s) address stands. */
export function pieces(text) {
  const found = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    const link = toLink(address);
    if (!link) continue;
    found.push(text.slice(at, match.index), link);
    at = match.index + address.length;
  }
  return [...found, text.slice(at)].filter(Boolean);
}

/** A text as nodes. A link's title names the host as the browser will ask for it, whatever its letters look like. */
export const rich = (text) =>
  pieces(text).map((piece) =>
    typeof piece === 'string'
      ? piece
      : el('a', { href: piece.href, target: '_blank', rel: 'noopener noreferrer nofollow', title: piece.host }, piece.address),
  );

/** Without the full stop of its sentence, or a bracket that was opened before it. */
function trimmed(address) {
  const short = address.replace(/[.,;:!?…*_~]+$/, '');
  return short.endsWith(')') && !short.includes('(') ? trimmed(short.slice(0, -1)) : short;
}

function toLink(address) {
  try {
    const { href, host } = new URL(address);
    return { href, host, address };
  } catch {
    return undefined;
  }
}
