-- Whatever the order in which captures arrive, one more costs the same: a version is known by the capture that begins it, and
-- no row of another says which number it has. The number is kept beside it as far as page.numbered goes; behind it versions
-- are counted when somebody asks, until they are numbered again. Two tables, since the databases have no words in common for
-- dropping a key; wherever it is interrupted, either the first or the second holds all rows.
CREATE TABLE IF NOT EXISTS version_anew (
  page_key UUID NOT NULL,
  first_at TIMESTAMP WITH TIME ZONE NOT NULL,
  first_ns SMALLINT NOT NULL,
  first_capture UUID NOT NULL REFERENCES capture(record_key),
  last_at TIMESTAMP WITH TIME ZONE NOT NULL,
  last_ns SMALLINT NOT NULL,
  captures INT NOT NULL,
  wording_id BIGINT NOT NULL REFERENCES wording(id),
  headline VARCHAR NOT NULL,
  number INT,
  PRIMARY KEY (page_key, first_at, first_ns, first_capture));
CREATE TABLE IF NOT EXISTS version (
  page_key UUID NOT NULL,
  first_at TIMESTAMP WITH TIME ZONE NOT NULL,
  first_ns SMALLINT NOT NULL,
  first_capture UUID NOT NULL,
  last_at TIMESTAMP WITH TIME ZONE NOT NULL,
  last_ns SMALLINT NOT NULL,
  captures INT NOT NULL,
  wording_id BIGINT NOT NULL,
  headline VARCHAR NOT NULL,
  number INT);
INSERT INTO version_anew (page_key, first_at, first_ns, first_capture, last_at, last_ns, captures, wording_id, headline, number)
  SELECT page_key, first_at, first_ns, first_capture, last_at, last_ns, captures, wording_id, headline, number
  FROM version WHERE NOT EXISTS (SELECT 1 FROM version_anew);
DROP TABLE version;
ALTER TABLE version_anew RENAME TO version;
CREATE INDEX IF NOT EXISTS version_number ON version (page_key, number);
CREATE INDEX IF NOT EXISTS version_first ON version (first_at, first_ns, page_key, first_capture);
CREATE INDEX IF NOT EXISTS version_wording ON version (wording_id, first_at, first_ns, page_key, first_capture);

ALTER TABLE page ADD COLUMN IF NOT EXISTS numbered INT;
UPDATE page SET numbered = versions WHERE numbered IS NULL;
ALTER TABLE page ALTER COLUMN numbered SET NOT NULL;

-- What a page's captures say, in the order of their dates.
ALTER TABLE capture_text ADD COLUMN IF NOT EXISTS captured_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE capture_text ADD COLUMN IF NOT EXISTS captured_ns SMALLINT;
UPDATE capture_text SET
  captured_at = (SELECT c.captured_at FROM capture c WHERE c.record_key = capture_key),
  captured_ns = (SELECT c.captured_ns FROM capture c WHERE c.record_key = capture_key)
  WHERE captured_at IS NULL;
ALTER TABLE capture_text ALTER COLUMN captured_at SET NOT NULL;
ALTER TABLE capture_text ALTER COLUMN captured_ns SET NOT NULL;
DROP INDEX IF EXISTS capture_text_version;
ALTER TABLE capture_text DROP COLUMN IF EXISTS version_number;
CREATE INDEX IF NOT EXISTS capture_text_time ON capture_text (page_key, captured_at, captured_ns, capture_key);

-- Texts of which it is known that so many belong to them that no conclusions are kept.
ALTER TABLE wording ADD COLUMN IF NOT EXISTS crowd BOOLEAN;
UPDATE wording SET crowd = NOT EXISTS (
    SELECT 1 FROM version v JOIN chain_node n ON n.focus_key = v.first_capture AND n.seq = 0 WHERE v.wording_id = wording.id)
  WHERE crowd IS NULL;
ALTER TABLE wording ALTER COLUMN crowd SET NOT NULL;
