//! Names that a report spells out beside their letters: the words before `(MHB)`, the words in `MHB (...)`.
//!
//! After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003),
//! but the letters must be the initials of whole words.

use super::acronym::{is_acronym, stands_for};
use super::gather::Found;
use super::list;
use super::sheet::Sheet;
use super::spelling::{is_dash, parts};
use firsthand_text::language::NameKind;

/// Gives names the words their letters ask for, and adds those the tagger did not see.
pub(super) fn widen(sheet: &Sheet<'_>, found: &mut Vec<Found>) {
    for t in 0..sheet.len() {
        // `MHB-run (Mole Harbour Board)`: the letters may be the head of a longer word.
        let letters = sheet.word(t).split(is_dash).next().unwrap_or_default();
        if !is_acronym(letters) || letters.len() < 3 {
            continue;
        }
        let Some((first, last)) = before(sheet, t, letters).or_else(|| after(sheet, t, letters)) else {
            continue;
        };
        let inside: Vec<NameKind> =
            found.iter().filter(|f| f.0 >= first && f.1 <= last).map(|f| f.2).collect();
        let body =
            inside.contains(&NameKind::Organisation) || list::marks_body(&parts(sheet.text(first, last)));
        let kind = match inside[..] {
            _ if body => NameKind::Organisation,
            [NameKind::Place] => NameKind::Place,
            _ => NameKind::Other,
        };
        found.retain(|f| f.1 <= first || f.0 >= last);
        found.push((first, last, kind));
        if !found.iter().any(|f| f.0 <= t && t < f.1) && sheet.word(t).len() == letters.len() {
            found.push((t, t + 1, kind));
        }
    }
    found.sort_unstable_by_key(|&(first, last, _)| (first, last));
}

/// The shortest words before `(` that give the letters.
fn before(sheet: &Sheet<'_>, t: usize, letters: &str) -> Option<(usize, usize)> {
    let end =
        t.checked_sub(1).filter(|&p| sheet.word(p) == "(" && matches!(sheet.word(t + 1), ")" | "," | ";"))?;
    let longest = letters.len() * 2 + 2;
    (1..=longest.min(end))
        .map(|n| end - n)
        .find(|&first| fits(sheet, first, end, letters))
        .map(|first| (first, end))
}

/// The words in brackets after the letters, or after a comma and an article.
fn after(sheet: &Sheet<'_>, t: usize, letters: &str) -> Option<(usize, usize)> {
    let first = match (sheet.word(t + 1), sheet.lower(t + 2)) {
        ("(", _) => t + 2,
        (",", "the") => t + 3,
        _ => return None,
    };
    let longest = letters.len() * 2 + 2;
    let closes = |last: &usize| sheet.is_mark(*last) || !sheet.is_name_like(*last);
    (first + 2..=first + longest)
        .filter(closes)
        .find(|&last| fits(sheet, first, last, letters))
        .map(|last| (first, last))
}

fn fits(sheet: &Sheet<'_>, first: usize, last: usize, letters: &str) -> bool {
    if !sheet.together(first, last.saturating_sub(1)) || (first..last).any(|t| sheet.is_mark(t)) {
        return false;
    }
    let opens = |t: usize| sheet.word(t).chars().next().is_some_and(char::is_alphanumeric);
    let small = matches!(sheet.lower(first), "the" | "of" | "and" | "in" | "a" | "for" | "by" | "to");
    opens(first) && !small && stands_for(letters, sheet.text(first, last))
}
