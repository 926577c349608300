//! From an archive on the disk and back.

use crate::fixture::items;
use firsthand_store::export::{csv, ftm, jsonl, jsonld, ninjs, wacz};
use firsthand_store::{Archive, Imported, Keeping, Paging, Prepared, Reader, Search, Wanted, prepare};
use firsthand_text::language::Models;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// An archive with the pages of the fixture, a pin and a decision.
fn made(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("news.db");
    let models = Models::built_in();
    let mut archive = Archive::open(&path).unwrap();
    // One after the other: versions come in order of time.
    for (n, item) in items().into_values().enumerate() {
        let page: Prepared = prepare(item, &Keeping::default(), &models);
        archive.put(&[page], &[("crawl.warc.gz".into(), format!("{n}"))]).unwrap();
    }
    drop(archive);
    let file = Connection::open(&path).unwrap();
    let story: i64 = file.query_row("SELECT story FROM report WHERE id = 1", [], |r| r.get(0)).unwrap();
    file.execute("INSERT INTO pin VALUES (1, ?1)", [story]).unwrap();
    file.execute(
        "INSERT INTO decision VALUES (1, '2031-03-06T08:00:00Z', 'pin', 'r1 belongs here', ?1, NULL)",
        [format!("[{{\"report\":1,\"story\":{story},\"pin\":null}}]")],
    )
    .unwrap();
    // As grouping anew may leave it: near to a report with a greater number.
    file.execute("INSERT OR REPLACE INTO joined VALUES (1, 5, 0.5, '[\"Skarra\"]')", []).unwrap();
    // A story that was merged into this one.
    file.execute(
        "INSERT INTO story(id, headline, reports, newest, version, changed, merged_into) VALUES (90, 'Gone', 0, 0, 1, '2031-03-06T08:00:00Z', ?1)",
        [story],
    )
    .unwrap();
    file.execute("INSERT INTO related VALUES (?1, 90, 'parts of one storm')", [story]).unwrap();
    path
}

fn written(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    jsonl::write(&Reader::open(path).unwrap(), None, &mut bytes).unwrap();
    bytes
}

fn imported(into: &Path, bytes: &[u8]) -> Imported {
    Archive::open(into).unwrap().import(bytes, &|_| {}).unwrap()
}

fn stories(reader: &Reader) -> Vec<i64> {
    let all = reader.stories(&Wanted::default(), &Paging { after: None, most: 100 }).unwrap();
    all.items.iter().map(|s| s.id).collect()
}

#[test]
fn an_archive_comes_back_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder);
    let bytes = written(&path);
    let copy = folder.path().join("copy.db");
    let done = imported(&copy, &bytes);
    assert_eq!(done, Imported { reports: 5, known: 0, same_numbers: true, faults: Vec::new() });
    assert!(written(&copy) == bytes, "{}", String::from_utf8_lossy(&written(&copy)));
    let (old, new) = (Reader::open(&path).unwrap(), Reader::open(&copy).unwrap());
    assert_eq!(old.counts().unwrap(), new.counts().unwrap());
    assert_eq!(stories(&old), stories(&new));
    for story in stories(&old) {
        assert_eq!(old.account(story).unwrap(), new.account(story).unwrap());
        assert_eq!(old.reports(story).unwrap(), new.reports(story).unwrap());
    }
    let search = Search { words: "ferry Holm".into(), ..Search::default() };
    let found = |r: &Reader| r.search(&search, &Paging::default()).unwrap();
    assert_eq!(found(&old), found(&new));
    assert!(found(&new).items.len() >= 4);
}

#[test]
fn a_copy_goes_on_as_the_archive_would() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder);
    let copy = folder.path().join("copy.db");
    imported(&copy, &written(&path));
    let models = Models::built_in();
    for path in [&path, &copy] {
        let known = prepare(items()[&6].clone(), &Keeping::default(), &models);
        let mut edited = items()[&3].clone();
        edited.bytes = String::from_utf8(edited.bytes).unwrap().replace("nine", "ten").into_bytes();
        edited.crawled = Some("2031-03-05T15:00:00Z".into());
        let pages = [known, prepare(edited, &Keeping::default(), &models)];
        let outcomes = Archive::open(path).unwrap().put(&pages, &[]).unwrap();
        assert_eq!(format!("{:?} {:?}", outcomes[0].what, outcomes[1].what), "Known Version { of: 1 }");
    }
}

