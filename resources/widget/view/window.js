const reachable = 'a[href], button:not([tabindex]), input, select, textarea, [tabindex="0"]';
const narrow = matchMedia('(max-width: 479px)');

/** Behaviour of the panel as a window: Escape closes it, and on a phone, where it is all there is, Tab stays inside. */
export function keepInside(node, close, signal) {
  const reflect = () => node.setAttribute('aria-modal', narrow.matches);
  narrow.addEventListener('change', reflect, { signal });
  reflect();
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) close();
    if (event.key !== 'Tab' || !narrow.matches) return;
    const all = [...node.querySelectorAll(reachable)].filter((one) => one.offsetParent);
    const active = node.getRootNode().activeElement;
    const edge = event.shiftKey ? all[0] : all.at(-1);
    if (active !== edge && active !== node) return;
    event.preventDefault();
    (event.shiftKey ? all.at(-1) : all[0])?.focus();
  });
}

let before;

/** The page behind a full screen panel does not scroll. */
export function lockPage(open) {
  const { style } = document.documentElement;
  if (open && narrow.matches) {
    before ??= style.overflow;
    style.overflow = 'hidden';
  } else if (before !== undefined) {
    style.overflow = before;
    before = undefined;
  }
}

/** A phone's keyboard covers the lower half of a fixed element: the panel takes the height that can be seen. */
export function watchViewport(node, signal) {
  const { visualViewport } = globalThis;
  const fit = () => {
    node.style.setProperty('--seen', `${visualViewport.height}px`);
    node.style.setProperty('--top', `${visualViewport.offsetTop}px`);
  };
  visualViewport?.addEventListener('resize', fit, { signal });
  visualViewport?.addEventListener('scroll', fit, { signal });
  if (visualViewport) fit();
}
