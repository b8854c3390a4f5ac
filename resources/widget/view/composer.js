import { createClip } from './clip.js';
import { el, setText } from './dom.js';
import { SEND, SMILE, iconButton, svg } from './icons.js';
import { checked } from './limit.js';

const MOST_HEIGHT = 120;

/**
 * The field at the foot. Enter sends where there is a keyboard; Shift+Enter, or Enter on a phone, starts a new line. An own
 * message that is changed comes back into it, with a strip above that says so.
 */
export function createComposer({ say, draft, seen, adopt, files, onSend, onEdit, onRemove, onTyped, onIdle }) {
  const coarse = matchMedia('(pointer: coarse)').matches;
  const field = el('textarea', {
    id: 'message',
    rows: 1,
    dir: 'auto',
    placeholder: say('write'),
    'aria-label': say('write'),
    'aria-describedby': 'changing too-long seen',
    enterkeyhint: coarse ? undefined : 'send',
    oninput: () => {
      if (!changed) draft.set(field.value);
      fit();
      if (field.value.trim()) onTyped(changed ? undefined : field.value);
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
  const clip = createClip({ say, files, place: (tray) => frame.before(tray), onChange: fit, onFailed: failed });
  const emoji = iconButton('emoji', say('emoji'), SMILE);
  const frame = el('div', { class: 'field' }, clip.button, field, emoji, button, clip.picker);
  const node = el('form', { class: 'composer', onsubmit: submit }, strip, frame, problem, seen && el('p', { class: 'seen', id: 'seen' }, say('seen')));
  let changed; // the line that is being changed
  button.append(svg(SEND));
  emoji.setAttribute('aria-haspopup', 'menu');
  const awaitSmile = () => emoji.addEventListener('click', smile, { once: true });
  awaitSmile();

  function fit() {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, MOST_HEIGHT)}px`;
    const { text, problem: found } = looked();
    button.setAttribute('aria-disabled', Boolean(found));
    setText(problem, text && found !== true ? (found ?? '') : '');
  }

  function failed() {
    setText(problem, say('notEnded'));
  }

  /** The page of emoji is loaded when somebody wants it, and opens itself from then on. */
  async function smile() {
    try {
      const { createEmoji } = await import('./emoji.js');
      const page = createEmoji({ say, adopt, button: emoji, field });
      frame.before(page.node);
      page.open();
    } catch {
      failed();
      awaitSmile();
    }
  }

  /** The text as it may be sent; beside files it may be none, and it waits for them. */
  function looked() {
    const look = checked(field.value, say);
    if (!changed && (clip.busy || (!look.text && clip.full))) look.problem = clip.busy;
    return look;
  }

  function submit(event) {
    event.preventDefault();
    const { text, problem: found } = looked();
    if (found) return;
    if (changed) return save(text);
    field.value = '';
    draft.set('');
    fit();
    field.focus();
    onSend(text, clip.take());
    fit();
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
  const attach = (files) => !changed && clip.add(files);
  field.addEventListener('paste', (event) => {
    if (attach(event.clipboardData.files)) event.preventDefault();
  });

  return { node, shown, change, leave, attach, allow: clip.allow, focus: () => field.focus() };
}
