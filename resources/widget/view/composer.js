import { el, setText } from './dom.js';
import { createEmoji } from './emoji.js';
import { SEND, svg } from './icons.js';
import { checked } from './limit.js';

const MOST_HEIGHT = 120;

/**
 * The field at the foot. Enter sends where there is a keyboard; Shift+Enter, or Enter on a phone, starts a new line. An own
 * message that is changed comes back into it, with a strip above that says so.
 */
export function createComposer({ say, draft, onSend, onEdit, onRemove, onTyped, onIdle }) {
  const coarse = matchMedia('(pointer: coarse)').matches;
  const field = el('textarea', {
    id: 'message',
    rows: 1,
    dir: 'auto',
    placeholder: say('write'),
    'aria-label': say('write'),
    'aria-describedby': 'changing too-long',
    enterkeyhint: coarse ? undefined : 'send',
    oninput: () => {
      if (!changed) draft.set(field.value);
      fit();
      if (field.value.trim()) onTyped();
      else onIdle();
    },
    onkeydown: (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !coarse) submit(event);
      if (event.key !== 'Escape' || !changed) return;
      event.stopPropagation();
      leave();
    },
  });
  const button = el('button', { class: 'send', id: 'send', 'aria-label': say('send'), title: say('send') });
  const remove = el('button', { type: 'button', class: 'quiet grave', id: 'remove', onclick: takeAway }, say('remove'));
  const cancel = el('button', { type: 'button', class: 'quiet', id: 'cancel', onclick: () => leave() }, say('cancel'));
  const strip = el('div', { class: 'changing', hidden: true }, el('span', { id: 'changing' }, say('editing')), remove, cancel);
  const problem = el('p', { class: 'problem', id: 'too-long', role: 'alert' });
  const emoji = createEmoji({ say, field });
  const frame = el('div', { class: 'field' }, field, emoji.button, button);
  const node = el('form', { class: 'composer', onsubmit: submit }, strip, emoji.node, frame, problem);
  let changed; // the line that is being changed
  button.append(svg(SEND));

  function fit() {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, MOST_HEIGHT)}px`;
    const { text, problem: found } = checked(field.value, say);
    button.setAttribute('aria-disabled', Boolean(found));
    setText(problem, text && found ? found : '');
  }

  function submit(event) {
    event.preventDefault();
    const { text, problem: found } = checked(field.value, say);
    if (found) return;
    if (changed) return save(text);
    field.value = '';
    draft.set('');
    fit();
    field.focus();
    onSend(text);
  }

  async function save(text) {
    const { seq } = changed;
    await onEdit(seq, text).then(leave, () => setText(problem, say('notChanged')));
  }

  async function takeAway() {
    const { seq } = changed;
    leave();
    await onRemove(seq);
    field.focus();
  }

  function change(line) {
    changed = line;
    strip.hidden = false;
    field.value = line.text;
    fit();
    field.focus();
  }

  /** Back to what was being written before. */
  function leave() {
    if (!changed) return;
    changed = undefined;
    strip.hidden = true;
    field.value = draft.get();
    fit();
    field.focus();
  }

  /** What was written before, here or in the form. */
  function shown() {
    if (!field.value) field.value = draft.get();
    fit();
  }

  shown();
  return { node, shown, change, leave, focus: () => field.focus() };
}
