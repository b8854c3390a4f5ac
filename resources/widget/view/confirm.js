import { el, setText } from './dom.js';

/** A question over the foot of the panel, answered by one of two buttons or Escape. */
export function createConfirm({ say }) {
  const words = el('p', { id: 'confirm-question' });
  const problem = el('p', { class: 'problem', id: 'confirm-problem', role: 'alert' });
  const keep = el('button', { type: 'button', class: 'secondary', id: 'confirm-keep' });
  const yes = el('button', { type: 'button', class: 'danger', id: 'confirm-end' });
  const node = el(
    'div',
    { class: 'confirm', role: 'alertdialog', 'aria-labelledby': 'confirm-question', hidden: true },
    words,
    problem,
    el('div', { class: 'buttons' }, keep, yes),
  );
  let closed = () => {};

  function close() {
    node.hidden = true;
    closed();
  }

  /**
   * Asks by the names of the texts. Runs `action` on a yes; when that fails the question stays and says so. Done when the
   * question is gone.
   */
  function ask({ question, no, sure, failed }, action) {
    setText(words, say(question));
    setText(keep, say(no));
    setText(yes, say(sure));
    setText(problem, '');
    node.hidden = false;
    keep.focus();
    keep.onclick = close;
    yes.onclick = () => action().then(close, () => setText(problem, say(failed)));
    node.onkeydown = (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    };
    return new Promise((resolve) => (closed = resolve));
  }

  return { node, ask, close };
}
