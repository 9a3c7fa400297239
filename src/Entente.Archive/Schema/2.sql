-- Version 2: counts by month, so that years of a busy pair are read in a moment; review decisions; feeds.

-- As tally, by the first day of the month; an event whose date is coarser than a month keeps its own first day and its span.
CREATE TABLE tally_month(
  actor INTEGER NOT NULL, recipient INTEGER NOT NULL, day INTEGER NOT NULL,
  type INTEGER NOT NULL, source INTEGER NOT NULL, span INTEGER NOT NULL, standing INTEGER NOT NULL,
  count INTEGER NOT NULL, score INTEGER NOT NULL, goldstein INTEGER NOT NULL, goldstein_count INTEGER NOT NULL, dead INTEGER NOT NULL,
  PRIMARY KEY(actor, recipient, day, type, source, span, standing)) WITHOUT ROWID;

-- Day number 0 is the Julian day 1721425.5.
INSERT INTO tally_month
SELECT actor, recipient, iif(within, month, day), type, source, iif(within, 0, span), standing, sum(count), sum(score), sum(goldstein), sum(goldstein_count), sum(dead)
FROM (
  SELECT *, span = 0 OR date(day + span - 1 + 1721425.5, 'start of month') = date(day + 1721425.5, 'start of month') AS within,
    CAST(julianday(date(day + 1721425.5, 'start of month')) - 1721425.5 AS INTEGER) AS month
  FROM tally)
GROUP BY 1, 2, 3, 4, 5, 6, 7;

-- What people decided about events: never changed, never removed; the last about an act counts. An act is known by its place, so that a decision outlives the coding.
CREATE TABLE review(
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event,  -- the row that was looked at
  document INTEGER REFERENCES document, sentence INTEGER, trigger_first INTEGER, type INTEGER, -- its place; null for imports
  verdict INTEGER NOT NULL,                 -- 1 accepted, 2 corrected, 3 rejected
  correction INTEGER REFERENCES event,      -- the row that stands in its place; null unless corrected
  reviewer TEXT NOT NULL, note TEXT,
  decided INTEGER NOT NULL);                -- seconds since 1970-01-01 UTC
CREATE INDEX review_event ON review(event);
CREATE INDEX review_place ON review(document, sentence, trigger_first, type);

-- Feeds that are watched: what their servers said last, so that nothing is asked for twice.
CREATE TABLE feed(
  url TEXT PRIMARY KEY,
  etag TEXT, modified TEXT,
  failures INTEGER NOT NULL DEFAULT 0,      -- one after the other
  last INTEGER, next INTEGER NOT NULL,      -- seconds since 1970-01-01 UTC
  answer TEXT) WITHOUT ROWID;
