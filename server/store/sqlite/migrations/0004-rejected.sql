-- Rows that were left out of a batch whose others were taken, as they stood in the file, and why.
CREATE TABLE rejected_rows (
  batch INTEGER NOT NULL REFERENCES batches,
  position INTEGER NOT NULL, -- in the file, from 1 on
  line INTEGER NOT NULL,
  row TEXT NOT NULL,
  problems TEXT NOT NULL CHECK (json_valid(problems)),
  PRIMARY KEY (batch, position)
) STRICT, WITHOUT ROWID;
