import Database from 'better-sqlite3';

// The same table and index as Deskbell's, with the same promise: what is committed survives the power.
const schema = `
CREATE TABLE IF NOT EXISTS message (
    chat INTEGER NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL,
    senderId TEXT NOT NULL, senderType TEXT NOT NULL, senderName TEXT NOT NULL,
    text TEXT NOT NULL, clientId TEXT, createdAt INTEGER NOT NULL,
    PRIMARY KEY (chat, seq)
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS message_once ON message (chat, clientId, senderId) WHERE clientId IS NOT NULL;`;

const insertion = `
INSERT INTO message (chat, seq, id, senderId, senderType, senderName, text, clientId, createdAt)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function open(file) {
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec(schema);
    const insert = database.prepare(insertion);
    const put = (chat, m) => insert.run(chat.key, m.seq, m.id, m.senderId, m.senderType, m.senderName, m.text,
        m.clientId ?? null, Date.parse(m.createdAt));
    const lastChatKey = database.prepare('SELECT coalesce(max(chat), 0) FROM message').pluck().get();
    return { database, put, lastChatKey };
}

/** Commits each message by itself, then calls `stored`. */
export function commitPerMessage(file) {
    const { database, put, lastChatKey } = open(file);
    return {
        lastChatKey,
        add(chat, message, stored) {
            put(chat, message);
            stored();
        },
        close: () => database.close(),
    };
}

/** Commits all messages of one turn of the event loop together, then calls every `stored` of them. */
export function commitPerTurn(file) {
    const { database, put, lastChatKey } = open(file);
    const begin = database.prepare('BEGIN IMMEDIATE');
    const commit = database.prepare('COMMIT');
    let waiting = [];
    const finish = () => {
        const committed = waiting;
        waiting = [];
        commit.run();
        for (const stored of committed) stored();
    };
    return {
        lastChatKey,
        add(chat, message, stored) {
            if (waiting.length === 0) {
                begin.run();
                setImmediate(finish); // runs when every socket that was ready in this turn has been read
            }
            put(chat, message);
            waiting.push(stored);
        },
        close() {
            if (waiting.length > 0) finish();
            database.close();
        },
    };
}
