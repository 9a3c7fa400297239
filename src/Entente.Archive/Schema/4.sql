-- Version 4: texts that were printed several times, and acts that several records tell, so that each counts once.

-- The first printing of the text; its own number where it is that. Null: not looked for yet, as in an archive that an earlier version made. 0: being looked for.
ALTER TABLE document ADD COLUMN story INTEGER;
ALTER TABLE document ADD COLUMN runs INTEGER NOT NULL DEFAULT 0; -- five-word runs of the text, each once
CREATE INDEX document_story ON document(story);

-- Where texts that may be alike are looked for: texts that share a key. leads = 1: the first printing of a story.
CREATE TABLE band(
  key INTEGER NOT NULL, leads INTEGER NOT NULL, day INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES document,
  PRIMARY KEY(key, leads, day, document)) WITHOUT ROWID;

-- The record that stands for the act; its own number where it is that. Null: it counts by itself. 0: being looked for.
ALTER TABLE event ADD COLUMN act INTEGER;
ALTER TABLE event ADD COLUMN reprints INTEGER NOT NULL DEFAULT 0; -- of the record that stands for the act: further articles that tell it in the same text
ALTER TABLE record ADD COLUMN original INTEGER; -- the record that this one repeats; its own number or null where it repeats none
ALTER TABLE record ADD COLUMN reprints INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally ADD COLUMN reprints INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally_month ADD COLUMN reprints INTEGER NOT NULL DEFAULT 0;
