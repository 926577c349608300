//! `firsthand page`: what was kept, what was cut and why.

use crate::run::Run;
use serde_json::Value;
use std::path::Path;

fn examples() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

/// How a page is shown that comes through standard input: a path would be wrapped wherever it happens to end.
fn shown(name: &str) -> String {
    let page = std::fs::read(examples().join(name)).unwrap();
    let done = Run::new(["page", "-"]).stdin(page).done();
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    done.stdout
}

#[test]
fn a_page_block_by_block() {
    insta::assert_snapshot!(shown("minister-visit/evening-compass.html"));
}

#[test]
fn every_block_stands_where_it_says() {
    let done = Run::new(["page", "--json"]).arg(examples()).done();
    assert_eq!(done.code, 0, "{}", done.stderr);
    let mut seen = 0;
    for line in done.stdout.lines() {
        let proof: Value = serde_json::from_str(line).unwrap();
        let bytes = std::fs::read(proof["location"].as_str().unwrap()).unwrap();
        for block in proof["blocks"].as_array().unwrap() {
            let Some(at) = block["bytes"].as_array() else { continue };
            let at = |n: usize| at[n].as_u64().unwrap() as usize;
            let page = String::from_utf8_lossy(&bytes[at(0)..at(1)]).into_owned();
            // Tags may stand anywhere in between; the first letters are there as they are.
            let text = block["text"].as_str().unwrap();
            let first: String = text.chars().take_while(|c| c.is_alphanumeric()).take(4).collect();
            assert!(page.starts_with(&first), "{text:?} does not begin {page:?}");
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen} blocks");
}

#[test]
fn what_is_missing_is_said_and_the_rest_shown() {
    let page = examples().join("minister-visit/capital-mirror.txt");
    let done = Run::new(["page", "nowhere.html", "--json"]).arg(page).done();
    assert_eq!(done.code, 1);
    assert_eq!(done.stdout.lines().count(), 1);
    assert!(done.stderr.contains("nowhere.html: no such file or folder"), "{}", done.stderr);
    assert_eq!(Run::new(["page", "nowhere.html"]).done().code, 3);
}
