//! The names of a report, put right: titles taken off, ends moved, parts joined, missed ones found again.

use super::list;
use super::sheet::Sheet;
use super::spelling::{is_initials, key, parts, without_possessive};
use firsthand_text::Span;
use firsthand_text::language::{NameKind, country};
use std::collections::{BTreeMap, BTreeSet};

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
    found.extend(after_roles(sheet, &found));
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
    again(sheet, report, &mut seen);
    halves(sheet, report, &mut seen);
    dress(sheet, &mut seen);
    seen
}

fn named(sheet: &Sheet<'_>, report: usize, first: usize, last: usize, kind: NameKind) -> Option<Seen> {
    let text = sheet.text(first, last);
    let key = key(text);
    if key.is_empty() {
        return None;
    }
    Some(Seen { report, first, last, from: first, to: last, kind, parts: parts(text), key })
}

/// Capitalised words right after a role or a title that no name covers: `minister Tae Min Seok`, `Mr Pillai`.
fn after_roles(sheet: &Sheet<'_>, found: &[(usize, usize, NameKind)]) -> Vec<(usize, usize, NameKind)> {
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

/// Finds names already known where the tagger missed them: exact later words of a name, a family name, an acronym.
fn again(sheet: &Sheet<'_>, report: usize, seen: &mut Vec<Seen>) {
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
fn halves(sheet: &Sheet<'_>, report: usize, seen: &mut Vec<Seen>) {
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

/// Adds to the form what belongs to it: a title before a single name, a noun after the name of a place or body.
fn dress(sheet: &Sheet<'_>, seen: &mut [Seen]) {
    for n in 0..seen.len() {
        let floor = n.checked_sub(1).and_then(|b| seen.get(b)).map_or(0, |s| s.to);
        let ceiling = seen.get(n + 1).map_or(sheet.len(), |s| s.first);
        let Some(s) = seen.get_mut(n) else { continue };
        if s.kind == NameKind::Person && s.parts.len() == 1 {
            let at = if s.first > 1 && sheet.word(s.first - 1) == "." {
                s.first - 2
            } else {
                s.first.saturating_sub(1)
            };
            let word = sheet.plain(at);
            let capital = sheet.word(at).chars().next().is_some_and(char::is_uppercase);
            let title = list::is_title(&word) || (list::role(&word).is_some() && capital);
            if at < s.first && at >= floor && capital && title && sheet.together(at, s.first) {
                s.from = at;
            }
        }
        if matches!(s.kind, NameKind::Place | NameKind::Organisation | NameKind::Other) {
            let mut to = s.last;
            while to < ceiling
                && to - s.last < 2
                && list::is_before_noun(sheet.lower(to))
                && sheet.together(s.first, to)
            {
                to += 1;
            }
            let last = sheet.lower(to);
            let noun =
                if s.kind == NameKind::Place { list::is_place_noun(last) } else { list::is_body_noun(last) };
            let lower =
                sheet.word(to).chars().next().is_some_and(char::is_lowercase) || sheet.word(to) == "Hospital";
            if to < ceiling && noun && lower && sheet.together(s.first, to) {
                s.to = to + 1;
            }
            // `island of Mole`
            if s.first >= floor + 2 && sheet.lower(s.first - 1) == "of" && s.kind == NameKind::Place {
                let noun = s.first - 2;
                if list::is_place_noun(sheet.lower(noun)) && sheet.together(noun, s.first) {
                    s.from = noun;
                }
            }
            // `the student KLMN news agency`
            if s.to > s.last && s.from == s.first && s.kind != NameKind::Place {
                let mut from = s.first;
                while from > floor
                    && s.first - from < 3
                    && is_lower_nominal(sheet, from - 1)
                    && sheet.together(from - 1, from)
                {
                    from -= 1;
                }
                if from > floor && from < s.first && matches!(sheet.lower(from - 1), "the" | "a" | "an") {
                    s.from = from;
                }
            }
        }
    }
}

fn is_lower_nominal(sheet: &Sheet<'_>, token: usize) -> bool {
    sheet.is_nominal(token) && sheet.word(token).chars().next().is_some_and(char::is_lowercase)
}

impl Seen {
    /// The bytes of the form.
    pub(super) fn span(&self, sheet: &Sheet<'_>) -> Span {
        sheet.span(self.from, self.to)
    }
}
