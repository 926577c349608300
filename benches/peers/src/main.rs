//! Pages per CPU second, ours and the peers', measured in turns in one run.
//!
//! `firsthand-peers FOLDER ROUNDS [COMMAND…]`: FOLDER holds pages (`.html`, `.html.gz`); a COMMAND is another program
//! that reads the paths on its standard input and prints `pages CPU-seconds` when it is done, such as
//! `python3 with_trafilatura.py`.

use flate2::read::MultiGzDecoder;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// A page, its bytes unpacked outside the clock.
struct Page {
    path: PathBuf,
    bytes: Vec<u8>,
}

fn main() {
    let mut args = std::env::args().skip(1);
    let (Some(folder), Some(rounds)) = (args.next(), args.next().and_then(|n| n.parse::<usize>().ok()))
    else {
        eprintln!("firsthand-peers FOLDER ROUNDS [COMMAND…]");
        std::process::exit(2);
    };
    let commands: Vec<String> = args.collect();
    let pages = pages(Path::new(&folder));
    let size: usize = pages.iter().map(|p| p.bytes.len()).sum();
    println!("{} pages, {:.1} MB", pages.len(), size as f64 / 1e6);
    let mut rates: Vec<(String, Vec<f64>, f64)> = ["firsthand", "dom_smoothie"]
        .into_iter()
        .chain(commands.iter().map(String::as_str))
        .map(|n| (n.to_owned(), Vec::new(), 0.0))
        .collect();
    for _ in 0..rounds {
        for (name, rates, worst) in &mut rates {
            let (seconds, slowest) = match name.as_str() {
                "firsthand" => timed(&pages, |p| {
                    let page = firsthand_text::page::page(&p.path.to_string_lossy(), &p.bytes);
                    firsthand_text::report::report(&page).text.len()
                }),
                "dom_smoothie" => timed(&pages, |p| {
                    let html = String::from_utf8_lossy(&p.bytes);
                    let article =
                        dom_smoothie::Readability::new(html.as_ref(), None, None).and_then(|mut r| r.parse());
                    article.map_or(0, |a| a.text_content.len())
                }),
                command => (outside(command, &pages), 0.0),
            };
            rates.push(pages.len() as f64 / seconds);
            *worst = slowest.max(*worst);
        }
    }
    let median = |rates: &[f64]| {
        let mut sorted = rates.to_vec();
        sorted.sort_by(f64::total_cmp);
        sorted[sorted.len() / 2]
    };
    let own = median(&rates[0].1);
    for (name, rates, worst) in &rates {
        let here = median(rates);
        println!(
            "{name}: {here:.1} pages/CPU-s (firsthand {:.2} x), slowest page {:.0} ms",
            own / here,
            worst * 1e3
        );
    }
}

fn pages(folder: &Path) -> Vec<Page> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    files.filter(|f| f.file_type().is_file()).filter_map(|f| read(f.path())).collect()
}

fn read(path: &Path) -> Option<Page> {
    let name = path.to_string_lossy();
    let mut bytes = std::fs::read(path).ok()?;
    if name.ends_with(".gz") {
        let mut unpacked = Vec::new();
        MultiGzDecoder::new(&bytes[..]).read_to_end(&mut unpacked).ok()?;
        bytes = unpacked;
    }
    let is_page = name.ends_with(".html") || name.ends_with(".html.gz");
    is_page.then(|| Page { path: path.to_owned(), bytes })
}

/// CPU seconds over all pages, and wall seconds of the slowest.
fn timed(pages: &[Page], one: impl Fn(&Page) -> usize) -> (f64, f64) {
    let (start, mut slowest, mut kept) = (cpu(), 0.0_f64, 0);
    for page in pages {
        let began = Instant::now();
        kept += one(page);
        slowest = slowest.max(began.elapsed().as_secs_f64());
    }
    assert!(kept > 0, "no text in any page");
    (cpu() - start, slowest)
}

/// User and system time of this process, in seconds (proc(5): fields 14 and 15, hundredths).
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").expect("needs Linux");
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or("").split_whitespace().collect();
    let ticks = |n: usize| fields[n].parse::<f64>().unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}

/// CPU seconds another program says it took.
fn outside(command: &str, pages: &[Page]) -> f64 {
    let mut words = command.split_whitespace();
    let mut child = Command::new(words.next().expect("a command"))
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    for page in pages {
        writeln!(stdin, "{}", page.path.display()).expect("the command reads");
    }
    drop(stdin);
    let out = child.wait_with_output().expect("the command ends");
    let out = String::from_utf8_lossy(&out.stdout).into_owned();
    out.split_whitespace().nth(1).and_then(|s| s.parse().ok()).expect("pages and CPU seconds")
}
