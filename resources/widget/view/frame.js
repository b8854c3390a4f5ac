const MOST = 240; // px

/** How large a picture is seen in the conversation: [width, height]. */
export function frameOf({ width = MOST, height = MOST }) {
  const scale = Math.min(1, MOST / Math.max(width, height));
  return [width, height].map((side) => Math.round(side * scale));
}

const FILE = 54;
const GAP = 4;

/** The height of a message's files. */
export const heightOf = (files) => files.reduce((sum, file) => sum + GAP + (file.thumbnail ? frameOf(file)[1] + 2 : FILE), -GAP);
