//! Searching the words of reports.

use super::filter::{matching, of_report};
use super::reports::{COLUMNS, FROM, report};
use super::{Reader, bad_cursor};
use crate::error::Error;
use crate::row::{Hit, Listing, Paging, Piece, ReportRow, Search};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params, params_from_iter};

/// Only the newest so many reports that have the words are ranked: ranking visits every one of them (measured: a word of
/// 4,000 reports in 200,000 costs 17 ms, and it grows with the archive).
const RANKED: i64 = 20_000;
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
        let ranked = search.ranked && words.is_some();
        let (mut values, mut sql) = (Vec::new(), String::from("r.newest"));
        if let Some(words) = &words {
            sql.push_str(" AND words MATCH ?");
            values.push(Value::Text(words.clone()));
        }
        sql.push_str(&format!(" AND {}", conditions.all()));
        values.extend(conditions.values);
        let after: Option<i64> =
            paging.after.as_ref().map(|a| a.parse().map_err(|_| bad_cursor())).transpose()?;
        let id = if words.is_some() { "words.rowid" } else { "r.id" };
        if let (true, Some(words)) = (ranked, &words) {
            sql.push_str(&format!(" AND {id} >= ?"));
            values.push(Value::Integer(self.oldest_ranked(words)?));
        } else if let Some(after) = after {
            sql.push_str(&format!(" AND {id} < ?"));
            values.push(Value::Integer(after));
        }
        let (from, snippet) = if words.is_some() {
            let snippet = format!("snippet(words, -1, char(1), char(2), '…', {SNIPPET})");
            // The index leads, whatever the planner thinks: its rows come newest first and the limit ends the search.
            (format!("words CROSS JOIN {FROM}"), snippet)
        } else {
            (FROM.to_owned(), "substr(r.body, 1, 200)".to_owned())
        };
        let on = if words.is_some() { " AND r.id = words.rowid" } else { "" };
        let order =
            if ranked { "bm25(words, 4.0, 1.0), words.rowid DESC".to_owned() } else { format!("{id} DESC") };
        let skip = if ranked { after.unwrap_or(0).max(0) } else { 0 };
        let sql = format!(
            "SELECT {COLUMNS}, {snippet} FROM {from} WHERE {sql}{on} ORDER BY {order} LIMIT ? OFFSET ?"
        );
        values.extend([Value::Integer(paging.most as i64 + 1), Value::Integer(skip)]);
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut rows = query.query(params_from_iter(values))?;
        let mut items: Vec<Hit> = Vec::new();
        while let Some(row) = rows.next()? {
            let snippet: String = row.get(20)?;
            let report: ReportRow = report(row)?;
            items.push(Hit { report, pieces: pieces(&snippet) });
        }
        let more = items.len() > paging.most;
        items.truncate(paging.most);
        let next = items.last().filter(|_| more).map(|hit| {
            if ranked { (skip + paging.most as i64).to_string() } else { hit.report.id.to_string() }
        });
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
