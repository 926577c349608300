//! Looking after an archive: faults are found, copies are whole, pages are read again.

use crate::made::{Home, example, prepared};
use firsthand_store::{Archive, Kind, Reader};
use rusqlite::Connection;

fn filled(home: &Home) -> Archive {
    let mut archive = home.archive();
    archive.put(&prepared(example("harbour-fire")), &[]).unwrap();
    archive
}

/// Every kind of damage, and the word in the line that names it.
#[test]
fn every_damage_is_found() {
    for (sql, word) in [
        ("UPDATE page SET bytes = x'00' WHERE id = 2", "unpack"),
        ("UPDATE page SET digest = x'00' WHERE id = 2", "unpack"),
        ("UPDATE report SET body = body || ' And more.' WHERE id = 3", "another text"),
        ("UPDATE story SET reports = 4", "counts other reports"),
        ("UPDATE report SET newest = 0 WHERE id = 1", "no newest version"),
        ("UPDATE outlet SET reports = 7", "another number of reports"),
        ("UPDATE about SET value = 7 WHERE key = 'pages'", "not as many"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM page WHERE id = 4", "no parent in page"),
        (
            "INSERT INTO words(words, rowid, title, body) SELECT 'delete', id, title, body FROM report WHERE id = 5",
            "index of words",
        ),
        ("UPDATE account SET json = replace(json, 'fire', 'fyre')", "does not give its text"),
        ("UPDATE account SET json = '{'", "cannot be read"),
    ] {
        let home = Home::new();
        let archive = filled(&home);
        let reader = archive.reader().unwrap();
        reader.account(1).unwrap().unwrap();
        assert_eq!(reader.verify(false, &|_| {}).unwrap().faults, [""; 0]);
        let damage = if sql.contains("fyre") {
            // Only passages, not the text they count in.
            "UPDATE account SET json = json_replace(json, '$.statements[0].passage.text', 'another sentence')"
        } else {
            sql
        };
        Connection::open(home.path()).unwrap().execute_batch(damage).unwrap();
        let faults = reader.verify(false, &|_| {}).unwrap().faults;
        assert!(faults.iter().any(|f| f.contains(word)), "{sql}: {faults:?}");
    }
}

#[test]
fn a_copy_is_whole_and_never_overwrites() {
    let home = Home::new();
    let archive = filled(&home);
    let to = home.dir.path().join("copy.db");
    archive.reader().unwrap().backup(&to).unwrap();
    let copy = Reader::open(&to).unwrap();
    assert_eq!(copy.counts().unwrap(), archive.reader().unwrap().counts().unwrap());
    assert_eq!(copy.verify(false, &|_| {}).unwrap().faults, [""; 0]);
    let again = archive.reader().unwrap().backup(&to).unwrap_err();
    assert_eq!(again.kind(), Kind::Request);
}

#[test]
fn pages_are_read_again() {
    let home = Home::new();
    let mut archive = filled(&home);
    assert_eq!(archive.rebuild(false, &|_| {}).unwrap().reports, 0, "they were read by this version");
    let sql = "UPDATE report SET title = 'Old', body = 'Old words.', made = '0.0.1' WHERE id = 2;
        INSERT INTO words(words, rowid, title, body) SELECT 'delete', 2, p.title, p.body FROM (SELECT title, body FROM report WHERE id = 2) p";
    let before = archive.reader().unwrap().report(2).unwrap().unwrap();
    let connection = Connection::open(home.path()).unwrap();
    connection.execute("INSERT INTO words(words, rowid, title, body) SELECT 'delete', id, title, body FROM report WHERE id = 2", []).unwrap();
    connection.execute_batch(sql.split(';').next().unwrap()).unwrap();
    connection.execute("INSERT INTO words(rowid, title, body) VALUES (2, 'Old', 'Old words.')", []).unwrap();
    let done = archive.rebuild(false, &|_| {}).unwrap();
    assert_eq!((done.reports, done.changed), (1, 1));
    assert_eq!(archive.reader().unwrap().report(2).unwrap().unwrap(), before);
    assert_eq!(archive.reader().unwrap().verify(false, &|_| {}).unwrap().faults, [""; 0]);
}

#[test]
fn what_is_no_archive_is_said() {
    let home = Home::new();
    let path = home.path();
    assert_eq!(Reader::open(&path).unwrap_err().kind(), Kind::Missing);
    std::fs::write(&path, "no database at all, and long enough to be looked at as one by anybody who looks")
        .unwrap();
    assert_eq!(Archive::open(&path).unwrap_err().kind(), Kind::Foreign);
    std::fs::remove_file(&path).unwrap();
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE mine(x)").unwrap();
    assert_eq!(
        Archive::open(&path).unwrap_err().kind(),
        Kind::Foreign,
        "another program's database is left alone"
    );
    let newer = home.dir.path().join("newer.db");
    drop(Archive::open(&newer).unwrap());
    Connection::open(&newer).unwrap().execute_batch("PRAGMA user_version = 999").unwrap();
    let error = Archive::open(&newer).unwrap_err();
    assert!(error.to_string().contains("newer firsthand"), "{error}");
}

/// An archive with the tables of version 1, as 0.1.0 development builds wrote them.
#[test]
fn an_older_archive_is_brought_up_to_date() {
    let home = Home::new();
    let path = home.dir.path().join("older.db");
    let old = Connection::open(&path).unwrap();
    old.execute_batch(include_str!("../../src/schema/1.sql")).unwrap();
    old.execute_batch(
        "PRAGMA application_id = 1179144772; PRAGMA user_version = 1;
         INSERT INTO outlet(name) VALUES ('Velmora Ledger'), ('Orlik Post');
         INSERT INTO story(headline, reports, newest, version, changed) VALUES ('Ferry', 2, 2, 1, ''), ('Gone', 0, 0, 1, '');
         INSERT INTO page(location, facts, notes, digest, size, bytes) VALUES ('a', '{}', '[]', x'00', 0, x''), ('b', '{}', '[]', x'00', 0, x'');
         INSERT INTO report(id, first, newest, story, outlet, title, body, credits, day, notes, trace, made, added)
         VALUES (1, 1, 1, 1, 1, '', '', '[]', '', '[]', x'', '0', ''), (2, 2, 1, 1, NULL, '', '', '[]', '', '[]', x'', '0', '');",
    )
    .unwrap();
    drop(old);
    assert!(Reader::open(&path).unwrap_err().to_string().contains("older firsthand"));
    let reader = Archive::open(&path).unwrap().reader().unwrap();
    let counts = reader.counts().unwrap();
    assert_eq!((counts.reports, counts.pages, counts.stories, counts.outlets), (2, 2, 1, 2));
    assert_eq!(reader.outlets().unwrap(), [("Velmora Ledger".to_owned(), 1)]);
}

/// An archive with the tables of version 2: no story of it is linked to another, and it can be from now on.
#[test]
fn an_archive_without_links_between_stories_gets_them() {
    let home = Home::new();
    let mut archive = filled(&home);
    let before = archive.reader().unwrap().counts().unwrap();
    drop(archive);
    let old = Connection::open(home.path()).unwrap();
    old.execute_batch("DROP TABLE related; DROP INDEX story_merged; PRAGMA user_version = 2;").unwrap();
    drop(old);
    assert!(Reader::open(&home.path()).unwrap_err().to_string().contains("older firsthand"));
    archive = home.archive();
    let reader = archive.reader().unwrap();
    assert_eq!(reader.counts().unwrap(), before);
    assert_eq!(reader.related(1).unwrap(), []);
    let first = reader.reports(1).unwrap()[0].id;
    let new = archive.split(1, &[first]).unwrap();
    assert_eq!(reader.related(1).unwrap()[0].story, new);
    assert_eq!(reader.verify(false, &|_| {}).unwrap().faults, [""; 0]);
}
