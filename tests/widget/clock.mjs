import { after, before } from 'node:test';

/** Time that the calling file's tests turn: setTimeout and Date.now stand still until `advance`. */
export function useClock() {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: Date.now };
  const timers = new Map();
  let now = 1_000_000;
  let lastId = 0;
  before(() => {
    globalThis.setTimeout = (run, wait) => (timers.set(++lastId, { run, at: now + wait }), lastId);
    globalThis.clearTimeout = (id) => timers.delete(id);
    Date.now = () => now;
  });
  after(() => {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    Date.now = real.now;
  });
  return {
    /** Moves on, running what falls due at its own time and in order. */
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [id, due] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
        if (!due) break;
        timers.delete(id);
        now = due.at;
        due.run();
      }
      now = end;
    },
  };
}
