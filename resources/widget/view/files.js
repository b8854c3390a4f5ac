import FILE from 'deskbell:icon/file';
import sheet from '../styles/files.css';
import { CLOSE, el, setText, svg } from './kit.js';

const MOST_FILES = 10;
const SMALL = 240; // px: a picture that is seen in the conversation
const KEPT_MS = 60000;

/** The address of an attachment's bytes. The visitor's token goes into the header and never into it. */
const addressOf = (server, id, what) => `${server}/api/v1/attachments/${id}/${what}`;
const bearer = ({ visitor }) => `Bearer ${visitor.details.token}`;

async function bytesOf(id, what, { server, session }) {
  const answer = await fetch(addressOf(server, id, what), { headers: { Authorization: bearer(session) } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.blob();
}

/** 48 kB, 1.2 MB as people of the language write it. */
function sizeOf(bytes, { language }) {
  const [unit, by] = bytes < 1e6 ? ['kilobyte', 1e3] : ['megabyte', 1e6];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: by > 1e3 ? 1 : 0 }).format(Math.max(1, bytes / by));
}

async function save({ id, name }, tools) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await bytesOf(id, 'content', tools));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}

/** The files of a message: pictures as one sees them, others by name and size; a click takes them along. */
export function showFiles(holder, list, tools) {
  const { say, adopt } = tools;
  adopt(sheet);
  for (const file of list) {
    const problem = el('p', { class: 'problem', role: 'alert' });
    const label = say('download', { name: file.name });
    const take = () => save(file, tools).then(() => setText(problem, ''), () => setText(problem, say('notEnded')));
    // A file says its name and size by itself; a picture has no words.
    const named = file.thumbnail ? { class: 'picture', 'aria-label': label } : { class: 'file' };
    const node = el('button', { type: 'button', title: label, onclick: take, ...named });
    if (file.thumbnail) node.append(picture(file, tools));
    else node.append(svg(FILE), el('span', { class: 'name', dir: 'auto' }, file.name), el('span', { class: 'size' }, sizeOf(file.size, say)));
    holder.append(node, problem);
  }
}

/** Drawn and not linked: a strict policy for pictures knows no bytes that came with a token. The room is there at once. */
function picture({ id, width = SMALL, height = SMALL }, tools) {
  const scale = Math.min(1, SMALL / Math.max(width, height));
  const node = document.createElement('canvas');
  Object.assign(node.style, { width: `${Math.round(width * scale)}px`, aspectRatio: `${width} / ${height}` });
  bytesOf(id, 'thumbnail', tools)
    .then(createImageBitmap)
    .then((bitmap) => {
      Object.assign(node, { width: bitmap.width, height: bitmap.height });
      node.getContext('2d').drawImage(bitmap, 0, 0);
    })
    .catch(() => {});
  return node;
}

/** The files that go with the next message, each sent to the desk as soon as it is chosen. `onChange` hears of every step. */
export function createTray({ say, session, server, adopt, onChange }) {
  adopt(sheet);
  const node = el('ul', { class: 'tray', 'aria-label': say('attach') });
  let entries = [];

  function changed() {
    node.hidden = !entries.length;
    onChange();
  }

  function remove(entry) {
    entry.request?.abort();
    entry.node.remove();
    entries = entries.filter((one) => one !== entry);
    changed();
  }

  function add(file) {
    const name = file.name || 'image.png';
    const progress = el('progress', { max: 100, value: 0, 'aria-label': name });
    const problem = el('p', { class: 'problem', role: 'alert' });
    const off = el('button', { type: 'button', class: 'icon', 'aria-label': say('takeOff', { name }), onclick: () => remove(entry) });
    const entry = { node: el('li', {}, el('span', { class: 'name', dir: 'auto' }, name), progress, problem, off) };
    off.append(svg(CLOSE, 16));
    entries.push(entry);
    node.append(entry.node);
    upload(entry, file, name, progress).then(
      (done) => {
        entry.done = done;
        progress.hidden = true;
      },
      (error) => {
        entry.failed = true;
        progress.hidden = true;
        setText(problem, say({ payload_too_large: 'tooBig', unsupported_media_type: 'wrongKind' }[error.code] ?? 'failed'));
      },
    ).then(changed);
    changed();
  }

  async function upload(entry, file, name, progress) {
    const chatId = session.conversation.chat.id;
    const { id } = await session.socket.request('attachment.upload', { chatId, name, size: file.size });
    return new Promise((resolve, reject) => {
      const request = (entry.request = new XMLHttpRequest()); // fetch tells nothing of how far it is
      request.open('PUT', addressOf(server, id, 'content'));
      request.setRequestHeader('Authorization', bearer(session));
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total }) => (progress.value = (100 * loaded) / total);
      request.onload = () => (request.status === 200 ? resolve(request.response) : reject(request.response ?? {}));
      request.onerror = () => reject({});
      request.send(file);
    });
  }

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
      for (const entry of entries) {
        entry.request?.abort();
        entry.node.remove();
      }
      entries = [];
      changed();
      return files.length ? files : undefined;
    },
  };
}
