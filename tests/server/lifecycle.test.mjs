// One chat from question to end, by the stock client over each of its transports.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ben, Client, refusedWith, startChat, useServer } from './desk.mjs';

const server = useServer();

const transports = { 'default options': {}, 'polling only': { transports: ['polling'] }, 'websocket only': { transports: ['websocket'] } };

for (const [name, options] of Object.entries(transports)) {
  test(`a chat from its question to its end, ${name}`, async () => {
    const visitor = await Client.visitor(server, { name: 'Vera', page: 'https://shop.example/cart' }, options);
    const operator = await Client.operator(server, undefined, options);

    const started = await startChat(visitor, 'Where is my order?');
    assert.equal(started.status, 'waiting');
    assert.equal(started.page, 'https://shop.example/cart');
    const queued = await operator.event('chat.started', ({ chat }) => chat.id === started.id);
    assert.equal(queued.chat.lastMessage.text, 'Where is my order?');
    const { chats } = await operator.ask('chat.list', { scope: 'queue' });
    assert.ok(chats.some(({ id }) => id === started.id));

    const claimed = await operator.ask('chat.claim', { chatId: started.id });
    assert.equal(claimed.status, 'active');
    const { chat } = await visitor.event('chat.claimed');
    assert.equal(chat.operatorName, claimed.operatorName);

    await operator.ask('typing.set', { chatId: started.id, typing: true });
    const typing = await visitor.event('typing.changed');
    assert.deepEqual([typing.senderType, typing.typing], ['operator', true]);
    const sent = await operator.ask('message.send', { chatId: started.id, text: 'On its way ☕', clientId: 'o-1' });
    assert.equal(sent.seq, 2);
    const ofOperator = ({ message }) => message.senderType === 'operator';
    const { message } = await visitor.event('message.sent', ofOperator);
    assert.deepEqual([message.text, message.seq], ['On its way ☕', 2]);

    await visitor.ask('message.send', { chatId: started.id, text: 'Thank you!' });
    await operator.event('message.sent', ({ message }) => message.text === 'Thank you!');
    const ended = await operator.ask('chat.end', { chatId: started.id, reason: 'solved' });
    assert.deepEqual([ended.status, ended.endReason], ['ended', 'solved']);
    assert.equal((await visitor.event('chat.ended')).chat.id, started.id);
    await assert.rejects(visitor.ask('message.send', { chatId: started.id, text: 'One more' }), refusedWith('chat_ended'));

    const { messages } = await visitor.ask('message.list', { chatId: started.id });
    assert.deepEqual(messages.map(({ seq }) => seq), messages.map((_, index) => index + 1));
    visitor.close();
    operator.close();
  });
}

test('of two who claim one gets the chat, and the other is told who', async () => {
  const visitor = await Client.visitor(server);
  const both = await Promise.all([Client.operator(server), Client.operator(server, ben)]);
  const { id: chatId } = await startChat(visitor);
  const outcomes = await Promise.allSettled(both.map((operator) => operator.ask('chat.claim', { chatId })));
  const won = outcomes.filter(({ status }) => status === 'fulfilled');
  const lost = outcomes.filter(({ status }) => status === 'rejected');
  assert.deepEqual([won.length, lost.length], [1, 1]);
  refusedWith('chat_already_claimed')(lost[0].reason);
  assert.ok(lost[0].reason.message.includes(won[0].value.operatorName), lost[0].reason.message);
  [visitor, ...both].forEach((client) => client.close());
});

test('a message that is sent twice with one clientId is there once', async () => {
  const visitor = await Client.visitor(server);
  const { id: chatId } = await startChat(visitor);
  const message = { chatId, text: 'Hello?', clientId: 'twice' };
  const [first, second] = await Promise.all([visitor.ask('message.send', message), visitor.ask('message.send', message)]);
  assert.equal(first.id, second.id);
  assert.equal(second.duplicate, true);
  await assert.rejects(visitor.ask('message.send', { ...message, text: 'Something else' }), refusedWith('client_id_reused'));
  const { messages } = await visitor.ask('message.list', { chatId });
  assert.equal(messages.filter(({ clientId }) => clientId === 'twice').length, 1);
  visitor.close();
});
