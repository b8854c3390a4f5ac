/** What is kept for this tab alone, as texts; where the browser refuses its storage, nothing. */
export const tab = {
  get(key) {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, text) {
    try {
      if (text) sessionStorage.setItem(key, text);
      else sessionStorage.removeItem(key);
    } catch {
      // A reload then finds nothing.
    }
  },
};
