//! Are archives read as they should be? The made one against its list, those of other projects without a stop.

use super::Figure;
use anyhow::{Context, Result};
use firsthand_intake::{Found, Input, Item, Options, read};
use serde::Deserialize;
use sha1::{Digest, Sha1};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// A line of the list.
#[derive(Debug, Deserialize)]
struct Expected {
    #[serde(rename = "type")]
    kind: String,
    url: Option<String>,
    status: Option<u16>,
    date: Option<String>,
    note: Option<String>,
    decoded_len: Option<usize>,
    decoded_sha1: Option<String>,
}

/// Measures all archives.
pub(super) fn measure(shared: &Path, _work: &Path) -> Result<Vec<Figure>> {
    let folder = shared.join("data/warc");
    let list = std::fs::read_to_string(folder.join("made/expected.jsonl")).context("cannot read the list")?;
    let expected: Vec<Expected> = list.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    // What is a page: an answer with a body of text.
    let no_page =
        |e: &&Expected| e.note.as_deref().is_some_and(|n| n.contains("revisit") || n.contains("not HTML"));
    let pages: Vec<&Expected> = expected
        .iter()
        .filter(|e| e.kind == "response" && e.status == Some(200) && !no_page(e) && e.decoded_len > Some(0))
        .collect();
    let figure = |data: &str, name: &str, value: f64, floor| Figure {
        stage: "warc",
        data: data.into(),
        name: name.into(),
        value,
        floor,
    };
    let mut out = Vec::new();
    for name in ["ccnews-shaped.warc.gz", "whole.warc.gz", "clipped.warc.gz"] {
        let (items, bad) = all(&folder.join("made").join(name));
        let right = items.iter().zip(&pages).filter(|(item, want)| is_right(item, want)).count();
        let rising = items.windows(2).all(|w| match w {
            [a, b] => a.record.as_ref().map(|r| r.offset) < b.record.as_ref().map(|r| r.offset),
            _ => true,
        });
        let floor = (name != "clipped.warc.gz").then_some(1.0);
        out.push(figure(name, "pages right, of those listed", right as f64 / pages.len() as f64, floor));
        out.push(figure(name, "pages given that are right", right as f64 / items.len() as f64, Some(1.0)));
        out.push(figure(name, "in the order of the file", f64::from(u8::from(rising)), Some(1.0)));
        let fit = items.iter().filter(|i| i.record.as_ref().is_some_and(|r| r.fits == Some(true))).count();
        out.push(figure(name, "digests that fit", fit as f64 / items.len() as f64, None));
        out.push(figure(name, "places named as bad", bad.len() as f64, None));
    }
    let mut files = Vec::new();
    for name in ["warcio", "resiliparse"] {
        let entries = std::fs::read_dir(folder.join(name))?;
        files.extend(entries.filter_map(|e| e.ok().map(|e| e.path())));
    }
    files.sort();
    let read: Vec<(Vec<Item>, Vec<String>)> = files.iter().map(|file| all(file)).collect();
    if std::env::var_os("FIRSTHAND_WARCS").is_some() {
        for (file, (items, bad)) in files.iter().zip(&read) {
            eprintln!("{}: {} pages; {}", file.display(), items.len(), bad.join(" | "));
        }
    }
    let data = format!("{} files of others", files.len());
    let with = read.iter().filter(|(items, _)| !items.is_empty()).count();
    out.push(figure(&data, "files with a page", with as f64, None));
    out.push(figure(&data, "pages", read.iter().map(|(items, _)| items.len()).sum::<usize>() as f64, None));
    out.push(figure(
        &data,
        "places named as bad",
        read.iter().map(|(_, bad)| bad.len()).sum::<usize>() as f64,
        None,
    ));
    Ok(out)
}

fn is_right(item: &Item, want: &Expected) -> bool {
    let sum: String = Sha1::digest(&item.bytes).iter().map(|b| format!("{b:02x}")).collect();
    item.address == want.url
        && item.crawled == want.date
        && Some(item.bytes.len()) == want.decoded_len
        && want.decoded_sha1.as_ref() == Some(&sum)
}

fn all(path: &Path) -> (Vec<Item>, Vec<String>) {
    let input = Input { location: path.display().to_string(), path: Some(PathBuf::from(path)) };
    let (mut items, mut bad) = (Vec::new(), Vec::new());
    let done = read(&input, &Options::default(), &mut |found| {
        match found {
            Found::Page(item) => items.push(*item),
            Found::Bad(b) => bad.push(b.message),
            Found::Passed(_) => {}
        }
        ControlFlow::Continue(())
    });
    debug_assert!(done.is_continue());
    (items, bad)
}
