import { tab } from '../state/tab.js';

const OPEN = 'deskbell:open';

/** A reload finds the window as it was; per tab, so another tab's window stays as it is. */
export const remember = (open) => tab.set(OPEN, open && '1');
export const remembered = () => tab.get(OPEN) === '1';

const LOOK_MS = 5000;

/**
 * Tells the connection when the page has woken: it came back into sight, the network returned, or a timer shows that
 * the machine slept. Timers stand still meanwhile, so a dead line would be noticed late.
 */
export function watchWaking(socket, signal) {
  const nudge = () => socket.nudge();
  document.addEventListener('visibilitychange', nudge, { signal });
  for (const name of ['online', 'pageshow', 'focus']) addEventListener(name, nudge, { signal });
  addEventListener('offline', () => socket.drop('offline'), { signal });
  let last = Date.now();
  const ticking = setInterval(() => {
    if (Date.now() - last > 3 * LOOK_MS) nudge();
    last = Date.now();
  }, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(ticking));
}
