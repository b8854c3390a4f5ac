import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const peer = fileURLToPath(new URL('../peer/peer.mjs', import.meta.url));
export const password = 'a benchmark has no secrets';
export const emailOf = (number) => `bench${number}@example.com`;
const readyWithinMs = 20_000;

/** Deskbell needs accounts before operators can log in; they are made the way an administrator makes them. */
function addOperators(program, folder, count) {
    for (let number = 1; number <= count; ++number) {
        const added = spawnSync(program, ['operator', 'add', emailOf(number), '--name', `Bench ${number}`,
            '--capacity', '1000', '--password-stdin', '--data', folder], { input: `${password}\n`, encoding: 'utf8' });
        if (added.status !== 0) throw new Error(`operator add: ${added.error ?? added.stderr}`);
    }
}

/** What can be compared, by name: `prepare(folder, operators)` and the command line that serves from a folder. */
export function knownVariants(build) {
    const server = join(build, 'server', 'deskbell-server');
    const node = (commits) => ({
        prepare() {},
        command: (folder) => [process.execPath, [peer, folder, commits]],
    });
    return {
        deskbell: {
            title: 'Deskbell',
            prepare: (folder, operators) => addOperators(server, folder, operators),
            command: (folder) => [server, ['serve', '--listen', '127.0.0.1:0', '--data', folder, '--no-rate-limits',
                '--log-level', 'warning']],
        },
        'peer-turn': { title: 'Node, a commit per turn', ...node('turn') },
        'peer-message': { title: 'Node, a commit per message', ...node('message') },
    };
}

/** A running server: `{ pid, port, startMs, stop() }`. `startMs` is from exec to the ready line. */
export async function start(variant, folder) {
    const [program, words] = variant.command(folder);
    const begun = process.hrtime.bigint();
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, NODE_ENV: 'production' } });
    const ended = once(child, 'exit');
    const impatience = setTimeout(() => child.kill('SIGKILL'), readyWithinMs);
    const line = await Promise.race([
        once(createInterface({ input: child.stdout }), 'line').then(([text]) => text),
        ended.then(([code, signal]) => { throw new Error(`${program} ended before it was ready: ${code ?? signal}`); }),
    ]);
    const startMs = Number(process.hrtime.bigint() - begun) / 1e6;
    clearTimeout(impatience);
    const port = Number(/http:\/\/[^ ]+:(\d+)/.exec(line)?.[1]);
    if (!port) throw new Error(`no port in the ready line: ${line}`);
    const stop = async () => {
        child.kill('SIGTERM');
        const kill = setTimeout(() => child.kill('SIGKILL'), readyWithinMs);
        await ended;
        clearTimeout(kill);
    };
    return { pid: child.pid, port, startMs, stop };
}

export function freshFolder(path) {
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true });
    return path;
}
