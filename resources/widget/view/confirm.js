import { el } from './dom.js';

/** A question over the foot of the panel, answered by one of two buttons or Escape; `ask` gives the answer. */
export function createConfirm({ texts }) {
  const words = el('p', { id: 'confirm-question' }, texts.endQuestion);
  const keep = el('button', { type: 'button', class: 'secondary', id: 'confirm-keep' }, texts.keep);
  const yes = el('button', { type: 'button', class: 'danger', id: 'confirm-end' }, texts.end);
  const buttons = el('div', { class: 'buttons' }, keep, yes);
  const node = el(
    'div',
    { class: 'confirm', role: 'alertdialog', 'aria-labelledby': 'confirm-question', hidden: true },
    words,
    buttons,
  );

  function ask() {
    node.hidden = false;
    keep.focus();
    return new Promise((resolve) => {
      const done = (answer) => {
        node.hidden = true;
        resolve(answer);
      };
      keep.onclick = () => done(false);
      yes.onclick = () => done(true);
      node.onkeydown = (event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        done(false);
      };
    });
  }

  return { node, ask };
}
