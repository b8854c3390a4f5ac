export { downloadTranscript } from './transcript.js';
import { endedChats, reading, whenOnline } from '../state/archive.js';
import pastSheet from '../styles/past.css';
import { BACK, BELL, avatar, createLog, el, setText, svg } from './kit.js';

/** The visitor's earlier chats: a list, and one of them to read. `onBack` leaves. */
export function createPast({ say, session, adopt, showFiles, onBack, signal }) {
  adopt(pastSheet);
  const back = el('button', { type: 'button', class: 'quiet', id: 'back', onclick: () => (open ? list() : onBack()) });
  const title = el('h3', { id: 'past-title' });
  const chats = el('ul', { class: 'chats' });
  const empty = el('p', { class: 'system', role: 'status' });
  const log = createLog({ say, showFiles, onOlder: () => open.older(), signal });
  const node = el('div', { class: 'past', hidden: true }, el('div', { class: 'strip' }, back, title), chats, empty, log.node);
  const request = (...words) => session.socket.request(...words);
  let open;
  back.append(svg(BACK, 16), say('back'));

  function row(chat) {
    const name = chat.operatorName ?? say('someone');
    const face = chat.operatorId ? avatar(chat.operatorId, name) : el('span', { class: 'avatar' }, svg(BELL, 16));
    const last = el('span', { class: 'snippet', dir: 'auto' }, snippetOf(chat.lastMessage));
    const words = el('span', { class: 'words' }, el('b', {}, name), el('span', { class: 'when' }, say.date(chat.createdAt)), last);
    return el('li', {}, el('button', { type: 'button', class: 'chat', onclick: () => read(chat) }, face, words));
  }

  async function list() {
    open = undefined;
    log.node.hidden = true;
    chats.hidden = false;
    chats.setAttribute('aria-busy', 'true');
    setText(title, say('past'));
    setText(empty, '');
    back.focus();
    await whenOnline(session);
    const found = await endedChats(request).catch(() => []);
    if (open) return;
    chats.setAttribute('aria-busy', 'false');
    chats.replaceChildren(...found.map(row));
    setText(empty, found.length ? '' : say('noPast'));
  }

  function read(chat) {
    const one = reading(request, chat, () => open === one && log.update(one, []));
    open = one;
    chats.hidden = true;
    log.node.hidden = false;
    setText(title, chat.operatorName ?? say('someone'));
    log.update(open, []);
    back.focus();
  }

  return {
    node,
    shown: list,
    focus: () => back.focus(),
    /** The chat that is being read. */
    get chat() {
      return open?.conversation.chat;
    },
  };
}

/** The last words of a chat, or the names of the files that went without any. */
const snippetOf = ({ text = '', attachments = [] } = {}) => text || attachments.map(({ name }) => name).join(', ');
