//! Names the tagger did not see: after titles, as sites, later places of a name already known.

use super::gather::{Found, Seen, named};
use super::list;
use super::sheet::Sheet;
use super::spelling::parts;
use firsthand_text::language::{NameKind, Tag, country};
use std::collections::{BTreeMap, BTreeSet};

/// Capitalised words right after a role or a title that no name covers: `minister Tae Min Seok`, `Mr Pillai`.
pub(super) fn after_roles(sheet: &Sheet<'_>, found: &[Found]) -> Vec<Found> {
    let covered: BTreeSet<usize> = found.iter().flat_map(|&(first, last, _)| first..last).collect();
    let mut out = Vec::new();
    for t in 0..sheet.len() {
        if sheet.is_shouted(t) || covered.contains(&t) {
            continue;
        }
        let word = sheet.plain(t);
        let mut from = t + 1;
        if sheet.word(from) == "." {
            from += 1;
        }
        let title = list::is_title(&word) && sheet.word(t).chars().next().is_some_and(char::is_uppercase);
        if !title && list::role(sheet.word(t)).is_none() {
            continue;
        }
        let mut to = from;
        while to < sheet.len()
            && sheet.together(t, to)
            && !covered.contains(&to)
            && sheet.is_name_like(to)
            && list::role(sheet.word(to)).is_none()
            && !list::is_title(&sheet.plain(to))
        {
            to += 1;
        }
        // `Deputy Foreign Minister`: the words between two titles are those of the office.
        let office = to < sheet.len()
            && sheet.together(t, to)
            && (list::role(sheet.word(to)).is_some() || list::is_title(&sheet.plain(to)));
        if !office && to > from + usize::from(!title) && to - from <= 4 && !covered.contains(&to) {
            let body = list::marks_body(&parts(sheet.text(from, to)));
            if !body {
                out.push((from, to, NameKind::Person));
            }
        }
    }
    out
}

/// Sites written as hosts: `molenews.info`; not those inside an address.
pub(super) fn sites(sheet: &Sheet<'_>, found: &[Found]) -> Vec<Found> {
    let free = |t: &usize| !found.iter().any(|&(first, last, _)| first <= *t && *t < last);
    let is_site = |t: &usize| {
        let word = sheet.lower(*t);
        let Some((name, end)) = word.rsplit_once('.') else { return false };
        let whole =
            name.len() > 3 && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
        whole && matches!(end, "com" | "info" | "net" | "org" | "news" | "tv") && !name.starts_with("www.")
    };
    (0..sheet.len()).filter(free).filter(is_site).map(|t| (t, t + 1, NameKind::Organisation)).collect()
}

/// Finds names known from anywhere in the story where the tagger missed them, and family names known from the report.
pub(super) fn again(sheets: &[Sheet<'_>], by_report: &mut [Vec<Seen>]) {
    let mut known: BTreeMap<String, NameKind> = BTreeMap::new();
    for s in by_report.iter().flatten().filter(|s| s.kind != NameKind::Other) {
        let telling = s.parts.len() > 1 || (s.kind != NameKind::Person && s.key.len() > 3);
        if telling && s.key.len() > 3 {
            known.entry(s.key.clone()).or_insert(s.kind);
        }
    }
    let longest = by_report.iter().flatten().map(|s| s.last - s.first).max().unwrap_or(0).min(8);
    for (r, sheet) in sheets.iter().enumerate() {
        let Some(seen) = by_report.get_mut(r) else { continue };
        let mut here = known.clone();
        for s in seen.iter().filter(|s| s.kind == NameKind::Person) {
            for call in super::person::call_names(&s.parts).into_iter().take(1).filter(|c| c.len() > 2) {
                here.entry(call.to_owned()).or_insert(NameKind::Person);
            }
        }
        find_again(sheet, r, seen, &here, longest);
    }
}

fn find_again(
    sheet: &Sheet<'_>,
    report: usize,
    seen: &mut Vec<Seen>,
    known: &BTreeMap<String, NameKind>,
    longest: usize,
) {
    let covered: BTreeSet<usize> = seen.iter().flat_map(|s| s.first..s.last).collect();
    let mut t = 0;
    while t < sheet.len() {
        let mut next = t + 1;
        for n in (1..=longest).rev() {
            let end = t + n;
            let free =
                end <= sheet.len() && (t..end).all(|i| !covered.contains(&i)) && sheet.together(t, end - 1);
            if !free || !sheet.is_name_like(t) || sheet.is_mark(end - 1) || (n == 1 && sheet.is_shouted(t)) {
                continue;
            }
            let key = super::spelling::key(sheet.text(t, end));
            let Some(&kind) = known.get(&key) else { continue };
            // A word next to another name-like word is part of some other name.
            let beside = |i: usize| sheet.together(t, i) && sheet.is_name_like(i) && !covered.contains(&i);
            let titled =
                t > 0 && (list::is_title(&sheet.plain(t - 1)) || list::role(sheet.word(t - 1)).is_some());
            let role = list::role(sheet.word(end)).is_some() && sheet.together(t, end);
            if n == 1 && ((beside(end) && !role) || (t > 0 && !titled && beside(t - 1))) {
                continue;
            }
            seen.extend(named(sheet, report, t, end, kind).map(|s| Seen { tagged: false, ..s }));
            next = end;
            break;
        }
        t = next;
    }
    seen.sort_unstable_by_key(|s| (s.first, s.last));
}

/// Days and months, which are capitalised and name nothing here.
const CALENDAR: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "jan.",
    "feb.",
    "mar.",
    "apr.",
    "jun.",
    "jul.",
    "aug.",
    "sep.",
    "sept.",
    "oct.",
    "nov.",
    "dec.",
    "jan",
    "feb",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "am",
    "pm",
    "gmt",
    "utc",
    "est",
    "bst",
    "i",
    "ok",
    "covid-19",
    "internet",
];

