import { whenOnline } from '../state/archive.js';
import { Shelf, newKey } from '../state/shelf.js';
import sheet from '../styles/tray.css';
import { addressOf, bearer } from './bytes.js';
import { CLOSE, el, setText, svg } from './kit.js';

const MOST_FILES = 10;
const AGAIN_MS = 2000;
const words = { payload_too_large: 'tooBig', unsupported_media_type: 'wrongKind', lost: 'lost' };

/** A loss of the line, which passes; everything else is the desk's last word. */
const passes = ({ code }) => !code || code === 'offline' || code === 'timeout';
const pause = () => new Promise((resolve) => setTimeout(resolve, AGAIN_MS));

/**
 * The files that go with the next message, each sent to the desk as soon as it is chosen, and after a reload again if it was
 * not there yet. `onChange` hears of every step.
 */
export function createTray({ say, session, server, adopt, onChange }) {
  adopt(sheet);
  const node = el('ul', { class: 'tray', 'aria-label': say('attach') });
  const shelf = new Shelf(session.storage);
  let entries = [];

  function changed() {
    node.hidden = !entries.length;
    onChange();
  }

  /** Out of the tray, sent or not. */
  function leave(entry) {
    entry.gone = true;
    entry.request?.abort();
    entry.node.remove();
    shelf.remove(entry.key);
  }

  function remove(entry) {
    leave(entry);
    entries = entries.filter((one) => one !== entry);
    changed();
  }

  /** Shows a file until `work` has given its attachment. */
  async function show(entry, work) {
    const { name } = entry;
    const progress = el('progress', { max: 100, value: 0, 'aria-label': name });
    const problem = el('p', { class: 'problem', role: 'alert' });
    const off = el('button', { type: 'button', class: 'icon', 'aria-label': say('takeOff', { name }), onclick: () => remove(entry) });
    entry.node = el('li', {}, el('span', { class: 'name', dir: 'auto' }, name), progress, problem, off);
    off.append(svg(CLOSE, 16));
    entries.push(entry);
    node.append(entry.node);
    changed();
    try {
      entry.done = await work(progress);
      shelf.done(entry.key, entry.done);
    } catch (error) {
      entry.failed = true;
      if (!entry.gone) shelf.remove(entry.key);
      setText(problem, say(words[error.code] ?? 'failed'));
    }
    progress.hidden = true;
    changed();
  }

  function add(file) {
    const entry = { key: newKey(), name: file.name || 'image.png' };
    shelf.put(entry.key, { chatId: session.conversation.chat.id, name: entry.name, size: file.size }, file);
    return show(entry, (progress) => upload(entry, file, progress));
  }

  /** One that was here before the reload. */
  function again({ key, name, done }) {
    const entry = { key, name };
    return show(entry, async (progress) => {
      const file = done ?? (await shelf.bytes(key));
      if (!file) throw Object.assign(new Error(), { code: 'lost' });
      return done ?? upload(entry, file, progress);
    });
  }

  /** As often as the line breaks. */
  async function upload(entry, file, progress) {
    for (;;) {
      await whenOnline(session);
      try {
        return await attempt(entry, file, progress);
      } catch (error) {
        if (entry.gone || !passes(error)) throw error;
        await pause();
      }
    }
  }

  async function attempt(entry, file, progress) {
    const chatId = session.conversation.chat.id;
    const { id } = await session.socket.request('attachment.upload', { chatId, name: entry.name, size: file.size });
    return new Promise((resolve, reject) => {
      const request = (entry.request = new XMLHttpRequest()); // fetch tells nothing of how far it is
      request.open('PUT', addressOf(server, id, 'content'));
      request.setRequestHeader('Authorization', bearer(session));
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total }) => (progress.value = (100 * loaded) / total);
      request.onload = () => (request.status === 200 ? resolve(request.response) : reject(request.response ?? {}));
      request.onerror = request.onabort = () => reject({});
      request.send(file);
    });
  }

  for (const one of shelf.list)
    if (one.chatId === session.conversation.chat?.id) again(one);
    else shelf.remove(one.key);

  return {
    node,
    add: (list) => list.slice(0, MOST_FILES - entries.length).forEach(add),
    get busy() {
      return entries.some(({ done, failed }) => !done && !failed);
    },
    get files() {
      return entries.map(({ done }) => done).filter(Boolean);
    },
    /** Gives away what is there; the tray is empty then. */
    take() {
      const { files } = this;
      entries.forEach(leave);
      entries = [];
      changed();
      return files.length ? files : undefined;
    },
  };
}
