-- A token that was revoked stays, so that its name is never given to another and batches keep saying who sent them.
ALTER TABLE tokens ADD COLUMN revoked_at TEXT;

-- What was answered to a request with an Idempotency-Key, for as long as the same request is answered the same.
CREATE TABLE kept_receipts (
  token TEXT NOT NULL REFERENCES tokens,
  key TEXT NOT NULL,
  request TEXT NOT NULL, -- SHA-256 of the query, the headers that count and the body, hexadecimal
  receipt TEXT NOT NULL CHECK (json_valid(receipt)),
  kept_at TEXT NOT NULL,
  PRIMARY KEY (token, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX kept_receipts_by_age ON kept_receipts (kept_at);
