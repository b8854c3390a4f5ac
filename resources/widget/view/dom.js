/**
 * An element: attributes, `on…` handlers, and children that are nodes or texts. Texts only ever become text nodes,
 * so what people write can never become markup.
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (typeof value === 'boolean') node.toggleAttribute(name, value);
    else if (value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== false));
  return node;
}

/** Changes a text only when it differs: a live region speaks at every touch. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
