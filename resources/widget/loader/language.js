/** The languages that the widget speaks, each with the one phrase that a page needs before anything else is loaded. */
export const openChat = {
  en: 'Open chat',
  de: 'Chat öffnen',
  fr: 'Ouvrir le chat',
  es: 'Abrir el chat',
  it: 'Apri la chat',
  nl: 'Chat openen',
  ar: 'فتح المحادثة',
};

/** The first of the wanted languages that we speak: the site's word, then the page's, then the browser's. */
export function pickLanguage(...wanted) {
  const spoken = wanted.flat().map((tag) => String(tag ?? '').toLowerCase().split(/[-_]/)[0]);
  return spoken.find((tag) => Object.hasOwn(openChat, tag)) ?? 'en';
}

export const pageLanguage = (own) => pickLanguage(own, document.documentElement.lang, navigator.languages);
