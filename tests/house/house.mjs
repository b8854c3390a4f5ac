// Reads the source tree and says where it breaks the rules.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderLimits, mayInclude, reservedWords, sizeLimits, unfinishedWords } from './rules.mjs';

const rooms = ['shared', 'server', 'console', 'resources', 'tests', 'installer'];
const endings = /\.(cpp|h|mjs|js|ts)$/;

/** Every source file under the top folder as { path, text }. */
export function readTree(top) {
  return rooms.flatMap((room) => {
    let entries = [];
    try {
      entries = readdirSync(join(top, room), { withFileTypes: true, recursive: true });
    } catch (error) {
      if (error.code !== 'ENOENT')
        throw error;
    }
    return entries
      .filter((entry) => entry.isFile() && endings.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .filter((path) => !path.includes('/node_modules/'))
      .map((path) => ({ path: path.slice(top.length + 1), text: readFileSync(path, 'utf8') }));
  });
}

export function countLines(text) {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** Files that are longer than their limit. */
export function oversized(files) {
  return files.flatMap(({ path, text }) => {
    const limit = sizeLimits.find(
      ({ under, endings }) => path.startsWith(under) && endings.some((ending) => path.endsWith(ending)));
    const lines = countLines(text);
    return limit && lines > limit.lines ? [`${path}: ${lines} lines, past ${limit.lines}`] : [];
  });
}

/** Folders whose files are together longer than their limit. */
export function oversizedFolders(files) {
  return folderLimits.flatMap(({ under, lines: most }) => {
    const sums = new Map();
    for (const { path, text } of files) {
      const folder = path.startsWith(under) && path.indexOf('/', under.length) > 0 ? path.slice(0, path.indexOf('/', under.length)) : null;
      if (folder) sums.set(folder, (sums.get(folder) ?? 0) + countLines(text));
    }
    return [...sums].filter(([, lines]) => lines > most).map(([folder, lines]) => `${folder}: ${lines} lines, past ${most}`);
  });
}

/** The longest room that a folder lies in; null outside the rooms with rules. */
export function roomOf(folder) {
  for (let room = folder; room !== '.'; room = dirname(room)) {
    if (room in mayInclude)
      return room;
  }
  return null;
}

function matches(room, patterns) {
  return patterns.some((pattern) =>
    pattern.endsWith('/*') ? room.startsWith(pattern.slice(0, -1)) : room === pattern);
}

/** Include lines against the direction of the arrows. Tests may look into every room. */
export function backwardArrows(files) {
  return files.flatMap(({ path, text }) => {
    const room = roomOf(dirname(path));
    if (!room)
      return [];
    return [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"]([^">]+)[">]/gm)].flatMap(([, included]) => {
      const target = roomOf(dirname(included));
      const allowed = !target || target === room || matches(target, mayInclude[room]);
      const shared = !included.startsWith('tests/');
      return allowed && shared ? [] : [`${path}: includes ${included}; ${room} may not know ${target ?? 'tests'}`];
    });
  });
}

/** The text with comments and literals blanked, line breaks kept. */
export function codeOnly(text) {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"/g, (match) => match.replace(/[^\n]/g, ' '));
}

/** Words said in a room that should not know them. */
export function foreignWords(files) {
  return files.flatMap(({ path, text }) => {
    const room = roomOf(dirname(path));
    if (!room || !/\.(cpp|h)$/.test(path))
      return [];
    const lines = codeOnly(text).split('\n');
    return reservedWords
      .filter(({ rooms, exceptRooms, exceptFiles }) =>
        !(matches(room, rooms) || exceptFiles?.test(path)) || matches(room, exceptRooms ?? []))
      .flatMap(({ words, why }) => lines.flatMap((line, index) => {
        const said = line.match(words);
        return said ? [`${path}:${index + 1}: says ${said[0].trim()}; ${why}`] : [];
      }));
  });
}

/** Notes to oneself that were left in the code. */
export function unfinished(files) {
  return files.filter(({ path }) => !path.startsWith('tests/house/')).flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const note = line.match(unfinishedWords);
      return note ? [`${path}:${index + 1}: ${note[0]}`] : [];
    }));
}

/** Median, 90th percentile and maximum of the line counts of the files with this ending. */
export function sizeFigures(files, ending) {
  const counts = files.filter(({ path }) => path.endsWith(ending)).map(({ text }) => countLines(text));
  counts.sort((a, b) => a - b);
  const at = (share) => counts[Math.min(counts.length - 1, Math.floor(share * counts.length))] ?? 0;
  return { files: counts.length, median: at(0.5), p90: at(0.9), max: counts.at(-1) ?? 0 };
}
