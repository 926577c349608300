//! `firsthand read` from outside: inputs, troubles, exit codes, the same bytes whatever the order.

use crate::run::Run;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A report of our own that must always be read.
const GOOD: &str = "Lighthouse of Brannock lit again\n\nBrannock Courier, 4 May 2025\n\n\
    The lighthouse of Brannock was lit again on Saturday after repairs that took two years, Mayor Hanna Orlop said. \
    More than 300 people watched from the pier as the lamp began to turn.\n\n\
    “My father kept this light,” said Joost Pell, who is 83. The repairs cost 1.2 million crowns, according to the \
    harbour office. The lamp had been dark since a storm in February 2023 broke the glass.\n";

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        std::fs::write(dir.path().join(name), bytes).unwrap();
    }
    dir
}

fn accounts(json: &str) -> Vec<Value> {
    json.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn locations(json: &str) -> Vec<String> {
    let accounts = accounts(json);
    let reports = accounts.iter().flat_map(|a| a["reports"].as_array().unwrap());
    reports.map(|r| r["location"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_bad_input_has_one_line_and_the_rest_goes_through() {
    let long_line = format!("{} ", "word".repeat(600_000)).into_bytes();
    let sentence = "Mae'r goleudy wedi ei oleuo eto ddydd Sadwrn ar ôl dwy flynedd o waith, meddai'r maer. ";
    let unknown = format!("Y goleudy\n\n{}\n\n{}\n", sentence.repeat(3), sentence.repeat(2));
    let said = check_bad(&[
        ("empty.txt", b"", true),
        ("blank.txt", b" \n\n\t\n", true),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0", true),
        ("one-line.txt", &long_line, false),
        ("welsh.txt", unknown.as_bytes(), false),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn every_bad_page_has_one_line_and_the_rest_goes_through() {
    let nested = format!("{}<p>{GOOD}</p>", "<div>".repeat(60_000)).into_bytes();
    let declared =
        [b"<html><head><meta charset=utf-8></head><body><h1>Caf\xe9</h1><p>".as_slice(), GOOD.as_bytes()]
            .concat();
    let invalid = [
        GOOD.as_bytes(),
        "\n\n“We café people will stay,” said René Orlöp.\n\nThe caf".as_bytes(),
        b"\xc3 at the pier stays open.\n",
    ]
    .concat();
    let said = check_bad(&[
        (
            "no-text.html",
            b"<html><head><title>x</title></head><body><nav><a href=/>Home</a></nav></body></html>",
            true,
        ),
        ("declared.html", &declared, false),
        ("invalid.txt", &invalid, false),
    ]);
    let dir = folder(&[("deep.html", &nested)]);
    let deep = Run::new(["read", "--json"]).arg(dir.path()).done();
    assert!(matches!(deep.code, 0 | 1), "deep nesting is survived: {}", deep.stderr);
    assert!(
        deep.stdout.contains("The lighthouse of Brannock was lit again"),
        "and what stands in it is read"
    );
    insta::assert_snapshot!(said);
}

/// Reads each of these beside a good report: name, bytes, whether nothing is left of it. Gives what is said of them.
fn check_bad(cases: &[(&str, &[u8], bool)]) -> String {
    let mut said = String::new();
    for &(name, bytes, lost) in cases {
        let dir = folder(&[("good.txt", GOOD.as_bytes()), (name, bytes)]);
        let done = Run::new(["read", "--json"]).arg(dir.path()).done();
        assert_eq!(done.code, 1, "{name}: {}", done.stderr);
        let root = format!("{}/", dir.path().display());
        let lines: Vec<String> = done.stderr.lines().map(|l| l.replace(&root, "")).collect();
        assert_eq!(lines.len(), 1, "{name}: {lines:?}");
        assert!(lines[0].starts_with(&format!("firsthand: {name}: ")), "{name}: {lines:?}");
        said.push_str(&format!("{}\n", lines[0]));
        let kept: Vec<String> = locations(&done.stdout).iter().map(|l| l.replace(&root, "")).collect();
        assert!(kept.contains(&"good.txt".to_owned()), "{name}: the rest goes through");
        assert_eq!(kept.contains(&name.to_owned()), !lost, "{name}");

        if bytes.len() > 1 << 20 {
            continue;
        }
        let quiet = Run::new(["read", "--json", "--quiet"]).arg(dir.path()).done();
        assert_eq!(
            quiet.stderr.is_empty(),
            !lost,
            "{name}: only losses are said when quiet: {}",
            quiet.stderr
        );
        assert_eq!((quiet.code, quiet.stdout), (done.code, done.stdout));

        if lost {
            let alone = Run::new(["read", "--json"]).arg(dir.path().join(name)).done();
            assert_eq!((alone.code, alone.stdout.as_str()), (3, ""), "{name}: nothing to measure");
        }
    }
    said
}

#[test]
fn what_cannot_be_reached_is_said_and_the_rest_goes_through() {
    let dir = folder(&[("good.txt", GOOD.as_bytes())]);
    let root = dir.path();
    #[cfg(unix)]
    std::os::unix::fs::symlink(root.join("gone.txt"), root.join("link.txt")).unwrap();
    let done = Run::new(["read", "--json"]).arg(root).arg(root.join("nowhere")).done();
    assert_eq!(done.code, 1);
    assert_eq!(locations(&done.stdout).len(), 1);
    let lines: Vec<String> =
        done.stderr.lines().map(|l| l.replace(&format!("{}/", root.display()), "")).collect();
    let mut expected = vec!["firsthand: nowhere: no such file or folder; skipped"];
    if cfg!(unix) {
        expected.insert(0, "firsthand: link.txt: no such file or folder; skipped");
    }
    assert_eq!(lines, expected);
}

#[test]
fn standard_input_is_a_report_like_any_other() {
    let piped = Run::new(["read", "--json", "-"]).stdin(GOOD).done();
    assert_eq!((piped.code, locations(&piped.stdout)), (0, vec!["-".to_owned()]), "{}", piped.stderr);
    let twice = Run::new(["read", "--json", "-", "-"]).stdin(GOOD).done();
    assert_eq!(twice, piped);
}

#[test]
fn order_repetition_and_threads_do_not_show() {
    let (a, b, c) = ("harbour-fire", "minister-visit", "river-flood");
    let whole = Run::new(["read", "--json"]).arg(examples()).done();
    assert_eq!(whole.code, 0, "{}", whole.stderr);
    assert!(locations(&whole.stdout).len() > 10);
    for (order, threads) in [([a, b, c], "1"), ([c, a, b], "2"), ([b, c, a], "3")] {
        let run = order
            .iter()
            .fold(Run::new(["read", "--json", "--threads", threads]), |run, d| run.arg(examples().join(d)));
        assert_eq!(run.done(), whole, "{order:?} with {threads} threads");
    }
    let mut files: Vec<PathBuf> = [a, b, c]
        .iter()
        .flat_map(|d| std::fs::read_dir(examples().join(d)).unwrap().map(|e| e.unwrap().path()))
        .collect();
    files.sort();
    files.reverse();
    files.extend_from_within(..3);
    let run = files.iter().fold(Run::new(["read", "--json"]), |run, f| run.arg(f));
    assert_eq!(run.done(), whole, "file by file, backwards, some twice");
}

#[test]
fn the_same_account_in_every_form() {
    let dir = tempfile::tempdir().unwrap();
    let story = examples().join("harbour-fire");
    let (page, out) = (dir.path().join("page.html"), dir.path().join("out.txt"));
    let full = Run::new(["read"]).arg(&story).arg("--html").arg(&page).done();
    let to_file = Run::new(["read"]).arg(&story).arg("--out").arg(&out).done();
    assert_eq!((to_file.code, to_file.stdout.as_str()), (full.code, ""));
    assert_eq!(std::fs::read_to_string(&out).unwrap(), full.stdout);
    assert!(std::fs::read_to_string(&page).unwrap().starts_with("<!doctype html>"));
    assert!(!full.stdout.contains('\u{1b}'), "no colour where there is no terminal");
    let colour = Run::new(["read", "--color", "always"]).arg(&story).done();
    assert!(colour.stdout.contains('\u{1b}'));
    assert_eq!(anstream::adapter::strip_str(&colour.stdout).to_string(), full.stdout);
    let report = story.join("velmora-gazette.txt");
    let full = Run::new(["read"]).arg(&report).done();
    let brief = Run::new(["read", "--brief"]).arg(&report).done();
    assert!(brief.stdout.lines().count() < full.stdout.lines().count());
    let nowhere =
        Run::new(["read", "--json"]).arg(&story).arg("--out").arg(dir.path().join("no/such/folder")).done();
    assert_eq!((nowhere.code, nowhere.stderr.lines().count()), (1, 1), "{}", nowhere.stderr);
}

#[test]
fn a_closed_pipe_is_a_quiet_end() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_firsthand"))
        .args(["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

/// Two reports of one happening, the second in a language whose names, times and numbers are read but no statements.
const FERRY: &str = "Ferry fire off Brannock injures 14\n\nBrannock Courier, 4 May 2025\n\n\
    A fire on the ferry Santa Elvira injured 14 passengers off Brannock on Saturday, the coast guard of Norland said. \
    The ship was sailing from London to Brannock with 1,250 people on board, captain Tomas Ruival said.\n\n\
    Rescue boats from the United States navy took the passengers to the port. The fire was put out after four hours.\n";
const TRANSBORDADOR: &str = "Un incendio en un transbordador deja 14 heridos frente a Brannock\n\n\
    El Faro de Lindes, 4 de mayo de 2025\n\n\
    Un incendio en el transbordador Santa Elvira dejó el sábado 14 heridos frente a Brannock, informó la guardia costera de \
    Norland. El barco navegaba de Londres a Brannock con 1.250 personas a bordo, según el capitán Tomas Ruival.\n\n\
    Lanchas de rescate de la marina de Estados Unidos llevaron a los pasajeros al puerto. El fuego se apagó después de \
    cuatro horas.\n";

#[test]
fn reports_of_two_languages_are_one_story_and_say_what_is_not_measured() {
    let dir = folder(&[("ferry.txt", FERRY.as_bytes()), ("transbordador.txt", TRANSBORDADOR.as_bytes())]);
    let done = Run::new(["read", "--json"]).arg(dir.path()).done();
    assert_eq!(done.code, 1, "{}", done.stderr);
    let accounts = accounts(&done.stdout);
    assert_eq!(accounts.len(), 1, "{}", done.stdout);
    let account = &accounts[0];
    assert_eq!(account["story"]["measure"], "partial");
    let spanish = &account["reports"][1];
    assert_eq!(spanish["language"], "es");
    assert!(spanish["notes"][0].as_str().unwrap().ends_with("its statements are not measured"), "{spanish}");
    assert!(account["statements"].as_array().unwrap().iter().all(|s| s["report"] == "r1"));
    // One entity for both spellings, with places in both reports.
    for name in ["United States", "London", "Tomas Ruival"] {
        let entity = account["entities"].as_array().unwrap().iter().find(|e| e["name"] == name);
        let text = entity.unwrap_or_else(|| panic!("{name}: {}", account["entities"])).to_string();
        assert!(text.contains("r1") && text.contains("r2"), "{text}");
    }
}

#[test]
fn a_story_in_spanish_alone_has_names_and_is_unmeasured() {
    let dir = folder(&[("transbordador.txt", TRANSBORDADOR.as_bytes())]);
    let done = Run::new(["read", "--json"]).arg(dir.path()).done();
    assert_eq!(done.code, 3, "{}", done.stderr);
    let account = &accounts(&done.stdout)[0];
    assert_eq!(account["story"]["measure"], "unmeasured");
    assert!(account["entities"].as_array().unwrap().iter().any(|e| e["name"] == "Tomas Ruival"), "{account}");
    assert_eq!(account["statements"].as_array().map(Vec::len), Some(0));
}
