//! Where a name really begins and ends: titles, articles and numbers taken off, parts left out taken in.

use super::gather::Found;
use super::list;
use super::sheet::Sheet;
use super::spelling::{is_dash, is_initials, parts};
use firsthand_text::language::{NameKind, country};

/// Endings that make a describing word of a place: `Mole-based`.
const LINKS: &[&str] =
    &["based", "area", "led", "backed", "run", "born", "sponsored", "controlled", "funded", "owned"];

/// Words a role takes after `of` without saying where the name begins: `Secretary of State`.
const MATTERS: &[&str] = &[
    "state",
    "parliament",
    "staff",
    "police",
    "congress",
    "defence",
    "defense",
    "justice",
    "commerce",
    "health",
];

/// Offices that are nobody's family name: `Mole County Sheriff` alone is no person's name.
const OFFICES: &[&str] = &[
    "sheriff",
    "minister",
    "governor",
    "president",
    "secretary",
    "chairman",
    "spokesman",
    "spokeswoman",
    "director",
    "coordinator",
    "superintendent",
    "commissioner",
    "ambassador",
    "senator",
    "professor",
    "correspondent",
    "reporter",
];

/// Moves the ends of all names of a report; names stay in order and apart.
pub(super) fn ends(sheet: &Sheet<'_>, found: &[Found]) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for (first, last, kind) in joined(sheet, found) {
        let Some((first, last, kind)) = trimmed(sheet, first, last, kind) else { continue };
        // `Miniser of Trade`: a role with a slip of the pen is no name.
        let role =
            (last == first + 1 && sheet.lower(last) == "of" && list::role(sheet.word(first)).is_some())
                || (kind == NameKind::Person && OFFICES.contains(&sheet.lower(last - 1)));
        if role {
            continue;
        }
        let floor = out.last().map_or(0, |o| o.1);
        let first = with_initials(sheet, first, last, kind).max(floor);
        let ceiling = found.iter().map(|f| f.0).find(|&f| f >= last).unwrap_or(sheet.len());
        let last = with_rest(sheet, first, last, kind, ceiling);
        if first < last {
            out.push((first, last, kind));
        }
    }
    out
}

/// Joins two neighbouring names that are parts of one: persons with nothing between them, a part with an article.
fn joined(sheet: &Sheet<'_>, found: &[Found]) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for &(first, last, kind) in found {
        if let Some(before) = out.last_mut() {
            if first < before.1 {
                continue;
            }
            let person = before.2 == NameKind::Person;
            let one = person && (kind == NameKind::Person || opens_with_article(sheet, first));
            if one && before.1 == first && sheet.together(before.0, first) && !sheet.is_possessive(first) {
                before.1 = last;
                continue;
            }
        }
        out.push((first, last, kind));
    }
    out
}

/// `al-Nadri`: a small article and a capital.
fn opens_with_article(sheet: &Sheet<'_>, token: usize) -> bool {
    let word = sheet.word(token);
    word.chars().next().is_some_and(char::is_lowercase) && word.contains(is_dash) && sheet.is_name_like(token)
}

/// Takes off titles and roles at the head, marks and possessives at the ends.
fn trimmed(sheet: &Sheet<'_>, first: usize, last: usize, kind: NameKind) -> Option<Found> {
    let (mut first, mut last, mut kind) = (first, last, kind);
    while last > first && (sheet.is_mark(last - 1) || sheet.is_possessive(last - 1)) {
        if sheet.word(last - 1) == "." && last - first > 1 && is_initials(sheet.word(last - 2)) {
            break;
        }
        last -= 1;
    }
    while first < last && is_head_noise(sheet, first, last) {
        first += 1;
    }
    if kind == NameKind::Person {
        last = before_degrees(sheet, first, last);
    }
    if let Some(from) = after_title(sheet, first, last, kind) {
        first = from;
        kind = NameKind::Person;
    }
    if kind == NameKind::Place {
        first = after_sort(sheet, first, last);
    }
    (first < last).then_some((first, last, kind))
}

