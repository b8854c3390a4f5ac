// Runs the real deskbell-server for a test file, on a data folder of its own.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const program = process.env.DESKBELL_SERVER;
const run = promisify(execFile);
const folders = [];

process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/**
 * A new data folder, gone with the test process: with the demo desk in it, or with `people` alone (`{ email: name }`).
 * Everybody's password there is "deskbell".
 */
export async function freshDesk(people) {
  const data = await mkdtemp(join(tmpdir(), 'deskbell-test-'));
  folders.push(data);
  await run(program, ['db', 'init', '--data', data]);
  if (!people) await run(program, ['db', 'seed', '--data', data]);
  for (const [email, name] of Object.entries(people ?? {})) {
    const added = run(program, ['operator', 'add', email, '--name', name, '--password-stdin', '--data', data]);
    added.child.stdin.end('deskbell\n');
    await added;
  }
  return data;
}

/**
 * Starts a server on `data` and waits until it is ready. `port` 0 takes a free one; `args` are further options, `env` further
 * variables of the environment.
 * Answers `{ url, port, data, process, stop(), kill() }`: stop() asks it to end, kill() does not ask.
 */
export async function startServer({ data, port = 0, args = [], env = {} }) {
  const child = spawn(program, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const gone = once(child, 'exit');
  let log = '';
  child.stderr.on('data', (bytes) => {
    log += bytes;
  });
  const ready = once(createInterface({ input: child.stdout }), 'line');
  const line = await Promise.race([ready.then(([first]) => first), gone.then(([code]) => `exit ${code}`)]);
  const url = line.match(/http:\/\/\S+$/)?.[0];
  if (!url) throw new Error(`deskbell-server did not start (${line}):\n${log}`);
  const end = async (signal) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const [code] = await gone;
    return { code, log };
  };
  return { url, port: Number(new URL(url).port), data, process: child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
