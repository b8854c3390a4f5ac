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

const panelFiles = () => readdirSync(join(out, 'widget')).filter((name) => name.endsWith('.js'));

test('the loader is at most 3 KB and the panel at most 25 KB, packed', (t) => {
  const loader = readFileSync(join(out, 'widget.js.gz')).length;
  const panel = panelFiles().reduce((sum, name) => sum + readFileSync(join(out, 'widget', `${name}.gz`)).length, 0);
  t.diagnostic(`loader ${loader} bytes, panel ${panel} bytes`);
  assert.ok(loader <= 3 * 1024, `${loader} bytes`);
  assert.ok(panel <= 25 * 1024, `${panel} bytes`);
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
  const [panel] = panelFiles();
  assert.match(panel, /^panel-[A-Z0-9]{8}\.js$/);
  assert.ok(readFileSync(join(out, 'widget.js'), 'utf8').includes(`widget/${panel}`));
});
