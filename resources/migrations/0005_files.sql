-- Files that go with messages, and those who are told of events by HTTP.

-- Their bytes lie in the data folder, named by the id. A file belongs to one chat and goes with
-- it. seq is the message's, and NULL until the file was sent; type is NULL until its bytes are there.
CREATE TABLE attachment (
    id TEXT NOT NULL PRIMARY KEY,
    chat BIGINT NOT NULL REFERENCES chat (key) ON DELETE CASCADE,
    uploaderId TEXT NOT NULL,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    type TEXT,
    width INTEGER,
    height INTEGER,
    thumbnail INTEGER NOT NULL DEFAULT 0,
    seq BIGINT,
    createdAt BIGINT NOT NULL
){clustered};

CREATE INDEX attachment_chat ON attachment (chat, seq);

CREATE INDEX attachment_unsent ON attachment (createdAt) WHERE seq IS NULL;

-- What a message carries, as JSON and as it is told: reading messages costs no further look-up.
ALTER TABLE message ADD COLUMN attachments TEXT;

-- Who is told of events by HTTP. The secret signs, so it has to be kept as it is. events is a list as JSON; NULL: all.
CREATE TABLE webhook (
    id TEXT NOT NULL PRIMARY KEY,
    url TEXT NOT NULL,
    events TEXT,
    secret TEXT NOT NULL,
    createdAt BIGINT NOT NULL
){clustered};

-- What they have yet to be told: written with what happened, and taken out when they said yes.
CREATE TABLE webhookEvent (
    key {key},
    webhookId TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
    eventId TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    dueAt BIGINT NOT NULL
);

CREATE INDEX webhookEvent_due ON webhookEvent (webhookId, dueAt);

CREATE INDEX webhookEvent_time ON webhookEvent (dueAt);
