//! Given and family names out of the packages that list them.

use super::read;
use anyhow::Result;
use std::path::Path;

/// Which part of a person's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Given,
    Family,
}

/// Family names of the census are kept up to this rank: rarer ones are mostly words and places.
const CENSUS: usize = 20_000;

/// All names, as written.
pub(super) fn names(data: &Path) -> Result<Vec<(String, Kind)>> {
    let mut out = Vec::new();
    for (file, kind) in [
        ("dist.all.last", Kind::Family),
        ("dist.male.first", Kind::Given),
        ("dist.female.first", Kind::Given),
    ] {
        let text = read(&data.join(file))?;
        let words = text.lines().filter_map(|l| l.split_whitespace().next()).take(CENSUS);
        out.extend(words.map(|w| (w.to_string(), kind)));
    }
    let mut locales: Vec<_> = std::fs::read_dir(data.join("person"))?.filter_map(|e| e.ok()).collect();
    locales.sort_by_key(|e| e.file_name());
    for locale in locales.iter().filter(|e| e.path().is_dir()) {
        let path = locale.path().join("__init__.py");
        if path.exists() {
            out.extend(provider(&read(&path)?));
        }
    }
    Ok(out)
}

/// The names of one provider: the quoted words of every list whose own name says which part it holds.
fn provider(source: &str) -> Vec<(String, Kind)> {
    let mut out = Vec::new();
    let mut kind = None;
    for line in source.lines() {
        let code = line.trim_start();
        if line.len() - code.len() == 4 {
            let end = code.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(code.len());
            kind = kind_of(&code[..end], kind);
        }
        let Some(kind) = kind else { continue };
        let latin = |w: &&str| {
            w.starts_with(char::is_uppercase) && w.chars().all(|c| (c as u32) < 0x250) && !w.contains("{{")
        };
        out.extend(code.split('"').skip(1).step_by(2).filter(latin).map(|w| (w.to_string(), kind)));
    }
    out
}

/// What the list of this name holds; a closing bracket ends a list.
fn kind_of(name: &str, open: Option<Kind>) -> Option<Kind> {
    if name.is_empty() {
        return open.filter(|_| false);
    }
    let given = name.contains("first") || name.contains("given");
    let family = name.contains("last") || name.contains("surname") || name.contains("family");
    match (given, family, name.contains("name") && !name.contains("prefix")) {
        (true, _, true) => Some(Kind::Given),
        (_, true, true) => Some(Kind::Family),
        _ => None,
    }
}
