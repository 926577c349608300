//! Lists of stories.

use super::filter::{Conditions, matching, of_report};
use super::{Reader, bad_cursor};
use crate::error::Error;
use crate::row::{Kept, Listing, Paging, Standing, StoryLine, Wanted};
use firsthand_core::account::Measure;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params_from_iter};

const COLUMNS: &str =
    "s.id, s.headline, s.reports, s.first_day, s.last_day, s.changed, s.version, s.newest, s.merged_into,
    a.origins, a.measure, a.disputed, a.finding";
const FROM: &str = "story s LEFT JOIN account a ON a.story = s.id AND a.version = s.version";

impl Reader {
    /// Stories, the one with the newest report first.
    ///
    /// # Errors
    /// A day that is none; a cursor that is none; a file that cannot be read.
    pub fn stories(&self, wanted: &Wanted, paging: &Paging) -> Result<Listing<StoryLine>, Error> {
        let (sql, values) = question(wanted, paging)?;
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut rows = query.query(params_from_iter(values))?;
        let (mut items, mut places) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next()? {
            items.push(self.line(row)?);
            places.push(row.get::<_, i64>(7)?);
        }
        let more = items.len() > paging.most;
        items.truncate(paging.most);
        let next = places.get(paging.most.saturating_sub(1)).filter(|_| more).map(i64::to_string);
        Ok(Listing { items, next })
    }

    /// One story, or where it went; None where there is none of this number.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn story(&self, id: i64) -> Result<Option<Standing>, Error> {
        let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE s.id = ?1");
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut rows = query.query([id])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        if let Some(into) = row.get::<_, Option<i64>>(8)? {
            return Ok(Some(Standing::Moved(self.resting_place(into)?)));
        }
        Ok(Some(Standing::Here(Box::new(self.line(row)?))))
    }

    /// The end of a chain of redirects.
    pub(super) fn resting_place(&self, mut id: i64) -> Result<i64, Error> {
        let mut next = self.connection.prepare_cached("SELECT merged_into FROM story WHERE id = ?1")?;
        // A story is only ever merged into one that stands: a chain has an end. The limit is for damaged files.
        for _ in 0..1000 {
            match next.query_row([id], |r| r.get::<_, Option<i64>>(0)).optional()?.flatten() {
                Some(into) => id = into,
                None => break,
            }
        }
        Ok(id)
    }

    fn line(&self, row: &Row<'_>) -> Result<StoryLine, Error> {
        let id: i64 = row.get(0)?;
        let sql = "SELECT DISTINCT o.name FROM report r JOIN outlet o ON o.id = r.outlet WHERE r.story = ?1 AND r.newest ORDER BY o.name";
        let mut outlets = self.connection.prepare_cached(sql)?;
        let outlets = outlets.query_map([id], |r| r.get(0))?.collect::<Result<_, _>>()?;
        let measure: Option<String> = row.get(10)?;
        let kept = match measure {
            Some(measure) => Some(Kept {
                origins: row.get::<_, i64>(9)?.unsigned_abs() as usize,
                measure: measure_named(&measure),
                disputed: row.get::<_, i64>(11)?.unsigned_abs() as usize,
                finding: row.get(12)?,
            }),
            None => None,
        };
        Ok(StoryLine {
            id,
            headline: row.get(1)?,
            reports: row.get::<_, i64>(2)?.unsigned_abs() as usize,
            outlets,
            first: row.get(3)?,
            last: row.get(4)?,
            changed: row.get(5)?,
            version: row.get(6)?,
            kept,
            related: self.related(id)?,
        })
    }
}

/// What the list asks of the database: SQL with the values of its `?`, in order.
fn question(wanted: &Wanted, paging: &Paging) -> Result<(String, Vec<Value>), Error> {
    let mut all = Conditions::default();
    // Said with a literal: SQLite takes the partial index `story_newest` only where the text of the query implies its condition.
    all.add("s.reports > 0", []);
    all.add("s.reports >= ?", [Value::Integer(wanted.least.max(1) as i64)]);
    if let Some(after) = &paging.after {
        let after: i64 = after.parse().map_err(|_| bad_cursor())?;
        all.add("s.newest < ?", [Value::Integer(after)]);
    }
    if wanted.disputed {
        all.add("a.disputed > 0", []);
    }
    let of_reports = of_report(
        wanted.about.as_deref(),
        wanted.outlet.as_deref(),
        wanted.since.as_deref(),
        wanted.until.as_deref(),
    )?;
    if !of_reports.is_empty() {
        // Whom a report names stands in its text: the index of words finds it before the names are looked at.
        let words = wanted.about.as_deref().and_then(|name| matching(&format!("\"{name}\""), false));
        let from = if words.is_some() { "words w CROSS JOIN report r ON r.id = w.rowid" } else { "report r" };
        let held = if words.is_some() { "words MATCH ? AND " } else { "" };
        let sql =
            format!("s.id IN (SELECT r.story FROM {from} WHERE {held}r.newest AND {})", of_reports.all());
        all.add(&sql, words.map(Value::Text).into_iter().chain(of_reports.values));
    }
    let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE {} ORDER BY s.newest DESC LIMIT ?", all.all());
    let mut values = all.values;
    values.push(Value::Integer(paging.most as i64 + 1));
    Ok((sql, values))
}

fn measure_named(name: &str) -> Measure {
    match name {
        "measured" => Measure::Measured,
        "partial" => Measure::Partial,
        _ => Measure::Unmeasured,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Archive;

    #[test]
    fn the_newest_stories_are_not_looked_for_among_all() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.db");
        drop(Archive::open(&path).expect("an archive"));
        let reader = Reader::open(&path).expect("a reader");
        for (wanted, after) in [
            (Wanted::default(), None),
            (Wanted { least: 3, ..Wanted::default() }, None),
            (Wanted { disputed: true, ..Wanted::default() }, Some("12".to_owned())),
        ] {
            let (sql, values) = question(&wanted, &Paging { after, most: 20 }).expect("a question");
            let mut plan = reader.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a plan");
            let steps = plan.query_map(params_from_iter(values), |r| r.get::<_, String>(3)).expect("steps");
            let steps: Vec<String> = steps.collect::<Result<_, _>>().expect("steps");
            assert!(steps.iter().any(|s| s.contains("story_newest")), "{steps:?}");
            assert!(!steps.iter().any(|s| s.contains("B-TREE")), "nothing is sorted: {steps:?}");
        }
    }
}
