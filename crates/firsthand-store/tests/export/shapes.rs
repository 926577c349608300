//! How each format looks, of the account made by hand.

use crate::fixture::by_hand;
use firsthand_store::export::{csv, ftm, jsonld, ninjs};
use std::fmt::Write;

fn lines(values: &[serde_json::Value]) -> String {
    values.iter().map(|v| serde_json::to_string_pretty(v).unwrap() + "\n").collect()
}

#[test]
fn json_ld() {
    let text = serde_json::to_string_pretty(&jsonld::document(&by_hand().dossier)).unwrap();
    insta::assert_snapshot!(unversioned(&text));
}

#[test]
fn annotations() {
    let mut page = Vec::new();
    jsonld::annotation::page(&by_hand().dossier, &mut page).unwrap();
    insta::assert_snapshot!(String::from_utf8(page).unwrap());
}

#[test]
fn ninjs() {
    let dossier = by_hand().dossier;
    insta::assert_snapshot!("ninjs", lines(&ninjs::items(&dossier)));
    insta::assert_snapshot!("ninjs beside", lines(&ninjs::beside(&dossier)));
}

#[test]
fn follow_the_money() {
    insta::assert_snapshot!(unversioned(&lines(&ftm::entities(&by_hand().dossier))));
}

#[test]
fn tables() {
    let folder = tempfile::tempdir().unwrap();
    csv::folder(&by_hand(), &[7], folder.path()).unwrap();
    let mut all = String::new();
    let mut names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().path()).collect();
    names.sort();
    for path in names {
        let name = path.file_name().unwrap().to_str().unwrap();
        writeln!(all, "## {name}\n{}", std::fs::read_to_string(&path).unwrap().replace("\r\n", "⏎\n"))
            .unwrap();
    }
    insta::assert_snapshot!(all);
}

/// The text without the program's version and the names made of it: the snapshot must not change with it.
fn unversioned(text: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let text = text.replace(&format!("firsthand {version}"), "firsthand VERSION");
    let mut out = String::new();
    for piece in text.split_inclusive('"') {
        let named =
            ["urn:firsthand:program:", "urn:firsthand:reading:"].iter().find(|p| piece.starts_with(**p));
        match named {
            Some(prefix) => write!(out, "{prefix}…\"").unwrap(),
            None => out.push_str(piece),
        }
    }
    out
}
