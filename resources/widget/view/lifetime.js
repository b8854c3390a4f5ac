const OPEN = 'deskbell:open';

/** A reload finds the window as it was; per tab, so another tab's window stays as it is. */
export function remember(open) {
  try {
    if (open) sessionStorage.setItem(OPEN, '1');
    else sessionStorage.removeItem(OPEN);
  } catch {
    // Without the storage a reload shows the button.
  }
}

export function remembered() {
  try {
    return sessionStorage.getItem(OPEN) === '1';
  } catch {
    return false;
  }
}

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
