//! Agencies and media a report names as where it comes from: `reports BSS/AFP.`, `(With inputs from PTI)`, `Source: AFP`.
//!
//! Only the fixed forms of crediting are read here. `says a Reuters dispatch` is running text, left to the
//! statement stage.

use super::line::{ends_with_stop, fold, words};
use super::{agency, byline};
use crate::Span;
use crate::page::head;

/// Names credited inside a paragraph: spans into it.
pub(super) fn in_paragraph(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for key in [" reports ", " report "] {
        for at in text.match_indices(key).map(|(at, _)| at) {
            let from = at + key.len();
            // A list of names is short; a sentence may be as long as the page.
            let rest = head(text.get(from..).unwrap_or(""), 120);
            let end = rest.find(". ").unwrap_or(rest.len());
            let list = rest.get(..end).unwrap_or("").trim_end_matches(['.', ' ', '”', '"']);
            let parted = text.get(..at).is_some_and(|b| b.ends_with([',', '”', '"', '—', '–', '-']));
            if parted && let Some(names) = media(list) {
                found.extend(names.into_iter().map(|n| Span::new(from + n.start, from + n.end)));
            }
        }
    }
    found
}

/// Names that sign a story off, at the end of its last paragraph: `... he said. (AFP)`, `... he said. -- AFP/Bernama`, `... Source: AFP`.
pub(super) fn at_end(text: &str) -> Vec<Span> {
    let bare = text.trim_end_matches(['.', ' ']);
    // `... he said. (c)AFP/Ada VALE`
    if let Some(at) = bare.rfind("(c)").filter(|at| bare.len() - at <= 60)
        && let Some(list) = bare.get(at + 3..)
        && let Some((medium, person)) = list.split_once('/')
        && agency::agency(medium).is_some()
    {
        let start = at + 3;
        let after = start + medium.len() + 1;
        return vec![Span::new(start, start + medium.len()), Span::new(after, after + person.len())];
    }
    if let Some(inner) = bare.strip_suffix(')')
        && let Some(open) = inner.rfind('(')
        && text.get(..open).is_some_and(ends_with_stop)
        && let Some(list) = inner.get(open + 1..)
    {
        let offset = open + 1 + list.len() - credited(list).len();
        return moved(media(credited(list)), offset);
    }
    for mark in [" - ", " – ", " — ", " -- ", "—", " --", " –", " -"] {
        if let Some(at) = bare.rfind(mark)
            && text.get(..at).is_some_and(ends_with_stop)
            && let Some(names) = bare.get(at + mark.len()..).and_then(media)
        {
            return moved(Some(names), at + mark.len());
        }
    }
    // `... he said. PTI`
    if let Some(at) = bare.rfind(['.', '”', '"', '!', '?']).filter(|at| bare.len() - at <= 40)
        && let Some(list) = bare.get(at..).and_then(|r| Some(r.split_at(r.find(' ')? + 1)))
        && list.0.chars().all(|c| !c.is_alphanumeric())
        && list.1.split('/').all(|n| agency::agency(n).is_some())
        && super::line::is_capitals(list.1)
    {
        return moved(media(list.1), at + list.0.len());
    }
    for key in ["Source: ", "Sources: ", "SOURCE: "] {
        if let Some(at) = bare.rfind(key) {
            return moved(bare.get(at + key.len()..).and_then(media), at + key.len());
        }
    }
    Vec::new()
}

fn moved(names: Option<Vec<Span>>, by: usize) -> Vec<Span> {
    names.unwrap_or_default().into_iter().map(|n| Span::new(n.start + by, n.end + by)).collect()
}

