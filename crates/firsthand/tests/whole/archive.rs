//! An archive from outside: what is added is there, what is shown is what `read` shows, whatever comes between.

use crate::run::{Done, Run};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn examples(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)
}

/// A folder with an archive that holds the examples.
struct Desk {
    dir: tempfile::TempDir,
}

impl Desk {
    fn new() -> Desk {
        let desk = Desk { dir: tempfile::tempdir().unwrap() };
        let added = desk.run(["add"], &[examples("")]);
        assert_eq!((added.code, added.stderr.as_str()), (0, ""));
        desk
    }
    fn archive(&self) -> PathBuf {
        self.dir.path().join("news.db")
    }
    fn run<const N: usize>(&self, words: [&str; N], paths: &[PathBuf]) -> Done {
        let run = paths.iter().fold(Run::new(words), |run, path| run.arg(path));
        run.arg("--archive").arg(self.archive()).done()
    }
    fn shown<const N: usize>(&self, words: [&str; N]) -> String {
        let done = self.run(words, &[]);
        format!("$ firsthand {}\n{}{}[{}]\n", words.join(" "), done.stdout, done.stderr, done.code)
    }
}

#[test]
fn what_people_see() {
    let desk = Desk::new();
    let again = desk.run(["add"], &[examples("")]);
    let mut text = again.stdout;
    for words in [
        &["stories"][..],
        &["stories", "--about", "Berijev"],
        &["stories", "--since", "2025-09"],
        &["stories", "--outlet", "Nobody"],
        &["search", "cold store", "--limit", "2"],
        &["search", "xyzzy"],
        &["lineage", "s1"],
        &["merge", "s1", "s2"],
        &["story", "s1", "--brief"],
        &["undo"],
        &["undo"],
        &["split", "s2", "r2"],
        &["pin", "r2", "s3"],
        &["verify"],
        &["rebuild"],
    ] {
        let done = words
            .iter()
            .fold(Run::new([""; 0]), |run, word| run.arg(word))
            .arg("--archive")
            .arg(desk.archive())
            .done();
        text.push_str(&format!("\n$ firsthand {}\n{}{}", words.join(" "), done.stdout, done.stderr));
        text.push_str(&format!("[{}]\n", done.code));
    }
    insta::assert_snapshot!(text);
}

#[test]
fn bad_questions_have_one_line() {
    let desk = Desk::new();
    let mut text = String::new();
    text.push_str(&desk.shown(["story", "s99"]));
    text.push_str(&desk.shown(["stories", "--since", "yesterday"]));
    text.push_str(&desk.shown(["stories", "--after", "x"]));
    text.push_str(&desk.shown(["split", "s1", "r99"]));
    text.push_str(&desk.shown(["merge", "s1", "s1"]));
    std::fs::remove_file(desk.archive()).unwrap();
    text.push_str(&desk.shown(["stories"]));
    std::fs::write(desk.archive(), "no archive, but a text that is long enough to be looked at as one")
        .unwrap();
    text.push_str(&desk.shown(["stories"]));
    text.push_str(&desk.shown(["add", "x"]));
    insta::assert_snapshot!(text.replace(&*desk.dir.path().to_string_lossy(), "DIR"));
}

/// The account of an archive is the account of its files: only the numbers of the archive are added.
#[test]
fn the_account_is_that_of_read() {
    let desk = Desk::new();
    let read = Run::new(["read", "--json"]).arg(examples("")).done();
    let strip = |line: &str| {
        let mut account: Value = serde_json::from_str(line).unwrap();
        account["story"]["id"] = Value::Null;
        for report in account["reports"].as_array_mut().unwrap() {
            report.as_object_mut().unwrap().remove("archived");
            // How near two reports are depends on what else there is to compare with; which words join them may too.
            report["notes"]
                .as_array_mut()
                .unwrap()
                .retain(|n| !n.as_str().unwrap().starts_with("joined the story"));
        }
        account
    };
    let mut want: Vec<Value> = read.stdout.lines().map(strip).collect();
    let mut got: Vec<Value> =
        (1..=3).map(|n| strip(&desk.run(["story", &format!("s{n}"), "--json"], &[]).stdout)).collect();
    for list in [&mut want, &mut got] {
        list.sort_by_key(|account| account["story"]["headline"].to_string());
    }
    for (got, want) in got.iter().zip(&want) {
        for (field, value) in want.as_object().unwrap() {
            assert!(&got[field] == value, "{field} of {}", want["story"]["headline"]);
        }
    }
    assert_eq!(got.len(), want.len());
}

