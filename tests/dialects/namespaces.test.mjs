// The dialect `namespaces`: /admin and /user.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { anna, assertEventRefused, ben, clara, join, operator, useServer } from './clients.mjs';

process.env.DESKBELL_SECURITY_IDENTITY_SECRET = 'between us';
const server = useServer({ args: ['--no-rate-limits'] });
const hashOf = (userId) => createHmac('sha256', 'between us').update(userId).digest('hex');

let known;
const theAgent = async () => (known ??= await operator(server, anna));

test('a chat from request to end', async () => {
  const admin = await theAgent();
  const desk = await join(server, '/admin', { token: admin.token }, { adminId: admin.id });
  const user = await join(server, '/user', {}, { userId: 'u-1' });
  const identity = await user.event('identity');
  assert.equal(identity.userId, 'u-1');

  user.socket.emit('start_chat', { message: 'Hello?' });
  const room = await user.event('chat_started');
  assert.deepEqual([room.id, room.userId, room.adminId, room.status], [room.chatId, 'u-1', null, 'waiting']);
  const request = await desk.event('new_chat_request', ({ chatId }) => chatId === room.id);
  assert.equal(request.userId, 'u-1');

  desk.socket.emit('get_unassigned_chats');
  const listed = (await desk.event('unassigned_chats')).find(({ id }) => id === room.id);
  assert.deepEqual(listed.messages.map(({ content, senderId, receiverId }) => [content, senderId, receiverId]), [['Hello?', 'u-1', null]]);

  desk.socket.emit('assign_chat', { chatId: room.id });
  for (const client of [desk, user]) {
    const assigned = await client.event('chat_assigned');
    assert.deepEqual([assigned.chatId, assigned.adminId], [room.id, admin.id]);
  }
  desk.socket.emit('admin_message', { chatId: room.id, senderId: admin.id, receiverId: 'u-1', content: 'Good day' });
  user.socket.emit('user_message', { chatId: room.id, senderId: 'u-1', receiverId: admin.id, content: 'Thanks' });
  for (const client of [desk, user]) {
    const ofAdmin = await client.event('new_message', ({ content }) => content === 'Good day');
    assert.deepEqual([ofAdmin.chatId, ofAdmin.senderId, ofAdmin.receiverId], [room.id, admin.id, 'u-1']);
    assert.ok(ofAdmin.id && ofAdmin.timestamp.endsWith('Z'));
    const ofUser = await client.event('new_message', ({ content }) => content === 'Thanks');
    assert.deepEqual([ofUser.senderId, ofUser.receiverId], ['u-1', admin.id]);
  }
  await assertEventRefused(user, 'user_message', { chatId: room.id, senderId: admin.id, content: 'I am the admin' }, 'forbidden');
  user.socket.emit('end_chat', { chatId: room.id });
  assert.equal((await desk.event('chat_ended')).chatId, room.id);
  assert.equal((await user.event('chat_ended')).chatId, room.id);
  await assertEventRefused(user, 'user_message', { chatId: room.id, content: 'x' }, 'chat_ended');
  desk.close();
  user.close();
});

test('who has an open chat gets that one', async () => {
  const user = await join(server, '/user', {}, { userId: 'u-2' });
  user.socket.emit('start_chat');
  const first = await user.event('chat_started');
  user.socket.emit('start_chat', {});
  assert.equal((await user.event('chat_started')).id, first.id);
  user.close();
});

test('a chat that another holds is not given away', async () => {
  const admin = await theAgent();
  const user = await join(server, '/user', {}, { userId: 'u-3' });
  user.socket.emit('start_chat', {});
  const { chatId } = await user.event('chat_started');
  const [a, b] = [admin, await operator(server, ben)];
  const [first, second] = [
    await join(server, '/admin', { token: a.token }, { adminId: a.id }),
    await join(server, '/admin', { token: b.token }, { adminId: b.id }),
  ];
  first.socket.emit('assign_chat', { chatId });
  assert.equal((await second.event('chat_assigned')).adminId, a.id);
  await assertEventRefused(second, 'assign_chat', { chatId }, 'chat_already_assigned');
  [user, first, second].forEach((client) => client.close());
});

test('who may come in', async () => {
  const admin = await theAgent();
  const refused = (code) => (error) => {
    assert.equal(error.data?.code, code, error.message);
    return true;
  };
  await assert.rejects(join(server, '/user'), refused('invalid_request'));
  await assert.rejects(join(server, '/admin', { token: admin.token }), refused('invalid_request'));
  await assert.rejects(join(server, '/admin', {}, { adminId: admin.id }), refused('unauthenticated'));
  await assert.rejects(join(server, '/admin', { token: 'x' }, { adminId: admin.id }), refused('invalid_token'));
  const { id } = await operator(server, clara);
  await assert.rejects(join(server, '/admin', { token: admin.token }, { adminId: id }), refused('forbidden'));

  const first = await join(server, '/user', {}, { userId: 'u-4' });
  const { token } = await first.event('identity');
  first.close();
  await assert.rejects(join(server, '/user', {}, { userId: 'u-4' }), refused('visitor_token_required'));
  await assert.rejects(join(server, '/user', { userHash: hashOf('u-5') }, { userId: 'u-4' }), refused('invalid_token'));
  await assert.rejects(join(server, '/user', { userHash: 'ab' }, { userId: 'never seen' }), refused('invalid_token'));
  (await join(server, '/user', { token }, { userId: 'u-4' })).close();
  (await join(server, '/user', { userHash: hashOf('u-4') }, { userId: 'u-4' })).close();
  await assert.rejects(join(server, '/user', { token }, { userId: 'u-3' }), refused('visitor_token_required'));
  await assert.rejects(join(server, '/user', { token: admin.token }, { userId: 'u-9' }), refused('invalid_token'));
});

test('events of the other side are none here', async () => {
  const user = await join(server, '/user', {}, { userId: 'u-6' });
  await assertEventRefused(user, 'assign_chat', {}, 'unknown_operation');
  user.close();
});
