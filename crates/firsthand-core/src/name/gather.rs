//! The names of a story: those the tagger found, put right, and those it missed.

use super::sheet::Sheet;
use super::spelling::{key, parts};
use super::{definition, dress, feature, fine, missed, script, trim, vote};
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
    /// Whether the tagger saw it; else its kind is taken from elsewhere.
    pub(super) tagged: bool,
    /// Its parts.
    pub(super) parts: Vec<String>,
    /// Its key.
    pub(super) key: String,
}

/// A name by its tokens, before it is read: first, one past the last, kind.
pub(super) type Found = (usize, usize, NameKind);

/// Collects the names of all reports, by report and place.
pub(super) fn gather(sheets: &[Sheet<'_>]) -> Vec<Seen> {
    let mut by_report: Vec<Vec<Seen>> =
        sheets.iter().enumerate().map(|(r, sheet)| tagged(sheet, r)).collect();
    missed::again(sheets, &mut by_report);
    for (r, sheet) in sheets.iter().enumerate().filter(|(_, s)| !s.foreign) {
        missed::capitals(sheet, r, &mut by_report[r]);
        missed::halves(sheet, r, &mut by_report[r]);
    }
    feature::take_in(sheets, &mut by_report);
    vote::settle(sheets, &mut by_report);
    for (sheet, seen) in sheets.iter().zip(&mut by_report).filter(|(s, _)| !s.foreign) {
        dress::dress(sheet, seen);
    }
    by_report.into_iter().flatten().collect()
}

/// The names the tagger found in one report, and those its own words define.
fn tagged(sheet: &Sheet<'_>, report: usize) -> Vec<Seen> {
    let names = sheet.report.names.iter().filter(|n| n.first < n.last && n.last <= sheet.len());
    let mut found: Vec<Found> = names.map(|n| (n.first, n.last, fine::coarse(n.kind))).collect();
    if sheet.foreign {
        return found.into_iter().filter_map(|(a, b, kind)| named(sheet, report, a, b, kind)).collect();
    }
    definition::widen(sheet, &mut found);
    found.extend(missed::after_roles(sheet, &found));
    found.extend(missed::sites(sheet, &found));
    found.sort_unstable_by_key(|&(first, last, _)| (first, last));
    let mut seen: Vec<Seen> = Vec::new();
    for (first, last, kind) in trim::ends(sheet, &found) {
        seen.extend(named(sheet, report, first, last, kind));
    }
    script::add(sheet, report, &mut seen);
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
    Some(Seen { report, first, last, from: first, to: last, kind, tagged: true, parts: parts(text), key })
}

impl Seen {
    /// The bytes of the form.
    pub(super) fn span(&self, sheet: &Sheet<'_>) -> Span {
        sheet.span(self.from, self.to)
    }
}
