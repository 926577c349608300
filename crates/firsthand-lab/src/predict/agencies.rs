//! `agencies`: agencies and outlets named in texts, how each stands, in code points: `{"id", "mentions": [{"start", "end",
//! "agency", "kind", "stand"}]}`. Reads ids and texts only.

use super::text;
use anyhow::{Context, Result};
use firsthand_text::report::agency::AgencyKind;
use firsthand_text::report::mention::{Mention, mentions};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The input fields of one text.
#[derive(Deserialize)]
struct Row {
    id: String,
    text: String,
}

/// The mentions of one text.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) mentions: Vec<Place>,
}

/// One mention, in code points of the text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Place {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Canonical name; empty where it is not said or of no list.
    pub(crate) agency: String,
    /// Whether it is an outlet and no agency.
    pub(crate) outlet: bool,
    pub(crate) stand: &'static str,
    /// Whether the text, or a sentence of it, is from it.
    pub(crate) text: bool,
}

/// Prints a line for each text of the files; of a folder, of all its `.jsonl` and `.jsonl.gz`.
pub(super) fn predict(files: &[PathBuf]) -> Result<()> {
    for file in files {
        for named in named(file)? {
            println!("{}", serde_json::to_string(&named)?);
        }
    }
    Ok(())
}

/// Reads the texts of a file or a folder.
pub(crate) fn named(path: &Path) -> Result<Vec<Named>> {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut inside: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
        inside.retain(|p| p.to_string_lossy().trim_end_matches(".gz").ends_with(".jsonl"));
        inside.sort();
        let all: Result<Vec<_>> = inside.iter().map(|p| named(p)).collect();
        return Ok(all?.concat());
    }
    let lines = text(path)?;
    let lines = lines.lines().filter(|l| !l.trim().is_empty());
    lines
        .map(|line| {
            let row: Row =
                serde_json::from_str(line).with_context(|| format!("no texts: {}", path.display()))?;
            Ok(Named { mentions: placed(&row.text, &mentions(&row.text)), id: row.id })
        })
        .collect()
}

/// Bytes to code points.
fn placed(text: &str, mentions: &[Mention]) -> Vec<Place> {
    let (mut bytes, mut chars) = (0, 0);
    let mut upto = |byte: usize| {
        chars += text.get(bytes..byte).map_or(0, |t| t.chars().count());
        bytes = byte;
        chars
    };
    mentions
        .iter()
        .map(|m| Place {
            start: upto(m.span.start),
            end: upto(m.span.end),
            agency: m.agency.map_or(String::new(), |a| a.name.to_owned()),
            outlet: m.agency.is_some_and(|a| a.kind == AgencyKind::Outlet),
            stand: m.stand.name(),
            text: m.stand.credits_text(),
        })
        .collect()
}
