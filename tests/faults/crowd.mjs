// Visitors who write as fast as the real server takes it, and remember what it acknowledged.
import assert from 'node:assert/strict';

async function ask(url, method, path, token, body) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** One visitor with one chat. Every message carries a clientId that is also its text. */
class Writer {
  acknowledged = new Map(); // clientId → seq
  #written = 0;

  static async join(url) {
    const { status, body } = await ask(url, 'POST', '/chats', null, { text: 'first' });
    assert.equal(status, 201, JSON.stringify(body));
    return Object.assign(new Writer(), { chatId: body.chat.id, token: body.token });
  }

  /** Sends the next message, or one again. Answers the response; fails when there is none. */
  async write(url, clientId = `m${this.#written++}`) {
    const answer = await ask(url, 'POST', `/chats/${this.chatId}/messages`, this.token, { text: clientId, clientId });
    if (answer.status === 201) this.acknowledged.set(clientId, answer.body.seq);
    return answer;
  }

  async #read(url) {
    const messages = [];
    for (let more = true; more;) {
      const path = `/chats/${this.chatId}/messages?after=${messages.length}&limit=200`;
      const { status, body } = await ask(url, 'GET', path, this.token);
      assert.equal(status, 200, JSON.stringify(body));
      messages.push(...body.messages);
      more = body.more;
    }
    return messages;
  }

  /** What was acknowledged is there, once, under its number; and the numbers have no gap. */
  async verify(url) {
    const messages = await this.#read(url);
    assert.deepEqual(messages.map(({ seq }) => seq), messages.map((_, index) => index + 1));
    const stored = messages.slice(1);
    assert.equal(new Set(stored.map(({ clientId }) => clientId)).size, stored.length, 'a message is there twice');
    for (const [clientId, seq] of this.acknowledged)
      assert.equal(messages[seq - 1]?.clientId, clientId, `acknowledged ${clientId} as ${seq}`);
    return stored.length;
  }
}

export class Crowd {
  writers = [];

  static async join(url, count) {
    const crowd = new Crowd();
    for (let i = 0; i < count; i += 1) crowd.writers.push(await Writer.join(url));
    return crowd;
  }

  get acknowledged() {
    return this.writers.reduce((sum, writer) => sum + writer.acknowledged.size, 0);
  }

  /** All write at once, each until `until(answer)` says so; an answer is null when the connection broke. */
  async write(url, until) {
    await Promise.all(this.writers.map(async (writer) => {
      for (let answer; ;) {
        answer = await writer.write(url).catch(() => null);
        if (until(answer)) return;
      }
    }));
  }

  async verify(url) {
    let stored = 0;
    for (const writer of this.writers) stored += await writer.verify(url);
    return stored;
  }
}
