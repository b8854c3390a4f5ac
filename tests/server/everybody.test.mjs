// Who may do what, on the wire: every operation there is, asked by each kind of caller, as an event and over REST.
// What the rules say in more states of a chat is a table of the desk's own tests.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { anna, ben, Client, logIn, password, rest, useServer } from './desk.mjs';
import { png } from './pictures.mjs';

const server = useServer({ args: ['--no-rate-limits'] });
const callers = ['stranger', 'visitor', 'other visitor', 'holder', 'other operator', 'admin'];
const people = ['', '', '', anna, ben, 'clara@demo.deskbell.example'];
const tokens = []; // of the three operators, at the places that they have among the callers
let other; // the other visitor, with a chat of their own
let paths; // operation → { method, path }
let benId;

const post = async (path, token, body) => {
  const answer = await rest(server, 'POST', `/api/v1${path}`, { token, body });
  assert.ok(answer.status < 300, `${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const startChat = async () => {
  const { chat, token } = await post('/chats', undefined, { name: 'Vera', text: 'Where is my order?' });
  return { id: chat.id, visitorId: chat.visitorId, token };
};

/** Everybody is there before the first row; node runs hooks of a file side by side. */
async function assemble() {
  if (paths) return;
  for (const place of [3, 4, 5]) tokens[place] = await logIn(server, people[place]);
  other = await startChat();
  benId = (await rest(server, 'GET', '/api/v1/operators/me', { token: tokens[4] })).body.id;
  const { body } = await rest(server, 'GET', '/api/openapi.json');
  paths = new Map(Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => [each.operationId, { method: method.toUpperCase(), path }])));
}

/** A chat of a visitor of its own, which Anna holds. */
async function heldChat() {
  const chat = await startChat();
  await post(`/chats/${chat.id}/claim`, tokens[3]);
  return chat;
}

async function announce({ id, token }, bytes = png(600, 600)) {
  const file = await post(`/chats/${id}/attachments`, token, { name: 'a.png', size: bytes.length });
  return { bytes, attachmentId: file.id };
}

async function sendFile(chat) {
  const { bytes, attachmentId } = await announce(chat);
  await fetch(`${server.url}/api/v1/attachments/${attachmentId}/content`,
    { method: 'PUT', headers: { authorization: `Bearer ${chat.token}` }, body: bytes });
  await post(`/chats/${chat.id}/messages`, chat.token, { attachments: [attachmentId] });
  return { attachmentId };
}

const everybody = ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'];
const starting = ['ok', 'ok', 'ok', 'forbidden', 'forbidden', 'forbidden'];
const known = ['unauthenticated', 'ok', 'ok', 'ok', 'ok', 'ok'];
const inChat = (...operators) => ['unauthenticated', 'ok', 'chat_not_found', ...operators];
const reading = inChat('ok', 'ok', 'ok');
const partaking = inChat('ok', 'forbidden', 'forbidden');
const ending = inChat('ok', 'forbidden', 'ok');
const asAuthor = inChat('forbidden', 'forbidden', 'ok');
const rating = inChat('forbidden', 'forbidden', 'forbidden');
const ofVisitor = ['unauthenticated', 'ok', 'visitor_not_found', 'ok', 'ok', 'ok'];
const ofFile = ['unauthenticated', 'ok', 'attachment_not_found', 'ok', 'ok', 'ok'];
const ofUploader = ['unauthenticated', 'ok', ...Array(4).fill('attachment_not_found')];
const operators = (...each) => ['unauthenticated', 'forbidden', 'forbidden', ...each];
const allOperators = operators('ok', 'ok', 'ok');
const holding = operators('ok', 'forbidden', 'ok');
const admins = (outcome = 'ok') => operators('forbidden', 'forbidden', outcome);
const all = (outcome) => operators(outcome, outcome, outcome);

const chatId = ({ id }) => ({ chatId: id });
const inIt = (fields) => (chat) => ({ chatId: chat.id, ...fields });
const visitor = (fields) => ({ visitorId }) => ({ visitorId, ...fields });
const plain = (fields = {}) => () => ({ ...fields });
const nobodys = (name, fields) => () => ({ [name]: randomUUID().replace(/-....-/, '-7000-'), ...fields });

/** operation → [who may, what is asked]; what is asked may come from a chat that Anna holds. */
const table = {
  'chat.start': [starting, plain({ text: 'Hi' })],
  'chat.list': [known, plain()],
  'chat.get': [reading, chatId],
  'chat.claim': [operators('ok', 'chat_already_claimed', 'chat_already_claimed'), chatId],
  'chat.assign': [holding, ({ id }) => ({ chatId: id, operatorId: benId })],
  'chat.route': [holding, chatId],
  'chat.transfer': [holding, ({ id }) => ({ chatId: id, operatorId: benId })],
  'chat.accept': [operators('ok', 'no_offer', 'no_offer'), chatId], // who has it needs no offer
  'chat.decline': [all('no_offer'), chatId],
  'chat.release': [holding, chatId],
  'chat.end': [ending, chatId],
  'chat.rate': [rating, inIt({ score: 5 })],
  'chat.tag': [holding, inIt({ add: ['order'] })],
  'chat.update': [holding, inIt({ subject: 'Order' })],
  'message.send': [partaking, inIt({ text: 'Hi' })],
  'message.list': [reading, chatId],
  'message.edit': [asAuthor, inIt({ seq: 1, text: 'Where are my orders?' })],
  'message.delete': [asAuthor, inIt({ seq: 1 })],
  'message.history': [admins(), inIt({ seq: 1 })],
  'message.delivered': [partaking, inIt({ seq: 1 })],
  'message.read': [partaking, inIt({ seq: 1 })],
  'chat.search': [allOperators, plain({ query: 'vera' })],
  'message.search': [reading, inIt({ query: 'order' })],
  'note.add': [allOperators, inIt({ text: 'Calls back' })],
  'note.list': [allOperators, chatId],
  'typing.set': [partaking, inIt({ typing: true })],
  'attachment.upload': [partaking, inIt({ name: 'a.txt', size: 1 })],
  'attachment.get': [ofFile, sendFile],
  'attachment.content.put': [ofUploader, announce],
  'attachment.content.get': [ofFile, sendFile],
  'attachment.thumbnail.get': [ofFile, sendFile],
  'address.search': [everybody, plain({ query: 'haupt' })],
  'visitor.get': [ofVisitor, visitor()],
  'visitor.update': [ofVisitor, visitor({ name: 'Vera' })],
  'visitor.block': [allOperators, visitor({ blocked: true })],
  'visitor.erase': [admins(), visitor()],
  'operator.login': [everybody, plain({ email: ben, password })],
  'operator.logout': [allOperators, plain()],
  'operator.me': [allOperators, plain()],
  'operator.list': [allOperators, plain()],
  'operator.status': [allOperators, plain({ status: 'online' })],
  'operator.create': [admins(), () => ({ email: `${randomUUID()}@desk.example`, name: 'New', password: 'a good password' })],
  'operator.update': [admins('operator_not_found'), nobodys('operatorId', { name: 'New' })],
  'operator.disable': [admins('operator_not_found'), nobodys('operatorId', { disabled: true })],
  'operator.password': [admins('operator_not_found'), nobodys('operatorId', { password: 'a good password' })],
  'department.create': [admins(), () => ({ name: randomUUID() })],
  'department.update': [admins('department_not_found'), nobodys('departmentId', { name: 'New' })],
  'department.delete': [admins('department_not_found'), nobodys('departmentId')],
  'department.list': [everybody, plain()],
  'canned.create': [admins(), () => ({ shortcut: randomUUID(), title: 'Title', text: 'Text' })],
  'canned.update': [admins('canned_not_found'), nobodys('cannedId', { title: 'Title' })],
  'canned.delete': [admins('canned_not_found'), nobodys('cannedId')],
  'canned.list': [allOperators, plain()],
  'canned.render': [all('canned_not_found'), (chat) => nobodys('cannedId', { chatId: chat.id })()],
  'apikey.create': [admins(), () => ({ name: randomUUID() })],
  'apikey.list': [admins(), plain()],
  'apikey.revoke': [admins('apikey_not_found'), nobodys('keyId')],
  'webhook.create': [admins(), plain({ url: 'https://shop.example/hook', events: ['operator.updated'] })],
  'webhook.list': [admins(), plain()],
  'webhook.delete': [admins('not_found'), nobodys('webhookId')],
  'stats.get': [allOperators, plain({ from: '2026-03-01T00:00:00.000Z', to: '2026-04-01T00:00:00.000Z', by: 'day' })],
  'audit.list': [admins(), plain()],
  'desk.get': [everybody, plain()],
  'settings.get': [everybody, plain()],
  'settings.update': [admins(), plain({ deskName: 'Desk' })],
  'session.resume': [known, ({ id }) => ({ chats: [{ chatId: id, seq: 0 }] })],
};

const codeOf = ({ status, body }) => (status < 300 ? 'ok' : body.code);

async function askOverRest(name, fields, token) {
  const { bytes, ...given } = fields;
  const { method, path } = paths.get(name);
  const filled = path.replace(/\{(\w+)\}/g, (_, field) => {
    const value = given[field];
    delete given[field];
    return encodeURIComponent(value);
  });
  const url = `/api/v1${filled}`;
  if (method === 'GET') return codeOf(await rest(server, method, `${url}?${new URLSearchParams(given)}`, { token }));
  if (!bytes) return codeOf(await rest(server, method, url, { token, body: given }));
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(server.url + url, { method, headers, body: bytes });
  return codeOf({ status: response.status, body: await response.json() });
}

async function askByEvent(name, fields, token, namespace) {
  const client = new Client(server.url, namespace, { auth: token ? { token } : {} });
  await client.connected;
  const { error } = await client.socket.timeout(5_000).emitWithAck(name, fields);
  client.close();
  return error?.code ?? 'ok';
}

/** Each caller on a chat of its own: what each of them is told. */
async function outcomesOf(name, ask) {
  await assemble();
  const outcomes = [];
  for (const place of callers.keys()) {
    const chat = await heldChat();
    const endsSession = name === 'operator.logout' && place > 2;
    const token = endsSession ? await logIn(server, people[place]) : [undefined, chat.token, other.token, ...tokens.slice(3)][place];
    const outcome = await ask(name, await table[name][1](chat), token, place === 1 || place === 2 ? '/visitor' : '/operator');
    outcomes.push(outcome === 'no_operator_available' ? 'ok' : outcome); // who may route need not find anybody
  }
  return outcomes;
}

const withNames = (outcomes) => Object.fromEntries(callers.map((name, i) => [name, outcomes[i]]));

/** Nobody but who signs in does anything on /operator before signing in, and visitors never sign in. */
const expectedOfEvents = (name, expected) =>
  name === 'operator.login' ? ['ok', 'forbidden', 'forbidden', 'ok', 'ok', 'ok'] : ['unauthenticated', ...expected.slice(1)];

test('the table has every operation', async () => {
  await assemble();
  assert.deepEqual(Object.keys(table).sort(), [...paths.keys()].sort());
});

for (const [name, [expected]] of Object.entries(table)) {
  test(`${name} over REST`, async () => {
    assert.deepEqual(withNames(await outcomesOf(name, askOverRest)), withNames(expected));
  });
  if (/^attachment\.(content|thumbnail)/.test(name)) continue; // bytes go over HTTP alone
  test(`${name} as an event`, async () => {
    assert.deepEqual(withNames(await outcomesOf(name, askByEvent)), withNames(expectedOfEvents(name, expected)));
  });
}