/// Capitalised words inside a sentence that nothing else covers: a place if a noun for one follows, else some name.
pub(super) fn capitals(sheet: &Sheet<'_>, report: usize, seen: &mut Vec<Seen>) {
    let covered: BTreeSet<usize> = seen.iter().flat_map(|s| s.first..s.last).collect();
    let common: BTreeSet<&str> = (0..sheet.len())
        .filter(|&t| sheet.word(t).chars().all(char::is_lowercase))
        .map(|t| sheet.lower(t))
        .collect();
    let fits = |t: usize| {
        sheet.is_name_like(t)
            && !covered.contains(&t)
            && !sheet.is_shouted(t)
            && !common.contains(sheet.lower(t))
            && !CALENDAR.contains(&sheet.lower(t))
            && matches!(sheet.tag(t), Tag::Propn | Tag::X)
            && !is_describing(sheet.word(t))
            && list::role(sheet.word(t)).is_none()
            && !list::is_title(&sheet.plain(t))
    };
    let inside = |t: usize| {
        t > 0
            && sheet.together(t - 1, t)
            && (!sheet.is_mark(t - 1) || matches!(sheet.word(t - 1), "," | "(" | "-"))
    };
    let mut t = 0;
    while t < sheet.len() {
        if !fits(t) || !inside(t) {
            t += 1;
            continue;
        }
        let first = t;
        while t < sheet.len() && fits(t) && sheet.together(first, t) {
            t += 1;
        }
        // Next to a role, a name or another capital it is part of that.
        let capital = sheet.word(first - 1).chars().next().is_some_and(char::is_uppercase);
        let beside = sheet.together(first, t) && sheet.is_name_like(t);
        if beside || (capital && !matches!(sheet.lower(first - 1), "the" | "a" | "an")) || t - first > 4 {
            continue;
        }
        let text = sheet.text(first, t);
        let place = list::is_place_noun(sheet.lower(t))
            || (list::is_before_noun(sheet.lower(t)) && list::is_place_noun(sheet.lower(t + 1)));
        let article = sheet.word(first).chars().next().is_some_and(char::is_lowercase);
        let located =
            matches!(sheet.lower(first - 1), "in" | "near" | "at" | "from" | "between" | "and" | "of");
        let kind = match country::sense(text) {
            Some((_, country::Sense::Demonym)) => NameKind::Group,
            Some(_) => NameKind::Place,
            None if place || (article && located) => NameKind::Place,
            None if super::acronym::is_acronym(text) => NameKind::Organisation,
            None => NameKind::Other,
        };
        seen.extend(named(sheet, report, first, t, kind));
    }
    seen.sort_unstable_by_key(|s| (s.first, s.last));
}

/// `Mole-based`: a describing word, no name.
fn is_describing(word: &str) -> bool {
    let mut halves = word.rsplitn(2, super::spelling::is_dash);
    let (Some(end), Some(start)) = (halves.next(), halves.next()) else { return false };
    end.len() > 2
        && end.chars().all(char::is_lowercase)
        && start.chars().next().is_some_and(char::is_uppercase)
}

/// `the North` in a report that names North Korea; likewise of other countries named after a quarter.
pub(super) fn halves(sheet: &Sheet<'_>, report: usize, seen: &mut Vec<Seen>) {
    let whole = |t: usize| country::named(sheet.text(t, t + 2)).is_some();
    for quarter in ["north", "south"] {
        let is_quarter = |t: &usize| sheet.lower(*t) == quarter && sheet.is_name_like(*t);
        if !(0..sheet.len()).filter(is_quarter).any(whole) {
            continue;
        }
        for t in (1..sheet.len()).filter(is_quarter) {
            let alone = !sheet.is_name_like(t + 1) || !sheet.together(t, t + 1);
            if sheet.lower(t - 1) != "the" || !alone || sheet.is_shouted(t) {
                continue;
            }
            seen.retain(|s| s.last <= t || s.first > t);
            seen.extend(named(sheet, report, t, t + 1, NameKind::Place));
        }
    }
    seen.sort_unstable_by_key(|s| (s.first, s.last));
}
