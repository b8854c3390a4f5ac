// Files that go with messages: their way up and down over plain HTTP, and what hostile ones do (nothing).
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { startServer } from '../support/server.mjs';
import { Client, logIn, rest, startChat, useServer } from './desk.mjs';
import { png } from './pictures.mjs';

const admin = 'clara@demo.deskbell.example';
const lifetimeMs = 2_000;
const site = 'https://shop.example';
const server = useServer({
  env: { DESKBELL_ATTACHMENTS_UNSENT_LIFETIME: String(lifetimeMs * 1000), DESKBELL_SECURITY_ALLOWED_ORIGINS: site },
});
const files = () => join(server.data, 'files');

/** Waits for what should happen. */
async function until(what) {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (await what()) return;
  }
  assert.fail(`It did not happen: ${what}`);
}

async function announce(visitor, chatId, name, size) {
  return visitor.ask('attachment.upload', { chatId, name, size });
}

/** PUTs bytes; answers `{ status, body }`. */
async function put(id, token, bytes, to = server) {
  const response = await fetch(`${to.url}/api/v1/attachments/${id}/content`, {
    method: 'PUT',
    headers: token ? { authorization: `Bearer ${token}` } : {},
    body: bytes,
    duplex: 'half',
  });
  return { status: response.status, body: await response.json() };
}

async function get(id, token, what = 'content', to = server) {
  const response = await fetch(`${to.url}/api/v1/attachments/${id}/${what}`, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

async function upload(visitor, chatId, name, bytes) {
  const { id } = await announce(visitor, chatId, name, bytes.length);
  return put(id, visitor.token, bytes);
}

test('a picture goes up, with a message to the desk, and down again', async () => {
  const visitor = await Client.visitor(server);
  const operator = await Client.operator(server);
  const { id: chatId } = await startChat(visitor);
  await operator.ask('chat.claim', { chatId });
  const bytes = png(1200, 800);
  const { status, body: file } = await upload(visitor, chatId, 'parcel.png', bytes);
  assert.equal(status, 200, JSON.stringify(file));
  assert.deepEqual({ ...file, id: '' },
    { id: '', name: 'parcel.png', size: bytes.length, type: 'image/png', width: 1200, height: 800, thumbnail: true });
  assert.equal((await get(file.id, operator.token)).status, 404); // not sent yet
  await visitor.ask('message.send', { chatId, attachments: [file.id] });
  const { message } = await operator.event('message.sent', (each) => each.message.attachments);
  assert.deepEqual(message.attachments, [file]);
  assert.equal(message.text, '');
  for (const token of [operator.token, visitor.token]) {
    const down = await get(file.id, token);
    assert.deepEqual(down.bytes, bytes);
    assert.equal(down.headers.get('content-type'), 'image/png');
    assert.equal(down.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(down.headers.get('content-disposition'), `attachment; filename="parcel.png"; filename*=UTF-8''parcel.png`);
    assert.equal(down.headers.get('content-security-policy'), "default-src 'none'; sandbox");
  }
  const small = await get(file.id, operator.token, 'thumbnail');
  assert.equal(small.headers.get('content-type'), 'image/jpeg');
  assert.ok(small.bytes.length > 100 && small.bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xd8])));
  assert.deepEqual((await visitor.ask('attachment.get', { attachmentId: file.id })), file);
  visitor.close();
  operator.close();
});

test('nobody else gets at a file', async () => {
  const [visitor, other] = [await Client.visitor(server), await Client.visitor(server)];
  const { id: chatId } = await startChat(visitor);
  await startChat(other);
  const { id } = await announce(visitor, chatId, 'a.txt', 2);
  assert.deepEqual([(await put(id, '', 'hi')).status, (await put(id, other.token, 'hi')).status], [401, 404]);
  assert.equal((await put(id, 'x'.repeat(43), 'hi')).body.code, 'invalid_token');
  assert.equal((await put(id, await logIn(server), 'hi')).status, 404);
  assert.equal((await put(id, visitor.token, 'hi')).status, 200);
  assert.equal((await put(id, visitor.token, 'ho')).body.code, 'attachment_complete');
  await visitor.ask('message.send', { chatId, attachments: [id] });
  assert.deepEqual([(await get(id)).status, (await get(id, other.token)).status], [401, 404]);
  assert.equal((await get(id, visitor.token)).bytes.toString(), 'hi');
  const { status, body } = await rest(server, 'POST', `/api/v1/attachments/${id}/content`, { token: visitor.token, body: {} });
  assert.deepEqual([status, body.code], [405, 'method_not_allowed']);
  visitor.close();
  other.close();
});

