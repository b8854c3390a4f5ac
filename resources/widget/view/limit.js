/** The server counts code points, not UTF-16 units: an emoji is one. */
export const LIMIT = 4000;

/** A text as it may be sent, or the problem with it. */
export function checked(value, say) {
  const text = value.trim();
  const over = [...text].length - LIMIT;
  if (!text) return { text, problem: say('empty') };
  return over > 0 ? { text, problem: say('tooLong', { count: over }) } : { text };
}
