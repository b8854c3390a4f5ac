/** What comes from outside, the server and the other tabs, turned into calls of the session. */
export function listen(session) {
  const { socket, storage } = session;
  socket.on('connect', () => connected(session));
  socket.on('disconnect', (reason, wait) => disconnected(session, wait));
  socket.on('refused', (code) => refused(session, code));
  socket.on('event', (name, argument) => events[name]?.(session, argument ?? {}));
  storage.watch((key) => otherTab(session, key));
}

async function connected(session) {
  if (!session.visitor.known) return; // The server says next who we are; before that nothing may be said in our name.
  try {
    await session.sync.resume();
  } catch (error) {
    if (error.code !== 'offline') session.socket.drop('resume failed');
    return;
  }
  if (session.socket.connected) ready(session);
}

function ready(session) {
  session.link = 'online';
  session.outbox.settle(session.conversation.messages);
  rescue(session);
  session.kept();
  session.receipts.arrived();
  session.delivery.run();
}

function disconnected(session, wait) {
  if (session.link === 'idle') return;
  if (session.link !== 'offline') session.since = Date.now();
  session.link = 'offline';
  session.retryAt = Date.now() + wait;
  session.delivery.stop();
  session.typing.set(false);
  session.operatorOnline = undefined;
  session.changed();
}

/** The desk does not believe who we are: by our token, by the site's word, or by both together. The next attempt says less. */
function refused(session, code) {
  const { visitor, conversation } = session;
  const { userId, userHash } = visitor.identity;
  // The site has proven that this is somebody else than the one who was here before; a chat that is going on is theirs still.
  const somebodyElse = code === 'visitor_token_required' && userHash && visitor.details.token && !conversation.running;
  if (!somebodyElse && code !== 'invalid_token' && code !== 'visitor_token_required') return;
  if (userId && !somebodyElse) return visitor.doubt();
  becomeStranger(session);
  visitor.believe();
}

/** The server no longer knows our token: we begin anew, and what was not sent goes to a new chat. */
function becomeStranger(session) {
  session.visitor.change({ token: undefined, visitorId: undefined });
  session.conversation.forget();
  rescue(session);
}

/** Unsent messages of a chat that is not ours any more are not lost: they ask for a chat themselves. */
function rescue({ outbox, conversation }) {
  for (const { clientId, chatId, failed } of outbox.all())
    if (chatId && !failed && chatId !== conversation.chat?.id) outbox.change(clientId, { chatId: undefined, start: {} });
}

const events = {
  identity(session, identity) {
    // Two tabs of a stranger connect at the same time: the one that hears later joins the other.
    if (session.visitor.details.token) return session.socket.drop('another tab is this visitor');
    session.visitor.become(identity);
    if (session.visitor.identity.userHash) connected(session); // no stranger: there may be a chat
    else ready(session);
  },
  'chat.started': (session, { chat }) => session.intake.chat(chat),
  'chat.claimed': (session, { chat }) => {
    session.operatorOnline = true;
    session.intake.chat(chat);
  },
  'chat.ended': (session, { chat }) => session.intake.chat(chat),
  'message.sent': (session, { message }) => session.intake.message(message),
  'message.edited': (session, { message }) => session.intake.changed(message),
  'message.deleted': (session, { message }) => session.intake.changed(message),
  'message.delivered': (session, receipt) => session.intake.receipt('operatorDeliveredSeq', receipt),
  'message.read': (session, receipt) => session.intake.receipt('operatorReadSeq', receipt),
  'queue.changed'(session, { chatId, position, expectedWait }) {
    if (chatId !== session.conversation.chat?.id) return;
    session.position = position;
    session.turnAt = expectedWait && Date.now() + 1000 * expectedWait;
    session.changed();
  },
  'typing.changed': (session, { chatId, senderType, typing }) => {
    if (chatId === session.conversation.chat?.id && senderType === 'operator') session.intake.typed(typing);
  },
  'presence.changed': (session, { operatorId, online }) => {
    if (!operatorId || operatorId !== session.conversation.chat?.operatorId) return;
    session.operatorOnline = online;
    session.changed();
  },
};

function otherTab(session, key) {
  const { conversation, socket, visitor } = session;
  const { token } = visitor.details;
  if (key === 'me' && token && token !== visitor.known && !conversation.running) {
    socket.drop('another tab is this visitor');
  } else if (key === 'chat' && !conversation.running) {
    conversation.load();
    if (conversation.running) session.connect();
  }
  session.changed();
}
