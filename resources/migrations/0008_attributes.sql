-- What a site knows of a visitor, as JSON.
ALTER TABLE visitor ADD COLUMN attributes TEXT;
