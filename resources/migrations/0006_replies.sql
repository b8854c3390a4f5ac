-- The seq of the message, in the same chat, that a message answers.
ALTER TABLE message ADD COLUMN replyToSeq BIGINT;
