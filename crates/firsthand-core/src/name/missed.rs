//! Names the tagger did not see: after titles, as sites, later places of a name already known.

use super::gather::{Seen, named};
use super::list;
use super::sheet::Sheet;
use super::spelling::{parts, without_possessive};
use firsthand_text::language::{NameKind, country};
use std::collections::{BTreeMap, BTreeSet};

/// Capitalised words right after a role or a title that no name covers: `minister Tae Min Seok`, `Mr Pillai`.
pub(super) fn after_roles(
    sheet: &Sheet<'_>,
    found: &[(usize, usize, NameKind)],
) -> Vec<(usize, usize, NameKind)> {
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
        if to > from + usize::from(!title) && to - from <= 4 && !covered.contains(&to) {
            let body = list::marks_body(&parts(sheet.text(from, to)));
            if !body {
                out.push((from, to, NameKind::Person));
            }
        }
    }
    out
}

/// Sites written as hosts: `molenews.info`; not those inside an address.
pub(super) fn sites(sheet: &Sheet<'_>, found: &[(usize, usize, NameKind)]) -> Vec<(usize, usize, NameKind)> {
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

/// Finds names already known where the tagger missed them: exact later words of a name, a family name, an acronym.
pub(super) fn again(sheet: &Sheet<'_>, report: usize, seen: &mut Vec<Seen>) {
    let mut known: BTreeMap<String, (NameKind, usize)> = BTreeMap::new();
    for s in seen.iter() {
        let words: Vec<&str> = (s.first..s.last).map(|t| sheet.word(t)).collect();
        let whole = words.join(" ");
        if s.key.len() >= 3 && s.kind != NameKind::Other {
            known.entry(whole).or_insert((s.kind, words.len()));
        }
        if s.kind == NameKind::Person && words.len() > 1 {
            let call = super::person::call_names(&s.parts);
            for w in &words {
                let word = without_possessive(w);
                if word.len() >= 3 && parts(word).concat() == call.first().copied().unwrap_or_default() {
                    known.entry(word.to_owned()).or_insert((NameKind::Person, 1));
                }
            }
        }
    }
    let longest = known.values().map(|&(_, n)| n).max().unwrap_or(0);
    let covered: BTreeSet<usize> = seen.iter().flat_map(|s| s.first..s.last).collect();
    let mut added = Vec::new();
    let mut t = 0;
    while t < sheet.len() {
        let mut next = t + 1;
        for n in (1..=longest).rev() {
            let free = t + n <= sheet.len()
                && (t..t + n).all(|i| !covered.contains(&i))
                && sheet.together(t, t + n - 1);
            if !free || !sheet.is_name_like(t) || (n == 1 && sheet.is_shouted(t)) {
                continue;
            }
            let whole = (t..t + n).map(|i| sheet.word(i)).collect::<Vec<_>>().join(" ");
            let Some(&(kind, _)) = known.get(&whole) else { continue };
            // A single word next to another name-like word is part of some other name.
            let beside = |i: usize| sheet.together(t, i) && sheet.is_name_like(i) && !covered.contains(&i);
            let titled =
                t > 0 && (list::is_title(&sheet.plain(t - 1)) || list::role(sheet.word(t - 1)).is_some());
            if n == 1 && kind == NameKind::Person && (beside(t + 1) || (t > 0 && !titled && beside(t - 1))) {
                continue;
            }
            added.extend(named(sheet, report, t, t + n, kind));
            next = t + n;
            break;
        }
        t = next;
    }
    seen.extend(added);
    seen.sort_unstable_by_key(|s| (s.first, s.last));
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
