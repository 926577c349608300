//! The weights of names.
//!
//! Reads from the data folder the openly licensed sets `wikigold`, `re3d`, `gum`, `crossner_politics` and
//! `uner_ewt` (`*.train.tsv`: token, tab, BIO tag; a blank line after a sentence; `# doc` before a document).

mod augment;
mod corpus;
mod invent;
mod learn;

use anyhow::Result;
use corpus::Text;
use std::path::Path;

/// Sets and how often each is seen, chosen by the score on news that no weights are trained on.
const SETS: [(&str, usize); 5] =
    [("wikigold", 1), ("re3d", 1), ("gum", 1), ("crossner_politics", 1), ("uner_ewt", 1)];

/// How many altered copies of each text are learnt from beside it.
const COPIES: usize = 1;

/// Makes `names.bin`.
pub(super) fn names(data: &Path, out: &Path) -> Result<()> {
    let mut texts: Vec<Text> = Vec::new();
    for (set, times) in SETS {
        let times = std::env::var(format!("T_{set}")).ok().and_then(|v| v.parse().ok()).unwrap_or(times);
        let read = corpus::read(&data.join(format!("{set}.train.tsv")), set)?;
        println!("{set}: {} texts, {} words", read.len(), read.iter().map(Text::len).sum::<usize>());
        for copy in 0..times {
            let _ = copy;
            texts.extend(read.iter().cloned());
        }
    }
    let more =
        augment::all(&texts, std::env::var("COPIES").ok().and_then(|v| v.parse().ok()).unwrap_or(COPIES));
    texts.extend(more);
    let bytes = learn::learn(&texts);
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join("names.bin"), &bytes)?;
    println!("{} texts, {} bytes", texts.len(), bytes.len());
    Ok(())
}
