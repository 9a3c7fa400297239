-- Version 1 of the archive. docs/archive.md says what each table is for.
-- Days are day numbers: days since 0001-01-01. Codes that repeat are numbers of rows of term.

CREATE TABLE term(
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE);

-- What coded records: a coder with its lexicon and models, or an import. A record belongs to one.
CREATE TABLE coding(
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,             -- entente, gdelt, icews ...
  coder TEXT NOT NULL,              -- name and version
  lexicon TEXT NOT NULL,            -- version; empty for imports
  models TEXT NOT NULL,             -- names and hashes; empty for imports
  UNIQUE(source, coder, lexicon, models));

CREATE TABLE publisher(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE);

CREATE TABLE document(
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,         -- the id that records name it by
  identity TEXT NOT NULL,           -- its canonical URL, else the id it was given
  hash BLOB NOT NULL,               -- of day, title and text: SHA-256, the first 16 bytes
  day INTEGER NOT NULL,
  title TEXT, publisher INTEGER REFERENCES publisher, author TEXT, url TEXT, language TEXT,
  text TEXT NOT NULL,
  added INTEGER NOT NULL,           -- seconds since 1970-01-01 UTC
  coding INTEGER REFERENCES coding, -- the one that counts; null where it was not coded
  sentences INTEGER NOT NULL DEFAULT 0,
  revised_by INTEGER REFERENCES document, -- a later text at the same URL: what was coded in this one no longer counts
  UNIQUE(identity, hash));
CREATE INDEX document_day ON document(day);
CREATE INDEX document_coding ON document(coding);

CREATE VIRTUAL TABLE document_words USING fts5(title, text, content='document', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER document_words_insert AFTER INSERT ON document BEGIN
  INSERT INTO document_words(rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER document_words_delete AFTER DELETE ON document BEGIN
  INSERT INTO document_words(document_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;

-- The sentences that hold records: UTF-16 code units of the document's text, the end excluded.
CREATE TABLE sentence(
  document INTEGER NOT NULL REFERENCES document,
  coding INTEGER NOT NULL REFERENCES coding,
  number INTEGER NOT NULL,
  first INTEGER NOT NULL, past INTEGER NOT NULL,
  PRIMARY KEY(document, coding, number)) WITHOUT ROWID;

CREATE TABLE event(
  id INTEGER PRIMARY KEY,
  key NOT NULL,                     -- the record's id: a whole number where it is written as one, else text
  coding INTEGER NOT NULL REFERENCES coding,
  current INTEGER NOT NULL,         -- 1 = counts; 0 = of an older coding, revised or rejected
  document INTEGER REFERENCES document, sentence INTEGER,
  filed INTEGER NOT NULL,           -- the day it was printed, or under which its source files it
  day INTEGER NOT NULL, days INTEGER NOT NULL, precision INTEGER NOT NULL, -- when it happened
  type INTEGER, modes INTEGER, contexts INTEGER, cameo INTEGER, goldstein INTEGER, -- tenths
  status INTEGER NOT NULL, claimed INTEGER NOT NULL, confidence INTEGER, -- thousandths
  actor_sectors INTEGER, recipient_sectors INTEGER,
  dead INTEGER, injured INTEGER, arrested INTEGER,
  country INTEGER, admin1 TEXT, place TEXT, latitude REAL, longitude REAL, resolution INTEGER, geoname INTEGER,
  actors INTEGER, recipients INTEGER, -- of imports: names and codes of each side, as JSON
  publisher INTEGER REFERENCES publisher, story TEXT, url TEXT, label INTEGER, words TEXT, mentions INTEGER, -- of imports
  rule INTEGER, trigger_first INTEGER,
  record TEXT,                      -- the whole record as JSON; null for imports
  UNIQUE(key, coding, filed));
CREATE INDEX event_day ON event(day);
CREATE INDEX event_document ON event(document) WHERE document IS NOT NULL;

-- Agreements (1), ties (2), bargains (3), assessments (4).
CREATE TABLE record(
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  key TEXT NOT NULL,
  coding INTEGER NOT NULL REFERENCES coding,
  current INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document, sentence INTEGER NOT NULL,
  day INTEGER NOT NULL,             -- when it happened where that is told, else of publication
  status INTEGER NOT NULL, claimed INTEGER NOT NULL, confidence INTEGER NOT NULL,
  record TEXT NOT NULL,
  UNIQUE(key, coding));
CREATE INDEX record_kind ON record(kind, day);
CREATE INDEX record_document ON record(document);

-- Who the lexicon knows: by its id, else by name.
CREATE TABLE actor(
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT);

-- Who takes part in what: the words and the code. kind 0 = event, else that of the record.
CREATE TABLE party(
  kind INTEGER NOT NULL, owner INTEGER NOT NULL,
  side INTEGER NOT NULL,            -- 0 actor, holder, party, giver, about; 1 recipient, other, signer, getter
  number INTEGER NOT NULL,
  first INTEGER NOT NULL, past INTEGER NOT NULL,
  code INTEGER, party INTEGER, actor INTEGER REFERENCES actor, role INTEGER,
  PRIMARY KEY(kind, owner, side, number)) WITHOUT ROWID;
CREATE INDEX party_actor ON party(actor, kind, owner) WHERE actor IS NOT NULL;

-- Event x ordered pair, of the events that count.
CREATE TABLE pair(
  actor INTEGER NOT NULL, recipient INTEGER NOT NULL, day INTEGER NOT NULL, event INTEGER NOT NULL,
  PRIMARY KEY(actor, recipient, day, event)) WITHOUT ROWID;

-- The pairs there are.
CREATE TABLE dyad(
  actor INTEGER NOT NULL, recipient INTEGER NOT NULL,
  PRIMARY KEY(actor, recipient)) WITHOUT ROWID;

-- The same counted by first day: what series and networks are made of.
CREATE TABLE tally(
  actor INTEGER NOT NULL, recipient INTEGER NOT NULL, day INTEGER NOT NULL,
  type INTEGER NOT NULL, source INTEGER NOT NULL,
  span INTEGER NOT NULL,            -- 0 = dated within a week; else how many days
  standing INTEGER NOT NULL,        -- status x 2, 1 more where claimed
  count INTEGER NOT NULL, score INTEGER NOT NULL, goldstein INTEGER NOT NULL, goldstein_count INTEGER NOT NULL, dead INTEGER NOT NULL,
  PRIMARY KEY(actor, recipient, day, type, source, span, standing)) WITHOUT ROWID;

-- How much there was at all: documents published, events of a source.
CREATE TABLE volume(
  source INTEGER NOT NULL, day INTEGER NOT NULL, documents INTEGER NOT NULL, events INTEGER NOT NULL,
  PRIMARY KEY(source, day)) WITHOUT ROWID;
