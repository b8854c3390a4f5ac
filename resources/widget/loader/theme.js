import { asText, css, parse, readableOn } from './colour.js';

/** Keeps the host's theme: light, dark or the system's, and the site's own primary with what follows from it. */
export function theme(host, { theme: wanted, primary }) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const own = parse(primary);
  const apply = () => {
    host.dataset.theme = wanted === 'dark' || (wanted !== 'light' && system.matches) ? 'dark' : 'light';
    if (!own) return;
    const ground = parse(getComputedStyle(host).getPropertyValue('--panel'));
    host.style.setProperty('--primary', css(own));
    host.style.setProperty('--on-primary', css(readableOn(own)));
    host.style.setProperty('--primary-wash', 'color-mix(in srgb, var(--primary) 12%, var(--panel))');
    host.style.setProperty('--primary-text', css(asText(own, ground)));
  };
  system.addEventListener('change', apply);
  apply();
}
