-- How often the rows of the ledger were changed: what is derived of them holds for one count.
CREATE TABLE changed (
    count INTEGER NOT NULL
) STRICT;
INSERT INTO changed VALUES (0);

-- What was derived last, under a key that says what of, and how many rows each list has. All of it may be thrown away at any moment: it is derived again.
CREATE TABLE derivation (
    key   TEXT NOT NULL,
    parts TEXT NOT NULL
) STRICT;

-- The lists of the ledger, some items a row, in their order; first is the id of the first of them.
CREATE TABLE derived (
    part  INTEGER NOT NULL,
    at    INTEGER NOT NULL,
    first TEXT NOT NULL,
    items BLOB NOT NULL,
    PRIMARY KEY (part, at)
) STRICT;
CREATE INDEX derived_by_first ON derived (part, first);

-- Articles whose passages are in the index, under what they were read and masked by, each with the terms that a sentence is held against.
CREATE TABLE indexed (
    article INTEGER PRIMARY KEY,
    mark    TEXT NOT NULL,
    terms   BLOB NOT NULL
) STRICT;

-- Words, folded, and what they stand for. The row of a passage is its article's serial, sixteen bits up, and its place among the article's.
CREATE TABLE passage (
    place    INTEGER PRIMARY KEY,
    start    INTEGER NOT NULL,
    length   INTEGER NOT NULL
) STRICT;
CREATE VIRTUAL TABLE passage_words USING fts5 (words, meant, content = '', contentless_delete = 1, detail = column, tokenize = 'unicode61 remove_diacritics 0');

-- Names and claims, of the derivation that is kept.
CREATE TABLE item (
    place    INTEGER PRIMARY KEY,
    kind     INTEGER NOT NULL,
    id       TEXT NOT NULL,
    language TEXT NOT NULL,
    text     BLOB NOT NULL
) STRICT;
CREATE VIRTUAL TABLE item_words USING fts5 (words, meant, content = '', contentless_delete = 1, detail = column, tokenize = 'unicode61 remove_diacritics 0');