#[test]
fn an_archive_that_holds_something_gets_what_is_new() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = written(&made(&folder));
    let other = folder.path().join("other.db");
    let known = prepare(items()[&9].clone(), &Keeping::default(), &Models::built_in());
    Archive::open(&other).unwrap().put(&[known], &[("crawl.warc.gz".into(), "mine".into())]).unwrap();
    let done = imported(&other, &bytes);
    assert_eq!(done, Imported { reports: 4, known: 1, same_numbers: false, faults: Vec::new() });
    let reader = Reader::open(&other).unwrap();
    assert_eq!(reader.counts().unwrap().pages, 5);
    assert_eq!(reader.cursor("crawl.warc.gz").unwrap().as_deref(), Some("mine"));
    let again = imported(&other, &bytes);
    assert_eq!((again.reports, again.known), (0, 5));
}

#[test]
fn a_broken_line_does_not_take_the_others_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let text = String::from_utf8(written(&made(&folder))).unwrap();
    let number = text.lines().position(|l| l.contains("\"type\":\"report\"")).unwrap();
    // The first version of a report in two versions.
    for (n, broken) in ["{\"type\":\"report\",\"id\":", "nonsense"].into_iter().enumerate() {
        let lines: Vec<&str> =
            text.lines().enumerate().map(|(at, line)| if at == number { broken } else { line }).collect();
        let copy = folder.path().join(format!("{n}.db"));
        let done = imported(&copy, (lines.join("\n") + "\n").as_bytes());
        assert_eq!(done.reports, 4);
        assert_eq!(done.faults.len(), 1, "{:?}", done.faults);
        assert!(done.faults[0].starts_with(&format!("line {}: not a line of an archive", number + 1)));
        let reader = Reader::open(&copy).unwrap();
        assert_eq!((reader.counts().unwrap().pages, reader.counts().unwrap().reports), (4, 4));
        assert_eq!(reader.report(2).unwrap().unwrap().first, 2, "it is a report of its own now");
        assert!(reader.account(stories(&reader)[0]).unwrap().is_some());
    }
    let changed = text.replace("injured nine people", "injured none people");
    let done = imported(&folder.path().join("changed.db"), changed.as_bytes());
    assert_eq!(done.faults.len(), 1);
    assert!(done.faults[0].ends_with("r2: the page does not fit its digest; skipped"), "{:?}", done.faults);
}

#[test]
fn what_is_no_export_is_refused_and_nothing_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.db");
    let mut archive = Archive::open(&copy).unwrap();
    let error = archive.import("{}\n".as_bytes(), &|_| {}).unwrap_err();
    assert_eq!(error.to_string(), "not an archive as firsthand export --format jsonl writes it");
    assert_eq!(archive.reader().unwrap().counts().unwrap().pages, 0);
}

#[test]
fn an_empty_archive_goes_out_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("none.db"), folder.path().join("copy.db"));
    Archive::open(&path).unwrap();
    let bytes = written(&path);
    assert_eq!(bytes.split(|b| *b == b'\n').filter(|l| !l.is_empty()).count(), 2);
    let done = imported(&copy, &bytes);
    assert_eq!((done.reports, done.faults.len()), (0, 0));
    assert!(written(&copy) == bytes);
}

#[test]
fn one_story_can_be_taken_out() {
    let folder = tempfile::tempdir().unwrap();
    let reader = Reader::open(&made(&folder)).unwrap();
    let story = stories(&reader)[0];
    let mut bytes = Vec::new();
    jsonl::write(&reader, Some(&[story]), &mut bytes).unwrap();
    let copy = folder.path().join("copy.db");
    let done = imported(&copy, &bytes);
    assert!(done.faults.is_empty(), "{:?}", done.faults);
    let new = Reader::open(&copy).unwrap();
    assert_eq!(stories(&new), [story]);
    assert_eq!(new.account(story).unwrap(), reader.account(story).unwrap());
    assert_eq!(new.cursor("crawl.warc.gz").unwrap(), None);
}

#[test]
fn every_format_gives_the_same_bytes_twice() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder);
    // First with accounts that are made now, then with those that were kept.
    let all: Vec<Vec<Vec<u8>>> = (0..2)
        .map(|n| {
            let reader = Reader::open(&path).unwrap();
            let ids = stories(&reader);
            let mut out = vec![Vec::new(); 5];
            jsonld::write(&reader, &ids, &mut out[0]).unwrap();
            ninjs::write(&reader, &ids, &mut out[1], None).unwrap();
            ftm::write(&reader, &ids, &mut out[2]).unwrap();
            wacz::write(&reader, ids[0], &mut out[3]).unwrap();
            let tables = folder.path().join(format!("tables{n}"));
            csv::folder(&reader, &ids, &tables).unwrap();
            out[4] = std::fs::read(tables.join("edges.csv")).unwrap();
            assert_eq!(reader.decisions().unwrap().len(), 1);
            out
        })
        .collect();
    for (n, (first, second)) in all[0].iter().zip(&all[1]).enumerate() {
        assert!(!first.is_empty());
        assert!(first == second, "format {n} differs");
    }
}
