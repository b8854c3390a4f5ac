// Who is let in, and what they may then do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anna, ben, Client, logIn, password, refusedWith, rest, startChat, useServer } from './desk.mjs';

const server = useServer();

for (const nsp of ['/visitor', '/operator']) {
  test(`${nsp} refuses a token that is nobody's`, async () => {
    const client = new Client(server.url, nsp, { auth: { token: 'x'.repeat(43) } });
    await assert.rejects(client.connected, (error) => error.data.code === 'invalid_token' && error.message !== '');
  });
}

test('a token is good on its own side alone', async () => {
  const visitor = await Client.visitor(server);
  const operator = await Client.operator(server);
  for (const [nsp, token] of [['/operator', visitor.token], ['/visitor', operator.token]]) {
    const client = new Client(server.url, nsp, { auth: { token } });
    await assert.rejects(client.connected, (error) => error.data.code === 'invalid_token');
  }
  visitor.close();
  operator.close();
});

test('a visitor comes back as the same by their token', async () => {
  const first = await Client.visitor(server, { name: 'Vera' });
  const { id } = await startChat(first);
  first.close();
  const second = await Client.visitor(server, { token: first.token });
  const { chats } = await second.ask('chat.list', { scope: 'mine' });
  assert.deepEqual(chats.map((chat) => chat.id), [id]);
  assert.deepEqual(second.heard('identity'), []);
  second.close();
});

test('a visitor sees no chat but their own, and cannot claim', async () => {
  const [owner, other] = [await Client.visitor(server), await Client.visitor(server)];
  const { id: chatId } = await startChat(owner);
  await assert.rejects(other.ask('chat.get', { chatId }), refusedWith('chat_not_found'));
  await assert.rejects(other.ask('message.list', { chatId }), refusedWith('chat_not_found'));
  await assert.rejects(other.ask('message.send', { chatId, text: 'Hi' }), refusedWith('chat_not_found'));
  await assert.rejects(owner.ask('chat.claim', { chatId }), refusedWith('forbidden'));
  await assert.rejects(owner.ask('operator.login', { email: anna, password }), refusedWith('forbidden'));
  await owner.ask('message.send', { chatId, text: 'Only for the desk' });
  assert.deepEqual(other.heard('message.sent'), []);
  owner.close();
  other.close();
});

test('before signing in nothing but signing in is possible on /operator', async () => {
  const client = new Client(server.url, '/operator');
  await client.connected;
  for (const [name, argument] of [['chat.list', { scope: 'queue' }], ['operator.list', {}], ['chat.start', { text: 'Hi' }]]) {
    await assert.rejects(client.ask(name, argument), refusedWith('unauthenticated'));
  }
  await assert.rejects(client.ask('operator.login', { email: anna, password: 'wrong' }), refusedWith('invalid_credentials'));
  assert.equal((await client.ask('operator.login', { email: anna, password })).operator.email, anna);
  assert.ok(Array.isArray((await client.ask('chat.list', { scope: 'queue' })).chats));
  client.close();
});

test('who does not sign in is disconnected after ten seconds', async () => {
  const client = new Client(server.url, '/operator');
  await client.connected;
  const since = performance.now();
  await client.disconnected;
  const seconds = (performance.now() - since) / 1000;
  assert.ok(seconds > 9 && seconds < 15, `${seconds} s`);
});

test('signing out ends the session on every connection, and over REST', async () => {
  const first = await Client.operator(server, ben);
  const second = new Client(server.url, '/operator', { auth: { token: first.token } });
  await second.connected;
  await first.ask('operator.logout');
  assert.equal(await second.disconnected, 'io server disconnect');
  await assert.rejects(first.ask('chat.list', { scope: 'queue' }), refusedWith('unauthenticated'));
  const { status, body } = await rest(server, 'GET', '/api/v1/operators/me', { token: first.token });
  assert.deepEqual([status, body.code], [401, 'invalid_token']);
  first.close();
});

test('a session that is ended over REST ends its connections', async () => {
  const token = await logIn(server, ben);
  const client = new Client(server.url, '/operator', { auth: { token } });
  await client.connected;
  assert.equal((await rest(server, 'POST', '/api/v1/operators/logout', { token })).status, 200);
  assert.equal(await client.disconnected, 'io server disconnect');
});

const badArguments = {
  'a text': ['hello'],
  'a list': [[1, 2]],
  'bytes': [Buffer.from('hello')],
  'a field of another type': [{ chatId: 12, text: 'Hi' }],
  'an id that is none': [{ chatId: 'x', text: 'Hi' }],
  'no fields': [{}],
  'nothing': [],
};
for (const [what, args] of Object.entries(badArguments)) {
  test(`message.send with ${what} is refused in words`, async () => {
    const visitor = await Client.visitor(server);
    const { error } = await visitor.socket.timeout(5000).emitWithAck('message.send', ...args);
    assert.equal(error.code, 'invalid_request', JSON.stringify(error));
    visitor.socket.emit('message.send', ...args); // and without an ack
    const told = await visitor.event('error');
    assert.deepEqual([told.code, told.event], ['invalid_request', 'message.send']);
    assert.ok(visitor.socket.connected);
    visitor.close();
  });
}

test('an operation that does not exist is refused by name', async () => {
  const visitor = await Client.visitor(server);
  await assert.rejects(visitor.ask('chat.explode'), refusedWith('unknown_operation'));
  visitor.close();
});
