// Builds the widget and the pages: node resources/widget/build.mjs OUTDIR
// OUTDIR/widget.js is the loader, OUTDIR/widget/ the panel and what it loads, named by the hash of all of it, OUTDIR/demo/,
// OUTDIR/docs/ and OUTDIR/pages/ the pages; each with its packed form beside it (.gz), and OUTDIR/web.qrc their list.
import { build } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ingredients, minify, together } from './plugin.mjs';
import { pack, shorten } from './pack.mjs';
import { pageSheet } from './tokens.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const pages = ['demo', 'docs', 'pages'];
const sourceOf = (page) => resolve(here, '..', page);
const common = {
  bundle: true,
  minify: true,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  plugins: [ingredients],
};

export async function buildWeb(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const version = await buildPanel(join(out, 'widget'));
  const loader = await build({
    ...common,
    entryPoints: [join(here, 'loader/loader.js')],
    format: 'iife',
    write: false,
    define: { PANEL: JSON.stringify(`widget/panel-${version}.js`) },
  });
  writeFileSync(join(out, 'widget.js'), await shorten(loader.outputFiles[0].text, { module: false }));
  for (const page of pages) await copyPage(page, out);
  const chat = join(out, 'pages/chat.html');
  writeFileSync(chat, readFileSync(chat, 'utf8').replace('{{chat}}', `chat-${version}.js`));
  rmSync(join(out, 'pages/chat.js')); // it is among the widget's
  cpSync(join(sourceOf('demo'), 'favicon.svg'), join(out, 'favicon.svg'));
  for (const file of filesIn(out)) writeFileSync(join(out, `${file}.gz`), await pack(readFileSync(join(out, file))));
  writeFileSync(join(out, 'web.qrc'), resourceList(filesIn(out)));
}

/**
 * The panel in one file, and each part that it loads later in one more. They name one another, so they share a hash, which
 * is the answer.
 */
async function buildPanel(folder) {
  const view = (name) => join(here, 'view', `${name}.js`);
  const languages = readdirSync(join(here, 'languages')).map((file) => join(here, 'languages', file));
  const made = await build({
    ...common,
    entryPoints: [{ in: view('entry'), out: 'panel' }, view('past'), view('rating'), view('address'), view('files'), view('tray'), view('ring'), view('emoji'), ...languages, join(sourceOf('pages'), 'chat.js')],
    format: 'esm',
    outdir: folder,
    entryNames: '[name]',
    write: false,
    plugins: [...common.plugins, together],
  });
  const files = [];
  for (const { path, text } of made.outputFiles) files.push({ name: relative(folder, path).slice(0, -3), text: await shorten(text) });
  const whole = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 8).toUpperCase();
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, `${name}-${whole}.js`), text.replaceAll('-{{hash}}.js', `-${whole}.js`));
  return whole;
}

/** A page's files as they are, but for its sheet, which gets the tokens and is made small. */
async function copyPage(page, out) {
  const from = sourceOf(page);
  mkdirSync(join(out, page), { recursive: true });
  for (const file of readdirSync(from)) if (!file.endsWith('.css')) cpSync(join(from, file), join(out, page, file));
  const sheet = readFileSync(join(from, `${page}.css`), 'utf8');
  writeFileSync(join(out, page, `${page}.css`), await minify(pageSheet() + sheet));
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

function resourceList(files) {
  const lines = files.map((file) => `    <file>${file}</file>`);
  return `<RCC>\n  <qresource prefix="/web">\n${lines.join('\n')}\n  </qresource>\n</RCC>\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv[2]) {
    console.error('usage: node resources/widget/build.mjs OUTDIR');
    process.exit(2);
  }
  await buildWeb(resolve(process.argv[2]));
}
