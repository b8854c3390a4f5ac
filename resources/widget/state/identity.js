import { tab } from './tab.js';

/** The site says who this is. Another person than before finds nothing of the one before. */
export function identify(session, identity = {}) {
  const { visitor, socket } = session;
  const { userId } = visitor.details;
  if (userId && identity.userId && userId !== identity.userId) forget(session);
  if (visitor.identify(identity) && session.link !== 'idle') socket.drop('somebody else');
  session.changed();
}

/** Nothing of this visitor stays in the browser. */
function forget(session) {
  const { storage, conversation, visitor } = session;
  for (const key of storage.keys('')) storage.set(key, undefined);
  tab.set(`${storage.prefix}files`);
  globalThis.indexedDB?.deleteDatabase(storage.prefix); // the bytes of files
  visitor.known = undefined;
  conversation.forget();
  session.emit('forgotten');
}
