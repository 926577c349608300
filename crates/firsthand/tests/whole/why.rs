//! `firsthand why`: the evidence behind every kind of id, and what it says when there is none.

use crate::fixture::{bare, ferry};
use crate::run::Run;
use firsthand::why::why;
use firsthand_core::account::Account;

fn file(accounts: &[Account]) -> String {
    accounts.iter().map(|a| serde_json::to_string(a).unwrap() + "\n").collect()
}

fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn one_of_every_kind() {
    let account = ferry();
    for id in ["t7", "e1", "v1", "p1", "o1", "l3", "r1"] {
        let text = why(&account, id, 80).unwrap_or_else(|| panic!("nothing behind {id}"));
        insta::assert_snapshot!(id, plain(&text));
    }
}

#[test]
fn every_id_has_something_behind_it() {
    let account = ferry();
    let value = serde_json::to_value(&account).unwrap();
    let mut ids = Vec::new();
    for list in ["reports", "entities", "statements", "events", "points", "origins", "lineage"] {
        ids.extend(
            value[list].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()),
        );
    }
    assert!(ids.len() > 40);
    for id in ids {
        let text = plain(&why(&account, &id, 60).unwrap_or_default());
        assert!(text.starts_with(&id) && text.lines().count() > 1, "{id}: {text}");
        assert!(
            text.lines().all(|line| textwrap::core::display_width(line) <= 60),
            "{id} is too wide:\n{text}"
        );
    }
}

#[test]
fn it_reads_a_file_or_standard_input() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("account.json");
    std::fs::write(&path, file(&[ferry()])).unwrap();
    let from_file = Run::new(["why", "T1", "--in"]).arg(&path).done();
    let from_stdin = Run::new(["why", "t1", "--in", "-"]).stdin(file(&[ferry()])).done();
    assert_eq!((from_file.code, from_stdin.code), (0, 0));
    assert_eq!(from_file.stdout, from_stdin.stdout);
    assert_eq!(from_file.stdout, plain(&why(&ferry(), "t1", 80).unwrap()));
    let pretty = serde_json::to_string_pretty(&ferry()).unwrap();
    assert_eq!(Run::new(["why", "t1", "--in", "-"]).stdin(pretty).done().stdout, from_stdin.stdout);
}

#[test]
fn what_does_not_exist_is_said_in_one_line() {
    let two = file(&[ferry(), bare()]);
    let cases: [(&[&str], &str); 8] = [
        (&["why", "t99", "--in", "-"], &two),
        (&["why", "x1", "--in", "-"], &two),
        (&["why", "r1", "--in", "-"], &two),
        (&["why", "t1", "--in", "-", "--story", "s9"], &two),
        (&["why", "t1", "--in", "-", "--story", "s2"], &two),
        (&["why", "t1", "--in", "-"], ""),
        (&["why", "t1", "--in", "-"], "{\"schema\": 3}"),
        (&["why", "t1", "--in", "/nowhere/account.json"], ""),
    ];
    let mut said = String::new();
    for (args, stdin) in cases {
        let done = Run::new(args.iter().copied()).stdin(stdin).done();
        assert_eq!(
            (done.code, done.stdout.as_str(), done.stderr.lines().count()),
            (2, "", 1),
            "{args:?}: {done:?}"
        );
        said.push_str(&format!("$ firsthand {}\n{}", args.join(" "), done.stderr));
    }
    insta::assert_snapshot!(said);
    let found = Run::new(["why", "r1", "--in", "-", "--story", "s2"]).stdin(two).done();
    assert_eq!(found.code, 0);
}
