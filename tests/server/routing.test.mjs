// Chats find their operators, and pass from one to another: the real server, stock clients.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anna, ben, Client, refusedWith, rest, startChat, useServer } from './desk.mjs';

const people = { [anna]: 'Anna', [ben]: 'Ben' };
const brief = { DESKBELL_ROUTING_OFFER_TIMEOUT: '1', DESKBELL_ROUTING_TRANSFER_TIMEOUT: '1', DESKBELL_ROUTING_VANISH_TIMEOUT: '1' };
const given = useServer({ people, env: { ...brief, DESKBELL_ROUTING_STRATEGY: 'round_robin', DESKBELL_ROUTING_OFFER_TIMEOUT: '0' } });
const asked = useServer({ people, env: { ...brief, DESKBELL_ROUTING_STRATEGY: 'least_busy' } });
const manual = useServer({ people, env: brief });
const patient = useServer({ people });

const ofChat = (chatId) => ({ chat }) => chat.id === chatId;

/** Anna and Ben at their desks, and a visitor whose chat Anna holds. */
async function heldByAnna(server) {
  const operators = [await Client.operator(server, anna), await Client.operator(server, ben)];
  const visitor = await Client.visitor(server);
  const { id: chatId } = await startChat(visitor);
  await operators[0].ask('chat.claim', { chatId });
  const ids = await Promise.all(operators.map(async (each) => (await each.ask('operator.me')).id));
  const close = () => [...operators, visitor].forEach((each) => each.close());
  return { anna: operators[0], ben: operators[1], visitor, chatId, annaId: ids[0], benId: ids[1], close };
}

test('chats go round, two to each, and the next free place is filled by itself', async () => {
  const operators = [await Client.operator(given, anna), await Client.operator(given, ben)];
  const visitors = await Promise.all(Array.from({ length: 5 }, () => Client.visitor(given)));
  const chats = [];
  for (const visitor of visitors) chats.push(await startChat(visitor));
  const holders = [];
  for (const chat of chats) holders.push((await operators[0].ask('chat.get', { chatId: chat.id })).operatorName ?? null);
  assert.deepEqual(holders, ['Anna', 'Ben', 'Anna', 'Ben', null]);
  assert.deepEqual(await visitors[4].event('queue.changed'), { chatId: chats[4].id, position: 1 });
  await operators[1].ask('chat.end', { chatId: chats[1].id });
  const { chat } = await visitors[4].event('chat.claimed');
  assert.deepEqual([chat.id, chat.operatorName], [chats[4].id, 'Ben']);
  for (const [index, visitor] of visitors.entries()) await visitor.ask('chat.end', { chatId: chats[index].id });
  [...operators, ...visitors].forEach((each) => each.close());
});

test('who does not answer an offer in time is passed over', async () => {
  const operators = [await Client.operator(asked, anna), await Client.operator(asked, ben)];
  const visitor = await Client.visitor(asked);
  const { id: chatId } = await startChat(visitor);
  const first = await operators[0].event('chat.offered', ofChat(chatId));
  assert.deepEqual([first.chat.status, first.chat.offer.kind], ['waiting', 'route']);
  const { reason } = await operators[0].event('chat.declined', ofChat(chatId));
  assert.equal(reason, 'timeout');
  await operators[1].event('chat.offered', ofChat(chatId));
  const { operatorName } = await operators[1].ask('chat.accept', { chatId });
  assert.equal(operatorName, 'Ben');
  assert.equal((await visitor.event('chat.claimed')).chat.operatorName, 'Ben');
  assert.equal(visitor.heard('chat.offered').length, 0);
  [...operators, visitor].forEach((each) => each.close());
});

test('what a vanished operator held goes to the next', async () => {
  const lost = await Client.operator(given, anna);
  const visitor = await Client.visitor(given);
  const { id: chatId } = await startChat(visitor);
  assert.equal((await lost.ask('chat.get', { chatId })).operatorName, 'Anna');
  const watcher = await Client.operator(given, ben);
  lost.close();
  await visitor.event('chat.released', ofChat(chatId));
  const { chat } = await watcher.event('chat.claimed', (event) => event.chat.id === chatId && event.chat.operatorName === 'Ben');
  assert.equal(chat.status, 'active');
  await watcher.ask('message.send', { chatId, text: 'I take over' });
  assert.equal((await visitor.event('message.sent', ({ message }) => message.senderType === 'operator')).message.text, 'I take over');
  watcher.close();
  visitor.close();
});

test('a transfer that is accepted moves the chat', async () => {
  const desk = await heldByAnna(patient);
  await desk.anna.ask('chat.transfer', { chatId: desk.chatId, operatorId: desk.benId, note: 'Knows the order' });
  const { chat } = await desk.ben.event('chat.offered', ofChat(desk.chatId));
  assert.deepEqual([chat.offer.note, chat.offer.offeredBy, chat.operatorId], ['Knows the order', desk.annaId, desk.annaId]);
  assert.equal((await desk.ben.ask('chat.accept', { chatId: desk.chatId })).operatorId, desk.benId);
  const moved = await desk.visitor.event('chat.transferred');
  assert.deepEqual([moved.chat.operatorName, moved.fromId, moved.chat.offer], ['Ben', desk.annaId, undefined]);
  await assert.rejects(desk.anna.ask('message.send', { chatId: desk.chatId, text: 'Hi' }), refusedWith('forbidden'));
  desk.close();
});

test('a transfer that is declined ends in the queue', async () => {
  const desk = await heldByAnna(patient);
  await desk.anna.ask('chat.transfer', { chatId: desk.chatId, operatorId: desk.benId });
  const { status, body } = await rest(patient, 'POST', `/api/v1/chats/${desk.chatId}/decline`, { body: {}, token: desk.ben.token });
  assert.deepEqual([status, body.status], [200, 'waiting']);
  assert.equal((await desk.anna.event('chat.declined')).reason, 'declined');
  assert.equal((await desk.visitor.event('chat.released')).chat.status, 'waiting');
  await assert.rejects(desk.ben.ask('chat.accept', { chatId: desk.chatId }), refusedWith('no_offer'));
  desk.close();
});

test('a transfer that nobody answers ends in the queue', async () => {
  const desk = await heldByAnna(manual);
  await desk.anna.ask('chat.transfer', { chatId: desk.chatId, operatorId: desk.benId });
  assert.equal((await desk.anna.event('chat.declined')).reason, 'timeout');
  assert.equal((await desk.visitor.event('chat.released')).chat.status, 'waiting');
  const { chats } = await desk.ben.ask('chat.list', { scope: 'queue' });
  assert.deepEqual(chats.map(({ id }) => id), [desk.chatId]);
  desk.close();
});

test('a wrong field is named, over events and REST alike', async () => {
  const desk = await heldByAnna(patient);
  const wrong = (error) => assert.deepEqual(error.errors.map(({ field }) => field), ['score']);
  await assert.rejects(desk.visitor.ask('chat.rate', { chatId: desk.chatId, score: 6 }), (error) => wrong(error) ?? true);
  const { status, body } = await rest(patient, 'POST', `/api/v1/chats/${desk.chatId}/rating`, { body: { score: 6 }, token: desk.visitor.token });
  assert.equal(status, 400);
  wrong(body);
  desk.close();
});