/// Ways to open a credit line, folded.
const OPENINGS: [&str; 26] = [
    "with additional reporting by ",
    "with additional reporting from ",
    "additional reporting by ",
    "with reporting by ",
    "with reporting from ",
    "with files from ",
    "with inputs from ",
    "with input from ",
    "with agency inputs from ",
    "with information from ",
    "inputs from ",
    "input from ",
    "with contributions from ",
    "compiled from ",
    "compiled by ",
    "material from ",
    "source: ",
    "sources: ",
    "source - ",
    "quelle: ",
    "quellen: ",
    "fuente: ",
    "fonte: ",
    "avec ",
    "mit material von ",
    "con información de ",
];

/// A line that says who else worked on the story, folded.
const CONTRIBUTORS: [&str; 16] = [
    "reporting by ",
    "reporting for ",
    "editing by ",
    "writing by ",
    "written by ",
    "additional reporting",
    "reported by ",
    "compiled by ",
    "translated by ",
    "produced by ",
    "edited by ",
    "research by ",
    "with additional reporting",
    "reporting and writing by ",
    "graphics by ",
    "edition by ",
];

/// The list behind the opening of a credit, or all of it.
fn credited(line: &str) -> &str {
    let lower = line.to_lowercase();
    let opening = OPENINGS.iter().find(|o| lower.starts_with(**o));
    opening.and_then(|o| line.get(o.len()..)).unwrap_or(line)
}

/// A whole line that credits: the names as written (none for `agencies`), or None if it is no credit line.
pub(super) fn line(text: &str) -> Option<Vec<String>> {
    let count = words(text);
    if count > 60 || count == 0 {
        return None;
    }
    let bare = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '—' | '–' | '-' | '/' | '*' | '_')
    });
    let lower = bare.to_lowercase();
    let in_brackets = text.trim_start().starts_with(['(', '[']);
    let names_of =
        |list: &str| media(list).map(|n| n.iter().map(|s| s.of(list).to_owned()).collect::<Vec<_>>());
    if CONTRIBUTORS.iter().any(|c| lower.starts_with(c))
        && (in_brackets || lower.contains(';') || count <= 14)
    {
        return Some(Vec::new());
    }
    if count <= 20 && OPENINGS.iter().any(|o| lower.starts_with(o)) {
        let list = credited(bare);
        let agencies = fold(list).contains("agenc") || fold(list).contains("wires");
        return names_of(list).or_else(|| (agencies || in_brackets).then(Vec::new));
    }
    if let Some(at) = lower.find(" contributed to this ")
        && count <= 30
    {
        let list = bare.get(..at).unwrap_or("");
        return Some(names_of(list).unwrap_or_default());
    }
    if [
        "agencies",
        "with agencies",
        "with agency inputs",
        "with inputs from agencies",
        "news agencies",
        "web desk",
        "agence",
    ]
    .contains(&fold(bare).as_str())
    {
        return Some(Vec::new());
    }
    if count <= 6 {
        return names_of(bare);
    }
    None
}

/// The persons of `(Reporting by Ada Vale in Vik; Editing by Nils Holm)`.
pub(super) fn reporters(text: &str) -> Vec<String> {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let mut people = Vec::new();
    for part in bare.split(';').map(str::trim) {
        let lower = part.to_lowercase();
        let opening =
            ["reporting by ", "reporting and writing by ", "reported by ", "written by ", "writing by "];
        let Some(rest) = opening.iter().find(|o| lower.starts_with(**o)).and_then(|o| part.get(o.len()..))
        else {
            continue;
        };
        let found = byline::byline(&format!("By {rest}")).unwrap_or_default();
        people.extend(found.people.into_iter().filter(|p| !people.contains(p)).collect::<Vec<_>>());
    }
    people
}