#[test]
fn threads_and_order_do_not_show() {
    let told = |threads: &str, names: [&str; 3]| {
        let dir = tempfile::tempdir().unwrap();
        let archive = dir.path().join("news.db");
        let paths = names.map(examples);
        let run = paths.iter().fold(Run::new(["add", "--json", "--threads", threads]), |run, p| run.arg(p));
        let added = run.arg("--archive").arg(&archive).done();
        let stories = Run::new(["stories", "--json"]).arg("--archive").arg(&archive).done();
        let without_times = |line: &str| {
            let mut story: Value = serde_json::from_str(line).unwrap();
            story.as_object_mut().unwrap().remove("changed");
            story.to_string()
        };
        (added.stdout, stories.stdout.lines().map(without_times).collect::<Vec<_>>())
    };
    let one = told("1", ["harbour-fire", "minister-visit", "river-flood"]);
    assert_eq!(one.0.lines().count(), 15);
    assert_eq!(told("2", ["river-flood", "harbour-fire", "minister-visit"]), one);
}

#[test]
fn records_of_a_web_archive_can_stay_where_they_are() {
    let dir = tempfile::tempdir().unwrap();
    let (archive, warc) = (dir.path().join("news.db"), dir.path().join("day.warc"));
    let body = "<!doctype html><title>Quay closed</title><article><h1>Quay closed</h1><p>The quay of Orlop was closed on Monday, the harbour master said. Nobody was hurt.</p></article>";
    let http =
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    let record = |n: usize| {
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{n}>\r\nWARC-Date: 2025-05-0{n}T10:00:00Z\r\n\
             WARC-Target-URI: https://www.mole.example/{n}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
            http.len()
        )
    };
    std::fs::write(&warc, record(1) + &record(2)).unwrap();
    let added = Run::new(["add", "--by-reference"]).arg(&warc).arg("--archive").arg(&archive).done();
    assert_eq!((added.code, added.stderr.as_str()), (0, ""));
    let verify = || Run::new(["verify"]).arg("--archive").arg(&archive).done();
    assert_eq!(verify().code, 0, "{}", verify().stderr);
    assert!(verify().stdout.starts_with("clean: 2 pages as they were, 2 read again alike"));
    std::fs::rename(&warc, dir.path().join("elsewhere.warc")).unwrap();
    let gone = verify();
    assert_eq!(gone.code, 1);
    assert!(gone.stderr.contains("put the file back"), "{}", gone.stderr);
}

#[test]
fn addresses_are_fetched_and_private_ones_refused() {
    use std::io::{Read, Write};
    let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/news/quay", server.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in server.incoming() {
            let mut stream = stream.unwrap();
            let mut head = [0; 4096];
            let read = stream.read(&mut head).unwrap();
            let robots = head[..read].starts_with(b"GET /robots.txt");
            let body = "<!doctype html><title>Quay closed</title><article><h1>Quay closed</h1><p>The quay of Orlop was closed on Monday, the harbour master said. Nobody was hurt.</p></article>";
            let answer = if robots {
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_owned()
            } else {
                format!(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                    body.len()
                )
            };
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    let dir = tempfile::tempdir().unwrap();
    let archive = dir.path().join("news.db");
    let add = |more: &[&str]| {
        more.iter()
            .fold(Run::new(["add", &address]), |run, word| run.arg(word))
            .arg("--archive")
            .arg(&archive)
            .done()
    };
    let refused = add(&[]);
    assert_eq!(refused.code, 3, "{}", refused.stdout);
    assert!(refused.stderr.starts_with(&format!("firsthand: {address}: ")), "{}", refused.stderr);
    let added = add(&["--allow-private", "127.0.0.1"]);
    assert_eq!((added.code, added.stderr.as_str()), (0, ""));
    assert_eq!(added.stdout, "1 report added; the archive has 1 report in 1 story\n");
    let again = add(&["--allow-private", "127.0.0.1"]);
    assert!(again.stdout.contains("1 page there already"), "{}", again.stdout);
}
