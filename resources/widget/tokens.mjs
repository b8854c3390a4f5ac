import { readFileSync } from 'node:fs';

/** The one table of colours, which the console reads too. */
export const tokens = JSON.parse(readFileSync(new URL('../tokens.json', import.meta.url), 'utf8'));

/** What the loader's button needs; the panel brings all of them. */
const ofButton = ['panel', 'primary', 'on-primary', 'brass', 'on-brass'];

/** What only the console has a use for need not travel. */
const ofWeb = Object.keys(tokens.color).filter((name) => name !== 'field-line');

/** `--paper:#FBFAF8;--ink-2:…` for one theme. */
export function colours(theme, names = ofWeb) {
  return names.map((name) => `--${name}:${tokens.color[name][theme]}`).join(';');
}

/** The style sheet inside the widget's shadow root: `data-theme` on the host says which theme. */
export function widgetSheet(names) {
  return `:host{${colours('light', names)}}:host([data-theme=dark]){${colours('dark', names)}}`;
}

export const buttonSheet = () => widgetSheet(ofButton);

/** The style sheet of a page, which follows the system. */
export function pageSheet() {
  return `:root{color-scheme:light dark;${colours('light')}}@media(prefers-color-scheme:dark){:root{${colours('dark')}}}`;
}
