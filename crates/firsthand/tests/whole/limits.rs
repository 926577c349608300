//! Too little memory, disks that are full or may not be written: one clear line, and nothing that was acknowledged is lost.
#![cfg(target_os = "linux")]

use crate::fetch_server::{Server, none, send};
use crate::run::Run;
use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Output};

/// Records of the file that is added.
const RECORDS: usize = 900;

/// A shell that runs a script with `$1` the program and `$2` a folder. Gives the code, what was printed and what was said.
fn shell(mut shell: Command, script: &str, dir: &Path) -> (i32, String, String) {
    shell
        .args(["sh", "-c", script, "sh", env!("CARGO_BIN_EXE_firsthand")])
        .arg(dir)
        .env("RUST_BACKTRACE", "0");
    let Output { status, stdout, stderr } = shell.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (status.code().unwrap_or(-1), text(stdout), text(stderr))
}

/// A shell with mounts of its own; None, with a line that says so, where that is not allowed.
fn apart(dir: &Path) -> Option<impl Fn() -> Command> {
    let apart = || {
        let mut apart = Command::new("unshare");
        apart.arg("-rm");
        apart
    };
    std::fs::create_dir_all(dir.join("disk")).unwrap();
    let (code, _, said) = shell(apart(), "mount -t tmpfs -o size=64k none \"$2/disk\"", dir);
    if code != 0 {
        eprintln!("skipped: no disk can be mounted here ({})", said.trim());
        return None;
    }
    Some(apart)
}

fn records(range: std::ops::Range<usize>) -> String {
    range.fold(String::new(), |mut out, n| {
        let text = format!(
            "The ferry pier of Tarn{n} was shut on Monday, the harbour master of Tarn{n} said. Some {n} people use it each day. \
             Boats go by way of Orlop{} until the planks are mended, which may take until June.",
            n % 97
        );
        let record = serde_json::json!({"title": format!("Pier of Tarn{n} shut"), "text": text, "url": format!("https://www.mole.example/{n}"), "published": "2025-05-05"});
        writeln!(out, "{record}").unwrap();
        out
    })
}

fn held(archive: &Path) -> u64 {
    firsthand_store::Reader::open(archive).unwrap().counts().unwrap().reports
}

#[test]
fn too_little_memory_loses_nothing_that_was_acknowledged() {
    let dir = tempfile::tempdir().unwrap();
    let (day, archive) = (dir.path().join("day.jsonl"), dir.path().join("news.db"));
    std::fs::write(&day, records(0..RECORDS)).unwrap();
    let mut failed = 0;
    // Kilobytes of address space: from too little to begin with to enough for a part of the work.
    for limit in [90_000, 150_000, 220_000, 300_000, 400_000] {
        let script = format!(
            "ulimit -v {limit}; timeout 120 \"$1\" add --json --quiet --threads 2 \"$2/day.jsonl\" --archive \"$2/news.db\""
        );
        let (code, printed, said) = shell(Command::new("env"), &script, dir.path());
        assert_ne!(code, 124, "{limit} kB: it hangs: {said}");
        failed += usize::from(code != 0);
        assert!(code == 0 || !said.is_empty(), "{limit} kB: code {code} without a word");
        let told = printed.lines().filter(|l| l.ends_with('}')).count() as u64;
        if told > 0 {
            assert!(held(&archive) >= told, "{limit} kB: what was acknowledged is gone");
            let verify = Run::new(["verify", "--quick", "--quiet"]).arg("--archive").arg(&archive).done();
            assert_eq!(verify.code, 0, "{limit} kB: {}", verify.stderr);
        }
    }
    assert!(failed > 0, "no limit was too low: the test shows nothing");
    let rest = Run::new(["add", "--quiet"]).arg(&day).arg("--archive").arg(&archive).done();
    assert_eq!((rest.code, rest.stderr.as_str()), (0, ""));
    assert_eq!(held(&archive), RECORDS as u64);
    let verify = Run::new(["verify", "--quiet"]).arg("--archive").arg(&archive).done();
    assert_eq!((verify.code, verify.stderr.as_str()), (0, ""));
}

