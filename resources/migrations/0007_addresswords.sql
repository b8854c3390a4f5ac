-- PostgreSQL: each beginning of an address's words, of up to 7 letters, has an entry of its own in the index, as in
-- SQLite's. A search for several of them then reads the rarest, not all words that begin so. `=` marks a whole word.
-- COST 1, since a row is asked for it only after it has the words.
{postgresql}CREATE OR REPLACE FUNCTION addressBeginnings(tsvector) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1 AS $$
    SELECT array_to_tsvector(array_agg(CASE length WHEN 0 THEN '=' || word ELSE left(word, length) END))
        FROM unnest(tsvector_to_array($1)) AS word, generate_series(0, least(7, char_length(word))) AS length $$;

{postgresql}DROP INDEX address_words;

{postgresql}CREATE INDEX address_beginnings ON address USING gin (addressBeginnings(words));
