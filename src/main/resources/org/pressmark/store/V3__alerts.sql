-- Which edits of pages were told, and which are still to be. Operational: no WARC file holds it, a rebuild carries it over.
-- Every statement can be run again. Instants are whole microseconds.

-- Edits are looked for by the time at which they were first seen.
CREATE INDEX IF NOT EXISTS version_first ON version (first_at);

-- One row an edit that was weighed, whether it was told or not; its key is that of the capture that showed it. The row with
-- an empty record id says since when edits are told.
CREATE TABLE IF NOT EXISTS alert (
  capture_key UUID PRIMARY KEY,
  record_id VARCHAR NOT NULL,
  url VARCHAR NOT NULL,
  severity VARCHAR(20) NOT NULL,
  weighed_at TIMESTAMP WITH TIME ZONE NOT NULL);
CREATE INDEX IF NOT EXISTS alert_weighed ON alert (weighed_at);

-- One row a message that nobody has taken yet.
CREATE TABLE IF NOT EXISTS alert_delivery (
  capture_key UUID NOT NULL,
  record_id VARCHAR NOT NULL,
  channel VARCHAR NOT NULL,
  tries INT NOT NULL,
  due_at TIMESTAMP WITH TIME ZONE NOT NULL,
  detail VARCHAR NOT NULL,
  PRIMARY KEY (capture_key, channel));
