-- A later schema, for tests only.
CREATE TABLE IF NOT EXISTS added (id INT PRIMARY KEY, words VARCHAR NOT NULL);
INSERT INTO added (id, words) VALUES (1, 'one; with a semicolon') ON CONFLICT DO NOTHING; -- a remark
INSERT INTO added (id, words) VALUES (2, 'two') ON CONFLICT DO NOTHING;
