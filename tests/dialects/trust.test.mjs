// --trust-client-ids: old clients unchanged, and nowhere but on loopback.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { anna, join, operator, rest, useServer } from './clients.mjs';

const server = useServer({ args: ['--trust-client-ids', '--no-rate-limits'] });

test('ids are believed, and come back as they were given', async () => {
  const desk = await join(server, '/admin', {}, { adminId: 'admin-7' });
  const user = await join(server, '/user', {}, { userId: 'user-7' });
  (await join(server, '/user', {}, { userId: 'user-7' })).close(); // once more, without its token
  user.socket.emit('start_chat', { userId: 'user-7' });
  const { chatId } = await desk.event('new_chat_request', ({ userId }) => userId === 'user-7');
  desk.socket.emit('assign_chat', { chatId, adminId: 'admin-7' });
  assert.equal((await user.event('chat_assigned')).adminId, 'admin-7');
  desk.socket.emit('admin_message', { chatId, senderId: 'admin-7', receiverId: 'user-7', content: 'Hi' });
  const message = await user.event('new_message');
  assert.deepEqual([message.senderId, message.receiverId], ['admin-7', 'user-7']);
  desk.close();
  user.close();
});

test('an operator who is known is who they are', async () => {
  const agent = await operator(server, anna);
  const desk = await join(server, '/admin', {}, { adminId: agent.id });
  const user = await join(server, '/user', {}, { userId: 'user-8' });
  user.socket.emit('start_chat', { userId: 'user-8' });
  const { chatId } = await user.event('chat_started');
  desk.socket.emit('assign_chat', { chatId, adminId: agent.id });
  await user.event('chat_assigned');
  const { body } = await rest(server, 'GET', `/api/v1/chats/${chatId}`, { token: agent.token });
  assert.deepEqual([body.operatorId, body.operatorName], [agent.id, agent.name]);
  desk.close();
  user.close();
});

test('the server refuses to listen for others then', async () => {
  const started = promisify(execFile)(process.env.DESKBELL_SERVER, ['serve', '--data', server.data, '--listen', '0.0.0.0:0', '--trust-client-ids']);
  await assert.rejects(started, (error) => error.code === 1 && /loopback/.test(error.stderr));
});
