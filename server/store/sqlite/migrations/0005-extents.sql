-- From which day to which day a series has values, from a batch on until the next one that changed this. Both are NULL
-- where the batch withdrew all of them. (Values that were withdrawn keep their rows, so that to look for the first one
-- that is left could mean to read them all.)
CREATE TABLE extents (
  series INTEGER NOT NULL REFERENCES series,
  batch INTEGER NOT NULL REFERENCES batches,
  first INTEGER, -- days since 1970-01-01
  last INTEGER,
  PRIMARY KEY (series, batch)
) STRICT, WITHOUT ROWID;
