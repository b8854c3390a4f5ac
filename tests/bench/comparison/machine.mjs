import { spawnSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';

/** What the figures depend on. */
export function machineFacts(generator, folder) {
    const syncs = Number(spawnSync(generator, ['--sync', folder], { encoding: 'utf8' }).stdout);
    return {
        cores: cpus().length,
        processor: cpus()[0]?.model.trim(),
        memoryGiB: Math.round(totalmem() / 2 ** 30),
        kernel: release(),
        node: process.version,
        syncsPerSecond: Math.round(syncs),
        loadBefore: Number(loadavg()[0].toFixed(2)),
    };
}

export function describeMachine(facts) {
    return `${facts.cores} cores (${facts.processor}), ${facts.memoryGiB} GiB, Linux ${facts.kernel}, `
        + `Node ${facts.node}, ${facts.syncsPerSecond} syncs of 4 KiB a second, load ${facts.loadBefore} before the start`;
}
