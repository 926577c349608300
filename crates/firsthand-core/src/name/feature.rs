//! Rivers, valleys, airports ...: things that bear the name of a place and are not that place: `Mole valley` is not Mole.

use super::gather::Seen;
use super::list;
use super::sheet::Sheet;
use super::spelling::{key, parts};
use firsthand_text::language::{NameKind, country};
use std::collections::BTreeSet;

/// Nouns of things that are named after a place and lie in it, beside it or around it; never the place itself.
const APART: &[&str] = &[
    "river",
    "lake",
    "valley",
    "mountain",
    "mountains",
    "sea",
    "bay",
    "gulf",
    "strait",
    "desert",
    "forest",
    "canal",
    "dam",
    "bridge",
    "peninsula",
    "airport",
    "harbour",
    "harbor",
    "hills",
    "wadi",
    "delta",
    "estuary",
    "reservoir",
    "plateau",
    "plain",
    "coast",
];

/// Nouns that may say what the bare name is (`the Alder street` is Alder), or name another thing where the bare name is
/// that of a town or a country.
const PERHAPS: &[&str] = &["island", "islands", "street", "avenue", "square", "camp"];

/// Nouns by which a name is shown to be that of a settlement or of a part of a country.
const SETTLED: &[&str] =
    &["city", "town", "village", "county", "province", "district", "municipality", "suburb"];

/// Whether the word (lower case) is a noun of a settlement or of a part of a country.
pub(super) fn is_settlement(noun: &str) -> bool {
    SETTLED.contains(&noun)
}

/// Whether the word (lower case) is a noun of another thing than the place it is named after.
pub(super) fn is_apart(noun: &str) -> bool {
    APART.contains(&noun)
}

/// Takes such a noun into the name, which thereby is a name of its own.
pub(super) fn take_in(sheets: &[Sheet<'_>], by_report: &mut [Vec<Seen>]) {
    let settled = settled(sheets, by_report);
    let written: BTreeSet<String> = by_report.iter().flatten().map(|s| s.key.clone()).collect();
    for (sheet, seen) in sheets.iter().zip(by_report) {
        for n in 0..seen.len() {
            let ceiling = seen.get(n + 1).map_or(sheet.len(), |s| s.first);
            let Some(s) = seen.get_mut(n) else { continue };
            if let Some(last) = end(sheet, s, ceiling, &settled, &written) {
                (s.last, s.to, s.kind) = (last, last, NameKind::Place);
                let text = sheet.text(s.first, last);
                (s.parts, s.key) = (parts(text), key(text));
            }
        }
    }
}

/// One past the noun of another thing right after the name; None where there is none.
/// `settled` and `written` are keys: those of settlements, and of all names as they are written.
fn end(
    sheet: &Sheet<'_>,
    s: &Seen,
    ceiling: usize,
    settled: &BTreeSet<String>,
    written: &BTreeSet<String>,
) -> Option<usize> {
    let common = |t: usize| t < ceiling && sheet.word(t).chars().all(char::is_lowercase);
    let own = |t: usize| {
        let noun = sheet.lower(t);
        // `Mole city` where others write `Mole City`.
        let whole = is_settlement(noun) && t == s.last && written.contains(&format!("{}{noun}", s.key));
        is_apart(noun) || (PERHAPS.contains(&noun) && settled.contains(&s.key)) || whole
    };
    // `Mole refugee camp`
    let noun = (s.last..s.last + 2).find(|&t| {
        common(t) && own(t) && (s.last..t).all(|b| common(b) && list::is_before_noun(sheet.lower(b)))
    })?;
    let whole = sheet.together(s.first, noun) && !sheet.is_mark(s.last - 1);
    // `the Mole river police` are no river; a people or a person has no river either.
    let goes_on = common(noun + 1) && sheet.together(noun, noun + 1) && sheet.is_nominal(noun + 1);
    let fits = matches!(s.kind, NameKind::Place | NameKind::Other | NameKind::Organisation)
        || (s.kind == NameKind::Person && s.parts.len() == 1 && !sheet.is_possessive(s.last));
    (whole && fits && (!goes_on || list::role(sheet.word(noun + 1)).is_none())).then_some(noun + 1)
}

/// Keys of names that are those of settlements, regions and countries, as the reports or the atlas have it.
fn settled(sheets: &[Sheet<'_>], by_report: &[Vec<Seen>]) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for (sheet, seen) in sheets.iter().zip(by_report) {
        for s in seen {
            let text = sheet.text(s.first, s.last);
            let follows = is_settlement(sheet.lower(s.last)) && sheet.together(s.first, s.last);
            let of = s.first > 1
                && sheet.lower(s.first - 1) == "of"
                && is_settlement(sheet.lower(s.first - 2))
                && sheet.together(s.first - 2, s.first);
            let capital = matches!(country::sense(text), Some((_, country::Sense::Capital)));
            if follows || of || capital {
                out.insert(s.key.clone());
            }
        }
    }
    out
}
