-- One file is one ledger. Derived things (families, entities, claims, ratings) are never stored: they follow from these rows.

-- What was ingested, verbatim, compressed.
CREATE TABLE page (
    article TEXT NOT NULL PRIMARY KEY,
    kind    INTEGER NOT NULL,
    bytes   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Where the same page was seen and what was said of it there.
CREATE TABLE sighting (
    article TEXT NOT NULL REFERENCES page,
    path    TEXT NOT NULL,
    name    TEXT NOT NULL,
    facts   TEXT NOT NULL,
    PRIMARY KEY (article, path, facts)
) STRICT, WITHOUT ROWID;

-- What the stages made of a page: a cache, void when its version is not the program's.
CREATE TABLE article (
    id          TEXT NOT NULL PRIMARY KEY REFERENCES page,
    version     TEXT NOT NULL,
    header      BLOB NOT NULL,
    body        BLOB NOT NULL,
    findings    BLOB NOT NULL,
    fingerprint BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Index keys; the articles of one key are each other's candidates.
CREATE TABLE key (
    kind    TEXT NOT NULL,
    value   INTEGER NOT NULL,
    article TEXT NOT NULL REFERENCES article,
    PRIMARY KEY (kind, value, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX key_by_article ON key (article);

-- Ties between two articles, or of one with itself; a is never greater than b.
CREATE TABLE tie (
    a    TEXT NOT NULL REFERENCES article,
    b    TEXT NOT NULL REFERENCES article,
    ties BLOB NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_by_b ON tie (b);

-- Ids of pages that were erased for good, and are refused when they come again.
CREATE TABLE forgotten (
    article TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What the user asks of the ledger.
CREATE TABLE question (
    id   TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
