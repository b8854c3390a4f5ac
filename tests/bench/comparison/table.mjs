const perSecond = (value) => Math.round(value).toLocaleString('en-US');
const ms = (value) => (value >= 1000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(2)} ms`);
const mebibytes = (value) => `${(value / 2 ** 20).toFixed(1)} MiB`;
const kibibytes = (value) => `${(value / 1024).toFixed(1)} KiB`;
const seconds = (value) => value.toFixed(1);
const scenario = (result, name) => result.load.scenarios.find((one) => one.name === name);

function loadRows(name, title) {
    return [
        { label: `${title}: acknowledged/s`, show: perSecond, more: true,
            value: (result) => scenario(result, name).acknowledgedPerSecond },
        { label: `${title}: delivered/s`, show: perSecond, more: true,
            value: (result) => scenario(result, name).deliveredPerSecond },
        { label: `${title}: CPU s per million`, show: seconds,
            value: (result) => scenario(result, name).serverCpuSecondsPerMillion },
    ];
}

function latencyRows(of, title) {
    const row = (kind, share) => ({ label: `${title}: ${kind} ${share}`, show: ms,
        value: (result) => of(result)[kind][share] });
    return [
        { label: `${title}: acknowledged/s`, show: perSecond, more: true, plain: true,
            value: (result) => of(result).acknowledgedPerSecond },
        row('ack', 'p50'), row('ack', 'p99'), row('delivery', 'p50'), row('delivery', 'p99'),
        { label: `${title}: CPU s per million`, show: seconds,
            value: (result) => of(result).serverCpuSecondsPerMillion },
    ];
}

/** The lines of the table for a plan of scenarios. `more`: more is better; `plain`: a ratio would say nothing. */
export function rowsOf(plan) {
    const rate = `${plan.rate.toLocaleString('en-US')}/s`;
    const idle = `${plan.idle.toLocaleString('en-US')} idle`;
    return [
        ...plan.inFlight.flatMap((count) => loadRows(`in-flight-${count}`, `${count} in flight`)),
        ...latencyRows((result) => scenario(result, `rate-${plan.rate}`), rate),
        ...latencyRows((result) => result.idle.scenarios[0], `${rate}, ${idle}`),
        { label: `memory per connection, ${idle}`, show: kibibytes,
            value: ({ idle: { idle: memory } }) => (memory.bytesAfter - memory.bytesBefore) / memory.connections },
        { label: 'memory after the start', show: mebibytes, value: (result) => result.load.bytesAtStart },
        { label: `memory after the load`, show: mebibytes,
            value: (result) => result.load.scenarios.at(-1).residentBytes },
        { label: 'start, exec to ready', show: ms, value: (result) => result.startMs },
    ];
}

function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many times better `ours` is; below 1 it is worse. */
function ratio(row, ours, theirs) {
    if (row.plain) return '';
    const times = row.more ? ours / theirs : theirs / ours;
    return Number.isFinite(times) ? `${times.toFixed(times < 10 ? 2 : 1)}×` : '–';
}

/** A Markdown table: the first variant's figures, then each other's with how many times better the first one is. */
export function markdown(plan, columns) {
    const [first, ...others] = columns;
    const head = ['', first.title, ...others.flatMap(({ title }) => [title, 'ratio'])];
    const lines = rowsOf(plan).map((row) => {
        const figure = ({ results }) => median(results.map(row.value));
        const ours = figure(first);
        return [row.label, row.show(ours),
            ...others.flatMap((other) => [row.show(figure(other)), ratio(row, ours, figure(other))])];
    });
    const align = head.map((_, index) => (index === 0 ? '---' : '---:'));
    return [head, align, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
