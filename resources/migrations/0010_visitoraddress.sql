-- Where a visitor lives, as they last said it.
ALTER TABLE visitor ADD COLUMN address TEXT;
