// What the widget costs a page.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { buildWeb } from '../../resources/widget/build.mjs';

const out = mkdtempSync(join(tmpdir(), 'deskbell-size-'));
before(() => buildWeb(out));
after(() => rmSync(out, { recursive: true }));

/** The scripts beside the loader, each named by the hash of its content. */
const panelFiles = () => readdirSync(join(out, 'widget')).filter((name) => name.endsWith('.js'));

const languages = /^(ar|de|en|es|fr|it|nl)$/;
const named = () => panelFiles().map((name) => ({ name: name.split('-')[0], packed: readFileSync(join(out, 'widget', `${name}.gz`)).length }));

test('the loader is at most 3 KB; panel, client, styles and the longest language at most 25 KB, packed', (t) => {
  const loader = readFileSync(join(out, 'widget.js.gz')).length;
  const longest = Math.max(...named().filter(({ name }) => languages.test(name)).map(({ packed }) => packed));
  const panel = named().find(({ name }) => name === 'panel').packed + longest;
  t.diagnostic(`loader ${loader} bytes, panel ${panel} bytes`);
  assert.ok(loader <= 3 * 1024, `${loader} bytes`);
  assert.ok(panel <= 25 * 1024, `${panel} bytes`);
});

test('what is loaded only once it is used is at most 3 KB a piece, packed', (t) => {
  const parts = named().filter(({ name }) => name !== 'panel' && name !== 'chat' && !languages.test(name));
  t.diagnostic(parts.map(({ name, packed }) => `${name} ${packed}`).join(', '));
  assert.deepEqual(parts.filter(({ packed }) => packed > 3 * 1024), []);
});

test('all of it together is at most 36 KB, packed', (t) => {
  const longest = Math.max(...named().filter(({ name }) => languages.test(name)).map(({ packed }) => packed));
  const parts = named().filter(({ name }) => name !== 'chat' && !languages.test(name)); // /chat is a page without the loader
  const all = readFileSync(join(out, 'widget.js.gz')).length + parts.reduce((sum, { packed }) => sum + packed, longest);
  t.diagnostic(`${all} bytes`);
  assert.ok(all <= 36 * 1024, `${all} bytes`);
});

test('neither names a host, evaluates text or writes markup', () => {
  const files = ['widget.js', ...panelFiles().map((name) => `widget/${name}`)];
  for (const file of files) {
    const code = readFileSync(join(out, file), 'utf8');
    const hosts = code.match(/https?:\/\/[\w.]+/g) ?? [];
    assert.deepEqual([...new Set(hosts)].filter((host) => host !== 'http://www.w3.org'), [], file); // an XML name, not a host
    for (const word of [/\beval\(/, /new Function/, /innerHTML/, /insertAdjacentHTML/, /document\.write/]) assert.doesNotMatch(code, word);
    assert.equal(gunzipSync(readFileSync(join(out, `${file}.gz`))).toString(), code);
  }
});

test('the loader names the panel by its content', () => {
  for (const name of panelFiles()) assert.match(name, /^[a-z]+-[A-Z0-9]{8}\.js$/);
  const panel = panelFiles().find((name) => name.startsWith('panel-'));
  assert.ok(readFileSync(join(out, 'widget.js'), 'utf8').includes(`widget/${panel}`));
});
