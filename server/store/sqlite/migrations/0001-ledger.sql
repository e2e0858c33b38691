-- A database of RedNote Surge. Open it with sqlite3 and look at the views: SELECT * FROM snapshots LIMIT 10;

-- One row for each ingest that changed something. A vintage is the number of a batch.
CREATE TABLE batches (
  batch INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  name TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  received_at TEXT NOT NULL, -- ISO 8601, UTC
  inserted INTEGER NOT NULL DEFAULT 0,
  revised INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  retracted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX batches_by_content ON batches (content_hash);

-- A small number for each name, so that no name is written twice.
CREATE TABLE names (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('platform', 'country', 'metric', 'topic', 'source')),
  name TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  platform INTEGER NOT NULL REFERENCES names,
  country INTEGER NOT NULL REFERENCES names,
  metric INTEGER NOT NULL REFERENCES names,
  topic INTEGER NOT NULL REFERENCES names,
  source INTEGER NOT NULL REFERENCES names,
  UNIQUE (platform, country, metric, topic, source)
) STRICT;

-- The newest value of each day of each series. `snapshots` shows it with its names.
CREATE TABLE snapshot_values (
  key INTEGER PRIMARY KEY, -- series x 65536 + days since 1970-01-01 (to 2149-06-06)
  value REAL, -- NULL where it was retracted
  batch INTEGER NOT NULL
) STRICT;

-- What a later batch replaced: the value was known from batch `since` until just before batch `until`.
CREATE TABLE revisions (
  key INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  value REAL,
  PRIMARY KEY (key, until)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER keep_what_is_replaced AFTER UPDATE OF value ON snapshot_values
BEGIN
  INSERT INTO revisions (key, since, until, value) VALUES (old.key, old.batch, new.batch, old.value);
END;

-- Platforms, countries, metrics, topics, sources, figures, events and claims. A change is a new row: the newest batch counts.
CREATE TABLE reference (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batches,
  position INTEGER NOT NULL, -- order of first appearance within the kind
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (kind, id, batch)
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
  name TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE, -- SHA-256, hexadecimal; the token itself is kept nowhere
  created_at TEXT NOT NULL,
  scopes TEXT NOT NULL DEFAULT 'ingest',
  expires_at TEXT,
  last_used_at TEXT
) STRICT, WITHOUT ROWID;

CREATE VIEW snapshots AS
SELECT
  date((snapshot_values.key & 65535) * 86400, 'unixepoch') AS date,
  platform.name AS platform,
  country.name AS country,
  metric.name AS metric,
  topic.name AS topic,
  source.name AS source,
  snapshot_values.value AS value,
  snapshot_values.batch AS batch
FROM series
JOIN names AS platform ON platform.id = series.platform
JOIN names AS country ON country.id = series.country
JOIN names AS metric ON metric.id = series.metric
JOIN names AS topic ON topic.id = series.topic
JOIN names AS source ON source.id = series.source
JOIN snapshot_values ON snapshot_values.key BETWEEN series.id * 65536 AND series.id * 65536 + 65535
WHERE snapshot_values.value IS NOT NULL;

CREATE VIEW figures AS
SELECT
  entry.id,
  entry.body ->> '$.platform' AS platform,
  entry.body ->> '$.country' AS country,
  entry.body ->> '$.metric' AS metric,
  entry.body ->> '$.metric_id' AS metric_id,
  entry.body ->> '$.date_from' AS date_from,
  entry.body ->> '$.date_to' AS date_to,
  entry.body ->> '$.value' AS value,
  entry.body ->> '$.unit' AS unit,
  entry.body ->> '$.qualifier' AS qualifier,
  entry.body ->> '$.estimate_kind' AS estimate_kind,
  entry.body ->> '$.publisher' AS publisher,
  entry.body ->> '$.data_provider' AS data_provider,
  entry.body ->> '$.url' AS url,
  entry.body ->> '$.published_on' AS published_on,
  entry.body ->> '$.note' AS note,
  entry.batch
FROM reference AS entry
WHERE entry.kind = 'figure'
  AND entry.batch = (SELECT max(batch) FROM reference WHERE kind = 'figure' AND id = entry.id)
ORDER BY entry.position;
