-- Postal addresses, to be found while somebody types. A list of them is imported as a whole and never changed.
-- {words} is what PostgreSQL keeps of a row to find it by; SQLite has a table for that ({wordIndex}).

CREATE TABLE address (
    key {key},
    id TEXT NOT NULL,
    street TEXT NOT NULL,
    houseNumber TEXT NOT NULL,
    postalCode TEXT NOT NULL,
    city TEXT NOT NULL,
    country TEXT NOT NULL{words}
);

{wordIndex};
