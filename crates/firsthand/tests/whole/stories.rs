//! `firsthand stories PATH…`: what stories there are in files, as an archive of the same files lists them.

use crate::run::{Done, Run};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

fn listed(flags: &[&str]) -> Done {
    flags.iter().fold(Run::new(["stories", "-q"]).arg(examples()), |run, flag| run.arg(flag)).done()
}

fn told(done: &Done) -> String {
    assert_eq!(done.stderr, "");
    format!("{}[{}]\n", done.stdout, done.code)
}

#[test]
fn what_people_see() {
    let mut text = String::new();
    for flags in [&[][..], &["--why"], &["--limit", "1"], &["--outlet", "Nobody"]] {
        text.push_str(&format!("$ firsthand stories PATH {}\n{}\n", flags.join(" "), told(&listed(flags))));
    }
    insta::assert_snapshot!(text);
}

/// An archive of the files, and where it is.
fn archive() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let archive = dir.path().join("news.db");
    assert_eq!(Run::new(["add", "-q"]).arg(examples()).arg("--archive").arg(&archive).done().code, 0);
    (dir, archive)
}

/// Headlines do not count: an archive that nobody asked for an account has the title of the first report.
fn counted(done: &Done) -> Vec<(u64, Value, Value)> {
    let lines = done.stdout.lines().map(|l| serde_json::from_str::<Value>(l).unwrap());
    let mut out: Vec<(u64, Value, Value)> =
        lines.map(|l| (l["reports"].as_u64().unwrap(), l["outlets"].clone(), l["first"].clone())).collect();
    out.sort_by_key(|l| l.1.to_string());
    out
}

#[test]
fn filters_mean_what_they_mean_for_an_archive() {
    let (_dir, archive) = archive();
    for (flags, want) in [
        (&[][..], 3),
        (&["--about", "Berijev"], 1),
        (&["--about", "velmora"], 1),
        (&["--about", "Nobody Atall"], 0),
        (&["--since", "2025-09"], 1),
        (&["--until", "2025-03-06"], 1),
        (&["--since", "2025-05-17", "--until", "2025-05"], 1),
        (&["--outlet", "kelden chronicle"], 1),
        (&["--outlet", "Kelden Chronicle", "--about", "Berijev"], 0),
        (&["--least", "6"], 0),
        (&["--least", "5", "--limit", "2"], 2),
    ] {
        let of_files = listed(&[flags, &["--json"]].concat());
        let run = flags.iter().fold(Run::new(["stories", "--json"]), |run, flag| run.arg(flag));
        let of_archive = run.arg("--archive").arg(&archive).done();
        assert_eq!((of_files.code, of_files.stderr.as_str()), (0, ""), "{flags:?}");
        assert_eq!(of_files.stdout.lines().count(), want, "{flags:?}");
        if !flags.contains(&"--since") {
            assert_eq!(counted(&of_files), counted(&of_archive), "{flags:?}");
        }
    }
}

#[test]
fn an_archive_is_known_by_its_content_and_says_why_too() {
    let (_dir, archive) = archive();
    let by_path = Run::new(["stories", "--why", "--json"]).arg(&archive).done();
    let by_option = Run::new(["stories", "--why", "--json", "--archive"]).arg(&archive).done();
    assert_eq!((by_path.code, by_path.stderr.as_str()), (0, ""));
    assert_eq!(by_path, by_option);
    for line in by_path.stdout.lines() {
        let story: Value = serde_json::from_str(line).unwrap();
        let joins = story["joins"].as_array().unwrap();
        assert_eq!(joins.len(), 5);
        for join in &joins[1..] {
            assert!(join["score"].as_f64().unwrap() > 0.0, "{join}");
            assert!(!join["shares"].as_array().unwrap().is_empty(), "no reason is given: {join}");
            assert!(joins.iter().any(|j| j["report"]["id"] == join["nearest"]["id"]), "{join}");
        }
    }
    let both = Run::new(["stories"]).arg(&archive).arg(examples()).done();
    assert_eq!((both.code, both.stdout.as_str()), (2, ""));
    assert!(both.stderr.contains("is an archive; list it alone"), "{}", both.stderr);
}

