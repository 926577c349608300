//! Every passage of every account gives back its text: in the report, and in the bytes of the page.

use crate::run::Run;
use crate::schema;
use firsthand_core::{account, story, version};
use firsthand_text::language::{Annotated, Models};
use proptest::prelude::*;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// Passages of one account, checked; gives how many there are.
fn check_all(account: &Value) -> usize {
    let reports = account["reports"].as_array().unwrap();
    let mut passages = 0;
    // Every object with start, end and text is a passage; its report is named in it or in an object around it.
    let mut open = vec![(account, String::new())];
    while let Some((value, around)) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items.iter().map(|item| (item, around.clone()))),
            Value::Object(fields) => {
                let named = |key: &str| fields.get(key).and_then(Value::as_str);
                let from = named("from").filter(|id| id.starts_with('r'));
                let report = named("report").or(from).map_or(around, str::to_owned);
                if fields.contains_key("start") && fields.contains_key("text") {
                    passages += 1;
                    check(fields, &report, reports);
                }
                open.extend(fields.values().map(|v| (v, report.clone())));
            }
            _ => {}
        }
    }
    passages
}

fn check(passage: &Map<String, Value>, report: &str, reports: &[Value]) {
    let found =
        reports.iter().find(|r| r["id"] == report).unwrap_or_else(|| panic!("no report for {passage:?}"));
    let part = passage.get("part").and_then(Value::as_str).unwrap_or("body");
    let text = found[part].as_str().unwrap_or_else(|| panic!("{report} has no {part}"));
    let at = |key: &str| usize::try_from(passage[key].as_u64().unwrap()).unwrap();
    let (start, end) = (at("start"), at("end"));
    assert!(start <= end);
    let cut: String = text.chars().skip(start).take(end - start).collect();
    assert_eq!(cut, passage["text"].as_str().unwrap(), "{report} {part} {start} to {end}");
}

fn pages() -> Vec<(PathBuf, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut pages: Vec<(PathBuf, Vec<u8>)> = ["harbour-fire", "minister-visit", "river-flood"]
        .iter()
        .flat_map(|story| std::fs::read_dir(root.join(story)).unwrap())
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect();
    pages.sort();
    pages
}

#[test]
fn of_the_examples() {
    let done =
        Run::new(["read", "--json"]).arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")).done();
    let (mut statements, mut passages) = (0, 0);
    for line in done.stdout.lines() {
        let account: Value = serde_json::from_str(line).unwrap();
        assert_eq!(schema::errors(&account), Vec::<String>::new());
        statements += account["statements"].as_array().unwrap().len();
        passages += check_all(&account);
    }
    assert!(statements > 100, "{statements} statements in the examples");
    assert!(passages > statements, "{passages} passages");
}

#[test]
fn down_to_the_bytes_of_plain_text() {
    let mut checked = 0;
    for (path, bytes) in pages().into_iter().filter(|(path, _)| path.extension().is_some_and(|e| e == "txt"))
    {
        let report = firsthand_text::read(&path.to_string_lossy(), &bytes, &Models::built_in());
        let account =
            serde_json::to_value(account::account(1, &alone(), &version::fold(vec![report]))).unwrap();
        for statement in account["statements"].as_array().unwrap() {
            let passage = &statement["passage"];
            let Some([Some(from), Some(to)]) =
                passage["bytes"].as_array().map(|b| [b[0].as_u64(), b[1].as_u64()])
            else {
                panic!("{}: no bytes for {passage}", path.display());
            };
            let range = usize::try_from(from).unwrap()..usize::try_from(to).unwrap();
            let there = std::str::from_utf8(&bytes[range]).unwrap();
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(words(there), words(passage["text"].as_str().unwrap()), "{}", path.display());
            checked += 1;
        }
    }
    assert!(checked > 50, "{checked} statements");
}

fn alone() -> story::Story {
    story::Story { reports: vec![0], joins: Vec::new(), related: None }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Pages with anything put in anywhere, several in one story: no panic, and every passage still fits.
    #[test]
    fn of_damaged_pages(
        picks in prop::collection::vec(0..15_usize, 1..4),
        places in prop::collection::vec(0.0..1.0_f64, 6),
        pieces in prop::collection::vec("\\PC{0,6}|[\u{0}-\u{20}]{0,3}|[“”‘’\"'(é—]{1,4}|(20)?[0-9]{1,6}[.,%]?", 6),
    ) {
        let pages = pages();
        let models = Models::built_in();
        let reports: Vec<Annotated> = picks
            .iter()
            .enumerate()
            .map(|(at, pick)| {
                let (path, bytes) = &pages[pick % pages.len()];
                let mut text = String::from_utf8_lossy(bytes).into_owned();
                for (place, piece) in places.iter().zip(&pieces) {
                    let mut byte = (place * text.len() as f64) as usize;
                    while !text.is_char_boundary(byte) {
                        byte -= 1;
                    }
                    text.insert_str(byte, piece);
                }
                firsthand_text::read(&format!("{at}-{}", path.display()), text.as_bytes(), &models)
            })
            .collect();
        let versions = version::fold(reports);
        let story = story::Story { reports: (0..versions.reports.len()).collect(), joins: Vec::new(), related: None };
        check_all(&serde_json::to_value(account::account(1, &story, &versions)).unwrap());
    }
}
