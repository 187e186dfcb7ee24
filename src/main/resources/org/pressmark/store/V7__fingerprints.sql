-- The fingerprints without a primary key: whoever sets those of a text locks the text, so that none is there twice, and no
-- insert need look for it first. Nor is each row set against table wording: there are thousands of a text, and they come and
-- go with it. Two tables, since the databases have no words in common for dropping a key; wherever it is interrupted, either
-- the first or the second holds all rows.
CREATE TABLE IF NOT EXISTS fingerprint_anew (
  hash BIGINT NOT NULL,
  wording_id BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS fingerprint (
  hash BIGINT NOT NULL,
  wording_id BIGINT NOT NULL);
INSERT INTO fingerprint_anew (hash, wording_id)
  SELECT hash, wording_id FROM fingerprint WHERE NOT EXISTS (SELECT 1 FROM fingerprint_anew);
DROP TABLE fingerprint;
ALTER TABLE fingerprint_anew RENAME TO fingerprint;
CREATE INDEX IF NOT EXISTS fingerprint_hash ON fingerprint (hash, wording_id);
CREATE INDEX IF NOT EXISTS fingerprint_wording ON fingerprint (wording_id);