test('a page of another site sends files by its token; by a cookie only where the settings name it', async () => {
  const visitor = await Client.visitor(server);
  const operator = await Client.operator(server);
  const { id: chatId } = await startChat(visitor);
  await operator.ask('chat.claim', { chatId });
  const send = async (by, headers) => {
    const { id } = await announce(by, chatId, 'a.txt', 2);
    const url = `${server.url}/api/v1/attachments/${id}/content`;
    const response = await fetch(url, { method: 'PUT', headers: { origin: site, ...headers }, body: 'hi' });
    return { id, status: response.status, origin: response.headers.get('access-control-allow-origin') };
  };
  const { id, ...told } = await send(visitor, { authorization: `Bearer ${visitor.token}` });
  assert.deepEqual(told, { status: 200, origin: site });
  const cookie = `deskbell_session=${operator.token}`;
  assert.equal((await send(operator, { cookie, origin: 'https://evil.example' })).status, 403);
  assert.equal((await send(operator, { cookie })).status, 200);
  assert.equal((await send(operator, { cookie, origin: server.url })).status, 200);

  await visitor.ask('message.send', { chatId, attachments: [id] });
  const made = await rest(server, 'POST', '/api/v1/apikeys', { token: await logIn(server, admin), body: { name: 'crm' } });
  const down = await fetch(`${server.url}/api/v1/attachments/${id}/content`, { headers: { 'x-api-key': made.body.apiKey } });
  assert.equal(await down.text(), 'hi');
  visitor.close();
  operator.close();
});

