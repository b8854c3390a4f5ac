let context;

/** A small bell, rung by the browser itself: no file is loaded. */
export function ring() {
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
