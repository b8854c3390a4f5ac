import { el, setText } from './dom.js';
import { ATTACH, SEND, SMILE, svg } from './icons.js';
import { checked } from './limit.js';

const MOST_HEIGHT = 120;

/**
 * The field at the foot. Enter sends where there is a keyboard; Shift+Enter, or Enter on a phone, starts a new line. An own
 * message that is changed comes back into it, with a strip above that says so.
 */
export function createComposer({ say, draft, openTray, onSend, onEdit, onRemove, onTyped, onIdle }) {
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
  const picker = el('input', { type: 'file', multiple: true, hidden: true, 'aria-label': say('attach'), onchange: picked });
  const clip = el('button', { type: 'button', class: 'icon', id: 'attach', 'aria-label': say('attach'), title: say('attach'), onclick: () => picker.click() });
  const emoji = el('button', { type: 'button', class: 'icon', id: 'emoji', 'aria-label': say('emoji'), title: say('emoji'), 'aria-haspopup': 'menu', 'aria-expanded': 'false' });
  const frame = el('div', { class: 'field' }, clip, field, emoji, button, picker);
  const node = el('form', { class: 'composer', onsubmit: submit }, strip, frame, problem);
  let changed; // the line that is being changed
  let tray; // of files that go with the next message
  let mayAttach = false;
  clip.append(svg(ATTACH));
  button.append(svg(SEND));
  emoji.append(svg(SMILE));
  const awaitSmile = () => emoji.addEventListener('click', smile, { once: true });
  awaitSmile();

  function fit() {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, MOST_HEIGHT)}px`;
    const { text, problem: found } = looked();
    button.setAttribute('aria-disabled', Boolean(found));
    setText(problem, text && found !== true ? (found ?? '') : '');
  }

  /** The page of emoji is loaded when somebody wants it, and opens itself from then on. */
  async function smile() {
    try {
      const { createEmoji } = await import('./emoji.js');
      const page = createEmoji({ say, button: emoji, field });
      frame.before(page.node);
      page.open();
    } catch {
      setText(problem, say('notEnded'));
      awaitSmile();
    }
  }

  /** The text as it may be sent; beside files it may be none, and it waits for them. */
  function looked() {
    const look = checked(field.value, say);
    const { length } = tray?.files ?? [];
    if (!changed && (tray?.busy || (!look.text && length))) look.problem = tray.busy;
    return look;
  }

  function picked() {
    attach(picker.files);
    picker.value = '';
  }

  /** Takes files of the picker, of the clipboard or that were dropped; true when there are any. */
  function attach(list) {
    const all = [...list];
    if (!mayAttach || changed || !all.length) return false;
    openTray(fit)
      .then((opened) => {
        tray = opened;
        frame.before(tray.node);
        tray.add(all);
      })
      .catch(() => setText(problem, say('notEnded')));
    return true;
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
    onSend(text, tray?.take());
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
  field.addEventListener('paste', (event) => {
    if (attach(event.clipboardData.files)) event.preventDefault();
  });

  /** Files go to a chat that is there. */
  function allow(may) {
    mayAttach = may;
    clip.hidden = !may;
    if (!may) tray?.take();
  }

  return { node, shown, change, leave, attach, allow, focus: () => field.focus() };
}
