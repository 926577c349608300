//! The names of a report, put right: titles taken off, ends moved, parts joined, missed ones found again.

use super::sheet::Sheet;
use super::spelling::{is_initials, key, parts};
use super::{dress, list, missed};
use firsthand_text::Span;
use firsthand_text::language::NameKind;

/// A name where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    /// Which report.
    pub(super) report: usize,
    /// First token of the name itself.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) last: usize,
    /// First token with a title or description that belongs to the form: `Captain Reyes`.
    pub(super) from: usize,
    /// One past the last token with a noun that belongs to the form: `Mole island`.
    pub(super) to: usize,
    /// What it names, as the tagger and its surroundings have it.
    pub(super) kind: NameKind,
    /// Its parts.
    pub(super) parts: Vec<String>,
    /// Its key.
    pub(super) key: String,
}

/// Collects the names of one report.
pub(super) fn gather(sheet: &Sheet<'_>, report: usize) -> Vec<Seen> {
    let mut found: Vec<(usize, usize, NameKind)> = sheet
        .report
        .names
        .iter()
        .filter(|n| n.first < n.last && n.last <= sheet.len())
        .map(|n| (n.first, n.last, n.kind))
        .collect();
    found.extend(missed::after_roles(sheet, &found));
    found.extend(missed::sites(sheet, &found));
    found.sort_unstable_by_key(|&(first, last, _)| (first, last));
    let mut seen: Vec<Seen> = Vec::new();
    for (first, last, kind) in joined(sheet, &found) {
        let Some((first, last, kind)) = trimmed(sheet, first, last, kind) else { continue };
        let from_before = seen.last().map_or(0, |s| s.last);
        let first = widened(sheet, first, last, kind).max(from_before);
        if first >= last {
            continue;
        }
        seen.extend(named(sheet, report, first, last, kind));
    }
    missed::again(sheet, report, &mut seen);
    missed::halves(sheet, report, &mut seen);
    dress::dress(sheet, &mut seen);
    seen
}

/// The name that stands in these tokens, unless they hold no letters.
pub(super) fn named(
    sheet: &Sheet<'_>,
    report: usize,
    first: usize,
    last: usize,
    kind: NameKind,
) -> Option<Seen> {
    let text = sheet.text(first, last);
    let key = key(text);
    if key.is_empty() {
        return None;
    }
    Some(Seen { report, first, last, from: first, to: last, kind, parts: parts(text), key })
}

/// Joins two neighbouring names of persons that have nothing between them.
fn joined(sheet: &Sheet<'_>, found: &[(usize, usize, NameKind)]) -> Vec<(usize, usize, NameKind)> {
    let mut out: Vec<(usize, usize, NameKind)> = Vec::new();
    for &(first, last, kind) in found {
        if let Some(before) = out.last_mut() {
            if first < before.1 {
                continue;
            }
            let one = before.1 == first && before.2 == NameKind::Person && kind == NameKind::Person;
            if one && sheet.together(before.0, first) && !sheet.is_possessive(first) {
                before.1 = last;
                continue;
            }
        }
        out.push((first, last, kind));
    }
    out
}

/// Takes off titles and roles at the head, marks and possessives at the ends.
fn trimmed(sheet: &Sheet<'_>, first: usize, last: usize, kind: NameKind) -> Option<(usize, usize, NameKind)> {
    let (mut first, mut last, mut kind) = (first, last, kind);
    while last > first && (sheet.is_mark(last - 1) || sheet.is_possessive(last - 1)) {
        if sheet.word(last - 1) == "." && last - first > 1 && is_initials(sheet.word(last - 2)) {
            break;
        }
        last -= 1;
    }
    while first < last && (sheet.is_mark(first) || matches!(sheet.lower(first), "the" | "a" | "an")) {
        first += 1;
    }
    // The last title or role in the name has the name after it.
    let title = (first..last.saturating_sub(1)).rev().find(|&t| {
        let word = sheet.plain(t);
        let role = kind == NameKind::Person && list::role(sheet.word(t)).is_some();
        (list::is_title(&word) && (kind == NameKind::Person || list::is_form_of_address(&word)) || role)
            && !list::is_first_family(&word)
    });
    if let Some(t) = title {
        let mut from = t + 1;
        while from < last && sheet.is_mark(from) {
            from += 1;
        }
        let rest = parts(sheet.text(from, last));
        if !rest.is_empty() && !list::marks_body(&rest) && sheet.is_name_like(from) {
            first = from;
            kind = NameKind::Person;
        }
    }
    (first < last).then_some((first, last, kind))
}

/// Takes in initials before a person's name and a last part with a hyphen that the tagger left out.
fn widened(sheet: &Sheet<'_>, first: usize, last: usize, kind: NameKind) -> usize {
    let mut first = first;
    while kind == NameKind::Person && last - first <= 3 && first > 0 && sheet.together(first - 1, first) {
        let dot = sheet.word(first - 1) == "." && first > 1;
        let at = if dot { first - 2 } else { first - 1 };
        if !is_initials(sheet.word(at))
            || matches!(sheet.word(at), "US" | "UK" | "UN" | "EU" | "PM" | "MP" | "I" | "CEO")
        {
            break;
        }
        first = at;
    }
    first
}

impl Seen {
    /// The bytes of the form.
    pub(super) fn span(&self, sheet: &Sheet<'_>) -> Span {
        sheet.span(self.from, self.to)
    }
}
