-- Departments, and what chats have beside their messages: subject, priority, tags, rating, notes, offers.

CREATE TABLE department (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    createdAt BIGINT NOT NULL,
    removedAt BIGINT
){clustered};

CREATE UNIQUE INDEX department_name ON department (name) WHERE removedAt IS NULL;

CREATE TABLE departmentMember (
    departmentId TEXT NOT NULL REFERENCES department (id) ON DELETE CASCADE,
    operatorId TEXT NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    PRIMARY KEY (departmentId, operatorId)
){clustered};

-- Kept after the end: a chat's department counts in the statistics even when the department is no more.
ALTER TABLE chat ADD COLUMN departmentId TEXT REFERENCES department (id);

ALTER TABLE chat ADD COLUMN subject TEXT;

ALTER TABLE chat ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal'
    CHECK (priority IN ('normal', 'low', 'high', 'urgent'));

-- One a line, sorted.
ALTER TABLE chat ADD COLUMN tags TEXT NOT NULL DEFAULT '';

ALTER TABLE chat ADD COLUMN ratingScore INTEGER CHECK (ratingScore BETWEEN 1 AND 5);

ALTER TABLE chat ADD COLUMN ratingComment TEXT;

ALTER TABLE chat ADD COLUMN ratedAt BIGINT;

-- How often the visitor has rated it.
ALTER TABLE chat ADD COLUMN ratings INTEGER NOT NULL DEFAULT 0;

-- An offer: to an operator or to a department, and until when. All NULL while there is none.
ALTER TABLE chat ADD COLUMN offerKind TEXT CHECK (offerKind IN ('route', 'transfer'));

ALTER TABLE chat ADD COLUMN offerOperatorId TEXT REFERENCES operator (id);

ALTER TABLE chat ADD COLUMN offerDepartmentId TEXT REFERENCES department (id);

ALTER TABLE chat ADD COLUMN offeredBy TEXT REFERENCES operator (id);

ALTER TABLE chat ADD COLUMN offerNote TEXT;

ALTER TABLE chat ADD COLUMN offerUntil BIGINT;

-- When its operator came to it, which claimedAt says of the first one.
ALTER TABLE chat ADD COLUMN heldSince BIGINT;

-- How it is routed, where that is not as the settings say.
ALTER TABLE chat ADD COLUMN strategy TEXT CHECK (strategy IN ('round_robin', 'least_busy'));

CREATE INDEX chat_offer ON chat (offerUntil) WHERE offerUntil IS NOT NULL;

CREATE INDEX chat_offered ON chat (offerOperatorId) WHERE offerOperatorId IS NOT NULL;

CREATE INDEX chat_department ON chat (departmentId, status, id) WHERE departmentId IS NOT NULL;

CREATE INDEX chat_routed ON chat (id) WHERE strategy IS NOT NULL AND status = 'waiting';

UPDATE chat SET heldSince = claimedAt;

-- Who has let an offer of the chat go by, and is not asked again for a while.
CREATE TABLE offerPass (
    chat BIGINT NOT NULL REFERENCES chat (key) ON DELETE CASCADE,
    operatorId TEXT NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    passedAt BIGINT NOT NULL,
    PRIMARY KEY (chat, operatorId)
){clustered};

CREATE TABLE note (
    id TEXT NOT NULL PRIMARY KEY,
    chat BIGINT NOT NULL REFERENCES chat (key) ON DELETE CASCADE,
    operatorId TEXT NOT NULL REFERENCES operator (id),
    operatorName TEXT NOT NULL,
    text TEXT NOT NULL,
    createdAt BIGINT NOT NULL
){clustered};

CREATE INDEX note_chat ON note (chat, id);

-- Whether the operator was connected when that was last heard of, and since when not.
ALTER TABLE operator ADD COLUMN connected INTEGER NOT NULL DEFAULT 0;

ALTER TABLE operator ADD COLUMN vanishedAt BIGINT;

-- Counts up with each chat that is routed: whose is lowest has waited longest for one.
ALTER TABLE operator ADD COLUMN turn BIGINT NOT NULL DEFAULT 0;