#[test]
fn every_join_has_a_reason_and_reports_of_one_story_only() {
    let done = listed(&["--json", "--why"]);
    for line in done.stdout.lines() {
        let story: Value = serde_json::from_str(line).unwrap();
        assert_eq!(story["kept"]["measure"], "measured");
        let joins = story["joins"].as_array().unwrap();
        assert_eq!(joins.len() as u64, story["reports"].as_u64().unwrap());
        assert_eq!(joins.iter().filter(|j| j["nearest"].is_null()).count(), 1, "the story begins with one");
        for join in joins.iter().filter(|j| !j["nearest"].is_null()) {
            assert!(!join["shares"].as_array().unwrap().is_empty(), "{join}");
            assert!(join["report"]["location"].as_str().unwrap().contains("examples"), "{join}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let none = Run::new(["stories"]).arg(dir.path().join("nothing.txt")).done();
    assert_eq!((none.code, none.stdout.as_str()), (3, ""));
    assert!(none.stderr.contains("nothing.txt"), "{}", none.stderr);
    let some = Run::new(["stories", "-q"]).arg(dir.path().join("nothing.txt")).arg(examples()).done();
    assert_eq!(some.code, 1);
    assert_eq!(some.stdout.matches("5 reports").count(), 3);
    let out = dir.path().join("list.txt");
    let done = Run::new(["stories", "-q", "--out"]).arg(&out).arg(examples()).done();
    assert_eq!((done.code, done.stdout.as_str()), (0, ""));
    assert_eq!(std::fs::read_to_string(&out).unwrap().matches("5 reports").count(), 3);
    for flags in [&["--since", "yesterday"][..], &["--after", "3"], &["--archive", "news.db"]] {
        let done = listed(flags);
        assert_eq!((done.code, done.stdout.as_str()), (2, ""), "{flags:?}");
    }
}

#[test]
fn threads_and_the_order_of_files_do_not_show() {
    let mut folders = ["harbour-fire", "minister-visit", "river-flood"].map(|name| examples().join(name));
    let of = |folders: &[PathBuf]| {
        folders.iter().fold(Run::new(["stories", "-q", "--json", "--why"]), Run::arg).done()
    };
    let told = of(&folders);
    assert_eq!(told.stdout.lines().count(), 3);
    folders.reverse();
    assert_eq!(of(&folders), told);
    assert_eq!(
        listed(&["--threads", "1", "--json", "--why"]),
        listed(&["--threads", "3", "--json", "--why"])
    );
}

#[test]
fn the_parts_of_a_split_lead_to_each_other() {
    let (_dir, archive) = archive();
    let on =
        |words: &[&str]| words.iter().fold(Run::new([""; 0]), Run::arg).arg("--archive").arg(&archive).done();
    assert_eq!(on(&["split", "s2", "r2"]).code, 0);
    let listed = on(&["stories"]).stdout;
    assert!(listed.contains("    see s2 ") && listed.contains("    see s4 "), "{listed}");
    let account = on(&["story", "s2", "--brief"]).stdout;
    assert!(account.contains("\nRELATED STORIES\nsee s4 "), "{account}");
    let lines = on(&["stories", "--json"]).stdout;
    let related: Vec<Value> = lines
        .lines()
        .map(|l| serde_json::from_str::<Value>(l).unwrap())
        .filter(|story| story["id"] == 4)
        .map(|story| story["related"][0]["story"].clone())
        .collect();
    assert_eq!(related, [2]);
}

#[test]
fn who_may_be_on_a_list_is_marked() {
    let dir = tempfile::tempdir().unwrap();
    let list = dir.path().join("list.csv");
    std::fs::write(&list, "id,name\n1,Oskar Brink\n").unwrap();
    let done = listed(&["--watchlist", &list.to_string_lossy()]);
    assert_eq!(done.code, 0);
    let said = done.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(said.matches("may be on a list").count(), 1, "{}", done.stdout);
}
