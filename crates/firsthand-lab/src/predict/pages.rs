//! Page extraction in the format of the page scorer: body, title, authors, date, outlet of each page.
//!
//! A folder with `labels.jsonl` is a labelled set: of the labels only `id`, `file` and `url` are read. Any other file is
//! one page, any other folder a set of pages, under their paths.

use super::bytes;
use anyhow::{Context, Result};
use firsthand_text::page::page;
use firsthand_text::report::{Cut, Report, report};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// One page of a set.
pub(super) struct Input {
    pub(super) id: String,
    pub(super) location: String,
    pub(super) path: PathBuf,
}

/// Prints one line a page.
pub(super) fn predict(files: &[PathBuf]) -> Result<()> {
    for file in files {
        let lines: Vec<Result<Value>> = inputs(file)?.par_iter().map(one).collect();
        for line in lines {
            println!("{}", line?);
        }
    }
    Ok(())
}

/// The pages of a labelled set, a folder or a file.
pub(super) fn inputs(file: &Path) -> Result<Vec<Input>> {
    let labels = file.join("labels.jsonl");
    if labels.is_file() {
        let text = super::text(&labels)?;
        return text.lines().filter(|l| !l.trim().is_empty()).map(|l| labelled(file, l)).collect();
    }
    let mut found: Vec<PathBuf> = walkdir::WalkDir::new(file)
        .into_iter()
        .filter_map(|e| e.ok())
        .filter(|e| e.file_type().is_file() && e.path().extension().is_none_or(|x| x != "json" && x != "md"))
        .map(|e| e.into_path())
        .collect();
    found.sort();
    let name = |p: &Path| p.display().to_string();
    Ok(found.into_iter().map(|path| Input { id: name(&path), location: name(&path), path }).collect())
}

fn labelled(folder: &Path, line: &str) -> Result<Input> {
    let label: Value = serde_json::from_str(line)?;
    let field = |key: &str| label.get(key).and_then(Value::as_str).map(str::to_owned);
    let id = field("id").context("a label without an id")?;
    let file = field("file").unwrap_or_else(|| format!("html/{id}.html.gz"));
    Ok(Input { location: field("url").unwrap_or_else(|| id.clone()), id, path: folder.join(file) })
}

fn one(input: &Input) -> Result<Value> {
    let found = report(&page(&input.location, &bytes(&input.path)?));
    Ok(shown(&input.id, &found))
}

fn shown(id: &str, report: &Report) -> Value {
    let texts = |cuts: &[Cut]| cuts.iter().map(|c| c.text.clone()).collect::<Vec<_>>();
    let authors: Vec<&String> = report.byline.iter().collect();
    json!({
        "id": id,
        "body": report.body(),
        "title": report.title(),
        "authors": authors,
        "date": report.published.value,
        "outlet": report.outlet,
        "credits": report.credits.iter().map(|c| format!("{} ({})", c.name, c.place)).collect::<Vec<_>>(),
        "dateline": report.dateline.as_ref().map(|d| d.span.of(&report.text)),
        "captions": texts(&report.captions),
        "dropped": report.dropped.iter().map(|c| format!("{}: {}", c.why, c.text)).collect::<Vec<_>>(),
        "dates": report.published.candidates.iter().map(|c| format!("{}: {}", c.place, c.value)).collect::<Vec<_>>(),
        "language": report.language,
        "notes": report.notes.iter().map(|n| n.message.clone()).collect::<Vec<_>>(),
    })
}
