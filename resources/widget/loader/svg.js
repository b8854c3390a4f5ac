const SVG = 'http://www.w3.org/2000/svg';

/** A stroked icon on a 20 px grid, coloured by the text around it and hidden from screen readers. */
export function svg(path, size = 20) {
  const node = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'path');
  const attributes = { viewBox: '0 0 20 20', width: size, height: size, 'aria-hidden': 'true' };
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  line.setAttribute('d', path);
  node.append(line);
  return node;
}