/// Who a copyright line names, if that is known: `© 2033 The Associated Press. All rights kept.`
///
/// Only the name right behind the mark and the year; `© AFP / Ada Vale` is a picture's.
pub(super) fn holder(text: &str) -> Option<&'static agency::Agency> {
    const MARKS: [&str; 6] = ["©", "copyright", "Copyright", "COPYRIGHT", "(c) ", "(C) "];
    let at = MARKS.iter().filter_map(|m| text.rfind(m).map(|at| at + m.len())).max()?;
    let rest = text.get(at..)?;
    // `Image copyright Harbour Press` speaks of the picture above it.
    const PICTURES: [&str; 7] = ["image", "photo", "picture", "photograph", "video", "bild", "foto"];
    if fold(text.get(..at)?).split(' ').any(|w| PICTURES.contains(&w)) {
        return None;
    }
    let is_lead = |c: char| {
        c.is_whitespace()
            || c.is_ascii_digit()
            || matches!(c, '©' | '@' | '-' | '–' | ',' | '(' | ')' | ':' | '.')
    };
    let rest = rest.trim_start_matches(is_lead);
    let rest = rest.strip_prefix("by ").unwrap_or(rest);
    if rest.is_empty() || rest.contains('/') && words(text) <= 10 {
        return None;
    }
    let cut = rest.find(['.', ',', '|', ';', '(', '–']).unwrap_or(rest.len());
    // `© Example.com`: the point is part of the name.
    let ends = [rest.split(' ').next().unwrap_or(rest).trim_end_matches(['.', ',']), rest.get(..cut)?];
    ends.into_iter().find_map(|name| {
        let name = name.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_digit());
        let name = [" Ltd", " Inc", " LLC", " GmbH", " Limited"]
            .iter()
            .find_map(|t| name.strip_suffix(t))
            .unwrap_or(name);
        let known = agency::of(name)?;
        // Names in small letters may be words: `© mehr`.
        name.chars()
            .any(char::is_uppercase)
            .then_some(known)
            .or_else(|| (name == "dpa" || name.starts_with("dpa-")).then_some(known))
    })
}

/// A list of nothing but known media: the span of each name. Capitals beside a known name are taken as well.
fn media(list: &str) -> Option<Vec<Span>> {
    if list.len() > 120 || list.is_empty() {
        return None;
    }
    if agency::of(list).is_some() {
        return Some(vec![trimmed(list, Span::new(0, list.len()))]);
    }
    let (mut found, mut known, mut from) = (Vec::new(), 0, 0);
    let cuts = parts(list);
    for end in cuts {
        let part = trimmed(list, Span::new(from.min(end.0), end.0));
        from = end.1;
        let name = part.of(list);
        if name.is_empty()
            || ["agencies", "agency", "others", "news agencies", "wires"].contains(&fold(name).as_str())
        {
            continue;
        }
        if known > 0 && super::line::is_capitals(name) && crate::language::place::known(name) {
            // `AFP, VIK`: where it was written.
            continue;
        }
        let acronym = (2..=5).contains(&name.chars().count())
            && name.chars().all(char::is_uppercase)
            && !crate::language::place::known(name);
        if agency::of(name).is_some() {
            known += 1;
        } else if !acronym {
            return None;
        }
        found.push(part);
    }
    (known > 0).then_some(found)
}

/// Where a list is cut: the end of each part, and the start of the next.
fn parts(list: &str) -> Vec<(usize, usize)> {
    let mut cuts = Vec::new();
    for (at, c) in list.char_indices() {
        if matches!(c, '/' | ',' | '&' | ';' | '+' | '|') {
            cuts.push((at, at + c.len_utf8()));
        } else if c == ' ' && list.get(at..).is_some_and(|r| r.starts_with(" and ")) {
            cuts.push((at, at + 5));
        }
    }
    cuts.push((list.len(), list.len()));
    cuts
}

fn trimmed(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    let is_edge = |c: char| c.is_whitespace() || matches!(c, '.' | '(' | ')' | ':');
    let start = span.start + (inner.len() - inner.trim_start_matches(is_edge).len());
    let start = if text.get(start..).is_some_and(|r| r.starts_with("the ") || r.starts_with("The "))
        && span.end > start + 4
    {
        start + 4
    } else {
        start
    };
    Span::new(start, start.max(span.start + inner.trim_end_matches(is_edge).len()))
}

#[cfg(test)]
mod tests;
