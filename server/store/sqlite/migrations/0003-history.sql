-- The sources that the rows of a batch name.
CREATE TABLE batch_sources (
  batch INTEGER NOT NULL REFERENCES batches,
  source INTEGER NOT NULL REFERENCES names,
  PRIMARY KEY (batch, source)
) STRICT, WITHOUT ROWID;

INSERT INTO batch_sources (batch, source)
SELECT DISTINCT known.batch, series.source
FROM (
  SELECT batch, key / 65536 AS id FROM snapshot_values
  UNION
  SELECT since, key / 65536 FROM revisions
) AS known
JOIN series ON series.id = known.id;

-- Values that came back after they had been retracted: they count as inserted.
CREATE INDEX revisions_of_nothing ON revisions (until) WHERE value IS NULL;

-- An entry of the reference whose body is `null` was withdrawn.
DROP VIEW figures;

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
  AND entry.body <> 'null'
  AND entry.batch = (SELECT max(batch) FROM reference WHERE kind = 'figure' AND id = entry.id)
ORDER BY entry.position;
