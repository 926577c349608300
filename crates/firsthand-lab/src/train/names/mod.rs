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

/// The sets.
const SETS: [&str; 5] = ["wikigold", "re3d", "gum", "crossner_politics", "uner_ewt"];

/// How many altered copies of each text are learnt from beside it.
const COPIES: usize = 2;

/// Makes `names.bin`.
pub(super) fn names(data: &Path, out: &Path) -> Result<()> {
    let mut texts: Vec<Text> = Vec::new();
    for set in SETS {
        let read = corpus::read(&data.join(format!("{set}.train.tsv")), set)?;
        println!("{set}: {} texts, {} words", read.len(), read.iter().map(Text::len).sum::<usize>());
        texts.extend(read);
    }
    let more = augment::all(&texts, COPIES);
    texts.extend(more);
    let bytes = learn::learn(&texts);
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join("names.bin"), &bytes)?;
    println!("{} texts, {} bytes", texts.len(), bytes.len());
    Ok(())
}
