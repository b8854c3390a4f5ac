// clang-tidy over the C++ of the project, quickly: node tests/house/tidy.mjs BUILD_FOLDER
//
// Most of the time goes into Qt's headers, so the sources of one folder are read together, several to a run; if they
// do not compile in one piece, those that clash with others are read apart. A file whose text, includes and settings are
// those of a run that found nothing, in whatever clone, is not read again. The project's precompiled header is left out:
// every file has to include what it uses.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const clangTidy = 'clang-tidy-14';
const batchSize = 12;
const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const buildFolder = resolve(process.argv[2] ?? join(top, 'build/dev'));
const workFolder = join(buildFolder, 'tidy');
const cleanFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'deskbell-tidy');

/** The compiler's arguments that change what a source means to clang. */
function meaningfulArguments(command) {
  const all = command.split(' ').map((word) => word.replaceAll('\\"', '"'));
  return all.filter((word, index) =>
    /^-(D|I|std=)/.test(word) || word === '-isystem' || all[index - 1] === '-isystem');
}

function readSources() {
  const database = JSON.parse(readFileSync(join(buildFolder, 'compile_commands.json'), 'utf8'));
  const sources = new Map();
  for (const { file, command } of database) {
    if (file.startsWith(`${top}/`) && !file.startsWith(`${buildFolder}/`) && !/\/build\//.test(relative(top, file)))
      sources.set(file, meaningfulArguments(command));
  }
  return sources;
}

const texts = new Map();
function textOf(file) {
  if (!texts.has(file))
    texts.set(file, existsSync(file) ? readFileSync(file, 'utf8') : null);
  return texts.get(file);
}

/** The file and all of the project's that it includes. */
function closureOf(file, seen = new Set()) {
  if (seen.has(file) || textOf(file) === null)
    return seen;
  seen.add(file);
  for (const [, included] of textOf(file).matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)) {
    closureOf(join(top, included), seen);
    closureOf(join(dirname(file), included), seen);
  }
  return seen;
}

const settings = [
  readFileSync(join(top, '.clang-tidy')), readFileSync(fileURLToPath(import.meta.url)),
  execFileSync(clangTidy, ['--version']),
].map(String).join('\n');

function stampOf(file, compilerArguments) {
  const portable = compilerArguments.join(' ').replaceAll(buildFolder, 'BUILD').replaceAll(top, 'TOP');
  const hash = createHash('sha256').update(settings).update(portable);
  for (const part of [...closureOf(file)].sort())
    hash.update(`\n${relative(top, part)}\n`).update(textOf(part));
  return join(cleanFolder, hash.digest('hex'));
}

/** One translation unit of several sources; each keeps a main of its own name. */
function writeBatch(files) {
  const name = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
  const path = join(workFolder, `${basename(dirname(files[0]))}-${name}.cpp`);
  writeFileSync(path, files.map((file, index) =>
    `#define main main${index}\n#include "${file}"\n#undef main\n`).join(''));
  return path;
}

// The one thing that may be long: a table of test rows.
const isTable = /function '\w+_data' exceeds recommended size/;
const diagnostic = /^\S+:\d+:\d+: (?:warning|error): /;
const startOfDiagnostic = /^(?=\S+:\d+:\d+: (?:warning|error): )/m;

function runClangTidy(path, compilerArguments) {
  return new Promise((done) => {
    const child = spawn(clangTidy, ['--quiet', `--config-file=${join(top, '.clang-tidy')}`, path, '--',
      ...compilerArguments, '-fPIC', '-w'], { cwd: top, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => output += chunk);
    child.stderr.on('data', (chunk) => output += chunk);
    child.on('close', (code, signal) => {
      const complaints = output.split(startOfDiagnostic).filter((part) => diagnostic.test(part) && !isTable.test(part));
      const clean = complaints.length === 0 && !signal && (code === 0 || isTable.test(output));
      done({ clean, output: complaints.join('') || output });
    });
  });
}

/** Reads the files; says the complaints, none if all is well. */
async function examine(batch) {
  const files = batch.map(({ file }) => file);
  const compilerArguments = mergeArguments(batch.map(({ compilerArguments }) => compilerArguments));
  const path = files.length === 1 ? files[0] : writeBatch(files);
  const { clean, output } = await runClangTidy(path, compilerArguments);
  if (clean) {
    for (const { stamp } of batch)
      writeFileSync(stamp, '');
    return [];
  }
  if (batch.length === 1)
    return [output.includes('[clang-diagnostic-error') ? `${files[0]} does not compile by itself:\n${output}` : output];
  if (!output.includes('[clang-diagnostic-error')) {
    for (const { file, stamp } of batch) {
      if (![...closureOf(file)].some((part) => output.includes(`${part}:`)))
        writeFileSync(stamp, '');
    }
    return [output];
  }
  const errors = output.split('\n').filter((line) => line.includes('[clang-diagnostic-error'));
  const clashing = batch.filter(({ file }) => errors.some((line) => line.startsWith(`${file}:`)));
  const apart = clashing.length % batch.length > 0 ? clashing : batch.slice(Math.ceil(batch.length / 2));
  return [...await examine(batch.filter((each) => !apart.includes(each))), ...await examine(apart)];
}

/** The union, in order; `-isystem DIR` counts as one. */
function mergeArguments(lists) {
  const merged = new Set();
  for (const list of lists) {
    list.forEach((word, index) => {
      if (word !== '-isystem')
        merged.add(list[index - 1] === '-isystem' ? `-isystem${word}` : word);
    });
  }
  return [...merged];
}

mkdirSync(workFolder, { recursive: true });
mkdirSync(cleanFolder, { recursive: true });
const started = Date.now();
const sources = [...readSources()].map(([file, compilerArguments]) =>
  ({ file, compilerArguments, stamp: stampOf(file, compilerArguments) }));
const changed = sources.filter(({ stamp }) => !existsSync(stamp));

/** Files that are likely to compile in one piece: those of a room, or tests. */
function groupOf(file) {
  const [first, second] = relative(top, file).split('/');
  return first === 'tests' ? first : `${first}/${second}`;
}

const batches = [];
for (const group of new Set(changed.map(({ file }) => groupOf(file)))) {
  const together = changed.filter(({ file }) => groupOf(file) === group);
  for (let start = 0; start < together.length; start += batchSize)
    batches.push(together.slice(start, start + batchSize));
}

const complaints = [];
const waiting = [...batches];
await Promise.all(Array.from({ length: availableParallelism() }, async () => {
  for (let batch = waiting.shift(); batch; batch = waiting.shift())
    complaints.push(...await examine(batch));
}));

const noise = /^(\d+ warnings? (generated|treated as errors?).*|Suppressed .*|Use -header-filter.*)\n/gm;
for (const complaint of new Set(complaints.map((text) => text.replace(noise, ''))))
  console.log(complaint);
const seconds = ((Date.now() - started) / 1000).toFixed(0);
console.log(`clang-tidy: ${sources.length} files, ${changed.length} of them read, `
  + `${complaints.length ? 'complaints' : 'no complaint'}, ${seconds} s`);
process.exitCode = complaints.length ? 1 : 0;
