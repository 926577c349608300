-- An archive of firsthand. Every table is documented in docs/archive.md with example queries.

-- One value a row: what is known of the archive as a whole. `revision` grows with every commit.
CREATE TABLE about(key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO about VALUES ('revision', 0);

-- Files that pages are kept in by reference.
CREATE TABLE file(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE) STRICT;

-- One page as it came: its bytes, packed (zlib), or where they are in a file.
CREATE TABLE page(
  id INTEGER PRIMARY KEY,
  location TEXT NOT NULL,
  address TEXT,
  kind TEXT,
  charset TEXT,
  crawled TEXT,
  record TEXT,                       -- JSON: id, offset, length, digest in its web archive
  facts TEXT NOT NULL,               -- JSON: what a feed or record said of it
  notes TEXT NOT NULL,               -- JSON: what was not as it should be when it was read
  digest BLOB NOT NULL,              -- SHA-256 of the bytes
  size INTEGER NOT NULL,             -- of the bytes, unpacked
  bytes BLOB,
  file INTEGER REFERENCES file(id),
  start INTEGER,
  CHECK ((bytes IS NULL) = (file IS NOT NULL))
) STRICT;
CREATE INDEX page_digest ON page(digest);

CREATE TABLE outlet(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

-- One version of a report: what was read of one page. Ids grow with time of arrival, as pages do: report n is of page n.
CREATE TABLE report(
  id INTEGER PRIMARY KEY REFERENCES page(id),
  first INTEGER NOT NULL REFERENCES report(id),   -- its first version; its own id for a first version
  newest INTEGER NOT NULL,                        -- 1 for the newest version, which stands for the report
  story INTEGER NOT NULL REFERENCES story(id),
  url TEXT,
  url_key TEXT,                                   -- url without what does not tell pages apart
  host TEXT,
  outlet INTEGER REFERENCES outlet(id),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  byline TEXT,
  credits TEXT NOT NULL,                          -- JSON list
  published TEXT,                                 -- EDTF; null where nothing supports a date
  how TEXT,
  updated TEXT,
  day TEXT NOT NULL,                              -- to sort and filter by: published, else crawled, else added
  language TEXT,
  notes TEXT NOT NULL,                            -- JSON list
  trace BLOB NOT NULL,                            -- what grouping compares
  made TEXT NOT NULL,                             -- the version of firsthand that read it
  added TEXT NOT NULL                             -- when it came in (RFC 3339, UTC)
) STRICT;
CREATE INDEX report_first ON report(first);
CREATE INDEX report_story ON report(story) WHERE newest;
CREATE INDEX report_url ON report(url_key) WHERE url_key IS NOT NULL;
CREATE INDEX report_outlet ON report(outlet) WHERE newest;
CREATE INDEX report_day ON report(day) WHERE newest;

-- Names as they are written, and the reports that use them.
CREATE TABLE name(id INTEGER PRIMARY KEY, text TEXT NOT NULL, kind TEXT NOT NULL, UNIQUE(text, kind)) STRICT;
CREATE TABLE mention(
  report INTEGER NOT NULL REFERENCES report(id),
  name INTEGER NOT NULL REFERENCES name(id),
  count INTEGER NOT NULL,
  PRIMARY KEY(report, name)
) STRICT, WITHOUT ROWID;

-- A story. One that was merged into another stays as a redirect.
CREATE TABLE story(
  id INTEGER PRIMARY KEY,
  headline TEXT NOT NULL,
  reports INTEGER NOT NULL,
  first_day TEXT,
  last_day TEXT,
  newest INTEGER NOT NULL,                        -- id of the newest report: the order of lists
  version INTEGER NOT NULL,                       -- the revision in which it last changed
  changed TEXT NOT NULL,
  merged_into INTEGER REFERENCES story(id)
) STRICT;
CREATE INDEX story_newest ON story(newest) WHERE reports > 0;

-- Why a report is in its story.
CREATE TABLE joined(
  report INTEGER PRIMARY KEY REFERENCES report(id),
  nearest INTEGER NOT NULL REFERENCES report(id),
  score REAL NOT NULL,
  shares TEXT NOT NULL                            -- JSON list of words
) STRICT;

-- Reports that a person put into a story.
CREATE TABLE pin(report INTEGER PRIMARY KEY REFERENCES report(id), story INTEGER NOT NULL REFERENCES story(id)) STRICT;

-- What a person decided, newest last; `before` is what undo puts back.
CREATE TABLE decision(
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT NOT NULL,
  before TEXT NOT NULL,                           -- JSON: report, story, pinned story or null
  undone TEXT
) STRICT;

-- The account of a story, kept until the story changes (then its version is no more that of the story).
CREATE TABLE account(
  story INTEGER PRIMARY KEY REFERENCES story(id),
  version INTEGER NOT NULL,
  made TEXT NOT NULL,
  origins INTEGER NOT NULL,
  measure TEXT NOT NULL,
  disputed INTEGER NOT NULL,
  finding TEXT NOT NULL,
  json TEXT NOT NULL
) STRICT;

-- How far files and feeds are read: written in the same transaction as their reports.
CREATE TABLE cursor(source TEXT PRIMARY KEY, value TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- What happened, in order.
CREATE TABLE change(
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  report INTEGER,
  story INTEGER,
  detail TEXT NOT NULL
) STRICT;

-- Words of the newest versions.
CREATE VIEW newest AS SELECT id, title, body FROM report WHERE newest;
CREATE VIRTUAL TABLE words USING fts5(title, body, content='newest', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
