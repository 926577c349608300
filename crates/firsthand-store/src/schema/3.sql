-- Stories that belong together and are not one: parts of a long-running story, or halves of one that was split. Each pair once,
-- in words why. A story that was merged keeps its pairs: they count for the one it is in now.
CREATE TABLE related(
  story INTEGER NOT NULL REFERENCES story(id),
  other INTEGER NOT NULL REFERENCES story(id),
  reason TEXT NOT NULL,
  PRIMARY KEY(story, other),
  CHECK (story < other)
) STRICT, WITHOUT ROWID;
CREATE INDEX related_other ON related(other);

-- From a story to those that were merged into it.
CREATE INDEX story_merged ON story(merged_into) WHERE merged_into IS NOT NULL;
