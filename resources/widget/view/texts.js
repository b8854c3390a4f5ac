import { createTimes } from './times.js';

/** Each language is a file of its own, so that a visitor loads one. */
const load = {
  en: () => import('../languages/en.js'),
  de: () => import('../languages/de.js'),
  fr: () => import('../languages/fr.js'),
  es: () => import('../languages/es.js'),
  it: () => import('../languages/it.js'),
  nl: () => import('../languages/nl.js'),
  ar: () => import('../languages/ar.js'),
};
const rightToLeft = new Set(['ar']);

/** The voice of a language, with the texts that the site has set. */
export async function speak(language, own) {
  return createVoice(language, (await load[language]()).default, own);
}

/**
 * `say(key, values)` gives a text with its values filled in, in the plural that `values.count` asks for. Beside it:
 * `language`, `dir`, and times as people of that language write them. `own` are texts of the site; only plain ones.
 */
export function createVoice(language, words, own = {}) {
  const plural = new Intl.PluralRules(language);
  const locale = globalThis.navigator?.languages?.find((tag) => tag.startsWith(language)) ?? language;
  const say = (key, values = {}) => {
    let text = words[key];
    if (typeof text !== 'string') text = text[plural.select(values.count)] ?? text.other;
    else if (own[key] && typeof own[key] === 'string') text = own[key];
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
  return Object.assign(say, { language, dir: rightToLeft.has(language) ? 'rtl' : 'ltr' }, createTimes(locale));
}
