-- The beginning of a capture's key, in an index in the order of its bytes: what begins so, what a host has, what stands between
-- two keys. No more than the beginning, since PostgreSQL refuses an index entry of more than 2,704 bytes. {byte order} is the
-- clause that makes a database compare text by bytes.
ALTER TABLE capture ADD COLUMN IF NOT EXISTS key_start VARCHAR(600) {byte order};
UPDATE capture SET key_start = left(url_key, 600) WHERE key_start IS NULL;
ALTER TABLE capture ALTER COLUMN key_start SET NOT NULL;
CREATE INDEX IF NOT EXISTS capture_key_start ON capture (key_start, captured_at, captured_ns, record_key);
