import { tab } from '../view/kit.js';

const STORE = 'files';
/** Less than the desk keeps what nobody sends. */
const KEPT_MS = 12 * 3600000;
const MOST_BYTES = 60e6;

function opened(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
}

/**
 * The files that wait in this tab's tray, so that a reload does not lose them: their list in the sessionStorage, their bytes
 * in IndexedDB, as many as fit. Where the browser keeps none, the list still knows what was lost.
 */
export class Shelf {
  constructor({ prefix }) {
    this.name = prefix;
    this.key = `${prefix}files`;
  }

  /** What waits: { key, chatId, name, size, done }, where `done` is the attachment of one that the desk has already. */
  get list() {
    return JSON.parse(tab.get(this.key) ?? '[]');
  }

  set list(list) {
    tab.set(this.key, list.length ? JSON.stringify(list) : '');
  }

  /** Keeps a file; its key begins with the time, and with the time it goes. */
  async put(key, { chatId, name, size }, file) {
    const fits = this.list.reduce((sum, one) => sum + one.size, size) <= MOST_BYTES;
    this.list = [...this.list, { key, chatId, name, size }];
    await this.#use('readwrite', (store) => {
      store.delete(IDBKeyRange.upperBound(newKey(Date.now() - KEPT_MS)));
      return fits && store.put(file, key);
    });
  }

  /** The desk has it: what is told of it is enough. */
  done(key, attachment) {
    this.list = this.list.map((one) => (one.key === key ? { ...one, done: attachment } : one));
  }

  /** The bytes, where they were kept. */
  bytes = (key) => this.#use('readonly', (store) => store.get(key));

  remove(key) {
    this.list = this.list.filter((one) => one.key !== key);
    return this.#use('readwrite', (store) => store.delete(key));
  }

  /** Undefined where the browser refuses. */
  async #use(mode, work) {
    let base;
    try {
      base = await opened(this.name);
      return await new Promise((resolve, reject) => {
        const all = base.transaction(STORE, mode);
        const request = work(all.objectStore(STORE));
        all.oncomplete = () => resolve(request.result);
        all.onabort = reject;
      });
    } catch {
      return undefined;
    } finally {
      base?.close();
    }
  }
}

export const newKey = (time = Date.now()) => `${String(time).padStart(15, '0')} ${Math.random()}`;
