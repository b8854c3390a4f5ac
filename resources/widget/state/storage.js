/** Stands in where the browser refuses localStorage (private windows, blocked cookies): lasts as long as the page. */
export function memory() {
  const map = new Map();
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => map.set(key, String(value)),
    removeItem: (key) => map.delete(key),
  };
}

function browserStorage() {
  try {
    const area = globalThis.localStorage;
    area.setItem('deskbell', '1');
    area.removeItem('deskbell');
    return area;
  } catch {
    return memory();
  }
}

/** JSON values under one prefix, which names the server, so that two desks on one site do not mix. */
export class Storage {
  /** What the browser had no room for: it lasts as long as the page. */
  #spilt = new Map();

  constructor(server, area = browserStorage(), signal = undefined) {
    this.signal = signal;
    this.prefix = `deskbell:${server}:`;
    this.area = area;
  }

  get(key) {
    try {
      return JSON.parse(this.#spilt.get(key) ?? this.area.getItem(this.prefix + key)) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Writes a value; `undefined` removes it. With a full storage only a reload forgets it. */
  set(key, value) {
    this.#spilt.delete(key);
    try {
      if (value === undefined) this.area.removeItem(this.prefix + key);
      else this.area.setItem(this.prefix + key, JSON.stringify(value));
    } catch {
      if (value !== undefined) this.#spilt.set(key, JSON.stringify(value));
    }
  }

  /** The keys that start with `start`, without the prefix. */
  keys(start) {
    const kept = Array.from({ length: this.area.length }, (_, index) => this.area.key(index))
      .filter((key) => key?.startsWith(this.prefix))
      .map((key) => key.slice(this.prefix.length));
    return [...new Set([...kept, ...this.#spilt.keys()])].filter((key) => key.startsWith(start));
  }

  /** Calls back with the key when another tab has changed a value, until the signal that was given at the beginning. */
  watch(handler, target = globalThis) {
    const heard = ({ key }) => key?.startsWith(this.prefix) && handler(key.slice(this.prefix.length));
    target.addEventListener?.('storage', heard, { signal: this.signal });
  }
}
