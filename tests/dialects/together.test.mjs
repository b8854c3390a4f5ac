// One chat in which a participant of every dialect, and our own vocabulary, see the same messages in the same order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anna, join, operator, rest, useServer } from './clients.mjs';

const server = useServer({ args: ['--no-rate-limits'] });

test('everybody sees the same messages in the same order', async () => {
  const { body: chat } = await rest(server, 'POST', '/api/chat/start-session', { body: { userId: 'together' } });
  const { sessionId: chatId, token } = chat;
  const agent = await operator(server, anna);
  const desk = { token: agent.token };
  const mine = { token };
  const everybody = {
    addresses: { client: await join(server, '/', mine), event: 'chat message', say: (client, text) => client.socket.emit('chat message', { chatId, content: text }), read: ({ content }) => content },
    rooms: { client: await join(server, '/', mine), event: 'new-message', hello: ['join-room', { roomId: chatId }], say: (client, text) => client.socket.emit('send-message', { roomId: chatId, content: text }), read: ({ content }) => content },
    support: { client: await join(server, '/', desk), event: 'new_message', hello: ['join_session', { sessionId: chatId }], say: (client, text) => client.socket.emit('send_message', { sessionId: chatId, message: text }), read: ({ message }) => message },
    user: { client: await join(server, '/user', mine, { userId: 'together' }), event: 'new_message', say: (client, text) => client.socket.emit('user_message', { chatId, content: text }), read: ({ content }) => content },
    admin: { client: await join(server, '/admin', desk, { adminId: agent.id }), event: 'new_message', say: (client, text) => client.socket.emit('admin_message', { chatId, content: text }), read: ({ content }) => content },
    widget: { client: await join(server, '/visitor', mine), event: 'message.sent', say: (client, text) => client.socket.emit('message.send', { chatId, text }), read: ({ message }) => message.text },
    console: { client: await join(server, '/operator', desk), event: 'message.sent', say: (client, text) => client.socket.emit('message.send', { chatId, text }), read: ({ message }) => message.text },
  };
  for (const { client, hello } of Object.values(everybody)) {
    if (hello) await client.socket.timeout(5000).emitWithAck(...hello);
  }
  await everybody.admin.client.socket.timeout(5000).emitWithAck('assign_chat', { chatId });

  const names = Object.keys(everybody);
  for (const round of [1, 2, 3]) {
    for (const name of names) everybody[name].say(everybody[name].client, `${name} ${round}`);
    const { status } = await rest(server, 'POST', `/api/chat/send-message/${chatId}`, { token, body: { message: `REST ${round}` } });
    assert.equal(status, 201);
  }
  const expected = 3 * (names.length + 1);
  let stored = [];
  const limit = Date.now() + 10_000;
  while (stored.length < expected && Date.now() < limit) {
    const { body } = await rest(server, 'GET', `/api/chat/messages/${chatId}?limit=200`, { token });
    stored = body.messages.map(({ message }) => message);
  }
  assert.equal(stored.length, expected);
  const last = stored.at(-1);
  for (const [name, { client, event, read }] of Object.entries(everybody)) {
    // Only this dialect's participants do not hear themselves: here all that the customer says.
    const ofVisitor = (text) => !text.startsWith('admin') && !text.startsWith('support') && !text.startsWith('console');
    const wanted = name === 'addresses' ? stored.filter((text) => !ofVisitor(text)) : stored;
    const heard = [];
    while (heard.length < wanted.length) heard.push(read(await client.event(event)));
    assert.deepEqual(heard, wanted, name);
    assert.deepEqual(client.heard('error'), [], name);
    client.close();
  }
  assert.ok(last);
});
