//! Names over the tokens of a file: token, tab, BIO tag. Reads the first column only.

use super::guideline;
use crate::words;
use anyhow::{Context, Result};
use firsthand_text::language::{Models, NameKind, name};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Prints every file with its tokens tagged; of a file that is not `.tsv`, the names found in it as a report.
pub(super) fn names(files: &[PathBuf], weights: Option<&Path>) -> Result<()> {
    let mut models = Models::built_in();
    if let Some(path) = weights {
        let bytes = super::bytes(path)?.leak();
        models.names = Some(name::weights::Weights::read(bytes).context("no table of weights")?);
    }
    let mut out = String::new();
    for file in files {
        if !file.to_string_lossy().contains(".tsv") {
            out.push_str(&report(file, &models)?);
            continue;
        }
        let theirs = theirs(file).filter(|_| weights.is_none()).map(name::weights::Weights::read);
        for document in words::documents(&super::text(file)?) {
            out.push_str(&document_of(&document, |sentences| match &theirs {
                Some(weights) => name::unmended(sentences, weights),
                None if set(file) == Some("worldwide") => {
                    let found = name::names(sentences, &models.names);
                    found
                        .into_iter()
                        .zip(sentences)
                        .map(|(f, words)| guideline::worldwide(words, f))
                        .collect()
                }
                None => name::names(sentences, &models.names),
            }));
        }
    }
    print!("{out}");
    Ok(())
}

/// The weights fitted to the guideline of a data set that calls other things names than we do (docs/formats.md): the first part
/// of the file's name is the set's.
fn theirs(file: &Path) -> Option<&'static [u8]> {
    let set = set(file)?;
    GUIDELINES.iter().find(|(name, _)| *name == set).map(|(_, bytes)| *bytes)
}

/// The data set of a file.
fn set(file: &Path) -> Option<&str> {
    file.file_name()?.to_str()?.split('.').next()
}

const GUIDELINES: [(&str, &[u8]); 4] = [
    ("crossner_politics", include_bytes!("../../guidelines/crossner_politics.bin")),
    ("gum", include_bytes!("../../guidelines/gum.bin")),
    ("re3d", include_bytes!("../../guidelines/re3d.bin")),
    ("uner_ewt", include_bytes!("../../guidelines/uner_ewt.bin")),
];

/// What other weights than the built-in ones say of a document.
pub(crate) fn named(document: &[Vec<(String, String)>], weights: &[u8]) -> Result<String> {
    let weights = Some(name::weights::Weights::read(weights).context("no table of weights")?);
    Ok(document_of(document, |sentences| name::unmended(sentences, &weights)))
}

/// The tokens of a document with the tags of the names that are found.
fn document_of(
    document: &[Vec<(String, String)>],
    find: impl Fn(&[Vec<&str>]) -> Vec<Vec<name::label::Found>>,
) -> String {
    let groups: Vec<Vec<words::Group>> = document
        .iter()
        .map(|s| words::groups(&s.iter().map(|(t, _)| t.as_str()).collect::<Vec<_>>(), words::one_name))
        .collect();
    let sentences: Vec<Vec<&str>> =
        groups.iter().map(|s| s.iter().map(|g| g.text.as_str()).collect()).collect();
    let mut out = String::from("# doc\n");
    for ((tokens, groups), found) in document.iter().zip(&groups).zip(find(&sentences)) {
        let mut tags = vec!["O".to_string(); tokens.len()];
        for f in found {
            let tag = match f.kind {
                NameKind::Person => "PER",
                NameKind::Organisation => "ORG",
                NameKind::Place | NameKind::Facility => "LOC",
                NameKind::Group => "NORP",
                NameKind::Event | NameKind::Work | NameKind::Product | NameKind::Other => continue,
            };
            let (first, last) = (groups[f.first].first, groups[f.last - 1].last);
            for (at, slot) in tags[first..last].iter_mut().enumerate() {
                *slot = format!("{}-{tag}", if at == 0 { "B" } else { "I" });
            }
        }
        for ((token, _), tag) in tokens.iter().zip(tags) {
            out.push_str(&format!("{token}\t{tag}\n"));
        }
        out.push('\n');
    }
    out
}

/// The names of a page: kind, name, how often.
fn report(file: &Path, models: &Models) -> Result<String> {
    let read = firsthand_text::read(&file.to_string_lossy(), &std::fs::read(file)?, models);
    let mut counts: BTreeMap<(NameKind, &str), usize> = BTreeMap::new();
    for name in &read.names {
        *counts.entry((name.kind, read.text(name.span))).or_default() += 1;
    }
    let lines = counts.iter().map(|((kind, name), n)| format!("{kind:?}\t{name}\t{n}\n"));
    Ok(format!("# {}\n{}", file.display(), lines.collect::<String>()))
}
