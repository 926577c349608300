//! The lexicon: for words in lower case, whether they are given names, family names, usual words, and the cluster
//! their vector falls in.
//!
//! Reads from the data folder: `person/` (the providers of names of the PyPI package Faker, MIT), `dist.*` (the
//! lists of the PyPI package `names`, MIT, from the US census of 1990), `vocab/` (vectors of spaCy's
//! `en_core_web_md`, MIT), and `*.train.tsv` (tokens in the first column) for usual words.

mod cluster;
mod people;
pub(super) mod vectors;

use anyhow::{Context, Result};
use firsthand_text::language::country::fold;
use firsthand_text::language::name::lexicon::{FAMILY, GIVEN, USUAL, pack};
use std::collections::BTreeMap;
use std::path::Path;

/// Coarse clusters, and fine ones within each.
const COARSE: usize = 64;
const FINE: usize = 16;

/// Makes `lexicon.fst`.
pub(super) fn lexicon(data: &Path, out: &Path) -> Result<()> {
    let mut bits: BTreeMap<String, u64> = BTreeMap::new();
    for (name, kind) in people::names(data)? {
        let bit = if kind == people::Kind::Given { GIVEN } else { FAMILY };
        for word in name.split(' ').filter(|w| w.len() > 1 && !w.contains('.')) {
            *bits.entry(fold(word)).or_default() |= bit;
        }
    }
    println!("{} words of persons' names", bits.len());
    for word in usual(data)? {
        *bits.entry(word).or_default() |= USUAL;
    }
    let vectors = vectors::read(&data.join("vocab"))?;
    let clusters = cluster::two_levels(&vectors.rows, COARSE, FINE);
    let mut entries: BTreeMap<String, u64> = bits.into_iter().map(|(w, b)| (w, pack(b, 0))).collect();
    for (word, row) in &vectors.words {
        let cluster = clusters.get(*row).copied().unwrap_or(0);
        *entries.entry(word.clone()).or_default() |= pack(0, cluster + 1);
    }
    entries.retain(|word, _| !word.is_empty());
    let mut map = fst::MapBuilder::memory();
    for (word, value) in &entries {
        map.insert(word, *value)?;
    }
    let bytes = map.into_inner()?;
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join("lexicon.fst"), &bytes)?;
    println!("{} words, {} bytes", entries.len(), bytes.len());
    Ok(())
}

/// Words that stand in lower case at least twice, and more often than capitalised within a sentence.
fn usual(data: &Path) -> Result<Vec<String>> {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut paths: Vec<_> = std::fs::read_dir(data)?.filter_map(|e| e.ok().map(|e| e.path())).collect();
    paths.sort();
    for path in paths.iter().filter(|p| p.to_string_lossy().contains(".train.tsv")) {
        let mut first = true;
        for line in crate::predict::text(path)?.lines() {
            let word = line.split('\t').next().unwrap_or("");
            if word.is_empty() || word.starts_with("# doc") {
                first = true;
                continue;
            }
            if word.chars().all(char::is_alphabetic) {
                let entry = counts.entry(fold(word)).or_default();
                if word.chars().all(char::is_lowercase) {
                    entry.0 += 1;
                } else if !first {
                    entry.1 += 1;
                }
                first = false;
            }
        }
    }
    Ok(counts.into_iter().filter(|(_, (low, high))| *low >= 2 && low > high).map(|(word, _)| word).collect())
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
