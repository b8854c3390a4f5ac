import { io } from 'socket.io-client';

/** A scripted operator on /operator, for the fake desk and for the real server. */
export class TestOperator {
  events = [];
  #waiting = [];

  static async login(url, { email = 'anna@shop.example', password = 'correct horse' } = {}) {
    const operator = new TestOperator();
    operator.socket = io(`${url}/operator`, { auth: (give) => give(operator.token ? { token: operator.token } : {}) });
    operator.socket.onAny((name, argument) => operator.#heard({ name, argument }));
    const { token } = await operator.request('operator.login', { email, password });
    operator.token = token;
    return operator;
  }

  async request(name, argument = {}) {
    const { ok, error } = await this.socket.timeout(15000).emitWithAck(name, argument);
    if (error) throw Object.assign(new Error(`${name}: ${error.code}`), error);
    return ok;
  }

  /** The first event of this name that fits, already heard or still to come; each is given out once. */
  heard(name, fits = () => true, limit = 15000) {
    const match = (event) => event.name === name && fits(event.argument);
    const index = this.events.findIndex(match);
    if (index >= 0) return Promise.resolve(this.events.splice(index, 1)[0].argument);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${name} within ${limit} ms`)), limit);
      this.#waiting.push({ match, take: (argument) => (clearTimeout(timer), resolve(argument)) });
    });
  }

  /** The chat of this visitor, as soon as it waits. */
  async waitingChat(text) {
    for (;;) {
      const { chats } = await this.request('chat.list', { scope: 'queue' });
      const chat = chats.find(({ lastMessage }) => lastMessage?.text === text);
      if (chat) return chat;
      await this.heard('message.sent'); // of a waiting chat; throws when none comes
    }
  }

  claim = (chatId) => this.request('chat.claim', { chatId });
  say = (chatId, text) => this.request('message.send', { chatId, text });
  type = (chatId, typing = true) => this.request('typing.set', { chatId, typing });
  end = (chatId) => this.request('chat.end', { chatId });

  /** The texts of a chat's messages as the desk keeps them. */
  texts = async (chatId) => (await this.request('message.list', { chatId, limit: 200 })).messages.map(({ text }) => text);
  close = () => this.socket.disconnect();

  #heard(event) {
    const index = this.#waiting.findIndex(({ match }) => match(event));
    if (index < 0) this.events.push(event);
    else this.#waiting.splice(index, 1)[0].take(event.argument);
  }
}
