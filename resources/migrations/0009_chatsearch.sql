-- Chats are found by their visitor's name and address, their subject and their tags. As with messages, the index follows
-- by itself, so no writer can forget it.
{sqlite}CREATE VIRTUAL TABLE chatSearch USING fts5(text, tokenize='unicode61 remove_diacritics 2');

{sqlite}CREATE TRIGGER chat_begun AFTER INSERT ON chat BEGIN
    INSERT INTO chatSearch (rowid, text)
        SELECT NEW.key, visitor.name || ' ' || coalesce(visitor.email, '') || ' ' || coalesce(NEW.subject, '') || ' ' || NEW.tags
        FROM visitor WHERE visitor.id = NEW.visitorId; END;

{sqlite}CREATE TRIGGER chat_described AFTER UPDATE OF visitorId, subject, tags ON chat
    WHEN OLD.visitorId <> NEW.visitorId OR OLD.subject IS NOT NEW.subject OR OLD.tags <> NEW.tags BEGIN
    UPDATE chatSearch SET text =
        (SELECT visitor.name || ' ' || coalesce(visitor.email, '') || ' ' || coalesce(NEW.subject, '') || ' ' || NEW.tags
         FROM visitor WHERE visitor.id = NEW.visitorId) WHERE rowid = NEW.key; END;

{sqlite}CREATE TRIGGER chat_gone AFTER DELETE ON chat BEGIN DELETE FROM chatSearch WHERE rowid = OLD.key; END;

{sqlite}CREATE TRIGGER visitor_renamed AFTER UPDATE OF name, email ON visitor
    WHEN OLD.name <> NEW.name OR OLD.email IS NOT NEW.email BEGIN
    UPDATE chatSearch SET text =
        (SELECT NEW.name || ' ' || coalesce(NEW.email, '') || ' ' || coalesce(chat.subject, '') || ' ' || chat.tags
         FROM chat WHERE chat.key = chatSearch.rowid)
        WHERE rowid IN (SELECT key FROM chat WHERE visitorId = NEW.id); END;

{sqlite}INSERT INTO chatSearch (rowid, text)
    SELECT chat.key, visitor.name || ' ' || coalesce(visitor.email, '') || ' ' || coalesce(chat.subject, '') || ' ' || chat.tags
    FROM chat JOIN visitor ON visitor.id = chat.visitorId;

{postgresql}ALTER TABLE chat ADD COLUMN words TSVECTOR;

{postgresql}CREATE OR REPLACE FUNCTION wordsOfChat(chat) RETURNS tsvector LANGUAGE sql STABLE AS $$
    SELECT to_tsvector('simple'::regconfig, regexp_replace(regexp_replace(lower(normalize(
        concat_ws(' ', visitor.name, visitor.email, $1.subject, $1.tags), NFKD)), '[\u0300-\u036f]+', '', 'g'),
        '[^[:alnum:]]+', ' ', 'g'))
        FROM visitor WHERE visitor.id = $1.visitorId $$;

{postgresql}CREATE OR REPLACE FUNCTION describeChat() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN NEW.words := wordsOfChat(NEW); RETURN NEW; END $$;

{postgresql}CREATE OR REPLACE FUNCTION describeChats() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN UPDATE chat SET words = wordsOfChat(chat) WHERE visitorId = NEW.id; RETURN NULL; END $$;

{postgresql}CREATE TRIGGER chat_described BEFORE INSERT OR UPDATE OF visitorId, subject, tags ON chat
    FOR EACH ROW EXECUTE FUNCTION describeChat();

{postgresql}CREATE TRIGGER visitor_renamed AFTER UPDATE OF name, email ON visitor
    FOR EACH ROW WHEN (OLD.name <> NEW.name OR OLD.email IS DISTINCT FROM NEW.email) EXECUTE FUNCTION describeChats();

{postgresql}UPDATE chat SET words = wordsOfChat(chat);

{postgresql}CREATE INDEX chat_words ON chat USING gin (words);
