//! Facts whose count of independent origins is not that of `data/origins.tsv`.

use crate::measure::origins::{Judged, Range, judged};
use anyhow::Result;
use std::path::PathBuf;

/// Prints each fact whose count is off, with the names on both sides, and those that no point answers.
pub(super) fn show(shared: &[PathBuf]) -> Result<()> {
    for folder in shared {
        judged(folder)?.iter().filter_map(line).for_each(|l| println!("{l}"));
    }
    Ok(())
}

fn line(judged: &Judged) -> Option<String> {
    let Judged { story, fact, gold, ours } = judged;
    let Some((point, ours)) = ours else {
        return Some(format!("NO POINT {story} {fact}: {}", range(gold)));
    };
    let what = match (gold.certain == ours.certain, gold.possible == ours.possible) {
        (true, true) => return None,
        (true, false) => "POSSIBLE",
        (false, _) => "CERTAIN",
    };
    Some(format!("{what} {story} {fact}: {}; ours {} ({point})", range(gold), range(ours)))
}

fn range(of: &Range) -> String {
    format!("{}..{} [{}]", of.certain, of.possible, of.names.join(" | "))
}
