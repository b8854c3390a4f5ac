import { randomBytes } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/** A UUIDv7, which sorts by time as Deskbell's ids do; within a millisecond a counter keeps the order. */
export function newId() {
    const now = Date.now();
    counter = now === lastMs ? (counter + 1) & 0xfff : 0;
    lastMs = now;
    const time = now.toString(16).padStart(12, '0');
    const random = randomness();
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${random}`;
}

// Random bytes are taken in large pieces, for a call each would cost more than the rest of a message.
let pool = '';
function randomness() {
    if (pool.length < 16) pool = randomBytes(4096).toString('hex');
    const piece = pool.slice(0, 16);
    pool = pool.slice(16);
    return `a${piece.slice(1, 4)}-${piece.slice(4)}`;
}

/** The chats and their people, in memory; only messages are stored. */
export class Desk {
    constructor(store) {
        this.store = store;
        this.lastKey = store.lastChatKey; // chats of an earlier run are gone, their messages are not
        this.chats = new Map();
        this.operators = new Map();
    }

    person(type, name) {
        return { id: newId(), type, name };
    }

    operator(email) {
        if (!this.operators.has(email)) this.operators.set(email, this.person('operator', email));
        return this.operators.get(email);
    }

    startChat(visitor, socket) {
        const chat = { key: ++this.lastKey, id: newId(), status: 'waiting', visitor, visitorSocket: socket,
            lastSeq: 0, version: 1, createdAt: new Date().toISOString() };
        this.chats.set(chat.id, chat);
        return chat;
    }

    claimChat(chat, operator, socket) {
        Object.assign(chat, { status: 'active', operator, operatorSocket: socket, version: chat.version + 1,
            claimedAt: new Date().toISOString() });
    }

    view(chat) {
        return { id: chat.id, status: chat.status, visitorId: chat.visitor.id, visitorName: chat.visitor.name,
            visitorOnline: true, operatorId: chat.operator?.id, operatorName: chat.operator?.name,
            version: chat.version, lastSeq: chat.lastSeq, createdAt: chat.createdAt, claimedAt: chat.claimedAt };
    }

    sendMessage(chat, sender, { text, clientId }, stored) {
        const message = { id: newId(), chatId: chat.id, seq: ++chat.lastSeq, senderId: sender.id,
            senderType: sender.type, senderName: sender.name, text, clientId, createdAt: new Date().toISOString() };
        this.store.add(chat, message, () => stored(message));
    }
}
