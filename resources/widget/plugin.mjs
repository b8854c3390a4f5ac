import { transform } from 'esbuild';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { buttonSheet, widgetSheet } from './tokens.mjs';

export const minify = async (css) => (await transform(css, { loader: 'css', minify: true })).code.trim();

const made = { 'tokens/button': buttonSheet, 'tokens/panel': widgetSheet };

/** A circle as path data: two half turns. */
const circle = (cx, cy, r) => `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0 ${r} ${r} 0 1 0 ${-2 * r} 0`;

/** The strokes of one of our icons (resources/icons) as the data of a single path. */
export function strokes(name) {
  const file = readFileSync(new URL(`../icons/${name}.svg`, import.meta.url), 'utf8');
  const paths = [...file.matchAll(/<path d="([^"]+)"/g)].map(([, data]) => data);
  const circles = [...file.matchAll(/<circle cx="([^"]+)" cy="([^"]+)" r="([^"]+)"/g)];
  return [...paths, ...circles.map(([, ...numbers]) => circle(...numbers.map(Number)))].join('');
}

/** Imports that are not scripts: `*.css` as text for adoptedStyleSheets, `deskbell:tokens/…`, `deskbell:icon/NAME`. */
export const ingredients = {
  name: 'ingredients',
  setup(plugin) {
    plugin.onResolve({ filter: /^deskbell:/ }, ({ path }) => ({ path: path.slice(9), namespace: 'deskbell' }));
    plugin.onLoad({ filter: /^tokens\//, namespace: 'deskbell' }, async ({ path }) => ({
      contents: await minify(made[path]()),
      loader: 'text',
    }));
    plugin.onLoad({ filter: /^icon\//, namespace: 'deskbell' }, ({ path }) => ({
      contents: strokes(path.slice(5)),
      loader: 'text',
    }));
    plugin.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: await minify(readFileSync(path, 'utf8')),
      loader: 'text',
    }));
  },
};

/** What is loaded later is a file of its own beside the panel's, and takes what it shares with the panel from there. */
export const together = {
  name: 'together',
  setup(plugin) {
    const beside = (name) => ({ path: `./${name}-{{hash}}.js`, external: true });
    plugin.onResolve({ filter: /\.js$/ }, ({ kind, path, importer }) => {
      if (kind === 'dynamic-import') return beside(basename(path, '.js'));
      const shared = /\/kit\.js$/.test(path) && !/\/entry\.js$/.test(importer);
      return shared || (/\/entry\.js$/.test(path) && kind === 'import-statement') ? beside('panel') : undefined;
    });
  },
};
