//! How many feeds of the suites come out right?
//!
//! A file of feedparser's suite says in its first comment what should come out. Of that, all that is said of titles,
//! links, ids, dates, sources, authors and texts is compared. A file that says nothing of these, and those of feed-rs,
//! must give as many entries as it holds elements (or JSON items) of entries.

mod expect;
mod look;

use super::Figure;
use anyhow::{Context, Result};
use expect::terms;
use firsthand_intake::Feed;
use std::path::Path;

/// What one file came to.
struct Outcome {
    /// Terms compared.
    compared: usize,
    /// What did not come out.
    wrong: Vec<String>,
}

/// Measures all files.
pub(super) fn measure(shared: &Path, _work: &Path) -> Result<Vec<Figure>> {
    let folder = shared.join("data/feeds");
    let mut files: Vec<_> = walkdir::WalkDir::new(&folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(|e| e.ok().map(walkdir::DirEntry::into_path))
        .filter(|p| p.extension().is_some_and(|e| e == "xml" || e == "json"))
        .collect();
    files.sort();
    let verbose = std::env::var_os("FIRSTHAND_FEEDS").is_some();
    let (mut right, mut compared, mut with_terms, mut panics) = (0, 0, 0, 0);
    for file in &files {
        let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let outcome = std::panic::catch_unwind(|| judge(&bytes));
        let Ok(outcome) = outcome else {
            panics += 1;
            continue;
        };
        compared += outcome.compared;
        with_terms += usize::from(outcome.compared > 0);
        right += usize::from(outcome.wrong.is_empty());
        if verbose {
            outcome.wrong.iter().for_each(|w| eprintln!("{}: {w}", file.display()));
        }
    }
    let figure = |name: &str, value: usize, floor| Figure {
        stage: "feed",
        data: format!("{} files", files.len()),
        name: name.into(),
        value: value as f64,
        floor,
    };
    Ok(vec![
        figure("files right", right, Some(600.0)),
        figure("files with a comparison", with_terms, None),
        figure("comparisons", compared, None),
        figure("files without a panic", files.len() - panics, Some(files.len() as f64)),
    ])
}

fn judge(bytes: &[u8]) -> Outcome {
    // Comments of wide encodings are ASCII with zeros between.
    let comment: String = bytes.iter().filter(|b| **b != 0).map(|b| char::from(*b)).collect();
    let line = |key: &str| {
        let found = comment.lines().map(str::trim).find_map(|l| l.strip_prefix(key));
        found.map(|l| l.trim().trim_end_matches("-->").trim().to_owned())
    };
    let header = |name: &str| {
        comment.lines().map(str::trim).filter_map(|l| l.strip_prefix("Header:")).find_map(|l| {
            let (key, value) = l.trim().split_once(':')?;
            key.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        })
    };
    let charset = header("content-type").and_then(|t| {
        let label = t.split("charset=").nth(1)?.trim().trim_matches('"').to_owned();
        (!label.is_empty()).then_some(label)
    });
    let address = "http://127.0.0.1:8097/";
    let address = header("content-location").map_or(address.to_owned(), |to| look::joined(address, &to));
    let feed = firsthand_intake::feed(bytes, charset.as_deref(), Some(&address));
    let expected = line("Expect:").unwrap_or_default();
    let mut outcome = Outcome { compared: 0, wrong: Vec::new() };
    for term in terms(&expected) {
        let Some(is) = look::up(&feed, &term) else { continue };
        outcome.compared += 1;
        if !look::same(&is, &term.want) {
            outcome.wrong.push(format!("{}: is {is:?}, should be {:?}", term.path.join("."), term.want));
        }
    }
    if outcome.compared == 0 {
        outcome.wrong.extend(counted(bytes, &feed));
    }
    outcome
}

/// Whether a feed has as many entries as there are in the file.
fn counted(bytes: &[u8], feed: &Feed) -> Option<String> {
    let text = look::plain(bytes);
    let want = match serde_json::from_str::<serde_json::Value>(&text) {
        Ok(json) => json["items"].as_array().map_or(0, Vec::len),
        Err(_) => {
            let starts = text.match_indices('<').filter(|(at, _)| {
                let name: String = text[at + 1..]
                    .chars()
                    .take_while(|c| !c.is_whitespace() && !matches!(c, '>' | '/'))
                    .collect();
                matches!(name.rsplit(':').next(), Some("item" | "entry"))
            });
            starts.count()
        }
    };
    (feed.entries.len() != want).then(|| format!("{} entries, should be {want}", feed.entries.len()))
}
