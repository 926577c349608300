//! Tags, heads and relations of given words: `form<TAB>UPOS<TAB>XPOS<TAB>head<TAB>deprel`, only the forms are read.

use super::text;
use anyhow::Result;
use firsthand_text::language::{Models, given};
use std::io::Write;
use std::path::PathBuf;

pub(super) fn predict(files: &[PathBuf]) -> Result<()> {
    let models = Models::built_in();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for file in files {
        let text = text(file)?;
        let mut words: Vec<&str> = Vec::new();
        for line in text.lines().chain([""]) {
            if line.is_empty() {
                sentence(&words, &models, &mut out)?;
                words.clear();
            } else if line.starts_with("# ") {
                writeln!(out, "{line}")?;
            } else {
                words.push(line.split('\t').next().unwrap_or(""));
            }
        }
    }
    Ok(())
}

fn sentence(words: &[&str], models: &Models, out: &mut impl Write) -> Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    for (word, found) in words.iter().zip(given::tree(words, models)) {
        let head = found.head.map_or(0, |h| h + 1);
        writeln!(out, "{word}\t{}\t{:?}\t{head}\t{}", found.tag.name(), found.form, found.relation.name())?;
    }
    writeln!(out)?;
    Ok(())
}
