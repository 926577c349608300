//! `--watchlist` from outside: links with both spellings, in all forms; bad lists are refused whole.

use crate::run::Run;
use serde_json::Value;
use std::path::{Path, PathBuf};

const LIST: &str = "id,schema,name,aliases,countries,position\n\
    V-7,Person,Anatoli BERIDJEV,,sm,Minister of External Trade\n\
    V-9,Company,Coast Party Ltd,,,\n\
    V-11,Person,Edda Marie Lorne,,,\n";

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/minister-visit")
}

fn list(text: &str) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("port-list.csv");
    std::fs::write(&file, text).unwrap();
    (dir, file)
}

#[test]
fn people_and_bodies_are_linked_to_entries() {
    let (dir, file) = list(LIST);
    let page = dir.path().join("page.html");
    let run = || Run::new(["read"]).arg(example()).arg("--watchlist").arg(&file);
    let brief = run().arg("--brief").arg("--html").arg(&page).done();
    let shown: Vec<&str> =
        brief.stdout.split("\n\n").filter(|part| part.starts_with("MAY BE ON A LIST")).collect();
    insta::assert_snapshot!(shown.join("\n"));
    assert!(std::fs::read_to_string(page).unwrap().contains("May be on a list"));

    let json = run().arg("--json").done();
    let account: Value = serde_json::from_str(json.stdout.lines().next().unwrap()).unwrap();
    let listed =
        account["entities"].as_array().unwrap().iter().flat_map(|e| e["listed"].as_array()).flatten();
    let keys: Vec<(&str, &str)> =
        listed.map(|l| (l["list"].as_str().unwrap(), l["id"].as_str().unwrap())).collect();
    assert_eq!(keys, [("port-list", "V-7"), ("port-list", "V-11"), ("port-list", "V-9")]);
    let without = Run::new(["read"]).arg(example()).arg("--json").done();
    assert!(!without.stdout.contains("\"listed\""));
}

#[test]
fn a_list_that_is_none_stops_the_run_with_one_line() {
    for (text, want) in [
        ("id,birth\n1,2\n", "has no head line with a column `name`"),
        ("name\nTae Jong Su\nA,B\n", "line 3: has 2 fields, the head line 1"),
    ] {
        let (_dir, file) = list(text);
        let done = Run::new(["read"]).arg(example()).arg("--watchlist").arg(&file).done();
        assert_eq!((done.stdout.as_str(), done.stderr.lines().count()), ("", 1), "{}", done.stderr);
        assert!(done.stderr.contains(want) && done.stderr.contains("port-list.csv"), "{}", done.stderr);
        assert_ne!(done.code, 0);
    }
}
