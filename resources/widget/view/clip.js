import { el } from './dom.js';
import { ATTACH, iconButton } from './icons.js';

/**
 * Files for the next message: a button that lets one choose some, and the tray in which they wait. The tray is loaded for the
 * first of them and shown by `place`; `onChange` hears of every step.
 */
export function createClip({ say, files, place, onChange, onFailed }) {
  const label = say('attach');
  const picker = el('input', { type: 'file', multiple: true, hidden: true, 'aria-label': label, onchange: picked });
  const button = iconButton('attach', label, ATTACH, () => picker.click());
  let tray;
  let may = false;
  let looked = false; // for what was chosen before a reload

  function picked() {
    add(picker.files);
    picker.value = '';
  }

  /** Takes files of the picker, of the clipboard or that were dropped; true when there are any. */
  function add(list) {
    const all = [...list];
    if (!may || !all.length) return false;
    open().then(() => tray.add(all), onFailed);
    return true;
  }

  async function open() {
    tray = await files.tray(onChange);
    place(tray.node);
    onChange();
  }

  return {
    button,
    picker,
    add,
    /** Some are still on their way. */
    get busy() {
      return tray?.busy;
    },
    get full() {
      return tray?.files.length > 0;
    },
    take: () => tray?.take(),
    /** Files go to a chat that is there. */
    allow(allowed) {
      may = allowed;
      button.hidden = !may;
      if (!may) tray?.take();
      else if (!looked && files.wait) open().catch(onFailed);
      looked ||= may;
    },
  };
}
