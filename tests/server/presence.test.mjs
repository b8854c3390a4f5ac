// Who is there, seen from both sides, and what a reconnect brings.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anna, ben, Client, startChat, useServer } from './desk.mjs';

const server = useServer();
const brisk = useServer({ env: { DESKBELL_HEARTBEAT_OPERATOR_INTERVAL: '100', DESKBELL_HEARTBEAT_OPERATOR_TIMEOUT: '400' } });

test('the visitor of a chat hears of its operator, who may have several devices', async () => {
  const visitor = await Client.visitor(server);
  const desk = await Client.operator(server);
  const phone = await Client.operator(server);
  const { id: chatId } = await startChat(visitor);
  const { operatorId } = await desk.ask('chat.claim', { chatId });
  desk.close();
  await desk.disconnected;
  await phone.ask('operator.me'); // the server has heard of the first one's end by now
  assert.deepEqual(visitor.heard('presence.changed'), []);
  phone.close();
  const gone = await visitor.event('presence.changed', ({ online }) => !online);
  assert.equal(gone.operatorId, operatorId);
  const back = await Client.operator(server);
  const came = await visitor.event('presence.changed', ({ online }) => online);
  assert.equal(came.operatorId, gone.operatorId);
  back.close();
  visitor.close();
});

test('operators hear whether a visitor is there', async () => {
  const visitor = await Client.visitor(server);
  const operator = await Client.operator(server);
  const { id: chatId } = await startChat(visitor);
  visitor.close();
  const ofVisitor = ({ visitorId }) => visitorId === visitor.visitorId;
  assert.equal((await operator.event('presence.changed', ofVisitor)).online, false);
  assert.equal((await operator.ask('chat.get', { chatId })).visitorOnline, false);
  operator.close();
});

test('an operator who vanishes without a word is offline within ten seconds', async () => {
  const watcher = await Client.operator(server, anna);
  const lost = await Client.operator(server, ben, { transports: ['websocket'] });
  const { id } = await lost.ask('operator.me');
  const ofLost = ({ operatorId, online }) => operatorId === id && !online;
  const since = performance.now();
  lost.fallSilent();
  await watcher.event('presence.changed', ofLost);
  const seconds = (performance.now() - since) / 1000;
  assert.ok(seconds < 10, `${seconds} s`);
  lost.close();
  watcher.close();
});

test('whoever comes back gets exactly what they missed', async () => {
  const visitor = await Client.visitor(server);
  const operator = await Client.operator(server);
  const { id: chatId } = await startChat(visitor, 'one');
  await operator.ask('chat.claim', { chatId });
  await operator.ask('message.send', { chatId, text: 'two' });
  visitor.close();
  for (const text of ['three', 'four', 'five']) await operator.ask('message.send', { chatId, text });
  const again = await Client.visitor(server, { token: visitor.token });
  const { chats, messages, more } = await again.ask('session.resume', { chats: [{ chatId, seq: 2 }] });
  assert.deepEqual(messages.map(({ text, seq }) => [text, seq]), [['three', 3], ['four', 4], ['five', 5]]);
  assert.deepEqual([chats.length, chats[0].lastSeq, more], [1, 5, false]);
  again.close();
  operator.close();
});

test('nobody is pinged less often than their handshake announced', async () => {
  // A visitor whose client asked for the console's heartbeat, which is the shorter one.
  const visitor = await Client.visitor(brisk, {}, { transports: ['websocket'], query: { client: 'console' } });
  const { engine } = visitor.socket.io;
  let pings = 0;
  const enough = new Promise((resolve) => {
    engine.on('ping', () => ++pings === 3 && resolve());
  });
  const lost = await Promise.race([enough, visitor.disconnected]);
  assert.equal(lost, undefined);
  visitor.close();
});
