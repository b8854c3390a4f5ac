import { createBar } from './bar.js';
import { createConfirm } from './confirm.js';
import { createTalk } from './conversation.js';
import { el } from './dom.js';
import { createHeader } from './header.js';
import { createWelcome } from './welcome.js';

/** The window over the page: header, bar, and either the form or the conversation. */
export function createPanel({ texts, session, brand, onClose }) {
  const confirm = createConfirm({ texts });
  const header = createHeader({ texts, onClose, onEnd: end });
  const bar = createBar({ texts, onRetry: () => session.socket.nudge() });
  const welcome = createWelcome({
    texts,
    draft: session.draft,
    onStart: (fields) => session.start(fields),
    // The first letter is a good time to connect: nobody becomes a visitor by looking.
    onTouched: () => session.connect(),
  });
  const talk = createTalk({ texts, session });
  const foot = brand && el('p', { class: 'brand' }, 'Deskbell');
  const node = el(
    'section',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'title', tabindex: '-1', lang: 'en', dir: 'ltr', hidden: true },
    header.node,
    bar.node,
    el('div', { class: 'body' }, welcome.node, talk.node),
    foot,
    confirm.node,
  );
  let phase;

  async function end() {
    await confirm.ask(() => session.end());
    focus();
  }

  function focus() {
    // On a phone the keyboard would cover the greeting: there the window itself takes the focus.
    if (matchMedia('(pointer: coarse)').matches) node.focus();
    else (session.phase === 'form' ? welcome : talk).focus();
  }

  /** The name that is known, and a question that the server refused, to be mended. */
  function fillForm() {
    const refused = session.outbox.all().find((entry) => entry.start && entry.failed);
    const { name, email } = session.visitor.details;
    welcome.fill({ name, email, refused: refused?.text });
    if (refused) session.outbox.remove(refused.clientId);
  }

  function update() {
    const before = phase;
    phase = session.phase;
    const inside = node.getRootNode().activeElement;
    header.update(session);
    bar.update(session);
    welcome.node.hidden = phase !== 'form';
    talk.node.hidden = phase === 'form';
    if (phase === 'form') fillForm();
    talk.update();
    if (!session.conversation.running) confirm.close();
    if (before === phase || node.hidden || !before) return;
    if (before === 'form') talk.shown();
    if (phase === 'form') welcome.shown();
    // The element that had the focus may have gone with the old state.
    if (node.contains(inside) && !inside.offsetParent) focus();
  }

  function shown() {
    welcome.shown();
    talk.shown();
  }

  return { node, update, focus, shown };
}
