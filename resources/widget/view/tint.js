import { asText, css } from '../loader/colour.js';

/** What follows from a site's own primary inside the panel: its wash, and its shade that can be read as text. */
export function tint(host, own, colourOf) {
  const ground = colourOf('var(--panel)');
  host.style.setProperty('--primary-wash', own ? 'color-mix(in srgb, var(--primary) 12%, var(--panel))' : '');
  host.style.setProperty('--primary-text', own ? css(asText(own, ground)) : '');
}
