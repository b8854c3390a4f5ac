// The program as an administrator meets it: words in, a line or two and an exit code out.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startServer } from '../support/server.mjs';

const program = process.env.DESKBELL_SERVER;
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function newFolder() {
  folders.push(mkdtempSync(join(tmpdir(), 'deskbell-cli-')));
  return folders.at(-1);
}

/** Runs the program with this standard input to its end. */
async function run(args, { input = '', env = {} } = {}) {
  const child = spawn(program, args, { env: { ...process.env, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (bytes) => { out += bytes; });
  child.stderr.on('data', (bytes) => { err += bytes; });
  child.stdin.on('error', () => {}); // it may end without having read all
  child.stdin.end(input);
  const [code, signal] = await once(child, 'close');
  return { code: code ?? signal, out, err };
}

/** As run(), for what has to work. */
async function succeed(args, options) {
  const { code, out, err } = await run(args, options);
  assert.deepEqual([code, err], [0, ''], args.join(' '));
  return out;
}

async function seeded() {
  const data = newFolder();
  await succeed(['db', 'init', '--data', data]);
  await succeed(['db', 'seed', '--data', data]);
  return data;
}

for (const [args, expected] of [
  [['--help'], /^deskbell-server \d+\.\d+\.\d+: .*\n(.*\n)*.*operator add EMAIL(.*\n)*.*db init/],
  [['-h'], /^deskbell-server/],
  [['db', '--help'], /db check/],
  [['--version'], /^deskbell-server \d+\.\d+\.\d+\n$/],
  [['serve', '-v'], /^deskbell-server \d+\.\d+\.\d+\n$/],
]) {
  test(`${args.join(' ')} says it on standard output`, async () => {
    assert.match(await succeed(args), expected);
  });
}

for (const [args, expected] of [
  [['--bogus'], /^deskbell-server: Unknown option 'bogus'\.\n/],
  [['frobnicate'], /^deskbell-server: there is no subcommand "frobnicate"\n/],
  [['serve', 'now'], /Usage:\n.*serve/],
  [['db'], /Usage:\n(.*\n)*.*db check/],
  [['db', 'frobnicate'], /Usage:\n(.*\n)*.*db init/],
  [['config'], /Usage:\n.*config show/],
  [['operator'], /Usage:\n.*operator add/],
  [['operator', 'add', 'nameless@desk.example'], /Usage:\n.*operator add EMAIL --name NAME/],
  [['operator', 'disable'], /Usage:/],
  [['apikey', 'add'], /Usage:\n.*apikey add NAME/],
  [['db', 'backup'], /Usage:\n(.*\n)*.*db backup FILE/],
]) {
  test(`${args.join(' ')} is a slip of the keyboard: exit code 2`, async () => {
    const { code, out, err } = await run([...args, '--data', newFolder()]);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, expected);
  });
}

for (const [name, args, options, expected] of [
  ['a wrong address', ['--listen', 'nonsense'], {}, /server\.listen = "nonsense" \(command line\) is wrong: it must be/],
  ['a wrong value in the environment', [], { env: { DESKBELL_SERVER_LISTEN: 'bad' } }, /"bad" \(environment DESKBELL_SERVER_LISTEN\)/],
  ['a file that is not there', ['--config', '/nowhere/deskbell.toml'], {}, /\/nowhere\/deskbell\.toml/],
  ['a data folder that cannot be made', ['--data', '/proc/nowhere'], {}, /\/proc\/nowhere/],
  ['an address of another machine', ['--listen', '192.0.2.1:80'], {}, /Cannot listen on 192\.0\.2\.1 port 80/],
  ['a database that is nowhere', ['db', 'check'], { env: { DESKBELL_STORAGE_DATABASE: 'mysql://x' } }, /storage\.database|mysql/],
]) {
  test(`${name} is one clear error`, async () => {
    const where = args.includes('--data') ? [] : ['--data', newFolder()];
    const { code, out, err } = await run([...args, ...where], options);
    assert.deepEqual([code, out], [1, ''], err);
    assert.match(err, expected);
    assert.equal(err.trimEnd().split('\n').length, 1, err);
  });
}

for (const [name, text, expected] of [
  ['an unknown setting', '[server]\nfoo = 1\n', /server\.foo \(file\) is not a setting/],
  ['a wrong value', '[server]\nlisten = "x"\n', /server\.listen = "x" \(file\) is wrong/],
  ['a broken file', '[server\n', /deskbell\.toml, line 1: /],
]) {
  test(`${name} in the settings file is one clear error`, async () => {
    const data = newFolder();
    const file = join(data, 'deskbell.toml');
    writeFileSync(file, text);
    const { code, err } = await run(['config', 'show', '--config', file, '--data', data]);
    assert.equal(code, 1);
    assert.match(err, expected);
    assert.equal(err.trimEnd().split('\n').length, 1, err);
  });
}

test('config show tells every setting and where it is from', async () => {
  const args = ['config', 'show', '--json', '--data', newFolder()];
  const rows = JSON.parse(await succeed(args, { env: { DESKBELL_DESK_NAME: 'Lamps & Co' } }));
  const named = Object.fromEntries(rows.map((row) => [row.key, row]));
  assert.deepEqual(named['desk.name'], { key: 'desk.name', value: 'Lamps & Co', source: 'environment DESKBELL_DESK_NAME' });
  assert.equal(named['server.data'].source, 'command line');
  assert.equal(named['server.listen'].source, 'default');
});

test('db init, seed, check and reset', async () => {
  const data = newFolder();
  const at = (...words) => [...words, '--data', data];
  assert.match((await run(at('db', 'check'))).out, /There is no database/);
  await succeed(at('db', 'init'));
  const again = await run(at('db', 'init'));
  assert.deepEqual([again.code, again.out], [1, '']);
  assert.match(again.err, /already.*--force/);
  await succeed(at('operator', 'add', 'own@shop.example', '--name', 'Olga', '--password-stdin'), { input: 'a password\n' });
  const seeded = await succeed(at('db', 'seed'));
  assert.match(seeded, /anna@demo\.deskbell\.example/);
  assert.doesNotMatch(seeded, /own@shop/); // has a password of her own
  assert.equal((await run(at('db', 'seed'))).code, 1);
  assert.match(await succeed(at('db', 'check')), /is sound/);
  assert.equal(JSON.parse(await succeed(at('operator', 'list', '--json'))).length, 4);
  await succeed(at('db', 'reset'));
  assert.equal(await succeed(at('operator', 'list')), '');
  await succeed(at('db', 'seed'));
  await succeed(at('db', 'init', '--force'));
  assert.equal(await succeed(at('operator', 'list')), '');
});

test('db backup copies a desk that is in use, and db restore brings it back', async () => {
  const data = await seeded();
  const at = (...words) => [...words, '--data', data];
  const emails = async () => JSON.parse(await succeed(at('operator', 'list', '--json'))).map(({ email }) => email);
  const before = await emails();
  const file = join(newFolder(), 'desk.backup');
  const server = await startServer({ data });
  mkdirSync(join(data, 'files', '01'), { recursive: true });
  assert.match(await succeed(at('db', 'backup', file)), /copied to .*\nAttachments .* copy .*files as well/);
  assert.match((await run(at('db', 'backup', file))).err, /is there already/);
  assert.match((await run(at('db', 'restore', file))).err, /Stop it first/);
  await server.stop();
  await succeed(at('operator', 'add', 'late@desk.example', '--name', 'Late'), { input: 'a good password\n' });
  const rubbish = join(newFolder(), 'rubbish');
  writeFileSync(rubbish, 'x'.repeat(5000));
  for (const [wrong, why] of [[rubbish, /is no backup|cannot be restored/], ['/nowhere', /There is no file/]]) {
    const { code, err } = await run(at('db', 'restore', wrong));
    assert.equal(code, 1);
    assert.match(err, why);
  }
  assert.equal((await emails()).length, before.length + 1, 'what could not be restored changed nothing');
  assert.match(await succeed(at('db', 'restore', file)), /kept as .*\.before-restore-\d{8}-\d{6}\.\n.*is ready/);
  assert.deepEqual(await emails(), before);
  assert.match(await succeed(at('db', 'check')), /is sound/);
});

test('apikey add, list and revoke', async () => {
  const at = (data, ...words) => ['apikey', ...words, '--data', data];
  const data = newFolder();
  const made = JSON.parse(await succeed(at(data, 'add', 'crm', '--json')));
  assert.deepEqual(Object.keys(made), ['name', 'apiKey']);
  assert.match(made.apiKey, /^dbk_\S{40,}$/);
  assert.match((await run(at(data, 'add', 'crm'))).err, /exists already/);
  assert.match(await succeed(at(data, 'add', 'shop')), /The key shop, shown this once: dbk_/);
  assert.match(await succeed(at(data, 'list')), /shop .*made .*\n.*crm .*made /);
  assert.doesNotMatch(await succeed(at(data, 'list', '--json')), /dbk_/);
  await succeed(at(data, 'revoke', 'crm'));
  assert.match((await run(at(data, 'revoke', 'crm'))).err, /No API key/);
  assert.match(await succeed(at(data, 'list')), /crm .*revoked/);
  assert.equal(await succeed(['operator', 'list', '--data', data]), '', 'a key is nobody who signs in');
});

test('operator add, list, password and disable', async () => {
  const data = newFolder();
  const at = (...words) => [...words, '--data', data];
  const add = at('operator', 'add', 'Dora@Desk.example', '--name', 'Dora', '--role', 'admin', '--capacity', '3', '--password-stdin');
  assert.match(await succeed(add, { input: 'a good password\n' }), /Added Dora <dora@desk\.example> as admin/);
  assert.match((await run(add, { input: 'a good password\n' })).err, /exists already/);
  const short = await run(at('operator', 'add', 'e@desk.example', '--name', 'E'), { input: 'short\n' });
  assert.equal(short.code, 1);
  assert.match(short.err, /password must have 8 to 1000 characters/);
  for (const wrong of [['--role', 'king'], ['--capacity', 'many']])
    assert.equal((await run(at('operator', 'add', 'f@desk.example', '--name', 'F', ...wrong), { input: 'a good password\n' })).code, 2);
  await succeed(at('operator', 'password', 'dora@desk.example'), { input: 'a better password\n' });
  await succeed(at('operator', 'disable', 'dora@desk.example'));
  const [dora, ...others] = JSON.parse(await succeed(at('operator', 'list', '--json')));
  assert.deepEqual([dora.name, dora.role, dora.capacity, dora.disabled, others.length], ['Dora', 'admin', 3, true, 0]);
  for (const words of [['password', 'nobody@desk.example'], ['disable', 'nobody@desk.example']]) {
    const { code, err } = await run(at('operator', ...words), { input: 'a good password\n' });
    assert.equal(code, 1);
    assert.match(err, /No operator/);
  }
});

for (const signal of ['SIGTERM', 'SIGINT']) {
  test(`${signal} ends the server in good order`, async () => {
    const data = await seeded();
    const server = await startServer({ data });
    assert.equal((await fetch(`${server.url}/api/health`)).status, 200);
    const gone = once(server.process, 'exit');
    server.process.kill(signal);
    assert.deepEqual(await gone, [0, null]);
    assert.match(await succeed(['db', 'check', '--data', data]), /is sound/);
  });
}

test('a second server on the data folder is refused, and so is whoever would empty it', async () => {
  const data = await seeded();
  const server = await startServer({ data });
  for (const words of [['serve', '--listen', '127.0.0.1:0'], ['db', 'reset'], ['db', 'init', '--force']]) {
    const { code, err } = await run([...words, '--data', data]);
    assert.equal(code, 1, words.join(' '));
    assert.match(err, /in use by process \d+ on .*Stop it first/);
  }
  assert.match(await succeed(['operator', 'list', '--data', data]), /anna@/, 'looking is allowed');
  assert.equal((await server.stop()).code, 0);
  await (await startServer({ data })).stop();
});

test('a port that is taken is refused', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address();
  const { code, out, err } = await run(['--listen', `127.0.0.1:${port}`, '--data', newFolder()]);
  taken.close();
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, new RegExp(`Cannot listen on 127\\.0\\.0\\.1 port ${port}: `));
});

test('the ready line is all that is on standard output', async () => {
  const server = await startServer({ data: newFolder() });
  let more = '';
  server.process.stdout.on('data', (bytes) => { more += bytes; });
  await fetch(`${server.url}/api/health`);
  await server.stop();
  assert.equal(more, '');
});
