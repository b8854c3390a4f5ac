// The REST interface, the pages and the health check, as any HTTP client sees them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anna, logIn, rest, useServer } from './desk.mjs';

const server = useServer();

test('a chat from its question to its end', async () => {
  const started = await rest(server, 'POST', '/api/v1/chats', { body: { name: 'Vera', text: 'Where is my order?' } });
  assert.equal(started.status, 201);
  const { chat, token: visitor } = started.body;
  const operator = await logIn(server);
  const path = `/api/v1/chats/${chat.id}`;
  assert.equal((await rest(server, 'POST', `${path}/claim`, { token: operator })).body.status, 'active');
  const sent = await rest(server, 'POST', `${path}/messages`, { token: operator, body: { text: 'On its way.' } });
  assert.deepEqual([sent.status, sent.body.seq], [201, 2]);
  const { body } = await rest(server, 'GET', `${path}/messages?after=1&limit=10`, { token: visitor });
  assert.deepEqual(body.messages.map(({ text }) => text), ['On its way.']);
  assert.equal((await rest(server, 'POST', `${path}/end`, { token: visitor })).body.status, 'ended');
  assert.equal((await rest(server, 'GET', path, { token: visitor })).body.status, 'ended');
});

const unknownChat = '/api/v1/chats/01890000-0000-7000-8000-000000000000';
const refusals = {
  'a path that is none': ['GET', '/api/v1/nothing', {}, 404, 'not_found'],
  'a method that a path does not take': ['DELETE', '/api/v1/chats', {}, 405, 'method_not_allowed'],
  'no token': ['GET', '/api/v1/operators', {}, 401, 'unauthenticated'],
  'a token that is nobody’s': ['GET', '/api/v1/operators', { token: 'x' }, 401, 'invalid_token'],
  'a wrong password': ['POST', '/api/v1/operators/login', { body: { email: anna, password: 'x' } }, 401, 'invalid_credentials'],
  'JSON that is none': ['POST', '/api/v1/chats', { body: '{"text":' }, 400, 'malformed_json'],
  'a field of another type': ['POST', '/api/v1/chats', { body: { text: 12 } }, 400, 'invalid_request'],
  'a text that is too long': ['POST', '/api/v1/chats', { body: { text: 'x'.repeat(4001) } }, 400, 'invalid_request'],
  'a form': ['POST', '/api/v1/chats', { body: 'text=Hi', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415, 'unsupported_media_type'],
  'a body that is too large': ['POST', '/api/v1/chats', { body: { text: 'x'.repeat(300_000) } }, 413, 'payload_too_large'],
};
for (const [what, [method, path, options, status, code]] of Object.entries(refusals)) {
  test(`${what} is refused with ${status}`, async () => {
    const answer = await rest(server, method, path, options);
    assert.equal(answer.status, status);
    assert.equal(answer.body.code, code, JSON.stringify(answer.body));
    assert.equal(answer.body.statusCode, status);
    assert.equal(answer.body.success, false);
    if (status === 400) assert.ok(answer.body.message.length > 10);
    if (code === 'invalid_request') assert.ok(answer.body.errors.every(({ field, message }) => field && message));
    if (status === 401) assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
    if (status === 405) assert.deepEqual(answer.headers.get('allow').split(', ').sort(), ['GET', 'POST']);
  });
}

test('a chat that is not there is 404 for an operator', async () => {
  const { status, body } = await rest(server, 'GET', unknownChat, { token: await logIn(server) });
  assert.deepEqual([status, body.code], [404, 'chat_not_found']);
});

test('the health check says how the server is', async () => {
  const { status, body, headers } = await rest(server, 'GET', '/api/health');
  assert.deepEqual([status, body.status, body.database], [200, 'ok', 'ok']);
  assert.equal(headers.get('cache-control'), 'no-store');
});

test('what can only be read says so', async () => {
  for (const path of ['/', '/chat', '/embed', '/api/docs', '/api/health', '/api/openapi.json']) {
    const { status, body, headers } = await rest(server, 'POST', path, { body: {} });
    assert.deepEqual([status, body.code, headers.get('allow')], [405, 'method_not_allowed', 'GET, HEAD'], path);
  }
});

test('a number in a query is a number as JSON has it', async () => {
  const token = await logIn(server);
  for (const limit of ['01', '+5', '1e1', 'x']) {
    const { status, body } = await rest(server, 'GET', `/api/v1/chats?limit=${encodeURIComponent(limit)}`, { token });
    assert.deepEqual([status, body.code, body.errors[0]?.field], [400, 'invalid_request', 'limit'], limit);
  }
});

test('/ is the demo page for a browser, and a description for everybody else', async () => {
  const page = await rest(server, 'GET', '/', { headers: { accept: 'text/html,*/*;q=0.8' } });
  assert.match(page.headers.get('content-type'), /^text\/html/);
  assert.match(page.body, /<script[^>]+src="\/widget\.js"/);
  const description = await rest(server, 'GET', '/', { headers: { accept: 'application/json' } });
  assert.equal(description.body.name, 'deskbell');
});

test('the loader and everything that the page asks for are there', async () => {
  const { body: page } = await rest(server, 'GET', '/', { headers: { accept: 'text/html' } });
  const paths = [...page.matchAll(/(?:src|href)="(\/[^"#]*)"/g)].map(([, path]) => path);
  assert.ok(paths.includes('/widget.js'), paths.join(' '));
  for (const path of paths) {
    const { status, headers } = await rest(server, 'GET', path);
    assert.equal(status, 200, path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
  }
});

test('the OpenAPI document names every route that there is', async () => {
  const { body } = await rest(server, 'GET', '/api/openapi.json');
  assert.match(body.openapi, /^3\./);
  const { body: token } = { body: await logIn(server) };
  for (const [path, methods] of Object.entries(body.paths)) {
    for (const method of Object.keys(methods).filter((key) => key !== 'parameters')) {
      if (path.endsWith('/logout')) continue; // would end the session of the calls that follow
      const url = `${body.servers?.[0]?.url ?? ''}${path}`.replace(/\{[^}]+\}/g, '01890000-0000-7000-8000-000000000000');
      const isWrite = method !== 'get';
      const answer = await rest(server, method.toUpperCase(), url, { token, ...(isWrite ? { body: {} } : {}) });
      assert.ok(![405, 415, 500].includes(answer.status), `${method} ${url}: ${answer.status}`);
      assert.notEqual(answer.body.code, 'not_found', `${method} ${url}`);
    }
  }
});
