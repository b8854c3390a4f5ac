// Builds the widget and the pages: node resources/widget/build.mjs OUTDIR
// OUTDIR/widget.js is the loader, OUTDIR/widget/ the panel and what it loads, each by the hash of its content, OUTDIR/demo/,
// OUTDIR/docs/ and OUTDIR/pages/ the pages; each with its packed form beside it (.gz), and OUTDIR/web.qrc their list.
import { build } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ingredients, minify } from './plugin.mjs';
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
  const panel = await build({
    ...common,
    entryPoints: { panel: join(here, 'view/mount.js'), chat: join(sourceOf('pages'), 'chat.js') },
    format: 'esm',
    splitting: true,
    outdir: join(out, 'widget'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
  });
  const fileOf = (entry) =>
    basename(Object.entries(panel.metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(entry))[0]);
  const name = fileOf('view/mount.js');
  await build({
    ...common,
    entryPoints: [join(here, 'loader/loader.js')],
    format: 'iife',
    outfile: join(out, 'widget.js'),
    define: { PANEL: JSON.stringify(`widget/${name}`) },
  });
  for (const page of pages) await copyPage(page, out);
  const chat = join(out, 'pages/chat.html');
  writeFileSync(chat, readFileSync(chat, 'utf8').replace('{{chat}}', fileOf('pages/chat.js')));
  rmSync(join(out, 'pages/chat.js')); // it is among the widget's
  cpSync(join(sourceOf('demo'), 'favicon.svg'), join(out, 'favicon.svg'));
  for (const file of filesIn(out)) {
    const content = readFileSync(join(out, file));
    writeFileSync(join(out, `${file}.gz`), gzipSync(content, { level: 9 }));
  }
  writeFileSync(join(out, 'web.qrc'), resourceList(filesIn(out)));
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
