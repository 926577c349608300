//! What an outlet says of its own report: that it was updated or corrected, an editor's note, where it appeared before.
//!
//! A remark is a sentence. A time of the last update is none, nor is the invitation to report a mistake.

mod list;

use super::RemarkKind::{self, Editor, Republished, Update};
use super::agency::fold;
use super::line::words;
use list::{DEEDS, OPENINGS, PHRASES, SELVES};

/// The longest remark, in words.
const LONGEST: usize = 130;

/// What a paragraph remarks of its own report, if it is a remark at all.
pub(super) fn remark(text: &str) -> Option<RemarkKind> {
    let count = words(text);
    if !(4..=LONGEST).contains(&count) {
        return None;
    }
    let folded = fold(text);
    let bare = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    if is_invitation(bare) {
        return None;
    }
    let deed = deed(bare);
    match opening(bare) {
        Some(Editor) => Some(deed.unwrap_or(Editor)),
        Some(kind) => Some(kind),
        None => deed,
    }
}

/// `Corrections: If you see a mistake, write to us`.
fn is_invitation(folded: &str) -> bool {
    const WORDS: [&str; 9] = [
        "if you ",
        "report a correction",
        "request a correction",
        "submit a correction",
        "suggest a correction",
        "and clarifications",
        "corrections policy",
        "correction policy",
        "sign up",
    ];
    WORDS.iter().any(|w| folded.contains(w))
}

/// A word for a remark at the head, a mark behind it, and then a sentence.
fn opening(folded: &str) -> Option<RemarkKind> {
    let (opening, kind) = OPENINGS
        .iter()
        .filter(|(o, _)| folded.starts_with(o))
        .max_by_key(|(o, _)| o.len())
        .map(|(o, kind)| (*o, *kind))?;
    let rest = folded.get(opening.len()..)?;
    // `Correction, March 5: ...`, `UPDATE (9 p.m.): ...`, `[Updated March 5] ...`
    let marked = rest.starts_with([':', '：', ')', ']', '.'])
        || rest.trim_start().starts_with(['-', '—', '(', '|', ':'])
        || rest.get(..rest.len().min(60)).or(Some(rest)).is_some_and(|r| r.contains([':', ']', ')']));
    let told = sentence_words(rest);
    let enough = if kind == Update { 5 } else { 4 };
    (marked && told >= enough).then_some(kind)
}

/// Words that can tell something: no figures, no names of months, no words that stand beside times.
fn sentence_words(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|w| w.chars().count() > 2 || !w.is_ascii())
        .filter(|w| !w.chars().any(|c| c.is_ascii_digit()) && !super::text::is_date_word(w))
        .filter(|w| super::day::month_day(&format!("{w} 1")).is_none())
        .count()
}

/// A sentence that says what was done to the report.
fn deed(folded: &str) -> Option<RemarkKind> {
    let sentences = || {
        std::iter::once(folded)
            .chain(folded.match_indices(". ").filter_map(|(at, _)| folded.get(at + 2..)))
            .chain(folded.match_indices(": ").filter_map(|(at, _)| folded.get(at + 2..)))
            .chain(folded.match_indices("] ").filter_map(|(at, _)| folded.get(at + 2..)))
    };
    for sentence in sentences() {
        if let Some((_, kind)) = PHRASES.iter().find(|(p, _)| sentence.starts_with(p)) {
            return Some(*kind);
        }
        let Some(own) = SELVES.iter().find(|s| sentence.starts_with(**s)) else { continue };
        let rest = sentence.get(own.len()..)?;
        let end = rest.match_indices(' ').nth(9).map_or(rest.len(), |(at, _)| at);
        let near = rest.get(..end)?;
        let found = DEEDS
            .iter()
            .filter_map(|(d, kind)| near.find(d).map(|at| (at, d.len(), *kind)))
            .min_by_key(|(at, len, _)| (*at, usize::MAX - len));
        if let Some((at, len, kind)) = found {
            // `first published on 5 March` tells a day, not a place.
            let after = rest.get(at + len..).unwrap_or("").trim_start();
            let dated = kind == Republished && !names_a_place(after);
            return (!dated).then_some(kind);
        }
    }
    None
}

/// Whether what stands behind `published` says where.
fn names_a_place(after: &str) -> bool {
    let mut tokens = after.split_whitespace();
    let (Some(first), Some(second)) = (tokens.next(), tokens.next()) else {
        return !after.is_empty();
    };
    let dated = second.starts_with(|c: char| c.is_ascii_digit())
        || super::day::month_day(&format!("{} 1", second.trim_matches(','))).is_some();
    !(dated && ["on", "in", "at", "am", "le", "el", "em"].contains(&first)
        || first.starts_with(|c: char| c.is_ascii_digit()))
}

/// Where the text was published before: `This article was originally published by the Lund Observer. Read it there.`
pub(super) fn earlier_home(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    // Small letters may be longer or shorter than capitals: then the place cannot be told.
    if lower.len() != text.len() {
        return None;
    }
    const KEYS: [&str; 14] = [
        "published by ",
        "published in ",
        "published on ",
        "published at ",
        "appeared in ",
        "appeared on ",
        "appeared at ",
        "first on ",
        "republished from ",
        "erschien zuerst in ",
        "erschien zuerst bei ",
        "publié par ",
        "publicado originalmente en ",
        "publicado originalmente em ",
    ];
    let at = KEYS.iter().filter_map(|k| lower.find(k).map(|at| at + k.len())).min()?;
    let rest = text.get(at..)?;
    let end = rest.find(['.', ',', ';', ':', '(', '–', '—']).unwrap_or(rest.len());
    let site = rest.find(". ").or_else(|| rest.strip_suffix('.').map(str::len)).unwrap_or(rest.len());
    let name = rest.get(..end)?.trim();
    let name =
        if super::dateline::is_site(rest.get(..site)?.trim()) { rest.get(..site)?.trim() } else { name };
    let name = name.strip_prefix("the ").unwrap_or(name);
    let fits = (1..=6).contains(&words(name)) && name.chars().next().is_some_and(char::is_uppercase);
    (fits && super::day::month_day(&format!("{name} 1")).is_none()).then_some(name)
}

#[cfg(test)]
mod tests;
