//! All places of one report where one spelling stands, and what is said around them.

use super::gather::Seen;
use super::list;
use super::role::{Role, roles};
use super::sheet::Sheet;
use super::spelling::on_one_line;
use firsthand_text::language::{NameKind, country};
use std::collections::{BTreeMap, BTreeSet};

/// One spelling in one report.
#[derive(Debug, Clone)]
pub(super) struct Strand {
    /// Which report.
    pub(super) report: usize,
    /// Its key.
    pub(super) key: String,
    /// Its parts.
    pub(super) parts: Vec<String>,
    /// As written first.
    pub(super) text: String,
    /// What English calls it, where the report is in another language and a list knows.
    pub(super) english: Option<&'static str>,
    /// What it names, by vote over the story.
    pub(super) kind: NameKind,
    /// Indices into the list of names.
    pub(super) seen: Vec<usize>,
    /// Roles beside it.
    pub(super) roles: Vec<Role>,
    /// Country it belongs to, where the words say so.
    pub(super) country: Option<&'static str>,
    /// Keys of the other names in its sentences.
    pub(super) beside: BTreeSet<String>,
    /// Nouns for the sort of place or body beside it: `village`.
    pub(super) nouns: BTreeSet<String>,
}

/// Ties the names of a story into strands, in order of report and place.
pub(super) fn strands(sheets: &[Sheet<'_>], seen: &[Seen]) -> Vec<Strand> {
    let mut out: Vec<Strand> = Vec::new();
    let mut index: BTreeMap<(usize, String), usize> = BTreeMap::new();
    let mut from = 0;
    while from < seen.len() {
        let report = seen[from].report;
        let to = from + seen[from..].iter().take_while(|s| s.report == report).count();
        let here = &seen[from..to];
        let Some(sheet) = sheets.get(report) else { break };
        for (n, s) in here.iter().enumerate() {
            let kind = s.kind;
            let at = *index.entry((report, s.key.clone())).or_insert_with(|| {
                out.push(Strand {
                    report,
                    key: s.key.clone(),
                    parts: s.parts.clone(),
                    text: on_one_line(sheet.text(s.first, s.last)),
                    english: sheet.english(&on_one_line(sheet.text(s.first, s.last))),
                    kind,
                    seen: Vec::new(),
                    roles: Vec::new(),
                    country: None,
                    beside: BTreeSet::new(),
                    nouns: BTreeSet::new(),
                });
                out.len() - 1
            });
            let strand = &mut out[at];
            strand.seen.push(from + n);
            if kind == NameKind::Person && !sheet.foreign {
                strand.roles.extend(roles(sheet, here, n));
            }
            strand.country = strand.country.or_else(|| owner(sheet, s, kind));
            let sentence = sheet.sentence.get(s.first);
            let others = here.iter().filter(|o| o.key != s.key && sheet.sentence.get(o.first) == sentence);
            strand.beside.extend(others.map(|o| o.key.clone()));
            strand.nouns.extend(nouns(sheet, s));
        }
        from = to;
    }
    for strand in &mut out {
        if strand.kind == NameKind::Person {
            strand.country = strand.country.or_else(|| strand.roles.iter().find_map(|r| r.country));
        }
    }
    out
}

/// The country a body belongs to, by the words before it: `Seoul's`, `Iraqi`; or a place's own.
fn owner(sheet: &Sheet<'_>, s: &Seen, kind: NameKind) -> Option<&'static str> {
    let text = sheet.text(s.first, s.last);
    match kind {
        NameKind::Place | NameKind::Group => {
            return country::sense(sheet.english(text).unwrap_or(text)).map(|(c, _)| c.code);
        }
        NameKind::Organisation => {}
        _ => return None,
    }
    // Inside the name: `Iraqi Ministry of Defence`.
    for n in (1..=3.min(s.last - s.first)).rev() {
        if let Some(found) = country::of(sheet.text(s.first, s.first + n)).filter(|_| s.last - s.first > n) {
            return Some(found.code);
        }
    }
    let end = if sheet.is_possessive(s.from.checked_sub(1)?) { s.from - 1 } else { s.from };
    (1..=3.min(end))
        .filter(|n| sheet.together(end - n, s.first))
        .find_map(|n| country::of(sheet.text(end - n, end)))
        .map(|c| c.code)
}

/// Nouns for sorts of places near a name: right after it, or before it (`the villages of A and B`).
pub(super) fn nouns(sheet: &Sheet<'_>, s: &Seen) -> Vec<String> {
    let mut out = Vec::new();
    for t in s.last..(s.last + 2).min(sheet.len()) {
        if list::is_place_noun(sheet.lower(t)) && sheet.together(s.first, t) {
            out.push(sheet.lower(t).to_owned());
        }
    }
    let mut t = s.first;
    while t > 0 && s.first - t < 6 && sheet.together(t - 1, s.first) {
        t -= 1;
        let word = sheet.lower(t);
        let one = word.strip_suffix('s').unwrap_or(word);
        if list::is_place_noun(one) && sheet.word(t).chars().next().is_some_and(char::is_lowercase) {
            out.push(one.to_owned());
        } else if !sheet.is_name_like(t) && !matches!(word, "of" | "and" | "the" | "called" | "named") {
            break;
        }
    }
    out
}
