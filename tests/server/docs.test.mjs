// The description of the API: sound by a linter's rules, and readable without any other host.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { launch } from '../browser/page.mjs';
import { rest, useServer } from './desk.mjs';

const server = useServer();
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** What the linter has to say about a document, as one line for each problem. */
async function problemsOf(document) {
  // Every refusal has one shape, so `default` describes them all and no status of its own is needed.
  const config = await createConfig({ extends: ['recommended'], rules: { 'operation-4xx-response': 'off' } });
  const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config });
  return problems.map(({ ruleId, message, location }) => `${ruleId} at ${location[0]?.pointer}: ${message}`);
}

test('the OpenAPI document has nothing that the linter minds', async () => {
  const { body } = await rest(server, 'GET', '/api/openapi.json');
  assert.deepEqual(await problemsOf(body), []);
});

test('the linter would mind a wrong document', async () => {
  const { body } = await rest(server, 'GET', '/api/openapi.json');
  body.paths['/chats'].get.operationId = body.paths['/chats'].post.operationId;
  delete body.paths['/chats/{chatId}'].get.parameters;
  const problems = await problemsOf(body);
  assert.ok(problems.some((each) => each.startsWith('operation-operationId-unique')), problems.join('\n'));
  assert.ok(problems.some((each) => each.startsWith('path-parameters-defined')), problems.join('\n'));
});

test('/api/docs shows every operation, asks no other host and breaks no policy', async () => {
  const { body } = await rest(server, 'GET', '/api/openapi.json');
  const page = await browser.newPage();
  const [problems, asked] = [[], []];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  const answer = await page.goto(`${server.url}/api/docs`);
  const policy = await answer.headerValue('content-security-policy');
  assert.match(policy, /default-src 'self'/);
  assert.doesNotMatch(policy, /unsafe/);
  await page.locator('#state').waitFor({ state: 'hidden' });
  const shown = await page.locator('article').evaluateAll((all) => all.map(({ id }) => id));
  const named = Object.values(body.paths).flatMap((methods) => Object.values(methods).map((each) => each.operationId));
  assert.deepEqual(shown.sort(), named.sort());
  const send = page.locator('[id="message.send"]');
  assert.match(await send.textContent(), /POST.*\/api\/v1\/chats\/\{chatId\}\/messages/);
  assert.match(await send.locator('table').first().textContent(), /text.*4000 characters.*body/);
  await page.locator('#find').fill('message.send');
  assert.deepEqual(await page.locator('article:visible').evaluateAll((all) => all.map(({ id }) => id)), ['message.send']);
  assert.deepEqual(problems, []);
  assert.deepEqual([...new Set(asked)], [server.url]);
  await page.close();
});
