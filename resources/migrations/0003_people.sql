-- Edited and deleted messages, how far people have read, search; blocked and erased visitors; what administrators keep.
-- A statement that begins with {sqlite} or {postgresql} is for that database alone.

-- A chat's edits and deletions are numbered 1, 2, 3 … as its messages are, so that a client can say the last it knows.
ALTER TABLE message ADD COLUMN editedAt BIGINT;

ALTER TABLE message ADD COLUMN deletedAt BIGINT;

ALTER TABLE message ADD COLUMN change BIGINT;

CREATE INDEX message_change ON message (chat, change) WHERE change IS NOT NULL;

-- What a message said before each change.
CREATE TABLE messageVersion (
    chat BIGINT NOT NULL REFERENCES chat (key),
    seq BIGINT NOT NULL,
    change BIGINT NOT NULL,
    text TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('edited', 'deleted')),
    byType TEXT NOT NULL,
    byId TEXT NOT NULL,
    byName TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (chat, seq, change)
){clustered};

ALTER TABLE chat ADD COLUMN lastChange BIGINT NOT NULL DEFAULT 0;

ALTER TABLE chat ADD COLUMN visitorReadSeq BIGINT NOT NULL DEFAULT 0;

ALTER TABLE chat ADD COLUMN visitorDeliveredSeq BIGINT NOT NULL DEFAULT 0;

ALTER TABLE chat ADD COLUMN operatorReadSeq BIGINT NOT NULL DEFAULT 0;

ALTER TABLE chat ADD COLUMN operatorDeliveredSeq BIGINT NOT NULL DEFAULT 0;

-- For statistics and for what is kept no longer.
CREATE INDEX chat_created ON chat (createdAt);

CREATE INDEX chat_endedAt ON chat (endedAt) WHERE endedAt IS NOT NULL;

-- Full-text search. The index follows the message by itself, so no writer of texts can forget it.
-- SQLite: the texts are not kept a second time; a row is found by chat * 2^24 + seq.
{sqlite}CREATE VIRTUAL TABLE messageSearch
    USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');

{sqlite}CREATE TRIGGER message_said AFTER INSERT ON message BEGIN
    INSERT INTO messageSearch (rowid, text) VALUES (NEW.chat * 16777216 + NEW.seq, NEW.text); END;

{sqlite}CREATE TRIGGER message_changed AFTER UPDATE OF text ON message BEGIN
    INSERT INTO messageSearch (messageSearch, rowid, text)
        VALUES ('delete', OLD.chat * 16777216 + OLD.seq, OLD.text)
    ; INSERT INTO messageSearch (rowid, text) VALUES (NEW.chat * 16777216 + NEW.seq, NEW.text); END;

{sqlite}CREATE TRIGGER message_gone AFTER DELETE ON message BEGIN
    INSERT INTO messageSearch (messageSearch, rowid, text)
        VALUES ('delete', OLD.chat * 16777216 + OLD.seq, OLD.text); END;

{sqlite}INSERT INTO messageSearch (rowid, text) SELECT chat * 16777216 + seq, text FROM message;

-- PostgreSQL: words without accents, as SQLite's tokenizer makes them. What is no letter or digit divides.
{postgresql}ALTER TABLE message ADD COLUMN words TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple'::regconfig,
    regexp_replace(regexp_replace(lower(normalize(text, NFKD)), '[\u0300-\u036f]+', '', 'g'),
        '[^[:alnum:]]+', ' ', 'g'))) STORED;

{postgresql}CREATE INDEX message_words ON message USING gin (words);

ALTER TABLE visitor ADD COLUMN blocked INTEGER NOT NULL DEFAULT 0;

ALTER TABLE visitor ADD COLUMN erasedAt BIGINT;

CREATE INDEX session_visitor ON session (visitorId) WHERE visitorId IS NOT NULL;

-- An API key acts through an account of its own, which nobody can sign in to and no list shows.
ALTER TABLE operator ADD COLUMN service INTEGER NOT NULL DEFAULT 0;

CREATE TABLE apiKey (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('operator', 'admin')),
    operatorId TEXT NOT NULL REFERENCES operator (id),
    createdAt BIGINT NOT NULL,
    revokedAt BIGINT
){clustered};

CREATE UNIQUE INDEX apiKey_name ON apiKey (name) WHERE revokedAt IS NULL;

CREATE TABLE canned (
    id TEXT NOT NULL PRIMARY KEY,
    shortcut TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    createdAt BIGINT NOT NULL,
    updatedAt BIGINT NOT NULL
){clustered};

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
){clustered};

-- Who did what when. Names are kept as they were.
CREATE TABLE audit (
    key {key},
    at BIGINT NOT NULL,
    actorType TEXT NOT NULL,
    actorId TEXT,
    actorName TEXT NOT NULL,
    action TEXT NOT NULL,
    targetId TEXT,
    detail TEXT
);
