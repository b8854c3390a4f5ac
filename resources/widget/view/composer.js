import { el, setText } from './dom.js';
import { createEmoji } from './emoji.js';
import { SEND, svg } from './icons.js';
import { checked } from './limit.js';

const MOST_HEIGHT = 120;

/** The field at the foot. Enter sends where there is a keyboard; Shift+Enter, or Enter on a phone, starts a new line. */
export function createComposer({ say, draft, onSend, onTyped, onIdle }) {
  const coarse = matchMedia('(pointer: coarse)').matches;
  const field = el('textarea', {
    id: 'message',
    rows: 1,
    placeholder: say('write'),
    'aria-label': say('write'),
    'aria-describedby': 'too-long',
    enterkeyhint: coarse ? undefined : 'send',
    oninput: () => {
      draft.set(field.value);
      fit();
      if (field.value.trim()) onTyped();
      else onIdle();
    },
    onkeydown: (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !coarse) submit(event);
    },
  });
  const button = el('button', { class: 'send', id: 'send', 'aria-label': say('send'), title: say('send') });
  field.dir = 'auto';
  const problem = el('p', { class: 'problem', id: 'too-long', role: 'alert' });
  const emoji = createEmoji({ say, field });
  const frame = el('div', { class: 'field' }, field, emoji.button, button);
  const node = el('form', { class: 'composer', onsubmit: (event) => submit(event) }, emoji.node, frame, problem);
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
    field.value = '';
    draft.set('');
    fit();
    field.focus();
    onSend(text);
  }

  /** What was written before, here or in the form. */
  function shown() {
    if (!field.value) field.value = draft.get();
    fit();
  }

  shown();
  return { node, shown, focus: () => field.focus() };
}
