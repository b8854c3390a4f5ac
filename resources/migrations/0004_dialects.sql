-- What the dialects need: postal addresses, to be found while somebody types, and customers who are known elsewhere.
-- A list of addresses is imported as a whole and never changed.
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

-- Ids that sites give their own customers. Once one is used it belongs to a visitor.
CREATE TABLE knownUser (
    userId TEXT NOT NULL PRIMARY KEY,
    visitorId TEXT NOT NULL UNIQUE REFERENCES visitor (id)
){clustered};

-- Visitors who sign in with a password.
CREATE TABLE account (
    visitorId TEXT NOT NULL PRIMARY KEY REFERENCES visitor (id),
    email TEXT NOT NULL UNIQUE,
    passwordHash TEXT NOT NULL
){clustered};
