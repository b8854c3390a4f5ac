/** What the parts that are loaded later take from the panel: in the browser they import the panel's file, which is there. */
export { Conversation } from '../state/conversation.js';
export { tab } from '../state/tab.js';
export { Storage, memory } from '../state/storage.js';
export { Sync } from '../state/sync.js';
export { avatar } from './avatar.js';
export { el, setText } from './dom.js';
export { frameOf } from './frame.js';
export * from './icons.js';
export { createLog } from './log.js';
export { createPopup, menuItem } from './popup.js';
