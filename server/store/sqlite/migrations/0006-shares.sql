-- Short links to views. None is ever deleted: a slug that ended says so for ever, and means nothing else later.
CREATE TABLE shares (
  id INTEGER PRIMARY KEY, -- in the order in which they were made
  slug TEXT NOT NULL UNIQUE,
  page TEXT NOT NULL,
  view TEXT NOT NULL, -- the query string of its address
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  vintage INTEGER NOT NULL, -- pinned: what it shows; live: the newest when it was made
  shows TEXT CHECK (json_valid(shows)), -- pinned: the ids of sources, events and figures
  owner TEXT REFERENCES tokens, -- NULL where it was made at the command line
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT,
  successor TEXT REFERENCES shares (slug),
  CHECK ((pinned = 1) = (shows IS NOT NULL))
) STRICT;

CREATE INDEX shares_by_owner ON shares (owner, id);

-- How often a share was followed on a day of UTC. Nothing is kept of who did.
CREATE TABLE share_visits (
  share INTEGER NOT NULL REFERENCES shares,
  day TEXT NOT NULL,
  visits INTEGER NOT NULL CHECK (visits > 0),
  PRIMARY KEY (share, day)
) STRICT, WITHOUT ROWID;
