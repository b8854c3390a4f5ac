// Runs every variant through the same scenarios, in turn, and prints one table. Called by ../run and by ctest.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine, machineFacts } from './machine.mjs';
import { markdown } from './table.mjs';
import { emailOf, freshFolder, knownVariants, password, start } from './variant.mjs';

const usage = `usage: run [options]
  --quick            a few seconds, to see that everything is counted right; its figures mean nothing
  --rounds N         medians of N rounds (1)
  --variants A,B     of deskbell, peer-turn, peer-message (all)
  --build FOLDER     a folder that is built already (else build/release is built)
  --out FOLDER       where the JSON results go (build/bench)`;

const plans = {
    full: { operators: 20, chats: 200, inFlight: [1, 16], rate: 5000, idle: 5000, warmUp: 1, seconds: 5,
        rateSeconds: 10, settle: 3, starts: 5 },
    quick: { operators: 2, chats: 12, inFlight: [1, 16], rate: 500, idle: 40, warmUp: 0.1, seconds: 0.4,
        rateSeconds: 0.5, settle: 0.1, starts: 1 },
};

const { values: options } = parseArgs({ options: {
    quick: { type: 'boolean' }, rounds: { type: 'string', default: '1' }, variants: { type: 'string', default: 'all' },
    build: { type: 'string', default: 'build/release' }, out: { type: 'string', default: 'build/bench' },
    help: { type: 'boolean' } } });
if (options.help) {
    console.log(usage);
    process.exit(0);
}

const plan = plans[options.quick ? 'quick' : 'full'];
const out = resolve(options.out);
const generator = join(resolve(options.build), 'tests', 'bench', 'deskbell-bench');
const note = (text) => console.error(`bench: ${text}`);

/** One call of the generator against a running server; its report. Throws when a message was lost or out of order. */
async function generate(server, words) {
    const child = spawn(generator, ['--port', server.port, '--pid', server.pid, '--operators', plan.operators,
        '--email', emailOf('%'), '--password', password, '--chats', plan.chats, '--settle', plan.settle,
        '--warm-up', plan.warmUp, ...words].map(String), { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (data) => { text += data; });
    const [code] = await once(child, 'close');
    const report = text ? JSON.parse(text) : null;
    if (code !== 0 || !report?.correct) throw new Error(`the generator found: ${text || `nothing, exit code ${code}`}`);
    return report;
}

async function during(variant, folder, work) {
    const server = await start(variant, folder);
    try {
        return await work(server);
    } finally {
        await server.stop();
    }
}

async function measure(name, variant) {
    const folder = freshFolder(join(out, 'data', name));
    variant.prepare(folder, plan.operators);
    const starts = [];
    for (let count = 0; count < plan.starts; ++count) starts.push(await during(variant, folder, (s) => s.startMs));
    note(`${name}: load`);
    const load = await during(variant, folder, (server) => generate(server, ['--seconds', plan.seconds,
        ...plan.inFlight.flatMap((count) => ['--in-flight', count]), '--seconds', plan.rateSeconds,
        '--rate', plan.rate]));
    note(`${name}: idle connections`);
    const idle = await during(variant, folder, (server) => generate(server, ['--idle', plan.idle,
        '--seconds', plan.rateSeconds, '--rate', plan.rate]));
    rmSync(folder, { recursive: true, force: true });
    return { startMs: starts.sort((a, b) => a - b)[starts.length >> 1], load, idle };
}

const known = knownVariants(resolve(options.build));
const names = options.variants === 'all' ? Object.keys(known) : options.variants.split(',');
const stranger = names.find((name) => !known[name]);
if (stranger !== undefined) {
    console.error(`no variant '${stranger}'\n${usage}`);
    process.exit(2);
}

async function compare() {
    mkdirSync(out, { recursive: true });
    const machine = machineFacts(generator, out);
    const columns = names.map((name) => ({ name, title: known[name].title, results: [] }));
    for (let round = 0; round < Number(options.rounds); ++round) {
        for (const column of columns) column.results.push(await measure(column.name, known[column.name]));
    }
    for (const { name, results } of columns)
        writeFileSync(join(out, `${name}.json`), `${JSON.stringify({ machine, plan, results }, null, 2)}\n`);

    console.log(`${describeMachine(machine)}\n`);
    console.log(`${plan.chats} chats of ${plan.operators} operators, messages of 60 characters, each stored durably `
        + `before its ack. A ratio says how many times better ${columns[0].title} is.\n`);
    console.log(markdown(plan, columns));
}

try {
    await compare();
} catch (error) {
    console.error(`bench: ${error.message}`);
    process.exitCode = 1;
}
