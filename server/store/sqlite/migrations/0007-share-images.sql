-- The image of each pinned share, drawn once: another release of the program draws another one, and this stays as it was
-- seen. A row without bytes is one that is to be drawn. Goes when the share is revoked, and on with it when it is rotated.
CREATE TABLE share_images (
  share INTEGER PRIMARY KEY REFERENCES shares,
  origin TEXT NOT NULL, -- scheme and host that the image says; empty where only the server knows
  bytes BLOB CHECK (length(bytes) <= 1048576), -- PNG
  hash TEXT, -- SHA-256 of the bytes, hexadecimal
  drawn_at TEXT,
  CHECK ((bytes IS NULL) = (hash IS NULL) AND (bytes IS NULL) = (drawn_at IS NULL))
) STRICT;

CREATE INDEX share_images_to_draw ON share_images (share) WHERE bytes IS NULL;

INSERT INTO share_images (share, origin) SELECT id, '' FROM shares WHERE pinned = 1 AND revoked_at IS NULL;
