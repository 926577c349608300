//! `firsthand statements`: who says what, as a person and as a program reads it.

use crate::run::Run;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn report() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/minister-visit/capital-mirror.txt")
}

fn listed(flags: &[&str]) -> String {
    let args = ["statements", "-", "-q"];
    let done = Run::new(args.iter().chain(flags).copied()).stdin(std::fs::read(report()).unwrap()).done();
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    done.stdout
}

#[test]
fn sentence_by_sentence() {
    insta::assert_snapshot!(listed(&[]));
}

#[test]
fn a_line_of_json_and_a_row_of_the_table_for_each_statement() {
    let json = listed(&["--json"]);
    let lines: Vec<Value> = json.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let table = listed(&["--csv"]);
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let head = rows.headers().unwrap().clone();
    let column = |name: &str| head.iter().position(|h| h == name).unwrap();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), lines.len());
    assert!(lines.len() > 5);
    for (row, line) in rows.iter().zip(&lines) {
        assert_eq!(row[column("predicate")], line["predicate"]["lemma"]);
        assert_eq!(row[column("sentence")], line["passage"]["text"]);
        assert_eq!(row[column("certainty")], line["certainty"]);
        let chain: Vec<&str> =
            line["chain"].as_array().unwrap().iter().map(|l| l["name"].as_str().unwrap()).collect();
        assert_eq!(row[column("chain")], chain.join(" ← "));
        assert_eq!(chain.len(), 1 + line["attribution"].as_array().unwrap().len());
    }
}

#[test]
fn of_one_source_only() {
    let of = |by: &str| listed(&["--json", "--by", by]);
    let lines = of("ksna");
    assert!(!lines.is_empty());
    for line in lines.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let named = |l: &Value| l["name"] == "Karvenian State News Agency" || l["name"] == "KSNA";
        assert!(line["chain"].as_array().unwrap().iter().any(named), "{line}");
    }
    assert_eq!(of("nobody of this name"), "");
}

#[test]
fn what_makes_no_sense_is_refused() {
    for flags in [&["--json", "--csv"][..], &["--by", " "]] {
        let done = Run::new(["statements", "x"].iter().chain(flags).copied()).done();
        assert_eq!((done.code, done.stdout.as_str()), (2, ""), "{flags:?}");
    }
    let done = Run::new(["statements", "no such file.txt"].iter().copied()).done();
    assert_eq!(done.code, 3);
    assert!(done.stderr.contains("no such file.txt"), "{}", done.stderr);
}
