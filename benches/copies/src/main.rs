//! Copy detection on one core, ours and the peers', measured in turns in one run.
//!
//! `firsthand-copies-peers ROUNDS FILE… [-- COMMAND…]`: a FILE holds JSON lines (also `.gz`), each with a `text` or with
//! `versions`, a text each; a COMMAND is another program that is given a file of JSON lines with a `text` and prints lines
//! `name texts seconds`, such as `python3 with_python.py`.

use firsthand_core::story::copy::copies;
use firsthand_text::Span;
use firsthand_text::language::{Annotated, quote};
use firsthand_text::report::{Paragraph, ParagraphKind, Report};
use flate2::read::MultiGzDecoder;
use gaoya::minhash::{MinHashIndex, MinHasher, MinHasher32};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Read;
use std::process::Command;

fn main() {
    let mut args = std::env::args().skip(1);
    let Some(rounds) = args.next().and_then(|n| n.parse::<usize>().ok()) else {
        eprintln!("firsthand-copies-peers ROUNDS FILE… [-- COMMAND…]");
        std::process::exit(2);
    };
    let args: Vec<String> = args.collect();
    let (files, commands) = match args.iter().position(|a| a == "--") {
        Some(at) => (&args[..at], &args[at + 1..]),
        None => (&args[..], &[][..]),
    };
    let texts: Vec<(String, Option<String>)> = files.iter().flat_map(|f| texts(f)).collect();
    let size: usize = texts.iter().map(|t| t.0.len()).sum();
    println!("{} texts, {:.1} MB", texts.len(), size as f64 / 1e6);
    let reports: Vec<Annotated> = texts.iter().enumerate().map(|(n, t)| report(n, t)).collect();
    let packed = std::env::temp_dir().join(format!("firsthand-copies-{}.jsonl", std::process::id()));
    let lines: Vec<String> = texts.iter().map(|t| serde_json::json!({ "text": t.0 }).to_string()).collect();
    std::fs::write(&packed, lines.join("\n")).expect("a file for the others");
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("one thread");
    let mut spent: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for _ in 0..rounds {
        let begun = Clock::start();
        let found = one.install(|| copies(&reports));
        spent.entry("firsthand".into()).or_default().push(begun.seconds());
        let begun = Clock::start();
        let quotes: usize = reports.iter().map(|r| quote::find(&r.report).len()).sum();
        spent.entry("(our quotations, if not yet found)".into()).or_default().push(begun.seconds());
        let begun = Clock::start();
        let pairs = gaoya(&texts);
        spent.entry("gaoya 0.2.2".into()).or_default().push(begun.seconds());
        println!(
            "{} pairs verified, {} groups, {quotes} quotations; gaoya {pairs} candidate pairs",
            found.pairs.len(),
            found.groups.len()
        );
        for command in commands {
            for (name, seconds) in outside(command, &packed) {
                spent.entry(name).or_default().push(seconds);
            }
        }
    }
    let _ = std::fs::remove_file(&packed);
    let median = |seconds: &[f64]| {
        let mut sorted = seconds.to_vec();
        sorted.sort_by(f64::total_cmp);
        sorted[sorted.len() / 2]
    };
    let own = median(&spent["firsthand"]);
    for (name, seconds) in &spent {
        let here = median(seconds);
        println!("{name}: {:.0} texts/CPU-s (firsthand {:.1} x)", texts.len() as f64 / here, here / own);
    }
}

/// Time this process has spent on a processor, all threads together; other work on the machine counts little.
struct Clock(u64);

impl Clock {
    fn start() -> Clock {
        Clock(Clock::now())
    }
    fn seconds(&self) -> f64 {
        (Clock::now() - self.0) as f64 / 1e9
    }
    /// Nanoseconds, as Linux counts them for each thread.
    fn now() -> u64 {
        let tasks = std::fs::read_dir("/proc/self/task").expect("Linux");
        let spent = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("schedstat")).ok();
        let first = |text: String| text.split(' ').next()?.parse::<u64>().ok();
        tasks.filter_map(Result::ok).filter_map(spent).filter_map(first).sum()
    }
}

/// Texts of a file with their outlets.
fn texts(file: &str) -> Vec<(String, Option<String>)> {
    let mut bytes = std::fs::read(file).expect("a file that can be read");
    if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut unpacked = Vec::new();
        MultiGzDecoder::new(&bytes[..]).read_to_end(&mut unpacked).expect("gzip");
        bytes = unpacked;
    }
    let mut out = Vec::new();
    for line in String::from_utf8_lossy(&bytes).lines().filter(|l| !l.trim().is_empty()) {
        let record: Value = serde_json::from_str(line).expect("JSON lines");
        let outlet = ["publisher", "outlet"].iter().find_map(|k| record[*k].as_str()).map(str::to_owned);
        let versions = record["versions"].as_array().into_iter().flatten();
        let found = record["text"].as_str().into_iter().chain(versions.filter_map(Value::as_str));
        out.extend(found.map(|t| (t.to_owned(), outlet.clone())));
    }
    out
}

/// An annotated report as copy detection reads it: paragraphs and quotations.
fn report(number: usize, (text, outlet): &(String, Option<String>)) -> Annotated {
    let mut report = Report {
        location: format!("{number:06}"),
        text: text.clone(),
        body: Span::new(0, text.len()),
        outlet: outlet.clone(),
        ..Report::default()
    };
    let mut from = 0;
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            let span = Span::new(from, from + line.len());
            report.paragraphs.push(Paragraph { span, kind: ParagraphKind::Text });
        }
        from += line.len() + 1;
    }
    let quotes = quote::find(&report);
    Annotated { report, quotes, ..Annotated::default() }
}

/// MinHash over five words, 42 bands of 3, Jaccard 0.5: every text put in, then every text asked for. Gives the pairs.
fn gaoya(texts: &[(String, Option<String>)]) -> usize {
    let hasher = MinHasher32::new(42 * 3);
    let mut index = MinHashIndex::new(42, 3, 0.5);
    let mut signatures = Vec::with_capacity(texts.len());
    for (n, (text, _)) in texts.iter().enumerate() {
        let lower = text.to_lowercase();
        let words = spans(&lower);
        let grams = words.windows(5).map(|w| &lower[w[0].0..w[4].1]);
        let signature = hasher.create_signature(grams);
        index.insert(n, signature.clone());
        signatures.push(signature);
    }
    let found: usize = signatures.iter().map(|s| index.query(s).len().saturating_sub(1)).sum();
    found / 2
}

/// Where the words of a text stand.
fn spans(text: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut begun = None;
    for (at, c) in text.char_indices() {
        match (c.is_alphanumeric(), begun) {
            (true, None) => begun = Some(at),
            (false, Some(from)) => {
                out.push((from, at));
                begun = None;
            }
            _ => {}
        }
    }
    out.extend(begun.map(|from| (from, text.len())));
    out
}

/// Runs another program; gives the names and seconds it prints.
fn outside(command: &str, packed: &std::path::Path) -> Vec<(String, f64)> {
    let mut words = command.split_whitespace();
    let program = words.next().expect("a command");
    let done = Command::new(program).args(words).arg(packed).output().expect("a program that can be run");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let printed = String::from_utf8_lossy(&done.stdout);
    let line = |line: &str| {
        let mut parts = line.rsplitn(3, ' ');
        let seconds = parts.next()?.parse().ok()?;
        parts.next()?;
        Some((parts.next()?.to_owned(), seconds))
    };
    printed.lines().filter_map(line).collect()
}