#[test]
fn an_archive_that_may_not_be_written_says_so_and_can_be_read() {
    let dir = tempfile::tempdir().unwrap();
    let Some(apart) = apart(dir.path()) else { return };
    std::fs::write(dir.path().join("day.jsonl"), records(0..3)).unwrap();
    let script = r#"
        mount -t tmpfs -o size=64m none "$2/disk" || exit 99
        "$1" add --quiet "$2/day.jsonl" --archive "$2/disk/news.db" || exit 98
        mount -o remount,ro "$2/disk" || exit 97
        say() { echo "$1: $2" >&2; }
        "$1" add --quiet "$2/day.jsonl" --archive "$2/disk/news.db"; say add $?
        "$1" add --quiet "$2/day.jsonl" --archive "$2/disk/other.db"; say new $?
        "$1" watch --once http://127.0.0.1:9/feed --archive "$2/disk/news.db"; say watch $?
        "$1" stories --archive "$2/disk/news.db" >/dev/null; say stories $?
        "$1" search pier --archive "$2/disk/news.db" >/dev/null; say search $?
        "$1" backup "$2/copy.db" --archive "$2/disk/news.db"; say backup $?
        "$1" verify --quiet --archive "$2/disk/news.db"; say verify $?
    "#;
    let (code, printed, said) = shell(apart(), script, dir.path());
    assert_eq!(code, 0, "{said}");
    let lines: Vec<&str> = said.lines().map(|l| l.rsplit_once("disk/").map_or(l, |(_, end)| end)).collect();
    let refused = "news.db: cannot be opened; check that the folder exists and may be written";
    assert_eq!(
        lines,
        [
            refused,
            "add: 1",
            "other.db: cannot be opened; check that the folder exists and may be written",
            "new: 1",
            refused,
            "watch: 1",
            "stories: 0",
            "search: 0",
            "backup: 0",
            "verify: 0"
        ]
    );
    assert!(
        printed.contains("clean: 3 pages") && printed.contains("not checked: the index of words"),
        "{printed}"
    );
    assert_eq!(held(&dir.path().join("copy.db")), 3);
}

#[test]
fn a_full_disk_is_said_in_one_line_and_work_goes_on_when_there_is_room() {
    let dir = tempfile::tempdir().unwrap();
    let Some(apart) = apart(dir.path()) else { return };
    std::fs::write(dir.path().join("day.jsonl"), records(0..RECORDS)).unwrap();
    std::fs::write(dir.path().join("first.jsonl"), records(RECORDS..RECORDS + 1)).unwrap();
    let page = "<html><body><article><h1>Pier of Orlun shut</h1><p>The pier of Orlun was shut on Monday, Mayor Ada Quill said.</p></article></body></html>";
    let server = Server::start(move |asked, stream| match asked.path.as_str() {
        "/feed" => {
            let items: String =
                (0..20).map(|n| format!("<item><title>Pier {n}</title><link>/n/{n}</link></item>")).collect();
            let feed = format!("<rss><channel><title>Orlun Post</title>{items}</channel></rss>");
            send(stream, 200, &["Content-Type: application/rss+xml"], feed.as_bytes())
        }
        path if path.starts_with("/n/") => {
            let page = page.replace("Orlun", &format!("Orlun{}", path.replace('/', "x")));
            send(stream, 200, &["Content-Type: text/html"], page.as_bytes())
        }
        _ => none(stream),
    });
    let config = "allow_private = [\"127.0.0.1\"]\n[host]\npause = \"0s\"\n[follow]\ndays = 0\n";
    std::fs::write(dir.path().join("watch.toml"), config).unwrap();
    let script = r#"
        mount -t tmpfs -o size=64m none "$2/disk" || exit 99
        say() { echo "$1: $2" >&2; }
        db="$2/disk/news.db"
        "$1" add --quiet "$2/first.jsonl" --archive "$db" || exit 98
        for left in 0 40 120 400 800; do
            used=$(du -k "$2/disk" | cut -f1)
            mount -o remount,size=$((used + left))k "$2/disk" || exit 97
            "$1" add --quiet "$2/day.jsonl" --archive "$db"; say add $?
            "$1" watch --once --quiet URL/feed --config "$2/watch.toml" --archive "$db"; say watch $?
            mount -o remount,size=64m "$2/disk"
            "$1" verify --quick --quiet --archive "$db" >/dev/null; say verify $?
        done
        "$1" add --quiet "$2/day.jsonl" --archive "$db"; say add $?
        "$1" watch --once --quiet URL/feed --config "$2/watch.toml" --archive "$db"; say watch $?
        "$1" verify --quiet --archive "$db" >/dev/null; say verify $?
        cp "$db" "$2/copy.db"
    "#;
    let script = script.replace("URL", &format!("http://127.0.0.1:{}", server.address.port()));
    let (code, _, said) = shell(apart(), &script, dir.path());
    assert_eq!(code, 0, "{said}");
    let lines: Vec<&str> = said.lines().collect();
    let (mut full, mut before) = (0, "");
    for line in &lines {
        match line.split_once(": ") {
            Some(("add" | "watch" | "verify", "0")) => assert!(!before.contains("full"), "{said}"),
            Some(("add" | "watch", "1")) => {
                assert!(before.contains("news.db: the disk is full"), "one line before it says why: {said}");
                full += 1;
            }
            _ => assert!(line.contains("news.db: the disk is full") && !before.contains("full"), "{said}"),
        }
        before = line;
    }
    assert!(full >= 4, "{said}");
    assert_eq!(lines[lines.len() - 3..], ["add: 0", "watch: 0", "verify: 0"], "{said}");
    assert_eq!(held(&dir.path().join("copy.db")), RECORDS as u64 + 1 + 20);
}
