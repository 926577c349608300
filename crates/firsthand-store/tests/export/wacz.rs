//! The package of a story's evidence: sound, the same every time, and read again by firsthand itself.

use crate::fixture::{Held, by_hand, digest, held};
use crate::tool;
use firsthand_intake::{Found, Item, Options, read_from};
use firsthand_store::export::wacz;
use firsthand_text::language::Models;
use flate2::bufread::GzDecoder;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use zip::{CompressionMethod, ZipArchive};

fn package(held: &Held) -> Vec<u8> {
    let mut bytes = Vec::new();
    wacz::write(held, 7, &mut bytes).unwrap();
    bytes
}

/// The files of a package with how they are stored.
fn files(bytes: &[u8]) -> BTreeMap<String, (Vec<u8>, CompressionMethod)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), (bytes, file.compression()))
        })
        .collect()
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

/// The pages firsthand reads from a package.
fn read_again(bytes: &[u8]) -> Vec<Item> {
    let mut items = Vec::new();
    let done = read_from("story.wacz", Box::new(bytes), &Options::default(), &mut |found| {
        match found {
            Found::Page(item) => items.push(*item),
            Found::Bad(bad) => panic!("{}: {}", bad.location, bad.message),
            Found::Passed(_) => {}
        }
        ControlFlow::Continue(())
    });
    assert!(done.is_continue());
    items
}

#[test]
fn everything_is_listed_with_its_digest() {
    for held in [held(), by_hand()] {
        let bytes = package(&held);
        let files = files(&bytes);
        let about = json(&files["datapackage.json"].0);
        assert_eq!((&about["profile"], &about["wacz_version"]), (&"data-package".into(), &"1.1.1".into()));
        let mut listed: Vec<&str> = vec!["datapackage.json", "datapackage-digest.json"];
        for resource in about["resources"].as_array().unwrap() {
            let path = resource["path"].as_str().unwrap();
            let (bytes, _) = &files[path];
            assert_eq!(resource["hash"], digest(bytes), "{path}");
            assert_eq!(resource["bytes"], bytes.len());
            listed.push(path);
        }
        listed.sort_unstable();
        assert_eq!(listed, files.keys().map(String::as_str).collect::<Vec<_>>());
        let seal = json(&files["datapackage-digest.json"].0);
        assert_eq!(seal["hash"], digest(&files["datapackage.json"].0));
        for (path, (_, method)) in &files {
            let stored = path.ends_with(".gz");
            assert_eq!(*method == CompressionMethod::Stored, stored, "{path}");
        }
    }
}

#[test]
fn the_same_story_gives_the_same_bytes() {
    assert!(package(&held()) == package(&held()));
    let created = &json(&files(&package(&held()))["datapackage.json"].0)["created"];
    assert_eq!(created, "2031-03-05T12:00:00Z");
}

#[test]
fn the_index_leads_to_each_record() {
    let held = held();
    let files = files(&package(&held));
    let warc = &files["archive/data.warc.gz"].0;
    let index = String::from_utf8(files["indexes/index.cdx"].0.clone()).unwrap();
    let lines: Vec<&str> = index.lines().collect();
    assert!(lines.is_sorted());
    assert_eq!(lines.len(), held.items.len());
    for line in lines {
        let (key, about) = line.split_at(line.find('{').unwrap());
        let about: Value = serde_json::from_str(about).unwrap();
        let number = |key: &str| about[key].as_str().unwrap().parse::<usize>().unwrap();
        let member = &warc[number("offset")..number("offset") + number("length")];
        assert_eq!(about["recordDigest"], digest(member));
        // Exactly one member: nothing is left behind it.
        let (mut one, mut bytes) = (GzDecoder::new(member), Vec::new());
        one.read_to_end(&mut bytes).unwrap();
        assert!(one.into_inner().is_empty());
        let record = String::from_utf8_lossy(&bytes);
        assert!(record.starts_with("WARC/1.1\r\nWARC-Type: resource\r\n"));
        assert!(record.contains(&format!("WARC-Target-URI: {}\r\n", about["url"].as_str().unwrap())));
        assert!(record.contains(&format!("WARC-Payload-Digest: {}\r\n", about["digest"].as_str().unwrap())));
        assert!(key.starts_with("example,") || key.starts_with("urn:firsthand:version:"), "{key}");
    }
}

#[test]
fn firsthand_reads_the_same_reports_from_it() {
    let (held, models) = (held(), Models::built_in());
    let items = read_again(&package(&held));
    assert_eq!(items.len(), held.items.len());
    for (again, before) in items.iter().zip(held.items.values()) {
        assert_eq!(
            (&again.bytes, &again.address, &again.charset),
            (&before.bytes, &before.address, &before.charset)
        );
        assert_eq!((&again.kind, &again.facts, &again.notes), (&before.kind, &before.facts, &before.notes));
        assert_eq!(again.record.as_ref().unwrap().fits, Some(true));
        let read = |item: &Item| {
            let mut report = firsthand_text::read_page(&item.page(), &models).report;
            report.location.clear();
            report.crawled = None;
            format!("{report:?}")
        };
        assert_eq!(read(again), read(before));
    }
}

#[test]
fn pages_and_own_files_are_as_they_should_be() {
    let held = held();
    let files = files(&package(&held));
    let text = |path: &str| String::from_utf8(files[path].0.clone()).unwrap();
    let pages: Vec<Value> = text("pages/pages.jsonl").lines().map(|l| json(l.as_bytes())).collect();
    assert_eq!(pages[0]["format"], "json-pages-1.0");
    assert_eq!(pages.len(), held.dossier.account.reports.len() + 1);
    assert!(pages[1..].iter().all(|p| p["url"].is_string() && p["ts"].is_string() && p["text"].is_string()));
    let account = &*held.dossier.account;
    assert_eq!(text("firsthand/account.json"), serde_json::to_string(account).unwrap() + "\n");
    assert_eq!(text("firsthand/statements.jsonl").lines().count(), account.statements.len());
    assert_eq!(json(text("firsthand/annotations.jsonld").as_bytes())["type"], "AnnotationPage");
    assert!(json(text("firsthand/prov.jsonld").as_bytes())["@graph"].as_array().unwrap().len() > 5);
}

#[test]
fn the_reference_validator_takes_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.wacz");
    std::fs::write(&path, package(&held())).unwrap();
    let script = "import sys; from wacz.main import main; sys.exit(main(sys.argv[1:]))";
    let Some((fine, said)) = tool::python("wacz", &["-c", script, "validate", "-f", tool::name(&path)])
    else {
        return;
    };
    assert!(fine && said.contains("Validation succeeded"), "{said}");
}

#[test]
fn a_page_that_is_missing_is_named() {
    let mut held = by_hand();
    held.items.remove(&4);
    let error = wacz::write(&held, 7, &mut Vec::new()).unwrap_err();
    assert_eq!(error.to_string(), "r4: its page is not in the archive; nothing was written");
}
