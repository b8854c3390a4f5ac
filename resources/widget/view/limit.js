/** The server counts code points, not UTF-16 units: an emoji is one. */
export const LIMIT = 4000;

/** A text as it may be sent, or the problem with it. */
export function checked(value, texts) {
  const text = value.trim();
  const over = [...text].length - LIMIT;
  if (!text) return { text, problem: texts.empty };
  return over > 0 ? { text, problem: texts.tooLong(over) } : { text };
}