/// Where a person's name ends before degrees and honours: `Dana Reyes, MD`. `Jr` and `Sr` tell two persons apart and stay.
fn before_degrees(sheet: &Sheet<'_>, first: usize, last: usize) -> usize {
    let degree = |t: usize| {
        let word = sheet.plain(t);
        matches!(
            word.as_str(),
            "md" | "phd" | "mba" | "rn" | "jd" | "esq" | "qc" | "kc" | "obe" | "mbe" | "cbe" | "dds" | "facs"
        ) && sheet.word(t).chars().next().is_some_and(char::is_uppercase)
    };
    let mut end = last;
    while end > first + 1 && (degree(end - 1) || sheet.is_mark(end - 1)) {
        end -= 1;
    }
    // A mark alone was not followed by a degree.
    if (end..last).any(degree) { end } else { last }
}

fn is_head_noise(sheet: &Sheet<'_>, token: usize, last: usize) -> bool {
    let word = sheet.lower(token);
    let number = word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(',');
    let link = word.rsplit(is_dash).next().is_some_and(|end| end != word && LINKS.contains(&end));
    sheet.is_mark(token) || matches!(word, "the" | "a" | "an") || (token + 1 < last && (number || link))
}

/// Where the name begins after the last title or role in it; None where there is no such word.
fn after_title(sheet: &Sheet<'_>, first: usize, last: usize, kind: NameKind) -> Option<usize> {
    let title = (first..last.saturating_sub(1)).rev().find(|&t| {
        let word = sheet.plain(t);
        let of = sheet.lower(t + 1) == "of" && MATTERS.contains(&sheet.lower(t + 2));
        let role = (kind == NameKind::Person || of) && list::role(sheet.word(t)).is_some();
        (list::is_title(&word) && (kind == NameKind::Person || list::is_form_of_address(&word)) || role)
            && !list::is_first_family(&word)
    })?;
    let mut from = title + 1;
    if sheet.lower(from) == "of" && MATTERS.contains(&sheet.lower(from + 1)) {
        from += 2;
    }
    while from < last && sheet.is_mark(from) {
        from += 1;
    }
    let rest = parts(sheet.text(from, last));
    (from < last && !rest.is_empty() && !list::marks_body(&rest) && sheet.is_name_like(from)).then_some(from)
}

/// `Omani town of Sohar`: the name begins after the sort of place, where a word for a country stands before it.
fn after_sort(sheet: &Sheet<'_>, first: usize, last: usize) -> usize {
    let of = (first + 1..last.saturating_sub(1)).find(|&t| sheet.lower(t) == "of");
    let Some(of) = of.filter(|&t| list::is_place_noun(sheet.lower(t - 1))) else { return first };
    let described = country::of_demonym(sheet.text(first, of - 1)).is_some();
    let common = sheet.word(of - 1).chars().next().is_some_and(char::is_lowercase);
    if described || common { of + 1 } else { first }
}

/// Takes in initials before a person's name.
fn with_initials(sheet: &Sheet<'_>, first: usize, last: usize, kind: NameKind) -> usize {
    let mut first = first;
    while kind == NameKind::Person && last - first <= 3 && first > 0 && sheet.together(first - 1, first) {
        let dot = sheet.word(first - 1) == "." && first > 1;
        let at = if dot { first - 2 } else { first - 1 };
        let word = sheet.word(at);
        // `A` may be an article, but not before another initial.
        if (word == "A" && !is_initials(sheet.word(first)))
            || !is_initials(word)
            || matches!(word, "US" | "UK" | "UN" | "EU" | "PM" | "MP" | "I" | "CEO" | "TV")
        {
            break;
        }
        first = at;
    }
    first
}

/// Takes in last parts of a person's name that the tagger left out: `al-Nadri`, `taran-Nejad`.
fn with_rest(sheet: &Sheet<'_>, first: usize, last: usize, kind: NameKind, ceiling: usize) -> usize {
    let mut last = last;
    while kind == NameKind::Person && last < ceiling && last - first < 4 && sheet.together(first, last) {
        if !opens_with_article(sheet, last) {
            break;
        }
        last += 1;
    }
    last
}
