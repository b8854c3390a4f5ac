// Every word that the console shows can be translated, and is: complete in German, and in English where number counts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const words = join(top, 'resources/translations');

/** The entries of a .ts file after lupdate has looked at the code, without touching the file itself. */
function entriesOf(language) {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-words-'));
  try {
    const file = join(folder, 'console.ts');
    copyFileSync(join(words, `console_${language}.ts`), file);
    execFileSync(process.env.LUPDATE, [
      '-silent', '-I', '.', '-locations', 'none', '-no-obsolete', '-source-language', 'en', '-target-language', language,
      ...(language === 'en' ? ['-pluralonly'] : []), 'console', '-ts', file,
    ], { cwd: top, stdio: 'ignore' });
    return readFileSync(file, 'utf8').match(/<message[^]*?<\/message>/g);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const sourceOf = (entry) => /<source>([^]*?)<\/source>/.exec(entry)[1];
const placesOf = (text) => [...new Set(text.match(/%(\d|n)/g) ?? [])].sort().join();

for (const language of ['en', 'de']) {
  test(`nothing is left untranslated: ${language}`, () => {
    const entries = entriesOf(language);
    assert.ok(entries.length > (language === 'en' ? 3 : 100), `only ${entries.length} words were found`);
    const open = entries.filter((entry) => entry.includes('type="unfinished"')).map(sourceOf);
    assert.deepEqual(open, [], 'run ./dev words and translate these');
  });

  test(`every translation names the same places: ${language}`, () => {
    for (const entry of entriesOf(language)) {
      const forms = entry.match(/<numerusform>[^]*?<\/numerusform>/g) ?? entry.match(/<translation>[^]*?<\/translation>/g);
      for (const form of forms ?? []) assert.equal(placesOf(form), placesOf(sourceOf(entry)), entry);
    }
  });
}

test('no text for people goes past the translation', () => {
  const said = /(?:setText|setToolTip|setAccessibleName|setWindowTitle|setPlaceholderText|addAction)\(\s*QStringLiteral\("[^"]*[a-z]{3}[^"]*"\)/g;
  const folders = ['views', 'dialogs'].map((room) => join(top, 'console', room));
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.cpp'))) {
      const found = readFileSync(join(folder, name), 'utf8').match(said) ?? [];
      assert.deepEqual(found.filter((each) => !each.includes('"Deskbell')), [], name);
    }
  }
});
