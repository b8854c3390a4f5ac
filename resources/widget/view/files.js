import FILE from 'deskbell:icon/file';
import sheet from '../styles/files.css';
import { addressOf, bearer } from './bytes.js';
import { el, frameOf, setText, svg } from './kit.js';

const KEPT_MS = 60000;

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
function picture(file, tools) {
  const [width, height] = frameOf(file);
  const node = document.createElement('canvas');
  Object.assign(node.style, { width: `${width}px`, aspectRatio: `${width} / ${height}` });
  bytesOf(file.id, 'thumbnail', tools)
    .then(createImageBitmap)
    .then((bitmap) => {
      Object.assign(node, { width: bitmap.width, height: bitmap.height });
      node.getContext('2d').drawImage(bitmap, 0, 0);
    })
    .catch(() => {});
  return node;
}

