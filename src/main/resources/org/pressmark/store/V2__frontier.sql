-- What is to be visited, and when: the frontier of crawls. Operational: no WARC file holds it, a rebuild carries it over.
-- Every statement can be run again. Instants are whole microseconds.

-- One row an address (by its SURT key). due_at is empty where it is not to be visited again; while somebody has taken the
-- row to visit it, holder names him and due_at says until when it is his.
CREATE TABLE IF NOT EXISTS frontier (
  page_key UUID PRIMARY KEY,
  url VARCHAR NOT NULL,
  source VARCHAR(200) NOT NULL,
  host VARCHAR(300) NOT NULL,
  task VARCHAR(20) NOT NULL,
  how VARCHAR(20) NOT NULL,
  found_in VARCHAR NOT NULL,
  found_id VARCHAR,
  title VARCHAR,
  found_at TIMESTAMP WITH TIME ZONE NOT NULL,
  published_at TIMESTAMP WITH TIME ZONE,
  modified_at TIMESTAMP WITH TIME ZONE,
  hops SMALLINT NOT NULL,
  priority SMALLINT NOT NULL,
  shape_key UUID,
  visits INT NOT NULL,
  edits INT NOT NULL,
  seen_at TIMESTAMP WITH TIME ZONE,
  edited_at TIMESTAMP WITH TIME ZONE,
  interval_ms BIGINT NOT NULL,
  misses INT NOT NULL,
  misled INT NOT NULL,
  hinted BOOLEAN NOT NULL,
  due_at TIMESTAMP WITH TIME ZONE,
  holder VARCHAR(40),
  tries INT NOT NULL,
  tried_at TIMESTAMP WITH TIME ZONE,
  outcome VARCHAR(40),
  status INT,
  detail VARCHAR);
CREATE INDEX IF NOT EXISTS frontier_due ON frontier (source, host, priority, due_at);
CREATE INDEX IF NOT EXISTS frontier_shape ON frontier (source, shape_key);

-- The hosts of the frontier, each with the earliest time at which something of it may be due.
CREATE TABLE IF NOT EXISTS frontier_host (
  source VARCHAR(200) NOT NULL,
  host VARCHAR(300) NOT NULL,
  due_at TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (source, host));
