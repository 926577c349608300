//! `kill -9` at any moment of adding: what was acknowledged is there, and the archive is clean.

use crate::run::Run;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Rounds, unless FIRSTHAND_KILLS says how many. 200 were run for docs/benchmarks.md.
const ROUNDS: u64 = 8;
/// Records of the file that is added.
const RECORDS: usize = 4000;

#[test]
fn nothing_acknowledged_is_lost() {
    let rounds = std::env::var("FIRSTHAND_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(ROUNDS);
    let dir = tempfile::tempdir().unwrap();
    let (records, archive) = (dir.path().join("day.jsonl"), dir.path().join("news.db"));
    std::fs::write(&records, (0..RECORDS).map(record).collect::<String>()).unwrap();
    let mut acknowledged = 0;
    // Moments from a fixed row of pseudo-random numbers (splitmix64); the machine's load makes them different each time.
    let mut seed = 7u64;
    for round in 0..rounds {
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let after = Duration::from_millis(20 + (seed >> 32) % 1200);
        if acknowledged >= RECORDS {
            std::fs::remove_file(&archive).unwrap();
            for end in ["-wal", "-shm"] {
                let _ = std::fs::remove_file(dir.path().join(format!("news.db{end}")));
            }
            acknowledged = 0;
        }
        let told = kill(&records, &archive, after);
        // Killed while it was being made: no file, or one that says it is empty, and the next round makes it one.
        if !archive.exists() || is_empty(&archive) {
            assert!(told.is_empty() && acknowledged == 0, "round {round}: what was acknowledged is gone");
            continue;
        }
        let held = held(&archive);
        for number in &told {
            assert!(held.contains(number), "round {round}: {number} was acknowledged and is not there");
        }
        assert!(held.len() >= acknowledged, "round {round}: what was there before is gone");
        acknowledged = held.len();
        let verify = Run::new(["verify", "--quick", "--quiet"]).arg("--archive").arg(&archive).done();
        assert_eq!(verify.code, 0, "round {round}: {}", verify.stderr);
    }
    // The next run goes on where the killed ones ended, without a gap or a double.
    let rest = Run::new(["add", "--quiet"]).arg(&records).arg("--archive").arg(&archive).done();
    assert_eq!((rest.code, rest.stderr.as_str()), (0, ""));
    assert_eq!(held(&archive).len(), RECORDS);
    let verify = Run::new(["verify", "--quiet"]).arg("--archive").arg(&archive).done();
    assert_eq!((verify.code, verify.stderr.as_str()), (0, ""));
}

fn record(n: usize) -> String {
    let text = format!(
        "The bridge of Tarn{n} was closed to lorries on Monday, the mayor of Tarn{n} said. It carries {n} cars a day. \
         Lorries go by way of Orlop{} until the joints are mended, which may take until June.",
        n % 97
    );
    let json = serde_json::json!({"title": format!("Bridge of Tarn{n} closed"), "text": text, "url": format!("https://www.mole.example/{n}"), "published": "2025-05-05"});
    format!("{json}\n")
}

/// Starts adding, kills it, and gives the addresses it acknowledged.
fn kill(records: &Path, archive: &Path, after: Duration) -> Vec<String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_firsthand"))
        .args(["add", "--json", "--quiet"])
        .arg(records)
        .arg("--archive")
        .arg(archive)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let reader = std::thread::spawn(move || out.lines().map_while(Result::ok).collect::<Vec<_>>());
    let start = Instant::now();
    while start.elapsed() < after && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let _ = child.kill(); // SIGKILL
    let _ = child.wait();
    let lines = reader.join().unwrap();
    // A last line that is cut off was not acknowledged.
    let parsed = lines.iter().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    parsed.map(|line| line["location"].as_str().unwrap().to_owned()).collect()
}

/// Whether the file was made and nothing was written to it yet.
fn is_empty(archive: &Path) -> bool {
    firsthand_store::Reader::open(archive)
        .is_err_and(|error| error.to_string().ends_with("is empty, no archive of firsthand"))
}

/// What an `add` that was killed at once leaves: an empty file is taken for an archive to be.
#[test]
fn an_empty_file_becomes_an_archive() {
    let dir = tempfile::tempdir().unwrap();
    let (records, archive) = (dir.path().join("day.jsonl"), dir.path().join("news.db"));
    std::fs::write(&records, record(1)).unwrap();
    std::fs::write(&archive, "").unwrap();
    let add = Run::new(["add", "--quiet"]).arg(&records).arg("--archive").arg(&archive).done();
    assert_eq!((add.code, add.stderr.as_str()), (0, ""));
    assert_eq!(held(&archive).len(), 1);
}

/// Where the reports of the archive were read from.
fn held(archive: &Path) -> std::collections::BTreeSet<String> {
    let mut after: Option<String> = None;
    let mut out = std::collections::BTreeSet::new();
    let reader = firsthand_store::Reader::open(archive).unwrap();
    loop {
        let paging = firsthand_store::Paging { after, most: 1000 };
        let page = reader.search(&firsthand_store::Search::default(), &paging).unwrap();
        for hit in page.items {
            assert!(out.insert(hit.report.location), "a report is there twice");
        }
        match page.next {
            Some(next) => after = Some(next),
            None => return out,
        }
    }
}
