-- Version 3: transfers, agreements and mentions that others list, each with the row it came from.

-- Tables that were imported, as the user named them.
CREATE TABLE file(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE);

-- Who supplied what to whom in a year. Rows of one table that say the same of deal and year are told apart by number; a later table corrects values.
CREATE TABLE transfer(
  id INTEGER PRIMARY KEY,
  coding INTEGER NOT NULL REFERENCES coding,
  identity BLOB NOT NULL,           -- of deal and year, without values: SHA-256, the first 16 bytes
  number INTEGER NOT NULL,          -- from 0
  file INTEGER NOT NULL REFERENCES file, line INTEGER NOT NULL,
  key TEXT,                         -- the id that the source gives it
  supplier INTEGER NOT NULL REFERENCES term, client INTEGER NOT NULL REFERENCES term,
  year INTEGER NOT NULL, value REAL, -- null where the source gives none, which is not zero
  supplier_name INTEGER REFERENCES term, client_name INTEGER REFERENCES term, -- as the source writes them, where that differs
  designation INTEGER REFERENCES term, description INTEGER REFERENCES term, category INTEGER REFERENCES term,
  condition INTEGER NOT NULL, ordered INTEGER, pieces REAL, estimated INTEGER NOT NULL, local INTEGER,
  UNIQUE(coding, identity, number));
CREATE INDEX transfer_client ON transfer(client, year);

-- Reports that mention an event which another system coded; the event need not be there.
CREATE TABLE mention(
  coding INTEGER NOT NULL REFERENCES coding,
  event NOT NULL,                   -- the event's id in its source, as event.key has it
  identifier TEXT NOT NULL,         -- the report's address, or a citation
  time INTEGER NOT NULL,            -- when the source recorded it: seconds since 1970-01-01 UTC
  sentence INTEGER NOT NULL,        -- from 0; -1 where not stated
  event_time INTEGER NOT NULL,      -- when it recorded the event first
  kind INTEGER, publisher INTEGER REFERENCES publisher,
  confidence INTEGER NOT NULL,      -- thousandths
  length INTEGER, tone REAL,
  file INTEGER NOT NULL REFERENCES file, line INTEGER NOT NULL,
  PRIMARY KEY(event, coding, identifier, time, sentence)) WITHOUT ROWID;

-- Records need no document where a data set lists them: then they have a row of a file.
CREATE TABLE record_3(
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  key TEXT NOT NULL,
  coding INTEGER NOT NULL REFERENCES coding,
  current INTEGER NOT NULL,
  document INTEGER REFERENCES document, sentence INTEGER,
  file INTEGER REFERENCES file, line INTEGER,
  day INTEGER NOT NULL,             -- when it happened where that is told, else of publication
  status INTEGER NOT NULL, claimed INTEGER NOT NULL, confidence INTEGER NOT NULL,
  record TEXT NOT NULL,
  UNIQUE(key, coding));
INSERT INTO record_3(id, kind, key, coding, current, document, sentence, day, status, claimed, confidence, record)
SELECT id, kind, key, coding, current, document, sentence, day, status, claimed, confidence, record FROM record;
DROP TABLE record;
ALTER TABLE record_3 RENAME TO record;
CREATE INDEX record_kind ON record(kind, day);
CREATE INDEX record_document ON record(document) WHERE document IS NOT NULL;
