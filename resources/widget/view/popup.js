import { el } from './dom.js';

const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

/**
 * A button and the small menu that it opens: arrow keys walk, Escape gives the focus back, and whatever takes the focus
 * elsewhere closes it. `opening` may bring the items up to date.
 */
export function createPopup({ button, kind, items, label, opening = () => {} }) {
  const node = el('div', { class: `popup ${kind}`, role: 'menu', 'aria-label': label, hidden: true }, ...items);
  const seen = () => items.filter((item) => !item.hidden);
  button.setAttribute('aria-haspopup', 'menu');

  function show(open) {
    if (open) opening();
    node.hidden = !open;
    button.setAttribute('aria-expanded', open);
    if (open) seen()[0]?.focus();
  }
  function close() {
    const inside = node.contains(node.getRootNode().activeElement);
    show(false);
    if (inside) button.focus();
  }

  show(false);
  button.addEventListener('pointerdown', (event) => event.preventDefault()); // the focus moves by our own hand
  button.addEventListener('click', () => show(node.hidden));
  node.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget !== button && !node.contains(relatedTarget)) show(false);
  });
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    if (!(event.key in steps)) return;
    event.preventDefault();
    const all = seen();
    const at = all.indexOf(event.target) + steps[event.key];
    all[Number.isFinite(at) ? (at + all.length) % all.length : at < 0 ? 0 : all.length - 1].focus();
  });
  return { node, close, open: () => show(true) };
}

/** One item of a menu. */
export const menuItem = (attributes, ...children) =>
  el('button', { type: 'button', role: 'menuitem', tabindex: '-1', ...attributes }, ...children);
