// Clients as people have them in the field: npm socket.io-client with its default options, and fetch.
import assert from 'node:assert/strict';
import { Client, logIn, rest } from '../server/desk.mjs';

export { anna, ben, Client, logIn, password, rest, useServer } from '../server/desk.mjs';
export const clara = 'clara@demo.deskbell.example'; // the admin

/** A chat without credentials: `{ id, visitorId, token }`. */
export async function startChat(server, fields = {}) {
  const { status, body } = await rest(server, 'POST', '/api/chats', { body: { name: 'Vera', ...fields } });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** A client in a namespace of the dialects; whoever has no token is a new visitor there. */
export async function join(server, nsp, auth = {}, query = {}) {
  const client = new Client(server.url, nsp, { auth, query });
  await client.connected;
  return client;
}

/** What the server knows of an operator, with their token. */
export async function operator(server, email) {
  const token = await logIn(server, email);
  const { body } = await rest(server, 'GET', '/api/v1/operators/me', { token });
  return { ...body, token };
}

/** The one error body, with its status. */
export function assertRefused({ status, body }, expectedStatus, code, field) {
  assert.deepEqual([status, body.success, body.statusCode, body.code], [expectedStatus, false, expectedStatus, code], JSON.stringify(body));
  assert.ok(body.message.length > 5 && Array.isArray(body.errors));
  if (field) assert.deepEqual(body.errors.map((each) => each.field), [field]);
}

/** An event that is refused: by the event `error`, and by its ack. */
export async function assertEventRefused(client, event, argument, code) {
  const ack = await client.socket.timeout(5000).emitWithAck(event, argument);
  assert.equal(ack.error?.code, code, JSON.stringify(ack));
  const told = await client.event('error', (error) => error.event === event);
  assert.equal(told.code, code);
  assert.ok(told.message.length > 5);
}
