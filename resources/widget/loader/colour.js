/** [r, g, b] of `rgb(…)`, as a browser writes a colour that it knows; undefined for anything else. */
export function parse(text) {
  const [, ...parts] = /^rgba?\((\d+),? (\d+),? (\d+)/.exec(text) ?? [];
  return parts.length ? parts.map(Number) : undefined;
}

function luminance(colour) {
  const [r, g, b] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const WHITE = [255, 255, 255];
const BLACK = [0, 0, 0];

/** White where it can be read on `colour`, otherwise black, which then can. */
export const readableOn = (colour) => (contrast(colour, WHITE) >= 4.5 ? WHITE : BLACK);

/** `colour` as text on `ground`: moved towards black or white until it is AA. */
export function asText(colour, ground) {
  const goal = readableOn(ground);
  for (let part = 0; part < 1; part += 0.1) {
    const mixed = colour.map((value, index) => Math.round(value + (goal[index] - value) * part));
    if (contrast(mixed, ground) >= 4.5) return mixed;
  }
  return goal;
}

export const css = (colour) => `rgb(${colour.join(' ')})`;
