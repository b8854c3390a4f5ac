let hint = '';

/** Puts the number of unread messages before the page's title, which stays the page's own. */
export function hintInTitle(count) {
  const { title } = document;
  const own = title.startsWith(hint) ? title.slice(hint.length) : title;
  hint = count ? `(${count}) ` : '';
  if (title !== hint + own) document.title = hint + own;
}
