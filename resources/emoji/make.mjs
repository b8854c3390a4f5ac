// Makes emoji.tsv, which the console is built with, out of emojibase-data (MIT; its names are Unicode's CLDR, under the
// Unicode License v3). It is 49 MB of which we need 250 kB, so it is no dependency: run this when there are new emoji.
//
//   npm install --no-save emojibase-data@17 && node resources/emoji/make.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const newest = 15.1; // what Debian 12's Noto Color Emoji can draw
const component = 2; // skin tones and hair, which are no emoji by themselves

const here = dirname(fileURLToPath(import.meta.url));
const source = process.argv[2] ?? dirname(createRequire(import.meta.url).resolve('emojibase-data/package.json'));
const read = (path) => JSON.parse(readFileSync(join(source, path), 'utf8'));

const codes = read('en/shortcodes/github.json');
const more = read('en/shortcodes/emojibase.json');
const german = new Map(read('de/data.json').map((each) => [each.hexcode, each]));
const list = (value) => (value === undefined ? [] : [value].flat());
// As it is typed: with the sign for "as a picture" only where the character is a text without it.
const written = ({ hexcode, emoji, type }) =>
  type === 1 && !hexcode.includes('-') ? String.fromCodePoint(parseInt(hexcode, 16)) : emoji;

const lines = read('en/data.json')
  .filter((each) => each.group !== undefined && each.group !== component && each.version <= newest)
  .sort((a, b) => a.order - b.order)
  .map((each) => {
    const names = [...new Set([...list(codes[each.hexcode]), ...list(more[each.hexcode])])];
    const inGerman = german.get(each.hexcode) ?? each;
    const words = ({ label, tags }) => [label, (tags ?? []).join(', ')];
    return [written(each), each.group, names.join(' '), ...words(each), ...words(inGerman)].join('\t');
  });

writeFileSync(join(here, 'emoji.tsv'), `${['emoji', 'group', 'names', 'en', 'en tags', 'de', 'de tags'].join('\t')}\n${lines.join('\n')}\n`);
