import { css, parse, readableOn } from './colour.js';

/**
 * Keeps the host's theme: light, dark or the system's, and the site's own primary, which it says by the custom property
 * --deskbell-primary or by an attribute. `probe` is an element of ours that turns whatever colour a site writes into
 * rgb(…). Emits `theme` with a function from CSS colour to [r, g, b] after each change; gives one that looks again.
 */
export function theme(host, probe, config, events, signal) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const { style } = probe;
  const colourOf = (text) => {
    style.color = '';
    style.color = text;
    const known = style.color && parse(getComputedStyle(probe).color);
    style.color = '';
    return known;
  };
  const apply = () => {
    host.dataset.theme = config.theme === 'dark' || (config.theme !== 'light' && system.matches) ? 'dark' : 'light';
    host.toggleAttribute('data-left', config.position === 'left');
    const own = colourOf(getComputedStyle(host).getPropertyValue('--deskbell-primary') || config.primary);
    host.style.setProperty('--primary', own ? css(own) : '');
    host.style.setProperty('--on-primary', own ? css(readableOn(own)) : '');
    events.emit('theme', own, colourOf);
  };
  system.addEventListener('change', apply, { signal });
  apply();
  return apply;
}
