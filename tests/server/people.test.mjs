// Visitors who are blocked or erased, operators' accounts, API keys and wrong passwords.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { freshDesk, startServer } from '../support/server.mjs';
import { anna, ben, Client, logIn, password, refusedWith, rest, startChat, useServer } from './desk.mjs';

const server = useServer();
const clara = 'clara@demo.deskbell.example';
const run = promisify(execFile);

test('a blocked visitor is cut off, refused with a reason, and let in again when it is taken back', async () => {
  const visitor = await Client.visitor(server, { name: 'Vera' });
  const { id: chatId, visitorId } = await startChat(visitor);
  const operator = await logIn(server);
  const path = `/api/v1/visitors/${visitorId}/blocked`;
  const blocked = await rest(server, 'PUT', path, { token: operator, body: {} });
  assert.deepEqual([blocked.status, blocked.body.blocked], [200, true]);
  await visitor.disconnected;
  const again = new Client(server.url, '/visitor', { auth: { token: visitor.token } });
  await assert.rejects(again.connected, (error) => error.data.code === 'visitor_blocked');
  const sent = await rest(server, 'POST', `/api/v1/chats/${chatId}/messages`, { token: visitor.token, body: { text: 'Hey' } });
  assert.deepEqual([sent.status, sent.body.code], [403, 'visitor_blocked']);
  await rest(server, 'PUT', path, { token: operator, body: { blocked: false } });
  const back = await Client.visitor(server, { token: visitor.token });
  await back.ask('message.send', { chatId, text: 'Thank you' });
  back.close();
});

test('after an erasure nothing that the visitor was or said is left, not even in the files', async () => {
  const data = await freshDesk();
  const own = await startServer({ data });
  const visitor = await Client.visitor(own, { name: 'Zaphodora', email: 'zaphodora@mail.example' });
  const { id: chatId, visitorId } = await startChat(visitor, 'my secret is quuxbeeble');
  await visitor.ask('message.edit', { chatId, seq: 1, text: 'my secret is frobnitzel' });
  const admin = await logIn(own, clara);
  const erased = await rest(own, 'DELETE', `/api/v1/visitors/${visitorId}`, { token: admin });
  assert.equal(erased.status, 200, JSON.stringify(erased.body));
  assert.ok(erased.body.erasedAt);
  await visitor.disconnected;
  const chat = await rest(own, 'GET', `/api/v1/chats/${chatId}`, { token: admin });
  const messages = await rest(own, 'GET', `/api/v1/chats/${chatId}/messages`, { token: admin });
  const audit = await rest(own, 'GET', '/api/v1/audit', { token: admin });
  assert.equal(messages.body.messages.length, 1);
  assert.equal(audit.body.entries[0].action, 'visitor.erased');
  const secrets = /zaphodora|quuxbeeble|frobnitzel/i;
  assert.doesNotMatch(JSON.stringify([chat.body, messages.body, audit.body]), secrets);
  assert.equal((await own.stop()).code, 0);
  for (const name of await readdir(data)) {
    const bytes = await readFile(join(data, name)).catch(() => Buffer.alloc(0)); // a folder
    assert.doesNotMatch(bytes.toString('latin1'), secrets, name);
  }
});

test('an API key acts as an admin until it is revoked, and is told but once', async () => {
  const cli = (...args) => run(process.env.DESKBELL_SERVER, ['apikey', ...args, '--data', server.data]);
  const made = JSON.parse((await cli('add', 'crm', '--json')).stdout);
  assert.deepEqual(Object.keys(made), ['name', 'apiKey']);
  const token = made.apiKey;
  const listed = await rest(server, 'GET', '/api/v1/apikeys', { token });
  assert.equal(listed.status, 200, JSON.stringify(listed.body));
  assert.doesNotMatch(JSON.stringify(listed.body) + (await cli('list', '--json')).stdout, new RegExp(token));
  const visitor = await Client.visitor(server);
  const { id } = await startChat(visitor);
  const claimed = await rest(server, 'POST', `/api/v1/chats/${id}/claim`, { token });
  assert.deepEqual([claimed.status, claimed.body.code], [403, 'forbidden']);
  const client = new Client(server.url, '/operator', { auth: { token } });
  await client.connected;
  assert.equal((await client.ask('chat.get', { chatId: id })).id, id);
  await cli('revoke', 'crm');
  assert.equal((await rest(server, 'GET', '/api/v1/apikeys', { token })).body.code, 'invalid_token');
  await assert.rejects(client.ask('chat.get', { chatId: id }), refusedWith('invalid_token'));
  client.close();
  visitor.close();
});

test('an account is made, changed, given another password and shut out', async () => {
  const admin = await logIn(server, clara);
  const account = { email: 'dora@desk.example', name: 'Dora', password: 'battery staple' };
  const made = await rest(server, 'POST', '/api/v1/operators', { token: admin, body: account });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const signIn = (secret) => rest(server, 'POST', '/api/v1/operators/login', { body: { email: account.email, password: secret } });
  const { body: { token } } = await signIn(account.password);
  const path = `/api/v1/operators/${made.body.id}`;
  const bad = await rest(server, 'PUT', `${path}/password`, { token, body: { password: 'short', oldPassword: account.password } });
  assert.deepEqual(bad.body.errors.map(({ field }) => field), ['password']);
  const changed = await rest(server, 'PUT', `${path}/password`,
    { token, body: { password: 'correct horse', oldPassword: account.password } });
  assert.equal(changed.status, 200, JSON.stringify(changed.body));
  assert.equal((await signIn(account.password)).body.code, 'invalid_credentials');
  assert.equal((await signIn('correct horse')).status, 200);
  assert.equal((await rest(server, 'PUT', `${path}/disabled`, { token: admin, body: {} })).body.disabled, true);
  assert.equal((await rest(server, 'GET', '/api/v1/operators', { token })).body.code, 'invalid_token');
  assert.equal((await signIn('correct horse')).body.code, 'invalid_credentials');
});

test('after five wrong passwords an account waits, whether it exists or not; --no-rate-limits lets it try', async () => {
  const attempt = (where, email) => rest(where, 'POST', '/api/v1/operators/login', { body: { email, password: 'wrong' } });
  const story = async (where, email) => {
    const answers = [];
    for (let i = 0; i < 6; ++i) answers.push(await attempt(where, email));
    return answers.map(({ status, body, headers }) => [status, body.code, body.message, headers.get('retry-after')]);
  };
  const known = await story(server, ben);
  assert.deepEqual(known.slice(0, 5).map(([, code]) => code), Array(5).fill('invalid_credentials'));
  assert.deepEqual([known[5][0], known[5][1]], [429, 'too_many_requests']);
  assert.ok(known[5][3] > 50 && known[5][3] <= 60, known[5][3]);
  const withoutSeconds = (answers) => answers.map(([status, code, message]) => [status, code, message.replace(/\d+/, 'N')]);
  assert.deepEqual(withoutSeconds(await story(server, 'nobody@demo.deskbell.example')), withoutSeconds(known));
  const right = await rest(server, 'POST', '/api/v1/operators/login', { body: { email: ben, password } });
  assert.equal(right.status, 429); // the right password tells no more than a wrong one
  assert.ok(await logIn(server, anna)); // somebody else from there may
  const lenient = await startServer({ data: await freshDesk(), args: ['--no-rate-limits'] });
  const free = await story(lenient, ben);
  assert.deepEqual(free.map(([status]) => status), Array(6).fill(401));
  await lenient.stop();
});
