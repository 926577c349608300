-- Older versions of a story's reports are asked for too: a partial index would leave them to a scan of the table.
DROP INDEX report_story;
CREATE INDEX report_story ON report(story, newest);

-- Counts that would otherwise be counted at every look: kept right by triggers, whoever writes.
ALTER TABLE outlet ADD COLUMN reports INTEGER NOT NULL DEFAULT 0;   -- newest versions of reports by it
UPDATE outlet SET reports = (SELECT count(*) FROM report r WHERE r.outlet = outlet.id AND r.newest);

INSERT INTO about SELECT 'reports', count(*) FROM report WHERE newest;
INSERT INTO about SELECT 'pages', count(*) FROM page;
INSERT INTO about SELECT 'stories', count(*) FROM story WHERE reports > 0;

CREATE TRIGGER report_comes AFTER INSERT ON report WHEN new.newest BEGIN
  UPDATE outlet SET reports = reports + 1 WHERE id = new.outlet;
  UPDATE about SET value = value + 1 WHERE key = 'reports';
END;
CREATE TRIGGER report_goes AFTER DELETE ON report WHEN old.newest BEGIN
  UPDATE outlet SET reports = reports - 1 WHERE id = old.outlet;
  UPDATE about SET value = value - 1 WHERE key = 'reports';
END;
CREATE TRIGGER report_changes AFTER UPDATE OF outlet, newest ON report
WHEN old.newest <> new.newest OR old.outlet IS NOT new.outlet BEGIN
  UPDATE outlet SET reports = reports - 1 WHERE id = old.outlet AND old.newest;
  UPDATE outlet SET reports = reports + 1 WHERE id = new.outlet AND new.newest;
  UPDATE about SET value = value + (new.newest <> 0) - (old.newest <> 0) WHERE key = 'reports';
END;
CREATE TRIGGER page_comes AFTER INSERT ON page BEGIN
  UPDATE about SET value = value + 1 WHERE key = 'pages';
END;
CREATE TRIGGER page_goes AFTER DELETE ON page BEGIN
  UPDATE about SET value = value - 1 WHERE key = 'pages';
END;
CREATE TRIGGER story_comes AFTER INSERT ON story WHEN new.reports > 0 BEGIN
  UPDATE about SET value = value + 1 WHERE key = 'stories';
END;
CREATE TRIGGER story_changes AFTER UPDATE OF reports ON story WHEN (old.reports > 0) <> (new.reports > 0) BEGIN
  UPDATE about SET value = value + (new.reports > 0) - (old.reports > 0) WHERE key = 'stories';
END;
CREATE TRIGGER story_goes AFTER DELETE ON story WHEN old.reports > 0 BEGIN
  UPDATE about SET value = value - 1 WHERE key = 'stories';
END;
