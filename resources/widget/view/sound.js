/** Longer than any other tab hears of the same message later. */
const TAKEN_MS = 5000;
const after = (wait) => new Promise((resolve) => setTimeout(resolve, wait));

/** A small bell, rung by the browser itself: no file is loaded. Off until the visitor or the site turns it on. */
export function createSound({ storage, wanted }) {
  let context;

  function ring() {
    context ??= new AudioContext();
    const { currentTime, destination } = context;
    for (const [frequency, loud] of [[1175, 0.08], [1760, 0.04]]) {
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(loud, currentTime);
      volume.gain.exponentialRampToValueAtTime(0.0001, currentTime + 0.9);
      tone.connect(volume).connect(destination);
      tone.start();
      tone.stop(currentTime + 1);
    }
  }

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
