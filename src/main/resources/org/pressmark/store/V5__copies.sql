-- What people said of links between texts: that one comes from another, or does not. Kept in the WARC files as metadata
-- records; these rows are read from there. child_key is the page's, parent_key that of the parent's address, where it is one.
CREATE TABLE IF NOT EXISTS link_word (
  record_key UUID PRIMARY KEY,
  record_id VARCHAR NOT NULL,
  said_at TIMESTAMP WITH TIME ZONE NOT NULL,
  said_ns SMALLINT NOT NULL,
  word VARCHAR(20) NOT NULL,
  child VARCHAR NOT NULL,
  child_key UUID NOT NULL,
  parent VARCHAR NOT NULL,
  parent_key UUID,
  note VARCHAR NOT NULL,
  said_by VARCHAR NOT NULL);
CREATE INDEX IF NOT EXISTS link_word_child ON link_word (child_key);
CREATE INDEX IF NOT EXISTS link_word_parent ON link_word (parent_key);
