-- Operators, visitors, their sessions, chats and messages.
-- Columns are spelled as on the wire; times are milliseconds since 1970 in UTC.
-- {key} and {clustered} stand for what the databases spell differently (server/store/dialect.cpp).

CREATE TABLE operator (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('operator', 'admin')),
    status TEXT NOT NULL CHECK (status IN ('online', 'busy', 'offline')),
    capacity INTEGER NOT NULL CHECK (capacity > 0),
    disabled INTEGER NOT NULL DEFAULT 0,
    passwordHash TEXT NOT NULL,
    createdAt BIGINT NOT NULL
){clustered};

CREATE TABLE visitor (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT,
    page TEXT,
    createdAt BIGINT NOT NULL
){clustered};

CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    tokenHash TEXT NOT NULL UNIQUE,
    operatorId TEXT REFERENCES operator (id),
    visitorId TEXT REFERENCES visitor (id),
    createdAt BIGINT NOT NULL,
    expiresAt BIGINT NOT NULL,
    CHECK ((operatorId IS NULL) <> (visitorId IS NULL))
){clustered};

CREATE INDEX session_operator ON session (operatorId) WHERE operatorId IS NOT NULL;

CREATE INDEX session_expiry ON session (expiresAt);

CREATE TABLE chat (
    key {key},
    id TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'active', 'ended')),
    visitorId TEXT NOT NULL REFERENCES visitor (id),
    operatorId TEXT REFERENCES operator (id),
    page TEXT,
    version BIGINT NOT NULL DEFAULT 1,
    lastSeq BIGINT NOT NULL DEFAULT 0,
    createdAt BIGINT NOT NULL,
    claimedAt BIGINT,
    endedAt BIGINT,
    endReason TEXT
);

CREATE INDEX chat_status ON chat (status, id);

CREATE INDEX chat_operator ON chat (operatorId, status, id) WHERE operatorId IS NOT NULL;

CREATE INDEX chat_visitor ON chat (visitorId, id);

-- A visitor has one open chat at most.
CREATE UNIQUE INDEX chat_open ON chat (visitorId) WHERE status <> 'ended';

-- Clustered by chat and seq, and with a single further index: every index here costs each message an insertion.
-- clientHash is 64 bits of sender and clientId (MessageStore); over the texts themselves that index would have
-- five times the pages, all of them written again and again.
CREATE TABLE message (
    chat BIGINT NOT NULL REFERENCES chat (key),
    seq BIGINT NOT NULL,
    id TEXT NOT NULL,
    senderId TEXT NOT NULL,
    senderType TEXT NOT NULL,
    senderName TEXT NOT NULL,
    text TEXT NOT NULL,
    clientId TEXT,
    clientHash BIGINT,
    createdAt BIGINT NOT NULL,
    PRIMARY KEY (chat, seq)
){clustered};

CREATE UNIQUE INDEX message_once ON message (chat, clientHash) WHERE clientHash IS NOT NULL;
