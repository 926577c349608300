//! Searching the words of reports.

use super::filter::{Conditions, matching, of_report};
use super::reports::{COLUMNS, FROM, report};
use super::{Reader, bad_cursor};
use crate::error::Error;
use crate::row::{Hit, Listing, Paging, Piece, Search};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params, params_from_iter};

/// Only the newest so many reports that have the words are ranked: ranking visits every one of them (measured: 20,000 of a word
/// of 49,000 reports in 240,000 cost 25 ms on an idle core, and three times that beside a writer).
const RANKED: i64 = 10_000;
/// Words in a snippet.
const SNIPPET: i64 = 24;
/// Marks around a word found, in the snippet as SQLite gives it: no text has them (they are no characters of text).
const MARKS: (char, char) = ('\u{1}', '\u{2}');

impl Reader {
    /// Reports that have the words, newest first (or best first), each with a piece of its text.
    ///
    /// # Errors
    /// A day that is none; a cursor that is none; a file that cannot be read.
    pub fn search(&self, search: &Search, paging: &Paging) -> Result<Listing<Hit>, Error> {
        let about = search.about.as_deref();
        // Whom a report names stands in its text: the index of words finds it before the names are looked at.
        let named = about.and_then(|name| matching(&format!("\"{name}\""), false));
        let words = match (matching(&search.words, search.any), named) {
            (Some(words), Some(named)) => Some(format!("({words}) AND {named}")),
            (words, named) => words.or(named),
        };
        let conditions =
            of_report(about, search.outlet.as_deref(), search.since.as_deref(), search.until.as_deref())?;
        let after: Option<i64> =
            paging.after.as_ref().map(|a| a.parse().map_err(|_| bad_cursor())).transpose()?;
        let Some(words) = words else { return self.unsearched(conditions, after, paging.most) };
        let skip = if search.ranked { after.unwrap_or(0).max(0) } else { 0 };
        let mut ids = match search.ranked {
            true => self.best(&words, conditions, paging.most, skip)?,
            false => self.latest(&words, conditions, paging.most, after)?,
        };
        let more = ids.len() > paging.most;
        ids.truncate(paging.most);
        let last = ids.last().filter(|_| more);
        let next = last.map(|id| if search.ranked { skip + paging.most as i64 } else { *id });
        let items = ids.iter().map(|id| self.hit(&words, *id)).collect::<Result<_, _>>()?;
        Ok(Listing { items, next: next.map(|n| n.to_string()) })
    }

    /// The reports with the words, newest first. The index leads, whatever the planner thinks: its rows come newest first,
    /// and the limit ends the search. Only newest versions stand in it.
    fn latest(
        &self,
        words: &str,
        conditions: Conditions,
        most: usize,
        after: Option<i64>,
    ) -> Result<Vec<i64>, Error> {
        let (from, all) = (beside(&conditions), conditions.all());
        let sql = format!(
            "SELECT words.rowid FROM {from} WHERE words MATCH ? AND {all} AND words.rowid < ? ORDER BY words.rowid DESC LIMIT ?"
        );
        let mut values = vec![Value::Text(words.to_owned())];
        values.extend(conditions.values);
        values.extend([after.unwrap_or(i64::MAX), most as i64 + 1].map(Value::Integer));
        self.ids(&sql, values)
    }

    /// The reports with the words, best first. Only numbers are sorted: what is shown of a report is fetched afterwards.
    fn best(&self, words: &str, conditions: Conditions, most: usize, skip: i64) -> Result<Vec<i64>, Error> {
        let (from, all) = (beside(&conditions), conditions.all());
        let sql = format!(
            "SELECT words.rowid FROM {from} WHERE words MATCH ? AND {all} AND words.rowid >= ?
             ORDER BY bm25(words, 4.0, 1.0), words.rowid DESC LIMIT ? OFFSET ?"
        );
        let mut values = vec![Value::Text(words.to_owned())];
        values.extend(conditions.values);
        values.extend([self.oldest_ranked(words)?, most as i64 + 1, skip].map(Value::Integer));
        self.ids(&sql, values)
    }

    fn ids(&self, sql: &str, values: Vec<Value>) -> Result<Vec<i64>, Error> {
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map(params_from_iter(values), |r| r.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A report that has the words, with the piece of text where they stand.
    fn hit(&self, words: &str, id: i64) -> Result<Hit, Error> {
        let sql = format!(
            "SELECT {COLUMNS}, snippet(words, -1, char(1), char(2), '…', {SNIPPET})
             FROM words CROSS JOIN {FROM} WHERE words MATCH ?1 AND words.rowid = ?2 AND r.id = words.rowid"
        );
        self.connection.prepare_cached(&sql)?.query_row(params![words, id], |row| {
            let snippet: String = row.get(20)?;
            Ok(report(row).map(|report| Hit { report, pieces: pieces(&snippet) }))
        })?
    }

    /// The newest reports, where no words are asked for, each with its beginning.
    fn unsearched(
        &self,
        conditions: Conditions,
        after: Option<i64>,
        most: usize,
    ) -> Result<Listing<Hit>, Error> {
        let sql = format!(
            "SELECT {COLUMNS}, substr(r.body, 1, 200) FROM {FROM} WHERE r.newest AND {} AND r.id < ? ORDER BY r.id DESC LIMIT ?",
            conditions.all()
        );
        let mut values = conditions.values;
        values.extend([after.unwrap_or(i64::MAX), most as i64 + 1].map(Value::Integer));
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut rows = query.query(params_from_iter(values))?;
        let mut items: Vec<Hit> = Vec::new();
        while let Some(row) = rows.next()? {
            let start: String = row.get(20)?;
            items.push(Hit { report: report(row)?, pieces: pieces(&start) });
        }
        let more = items.len() > most;
        items.truncate(most);
        let next = items.last().filter(|_| more).map(|hit| hit.report.id.to_string());
        Ok(Listing { items, next })
    }

    /// The oldest report that is ranked: where more have the words, the older ones are left out.
    fn oldest_ranked(&self, words: &str) -> Result<i64, Error> {
        let sql = "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid DESC LIMIT 1 OFFSET ?2";
        let found = self
            .connection
            .prepare_cached(sql)?
            .query_row(params![words, RANKED], |r| r.get(0))
            .optional()?;
        Ok(found.unwrap_or(0))
    }
}

/// The index of words, with the reports beside it where something is asked of them.
fn beside(conditions: &Conditions) -> &'static str {
    if conditions.is_empty() { "words" } else { "words CROSS JOIN report r ON r.id = words.rowid" }
}

fn pieces(snippet: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    for (n, part) in snippet.split(MARKS.0).enumerate() {
        let (hit, rest) = if n == 0 { ("", part) } else { part.split_once(MARKS.1).unwrap_or((part, "")) };
        for (text, is_hit) in [(hit, true), (rest, false)] {
            if !text.is_empty() {
                out.push(Piece { text: text.to_owned(), hit: is_hit });
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snippets_are_cut_at_their_marks() {
        let got = pieces("the \u{1}harbour\u{2} of Velmora, \u{1}fire\u{2}");
        let got: Vec<(&str, bool)> = got.iter().map(|p| (p.text.as_str(), p.hit)).collect();
        assert_eq!(got, [("the ", false), ("harbour", true), (" of Velmora, ", false), ("fire", true)]);
    }
}
