//! Everything an archive holds, without the moments at which it was written.

use crate::life::Life;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// The rows of every table, as text. Accounts are left out: they may be kept or not.
pub(crate) type Content = BTreeMap<&'static str, BTreeSet<String>>;

const TABLES: [(&str, &str); 11] = [
    ("page", "SELECT id, location, address, crawled, facts, hex(digest), size FROM page"),
    ("outlet", "SELECT id, name, reports FROM outlet"),
    ("report", "SELECT id, first, newest, story, outlet, title, body, day, url_key, made FROM report"),
    ("mention", "SELECT m.report, n.text, n.kind, m.count FROM mention m JOIN name n ON n.id = m.name"),
    ("story", "SELECT id, reports, newest, merged_into FROM story"),
    ("joined", "SELECT report, nearest FROM joined"),
    ("pin", "SELECT report, story FROM pin"),
    ("decision", "SELECT kind, detail, before FROM decision"),
    ("cursor", "SELECT source, value FROM cursor"),
    ("change", "SELECT id, kind, report, story, detail FROM change"),
    ("words", "SELECT rowid FROM words WHERE words MATCH 'book'"),
];

/// What is there; asserts that the archive is whole.
pub(crate) fn content(life: &mut Life) -> Content {
    let reader = life.archive().unwrap().reader().unwrap();
    assert_eq!(reader.verify(true, &|_| {}).unwrap().faults, [""; 0]);
    let db = Connection::open(&life.path).unwrap();
    TABLES.iter().map(|(table, sql)| (*table, rows(&db, sql))).collect()
}

fn rows(db: &Connection, sql: &str) -> BTreeSet<String> {
    let mut query = db.prepare(sql).unwrap();
    let columns = query.column_count();
    let rows = query.query_map([], |row| {
        let values: Result<Vec<rusqlite::types::Value>, _> = (0..columns).map(|n| row.get(n)).collect();
        Ok(values?.iter().map(|value| format!("{value:?}")).collect::<Vec<_>>().join(" | "))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

/// Whether all pages, reports, decisions and changes of another are in it.
pub(crate) fn holds(found: &Content, other: &Content) -> bool {
    ["page", "decision", "change"].iter().all(|table| other[table].is_subset(&found[table]))
}
