-- Records whose id another record has that came before them, in whatever file: the index answers with the first, and a
-- takedown must find them all.
CREATE TABLE IF NOT EXISTS twin (
  file_id BIGINT NOT NULL REFERENCES warc_file(id),
  record_offset BIGINT NOT NULL,
  record_length BIGINT NOT NULL,
  record_id VARCHAR NOT NULL,
  page_key UUID NOT NULL,
  PRIMARY KEY (file_id, record_offset));
CREATE INDEX IF NOT EXISTS twin_page ON twin (page_key);
