//! The table of how many documents hold each English word, by which grouping knows common words in a small run.

use anyhow::{Context, Result, ensure};
use firsthand_core::story::{stem, words};
use firsthand_text::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

/// The corpora, as they lie in the folder: one token a line, its form first; `# doc` before each document.
const CORPORA: [&str; 2] = ["ud_ewt.train.tsv.gz", "ud_gum.train.tsv.gz"];
/// Tokens after which a long document is counted as another, so that it is about as long as a report.
const LONGEST: usize = 300;
/// Words of fewer documents are left out: they count as rare anyhow.
const FEWEST: usize = 3;

/// Counts the corpora in `data` and writes `rarity.tsv` to `out`.
pub(super) fn rarity(data: &Path, out: &Path) -> Result<()> {
    let mut documents = Vec::new();
    for corpus in CORPORA {
        let text = crate::predict::text(&data.join(corpus))?;
        let mut tokens = LONGEST + 1;
        for line in text.lines() {
            if line.starts_with("# doc") || tokens > LONGEST {
                documents.push(String::new());
                tokens = 0;
            }
            let Some(document) = documents.last_mut().filter(|_| !line.is_empty() && !line.starts_with('#'))
            else {
                continue;
            };
            document.push_str(line.split('\t').next().unwrap_or(""));
            document.push(' ');
            tokens += 1;
        }
    }
    documents.retain(|d| !d.is_empty());
    ensure!(!documents.is_empty(), "no documents in {}", data.display());
    let mut held: BTreeMap<String, usize> = BTreeMap::new();
    for document in &documents {
        let found = words(document, Span::new(0, document.len()));
        let terms: BTreeSet<&str> = found.iter().map(|w| stem(&w.folded)).collect();
        terms.into_iter().for_each(|t| *held.entry(t.to_owned()).or_default() += 1);
    }
    let mut table = format!("documents\t{}\n", documents.len());
    for (term, count) in held.iter().filter(|(_, n)| **n >= FEWEST) {
        writeln!(table, "{term}\t{count}")?;
    }
    std::fs::write(out.join("rarity.tsv"), table)
        .with_context(|| format!("cannot write to {}", out.display()))
}
