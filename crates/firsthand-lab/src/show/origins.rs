//! Facts whose count of independent origins is not that of `data/origins.tsv`.

use crate::measure::origins::{Judged, Ours, Range, judged};
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
    let Some(Ours { point, whole, range: said }) = ours else {
        return Some(format!("NO POINT {story} {fact}: {}", range(gold)));
    };
    let what = match (gold.certain == said.certain, gold.possible == said.possible) {
        (true, true) => return None,
        (true, false) => "POSSIBLE",
        (false, _) => "CERTAIN",
    };
    let part = if *whole { "" } else { ", which holds a part of it" };
    Some(format!("{what} {story} {fact}: {}; ours {} ({point}{part})", range(gold), range(said)))
}

fn range(of: &Range) -> String {
    let why = if of.because.is_empty() { String::new() } else { format!("; {}", of.because.join("; ")) };
    format!("{}..{} [{}{why}]", of.certain, of.possible, of.names.join(" | "))
}
