const BLOCK = 25; // messages

/** Whether a line is to look different. */
export const differ = (one, other) => Object.entries(other).some(([name, value]) => one?.[name] !== value);

/** The lines by number of their block, in order: what is far from sight costs the browser one box a block. */
export function inBlocks(lines) {
  const blocks = new Map();
  let seq = lines.find((line) => line.seq)?.seq ?? 0;
  for (const line of lines) {
    seq = line.seq ?? seq;
    const number = Math.floor(seq / BLOCK);
    blocks.set(number, [...(blocks.get(number) ?? []), line]);
  }
  return blocks;
}

/** Forgets the elements that nobody wants any more. */
export function prune(known, wanted) {
  for (const [key, { element }] of known)
    if (!wanted.has(key)) {
      element.remove();
      known.delete(key);
    }
}

/** Lets an element look like another; the browser goes on knowing its height while it is out of sight. */
export function refill(element, fresh) {
  element.className = fresh.className;
  element.replaceChildren(...fresh.childNodes);
  return element;
}
