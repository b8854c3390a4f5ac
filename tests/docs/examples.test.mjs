// The examples in docs/ are run as a reader would run them, and print what the page says that they print.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { useServer } from '../server/desk.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const docs = join(root, 'docs');
// The receiver of the example for webhooks is on this machine.
const server = useServer({ args: ['--no-rate-limits'], env: { DESKBELL_WEBHOOKS_ALLOW_PRIVATE: 'true' } });
const run = promisify(execFile);

// Inside the project, so that Node finds its packages there.
const folder = await mkdtemp(join(root, 'tests/docs/.examples-'));
after(() => rm(folder, { recursive: true }));

/** The blocks of a page that are programs, each with what it prints. */
function examplesOf(text) {
  const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, body]) => ({ language, body }));
  return blocks.flatMap(({ language, body }, i) => {
    if (language !== 'sh' && language !== 'js') return [];
    assert.equal(blocks[i + 1]?.language, 'text', `nothing says what this prints:\n${body}`);
    return [{ language, body, prints: blocks[i + 1].body }];
  });
}

const fits = (printed, pattern) =>
  new RegExp(`^${pattern.trim().split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^\\n]*')}$`).test(printed.trim());

const vocabularies = (await readdir(join(docs, 'dialects'))).map((name) => join('dialects', name));
const pages = ['api.md', 'attachments.md', 'webhooks.md', ...vocabularies];

test('there is a page for each vocabulary', () => {
  assert.deepEqual(vocabularies.toSorted(), ['addresses', 'namespaces', 'rooms', 'sessions', 'support'].map((name) => join('dialects', `${name}.md`)));
});

for (const page of pages) {
  test(page, async () => {
    const examples = examplesOf(await readFile(join(docs, page), 'utf8'));
    assert.deepEqual([...new Set(examples.map(({ language }) => language))], ['sh', 'js']);
    for (const { language, body, prints } of examples) {
      const file = join(folder, language === 'js' ? 'example.mjs' : 'example.sh');
      await writeFile(file, body.replaceAll('http://127.0.0.1:8080', server.url));
      const command = language === 'js' ? [process.execPath, file] : ['bash', '-euo', 'pipefail', file];
      const { stdout } = await run(command[0], command.slice(1), { cwd: folder, timeout: 30_000 });
      assert.ok(fits(stdout, prints), `${page} prints\n${stdout}`);
    }
  });
}