const html = Buffer.from('<html><script>alert(document.cookie)</script></html>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const hostile = {
  'HTML called a picture': ['cat.png', html, 'text/plain', 'cat.png.txt'],
  'HTML': ['page.html', html, 'text/plain', 'page.html.txt'],
  'SVG with a script': ['logo.svg', svg, 'text/plain', 'logo.svg.txt'],
  'a PDF called a program': ['bill.exe', Buffer.from('%PDF-1.7 …'), 'application/pdf', 'bill.exe.pdf'],
  'a GIF that is a script too': ['x.js', Buffer.from('GIF89a=1;alert(1)//'), 'image/gif', 'x.js.gif'],
  'a way out of the folder': ['../../../etc/cron.d/x.txt', Buffer.from('hi'), 'text/plain', 'x.txt'],
  'a header in the name': ['a"\r\nX-Evil: 1\u202e.txt', Buffer.from('hi'), 'text/plain', 'aX-Evil 1.txt'],
  'a shell script': ['run.sh', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'text/plain', 'run.sh.txt'],
};
for (const [what, [name, bytes, type, called]] of Object.entries(hostile)) {
  test(`${what} becomes a harmless file`, async () => {
    const visitor = await Client.visitor(server);
    const { id: chatId } = await startChat(visitor);
    const { status, body: file } = await upload(visitor, chatId, name, bytes);
    assert.equal(status, 200, JSON.stringify(file));
    assert.deepEqual([file.type, file.name], [type, called]);
    const down = await get(file.id, visitor.token);
    assert.equal(down.headers.get('content-type').split(';')[0], type);
    assert.match(down.headers.get('content-disposition'), /^attachment; filename="[ -~]+"; filename\*=UTF-8''[\w%.~!'()*-]+$/);
    assert.equal(down.headers.get('x-evil'), null);
    assert.deepEqual(down.bytes, bytes);
    visitor.close();
  });
}

const refused = {
  'a program': [Buffer.concat([Buffer.from('MZ\x90\0\x03'), Buffer.alloc(60)]), 415],
  'bytes of no kind': [Buffer.concat([Buffer.from([0, 1, 2, 3]), randomBytes(60)]), 415],
};
for (const [what, [bytes, status]] of Object.entries(refused)) {
  test(`${what} is refused and leaves nothing`, async () => {
    const visitor = await Client.visitor(server);
    const { id: chatId } = await startChat(visitor);
    const answer = await upload(visitor, chatId, 'a.bin', bytes);
    assert.deepEqual([answer.status, answer.body.code], [status, 'unsupported_media_type']);
    await until(() => readdirSync(join(files(), 'incoming')).length === 0);
    visitor.close();
  });
}

test('a picture that claims to be enormous is a file without a small picture', async () => {
  const visitor = await Client.visitor(server);
  const { id: chatId } = await startChat(visitor);
  const before = performance.now();
  const { status, body } = await upload(visitor, chatId, 'bomb.png', png(1, 1, [30_000, 30_000]));
  assert.equal(status, 200);
  assert.deepEqual([body.type, body.width, body.thumbnail], ['image/png', undefined, undefined]);
  assert.ok(performance.now() - before < 2_000);
  assert.equal((await get(body.id, visitor.token, 'thumbnail')).status, 404);
  visitor.close();
});

test('a file has to be as large as was announced, and not too large', async () => {
  const visitor = await Client.visitor(server);
  const { id: chatId } = await startChat(visitor);
  for (const size of [4, 6]) {
    const { id } = await announce(visitor, chatId, 'a.txt', size);
    const { status, body } = await put(id, visitor.token, 'hello');
    assert.deepEqual([status, body.errors[0].field], [400, 'size']);
    assert.equal((await put(id, visitor.token, 'x'.repeat(size))).status, 200); // and can be tried again
  }
  await assert.rejects(announce(visitor, chatId, 'a.txt', 25 * 1024 * 1024 + 1), ({ code }) => code === 'payload_too_large');
  await assert.rejects(announce(visitor, chatId, 'a.txt', 0), ({ code }) => code === 'invalid_request');
  visitor.close();
});

test('many megabytes are never in memory as a whole, up or down', async () => {
  const visitor = await Client.visitor(server);
  const { id: chatId } = await startChat(visitor);
  const bytes = Buffer.alloc(24 * 1024 * 1024, 'All work and no play. ');
  const peak = () => Number(readFileSync(`/proc/${server.process.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)[1]) * 1024;
  const before = peak();
  const sent = await Promise.all([1, 2, 3].map((n) => upload(visitor, chatId, `${n}.txt`, bytes)));
  const got = await Promise.all(sent.map(({ body }) => get(body.id, visitor.token)));
  assert.ok(got.every((each) => each.bytes.equals(bytes)));
  assert.ok(peak() - before < bytes.length, `${peak() - before} bytes more`);
  visitor.close();
});

test('a client that goes in the middle leaves nothing; one that asks first is spared the sending', async () => {
  const visitor = await Client.visitor(server);
  const { id: chatId } = await startChat(visitor);
  const { id } = await announce(visitor, chatId, 'a.txt', 1_000_000);
  const open = (headers) => request(`${server.url}/api/v1/attachments/${id}/content`, {
    method: 'PUT', headers: { 'content-length': 1_000_000, ...headers } });
  const cut = open({ authorization: `Bearer ${visitor.token}` });
  cut.on('error', () => {});
  cut.write('x'.repeat(200_000));
  await until(() => existsSync(join(files(), 'incoming', id)) && statSync(join(files(), 'incoming', id)).size > 0);
  cut.destroy();
  await until(() => !existsSync(join(files(), 'incoming', id)));
  const polite = open({ expect: '100-continue' });
  polite.on('continue', () => assert.fail('it was told to go on'));
  polite.on('error', () => {});
  polite.flushHeaders();
  const [answer] = await once(polite, 'response');
  assert.equal(answer.statusCode, 401);
  polite.destroy();
  assert.equal((await put(id, visitor.token, 'x'.repeat(1_000_000))).status, 200);
  visitor.close();
});

test('what was never sent or is deleted is swept, and what a crash left is put right', async () => {
  const visitor = await Client.visitor(server);
  const { id: chatId } = await startChat(visitor);
  const { body: kept } = await upload(visitor, chatId, 'kept.txt', Buffer.from('kept'));
  await visitor.ask('message.send', { chatId, text: 'Here', attachments: [kept.id] });
  const { body: gone } = await upload(visitor, chatId, 'gone.png', png(900, 700));
  const { seq } = await visitor.ask('message.send', { chatId, attachments: [gone.id] });
  await visitor.ask('message.delete', { chatId, seq });
  const { body: orphan } = await upload(visitor, chatId, 'orphan.png', png(900, 700));
  const token = visitor.token;
  visitor.close();
  const { data } = server;
  await server.kill();
  Object.assign(server, await startServer({ data, env: { DESKBELL_ATTACHMENTS_UNSENT_LIFETIME: String(lifetimeMs) } }));
  for (const { id } of [orphan, gone]) {
    await until(() => !readdirSync(files()).some((name) => name.startsWith(id)));
    assert.equal((await get(id, token)).status, 404);
  }
  assert.equal((await get(kept.id, token)).bytes.toString(), 'kept');
});
