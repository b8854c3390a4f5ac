// Times are RFC 3339 in UTC: their beginnings tell the minute and the hour without a Date for each of 2,000 lines.
const minute = (time) => time.slice(0, 16);
const hour = (time) => time.slice(0, 13);
const day = (time) => new Date(time).toDateString();

/**
 * The lines that a conversation shows, in order, each with a stable `key`:
 * { kind: 'day', at } · { kind: 'joined', name, at } · { kind: 'ended', at } · { kind: 'system', text } and
 * { kind: 'message', own, text, name, senderId, at, state: sent|waiting|failed, receipt: sent|delivered|read, edited, removed,
 * mayChange, final, clientId, files, quote, first, last } where `first` and
 * `last` tell the place in a group: one sender, one minute, one state.
 */
export function timeline({ chat, messages, entries }) {
  const lines = [...messages.map((message) => fromMessage(message, chat, messages)), ...entries.map((entry) => fromEntry(entry, chat))];
  if (chat?.claimedAt) insert(lines, { kind: 'joined', key: 'joined', name: chat.operatorName, at: chat.claimedAt });
  if (chat?.status === 'ended') lines.push({ kind: 'ended', key: 'ended', at: chat.endedAt });
  return withDays(grouped(lines));
}

function fromMessage({ id, seq, senderType, senderId, senderName, text, attachments, clientId, createdAt, editedAt, deletedAt, replyToSeq }, chat, messages) {
  if (senderType === 'system') return { kind: 'system', key: id, text, at: createdAt };
  const own = senderType === 'visitor';
  // The key of an own message stays the same when the outbox hands it over, so its bubble does not move.
  const key = own && clientId ? clientId : id;
  const { operatorReadSeq = 0, operatorDeliveredSeq = 0, status } = chat ?? {};
  const receipt = seq <= operatorReadSeq ? 'read' : seq <= operatorDeliveredSeq ? 'delivered' : 'sent';
  const removed = Boolean(deletedAt);
  const mayChange = own && !removed && status !== 'ended';
  const quote = replyToSeq && messages[replyToSeq - messages[0].seq]?.text; // an unbroken run
  const change = { quote, files: asText(attachments), edited: Boolean(editedAt) && !removed, removed, mayChange };
  return { kind: 'message', key, seq, own, text, name: senderName, senderId, at: createdAt, state: 'sent', receipt, ...change };
}

function fromEntry({ clientId, text, attachments, at, failed }, chat) {
  const state = failed ? 'failed' : 'waiting';
  const final = chat?.status === 'ended'; // sending it again would fail again
  return { kind: 'message', key: clientId, clientId, own: true, text, files: asText(attachments), at: new Date(at).toISOString(), state, final };
}

/** As one value, which can be compared. */
const asText = (attachments) => (attachments?.length ? JSON.stringify(attachments) : undefined);

/** Before the first message that is younger, or of the same moment and another's. */
function insert(lines, line) {
  const index = lines.findIndex(({ at, own }) => at > line.at || (at === line.at && !own));
  lines.splice(index < 0 ? lines.length : index, 0, line);
}

function grouped(lines) {
  const together = (a, b) =>
    a?.kind === 'message' &&
    b?.kind === 'message' &&
    a.own === b.own &&
    a.state === b.state &&
    (a.own || a.senderId === b.senderId) &&
    minute(a.at) === minute(b.at);
  let before;
  for (const line of lines) {
    if (line.kind === 'message') Object.assign(line, { first: true, last: true });
    if (together(before, line)) before.last = line.first = false;
    before = line;
  }
  return lines;
}

function withDays(lines) {
  const result = [];
  let shown;
  for (const line of lines) {
    const at = line.at ?? shown;
    if (at && (!shown || (hour(at) !== hour(shown) && day(at) !== day(shown)))) result.push({ kind: 'day', key: `day ${day(at)}`, at });
    shown = at;
    result.push(line);
  }
  return result;
}
