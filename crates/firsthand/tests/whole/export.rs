//! Out of an archive and back, from outside.

use crate::run::{Done, Run};
use serde_json::Value;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/harbour-fire");

/// An archive with the reports of an example.
fn archive(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("news.db");
    let done = Run::new(["add", EXAMPLE, "--quiet", "--archive"]).arg(&path).done();
    assert_eq!(done.code, 0, "{}", done.stderr);
    path
}

fn export(archive: &Path, args: &[&str]) -> Done {
    Run::new(["export"]).args(args).arg("--archive").arg(archive).done()
}

impl Run {
    fn args(self, args: &[&str]) -> Run {
        args.iter().fold(self, |run, arg| run.arg(arg))
    }
}

/// The numbers of the stories of an archive.
fn stories(archive: &Path) -> Vec<i64> {
    let done = Run::new(["stories", "--json", "--limit", "100", "--archive"]).arg(archive).done();
    let lines = done.stdout.lines().map(|l| serde_json::from_str::<Value>(l).unwrap());
    lines.map(|s| s["id"].as_i64().unwrap()).collect()
}

/// The reports of accounts as far as a web archive keeps them.
fn reports(accounts: &str) -> Vec<[Value; 4]> {
    let mut found = Vec::new();
    for line in accounts.lines() {
        let account: Value = serde_json::from_str(line).unwrap();
        let all = account["reports"].as_array().unwrap();
        found.extend(all.iter().map(|r| ["title", "body", "outlet", "published"].map(|key| r[key].clone())));
    }
    found.sort_by_key(|r| r[1].as_str().unwrap().to_owned());
    found
}

#[test]
fn an_archive_goes_out_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = archive(&folder);
    let first = export(&path, &["--format", "jsonl"]);
    assert_eq!((first.code, first.stderr.as_str()), (0, ""));
    let copy = folder.path().join("copy.db");
    let done = Run::new(["import", "-", "--archive"]).arg(&copy).stdin(first.stdout.clone()).done();
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    assert_eq!(done.stdout, "5 pages read back, under the numbers they had\n");
    assert!(export(&copy, &["--format", "jsonl"]).stdout == first.stdout);
    let again = Run::new(["import", "-", "--archive"]).arg(&copy).stdin(first.stdout).done();
    assert!(
        again.stdout.starts_with("0 pages added, 5 there already; the archive was not empty"),
        "{}",
        again.stdout
    );
    let verified = Run::new(["verify", "--quiet", "--archive"]).arg(&copy).done();
    assert_eq!(verified.code, 0, "{}{}", verified.stdout, verified.stderr);
}

#[test]
fn a_broken_line_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let lines = export(&archive(&folder), &["--format", "jsonl"]).stdout;
    let cut = lines.replacen("{\"type\":\"report\"", "{\"type\":\"rapport\"", 1);
    let done = Run::new(["import", "-", "--archive"]).arg(folder.path().join("copy.db")).stdin(cut).done();
    assert_eq!(done.code, 1);
    assert!(done.stderr.starts_with("firsthand: -: line "), "{}", done.stderr);
    assert!(done.stderr.contains("not a line of an archive"), "{}", done.stderr);
    assert!(done.stdout.starts_with("4 pages read back"), "{}", done.stdout);
    let done = Run::new(["import", "-", "--archive"]).arg(folder.path().join("none.db")).stdin("{}\n").done();
    assert_eq!((done.code, done.stdout.as_str()), (2, ""));
    assert_eq!(done.stderr, "firsthand: -: not an archive as firsthand export --format jsonl writes it\n");
}

#[test]
fn the_evidence_of_a_story_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = archive(&folder);
    let story = stories(&path)[0];
    let file = folder.path().join("story.wacz");
    let done = export(
        &path,
        &["--format", "wacz", "--story", &format!("s{story}"), "--out", file.to_str().unwrap()],
    );
    assert_eq!((done.code, done.stdout.as_str(), done.stderr.as_str()), (0, "", ""));
    let from_file = Run::new(["read", "--json", "-q"]).arg(&file).done();
    let from_archive = Run::new(["story", "--json", &format!("s{story}"), "--archive"]).arg(&path).done();
    assert_eq!(reports(&from_file.stdout), reports(&from_archive.stdout));
    assert!(reports(&from_file.stdout).len() > 1);
    let before = std::fs::read(&file).unwrap();
    export(&path, &["--format", "wacz", "--story", &story.to_string(), "--out", file.to_str().unwrap()]);
    assert!(std::fs::read(&file).unwrap() == before);
    assert!(!folder.path().join("story.wacz.part").exists());
}

#[test]
fn lines_and_tables_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = archive(&folder);
    for format in ["jsonld", "ninjs", "ftm"] {
        let done = export(&path, &["--format", format]);
        assert_eq!((done.code, done.stderr.as_str()), (0, ""), "{format}");
        assert!(!done.stdout.is_empty());
        assert!(done.stdout.lines().all(|l| serde_json::from_str::<Value>(l).is_ok_and(|v| v.is_object())));
    }
    let items = folder.path().join("news.jsonl");
    export(&path, &["--format", "ninjs", "--out", items.to_str().unwrap()]);
    let count = |path: PathBuf| std::fs::read_to_string(path).unwrap().lines().count();
    assert_eq!(count(items), count(folder.path().join("news.firsthand.jsonl")));
    let tables = folder.path().join("tables");
    assert_eq!(export(&path, &["--format", "csv", "--out", tables.to_str().unwrap()]).code, 0);
    let mut names: Vec<_> = std::fs::read_dir(&tables).unwrap().map(|f| f.unwrap().file_name()).collect();
    names.sort();
    let want = ["edges", "groups", "members", "merges", "reports", "statements", "stories"];
    assert_eq!(names, want.map(|n| std::ffi::OsString::from(format!("{n}.csv"))));
    let parquet = export(&path, &["--format", "parquet", "--out", tables.to_str().unwrap()]);
    if cfg!(feature = "parquet") {
        assert_eq!(parquet.code, 0, "{}", parquet.stderr);
        assert!(tables.join("statements.parquet").exists());
    } else {
        assert_eq!(parquet.code, 2);
        assert!(parquet.stderr.contains("built without Parquet"), "{}", parquet.stderr);
    }
}

#[test]
fn what_is_not_there_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = archive(&folder);
    let done = export(&path, &["--format", "jsonld", "--story", "s999"]);
    assert_eq!((done.code, done.stdout.as_str()), (2, ""));
    assert_eq!(done.stderr, "firsthand: there is no story s999; `firsthand stories` lists them\n");
    let done = export(&path, &["--format", "ftm", "--since", "2199"]);
    assert_eq!((done.code, done.stdout.as_str()), (0, ""));
    assert_eq!(done.stderr, "firsthand: no story fits; what is written is empty\n");
    let done = export(&path, &["--format", "ftm", "--out", "/no/such/folder/x"]);
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("/no/such/folder/x"), "{}", done.stderr);
}
