-- One file is one ledger. Every blob but an empty one begins with a sum of what follows, by which damage is seen. What is derived (families, entities, claims, ratings) follows from these rows; it is kept as a cache alone.

-- What was ingested, verbatim, compressed; no bytes at all where pages were not to be kept.
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

-- What the stages made of a page: a cache, void when its version is not the program's. The serial is given at arrival, never twice, and never told:
-- rows that are many point to it rather than to the id.
CREATE TABLE article (
    serial      INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE REFERENCES page,
    version     TEXT NOT NULL,
    header      BLOB NOT NULL,
    body        BLOB NOT NULL,
    findings    BLOB NOT NULL,
    fingerprint BLOB NOT NULL
) STRICT;
CREATE INDEX article_by_version ON article (version);

-- An article's index keys, ascending, four bytes each, and what a first look at a candidate needs.
CREATE TABLE sketch (
    article INTEGER PRIMARY KEY,
    keys    BLOB NOT NULL,
    sketch  BLOB NOT NULL
) STRICT;

-- The articles of one key are each other's candidates. Rows come in large sorted lots: those of articles after the last one posted are still to come.
CREATE TABLE key (
    code    INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (code, article)
) STRICT, WITHOUT ROWID;
CREATE TABLE posted (
    last INTEGER NOT NULL
) STRICT;
INSERT INTO posted VALUES (0);

-- Keys that more articles have than the limit: nobody's candidates, and without rows in the table of keys.
CREATE TABLE crowded (
    code INTEGER PRIMARY KEY
) STRICT;

-- Ties between two articles, or of one with itself, and how many keys the two share, crowded ones too.
CREATE TABLE tie (
    newer  INTEGER NOT NULL,
    older  INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    ties   BLOB NOT NULL,
    PRIMARY KEY (newer, older)
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_by_older ON tie (older);

-- Ids of pages that were erased for good, and are refused when they come again.
CREATE TABLE forgotten (
    article TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What the user asks of the ledger.
CREATE TABLE question (
    id   TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Pages whose rows are gone and whose bytes may still be in the file: the next who opens it to write finishes that.
CREATE TABLE erasing (
    article TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
