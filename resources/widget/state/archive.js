import { Conversation, Storage, Sync, memory } from '../view/kit.js';

/** The most messages that one answer may hold. */
const PAGE = 200;

/** Done when the server can be asked. */
export function whenOnline(session) {
  session.connect();
  return new Promise((resolve) => {
    const look = () => {
      if (session.link !== 'online') return;
      off();
      resolve();
    };
    const off = session.on('change', look);
    look();
  });
}

/** The visitor's ended chats, newest first. */
export async function endedChats(request) {
  return (await request('chat.list', { scope: 'ended', limit: 50 })).chats;
}

/** An ended chat to look at, in the shape of a session that has nothing else to do. */
export function reading(request, chat, changed) {
  const conversation = new Conversation(new Storage('archive', memory()));
  const sync = new Sync(request, conversation);
  conversation.update(chat);
  const run = (work) => work.catch(() => {}).then(changed);
  run(sync.fill());
  return { conversation, sync, entries: [], link: 'online', older: () => run(sync.older()) };
}

/** Every message of a chat from the first on. */
export async function wholeChat(request, chatId) {
  const all = [];
  for (let more = true; more; ) {
    const page = await request('message.list', { chatId, after: all.at(-1)?.seq ?? 0, limit: PAGE });
    all.push(...page.messages);
    more = page.more && page.messages.length > 0;
  }
  return all;
}
