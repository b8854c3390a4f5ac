import { tab } from '../state/tab.js';
import { createBar } from './bar.js';
import { createConfirm } from './confirm.js';
import { createTalk } from './conversation.js';
import { el } from './dom.js';
import { heightOf } from './frame.js';
import { createHeader } from './header.js';
import { createWelcome } from './welcome.js';

/** Files, in a part of their own: `show` puts those of a message before its text, `tray` holds those of the next. */
function filesOf(tools) {
  let tray;
  return {
    show(node, list) {
      const holder = el('div', { class: 'files' });
      holder.style.minHeight = `${heightOf(list)}px`; // what comes later moves nothing
      node.append(holder);
      import('./files.js').then(({ showFiles }) => {
        showFiles(holder, list, tools);
        holder.style.minHeight = '';
      }, () => {});
    },
    tray: (onChange) =>
      (tray ??= import('./tray.js').then(
        ({ createTray }) => createTray({ ...tools, onChange }),
        (error) => {
          tray = undefined;
          throw error;
        },
      )),
    /** Some were chosen before a reload. */
    get wait() {
      return Boolean(tab.get(`${tools.session.storage.prefix}files`));
    },
  };
}

/** The window over the page: header, bar, and the form, the conversation or the earlier chats. */
export function createPanel({ say, session, desk, adopt, sound, brand, onClose, signal }) {
  const files = filesOf({ say, session, server: desk.server, adopt });
  const confirm = createConfirm({ say });
  const header = createHeader({ say, desk, sound, onClose, onEnd: end, onPast: () => goPast(), onTranscript: transcript });
  const bar = createBar({ say, onRetry: () => session.socket.nudge() });
  const welcome = createWelcome({
    say,
    desk,
    adopt,
    draft: session.draft,
    onStart: (fields) => session.start(fields),
    // The first letter is a good time to connect: nobody becomes a visitor by looking.
    onTouched: () => session.connect(),
  });
  const talk = createTalk({ say, session, desk, adopt, files, confirm, signal });
  const body = el('div', { class: 'body' }, welcome.node, talk.node);
  const foot = brand && el('p', { class: 'brand' }, 'Deskbell');
  const node = el(
    'section',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'title', tabindex: '-1', lang: say.language, dir: say.dir, hidden: true },
    header.node,
    bar.node,
    body,
    foot,
    confirm.node,
  );
  let phase;
  let past; // the earlier chats, once somebody has asked for them
  let atPast = false;

  async function end() {
    await confirm.ask({ question: 'endQuestion', no: 'keep', sure: 'end', failed: 'notEnded' }, () => session.end());
    focus();
  }

  function transcript() {
    const request = (...words) => session.socket.request(...words);
    later(({ downloadTranscript }) => downloadTranscript(request, past?.chat ?? session.conversation.chat, say));
  }

  /** What looks back is loaded when somebody does. */
  const later = (work) => import('./past.js').then(work).catch(() => bar.complain(say('notEnded')));

  const goPast = () =>
    later(({ createPast }) => {
      if (!past) body.append((past = createPast({ say, session, adopt, showFiles: files.show, onBack: () => showPast(false), signal })).node);
      showPast(true);
    });

  function showPast(open) {
    talk.leave();
    atPast = open;
    update();
    if (open) past.shown();
    else focus();
  }

  function focus() {
    if (atPast) return past.focus();
    // On a phone the keyboard would cover the greeting: there the window itself takes the focus.
    if (matchMedia('(pointer: coarse)').matches) node.focus();
    else (session.phase === 'form' ? welcome : talk).focus();
  }

  /** The name that is known, and a question that the server refused, to be mended. */
  function fillForm() {
    const refused = session.outbox.all().find((entry) => entry.start && entry.failed);
    const { name, email, userId } = session.visitor.details;
    welcome.fill({ name, email, refused: refused?.text, known: Boolean(userId && email) });
    if (refused) session.outbox.remove(refused.clientId);
  }

  function update() {
    const before = phase;
    phase = session.phase;
    const inside = node.getRootNode().activeElement;
    header.update(session, { reading: past?.chat, atPast });
    bar.update(session);
    if (past) past.node.hidden = !atPast;
    welcome.node.hidden = atPast || phase !== 'form';
    talk.node.hidden = atPast || phase === 'form';
    if (phase === 'form') {
      welcome.update();
      fillForm();
    }
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

  return { node, update, focus, shown, leave: talk.leave };
}
