/** Longer than any other tab hears of the same message later. */
const TAKEN_MS = 5000;
const after = (wait) => new Promise((resolve) => setTimeout(resolve, wait));
const ring = () => import('./ring.js').then((bell) => bell.ring(), () => {});

/** Whether a bell rings for new messages. Off until the visitor or the site turns it on. */
export function createSound({ storage, wanted }) {
  return {
    get on() {
      return storage.get('sound') ?? wanted;
    },
    set on(value) {
      storage.set('sound', value);
      if (value) ring(); // So sounds it; and a browser lets a page ring only after a click.
    },
    /** Of several tabs one rings: the one that gets the lock, which the others then find taken. */
    ringFor(id) {
      if (!this.on) return;
      const { locks } = navigator; // only where the page came over TLS
      if (!locks) return ring();
      locks.request(`deskbell ring ${id}`, { ifAvailable: true }, (lock) => lock && (ring(), after(TAKEN_MS)));
    },
  };
}
