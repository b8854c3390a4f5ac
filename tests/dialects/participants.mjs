// Somebody of every dialect, and of our own vocabulary, in one chat.
import assert from 'node:assert/strict';
import { join, rest } from './clients.mjs';

const limitMs = 30_000;

/** The customer's and the operator's clients, by dialect: `{ client, event, say(text), read(event), ofVisitor }`. */
async function clientsOf(server, chatId, visitorToken, agent) {
  const mine = { token: visitorToken };
  const desk = { token: agent.token };
  const { body } = await rest(server, 'GET', `/api/chat/session/${chatId}`, { token: visitorToken });
  const on = async (nsp, auth, query, event, read, say, ofVisitor) => {
    const client = await join(server, nsp, auth, query);
    return { client, event, read, ofVisitor, say: (text) => client.socket.emit(...say(text)) };
  };
  const ofContent = ({ content }) => content;
  const ofOurs = ({ message }) => message.text;
  return {
    addresses: await on('/', mine, {}, 'chat message', ofContent, (content) => ['chat message', { chatId, content }], true),
    rooms: await on('/', mine, {}, 'new-message', ofContent, (content) => ['send-message', { roomId: chatId, content }], true),
    support: await on('/', desk, {}, 'new_message', ({ message }) => message, (message) => ['send_message', { sessionId: chatId, message }], false),
    user: await on('/user', mine, { userId: body.userId }, 'new_message', ofContent, (content) => ['user_message', { chatId, content }], true),
    admin: await on('/admin', desk, { adminId: agent.id }, 'new_message', ofContent, (content) => ['admin_message', { chatId, content }], false),
    visitor: await on('/visitor', mine, {}, 'message.sent', ofOurs, (text) => ['message.send', { chatId, text }], true),
    operator: await on('/operator', desk, {}, 'message.sent', ofOurs, (text) => ['message.send', { chatId, text }], false),
  };
}

/** Everybody in the chat, with the customer's token and an operator who has it or may claim it. */
export class Participants {
  static async gather(server, chatId, token, agent) {
    const all = Object.assign(new Participants(), { server, chatId, token });
    all.clients = await clientsOf(server, chatId, token, agent);
    const { rooms, support, admin } = all.clients;
    await rooms.client.socket.timeout(limitMs).emitWithAck('join-room', { roomId: chatId });
    await support.client.socket.timeout(limitMs).emitWithAck('join_session', { sessionId: chatId });
    await admin.client.socket.timeout(limitMs).emitWithAck('assign_chat', { chatId });
    all.before = (await all.stored(0)).length;
    return all;
  }

  /** How many messages come of sayAll(). */
  get count() {
    return Object.keys(this.clients).length + 1;
  }

  /** Everybody says something at once, and `sessions`, which has REST alone, says it there. */
  async sayAll(round) {
    for (const [name, { say }] of Object.entries(this.clients)) say(`${name} ${round}`);
    const { status } = await rest(this.server, 'POST', `/api/chat/send-message/${this.chatId}`, { token: this.token, body: { message: `sessions ${round}` } });
    assert.equal(status, 201);
  }

  /** The texts of the chat as `sessions` reads them, once there are so many. */
  async stored(count) {
    for (const limit = Date.now() + limitMs; ;) {
      const { body } = await rest(this.server, 'GET', `/api/chat/messages/${this.chatId}?limit=200`, { token: this.token });
      if (body.messages.length >= count || Date.now() > limit) return body.messages.map(({ message }) => message);
    }
  }

  /** Each heard all that was said since they came, in this order. */
  async assertAllHeard(stored) {
    const said = stored.slice(this.before);
    for (const [name, { client, event, read, ofVisitor }] of Object.entries(this.clients)) {
      // In `addresses` alone one does not hear oneself: here all that the customer says.
      const own = (text) => ofVisitor && (/^(sessions|widget)/.test(text) || this.clients[text.split(' ')[0]]?.ofVisitor);
      const wanted = name === 'addresses' ? said.filter((text) => !own(text)) : said;
      const heard = [];
      while (heard.length < wanted.length) heard.push(read(await client.event(event)));
      assert.deepEqual(heard, wanted, name);
      assert.deepEqual(client.heard('error'), [], name);
    }
  }

  close() {
    for (const { client } of Object.values(this.clients)) client.close();
  }
}
