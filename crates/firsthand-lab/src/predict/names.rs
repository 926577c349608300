//! Names over the tokens of a file: token, tab, BIO tag. Reads the first column only.

use crate::words;
use anyhow::Result;
use firsthand_text::language::{Models, NameKind, name};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Prints every file with its tokens tagged; of a file that is not `.tsv`, the names found in it as a report.
pub(super) fn names(files: &[PathBuf]) -> Result<()> {
    let models = Models::built_in();
    let mut out = String::new();
    for file in files {
        if !file.to_string_lossy().contains(".tsv") {
            out.push_str(&report(file, &models)?);
            continue;
        }
        for document in words::documents(&super::text(file)?) {
            let groups: Vec<Vec<words::Group>> = document
                .iter()
                .map(|s| {
                    words::groups(&s.iter().map(|(t, _)| t.as_str()).collect::<Vec<_>>(), words::one_name)
                })
                .collect();
            let sentences: Vec<Vec<&str>> =
                groups.iter().map(|s| s.iter().map(|g| g.text.as_str()).collect()).collect();
            out.push_str("# doc\n");
            for ((tokens, groups), found) in
                document.iter().zip(&groups).zip(name::names(&sentences, &models.names))
            {
                let mut tags = vec!["O".to_string(); tokens.len()];
                for f in found {
                    let tag = match f.kind {
                        NameKind::Person => "PER",
                        NameKind::Organisation => "ORG",
                        NameKind::Place => "LOC",
                        NameKind::Group => "NORP",
                        NameKind::Other => continue,
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
        }
    }
    print!("{out}");
    Ok(())
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
