//! Who is `the professor`? The person of that role whom the report has named.

use super::entity::Draft;
use super::list;
use super::mention::put;
use super::role::{Role, split};
use super::sheet::Sheet;
use super::{Manner, Mention};
use firsthand_text::language::NameKind;
use std::collections::{BTreeMap, BTreeSet};

/// Adds definite descriptions of persons to the mentions of a report.
pub(super) fn add(
    sheet: &Sheet<'_>,
    mentions: &mut Vec<Mention>,
    drafts: &[Draft],
    roles: &BTreeMap<usize, Vec<Role>>,
) {
    let mut out = mentions.clone();
    let mut t = 0;
    while t + 1 < sheet.len() {
        let from = t;
        t += 1;
        if !matches!(sheet.lower(from), "the" | "this" | "that")
            || sheet.quoted.get(from).copied().unwrap_or(false)
        {
            continue;
        }
        let Some(last) = noun_phrase(sheet, from + 1) else { continue };
        if !mentions.iter().all(|m| m.last <= from + 1 || m.first >= last) {
            // A name inside the phrase (`the Mole governor`) is left a mention of its own.
            continue;
        }
        if mentions.iter().any(|m| m.first == last && m.manner == Manner::Name) && sheet.together(from, last)
        {
            continue;
        }
        let (heads, about) = split((from + 1..last).map(|i| sheet.plain(i)).collect());
        if let Some(entity) = meant(sheet, &out, drafts, roles, from, &heads, &about) {
            put(sheet, &mut out, from, last, entity, Manner::Role);
            out.sort_unstable_by_key(|m| m.first);
        }
    }
    *mentions = out;
}

/// The end of a short noun phrase that closes with a role noun.
fn noun_phrase(sheet: &Sheet<'_>, first: usize) -> Option<usize> {
    let mut last = first;
    while last < first + 4 && sheet.together(first, last) && sheet.is_nominal(last) {
        last += 1;
    }
    let end = last.checked_sub(1).filter(|&e| e >= first)?;
    let of = matches!(sheet.lower(last), "of" | "for" | "in" | "at" | "who" | "whose" | "'s" | "’s")
        && sheet.together(first, last);
    (list::role(sheet.word(end)).is_some() && !of).then_some(last)
}

fn meant(
    sheet: &Sheet<'_>,
    mentions: &[Mention],
    drafts: &[Draft],
    roles: &BTreeMap<usize, Vec<Role>>,
    at: usize,
    heads: &BTreeSet<String>,
    about: &BTreeSet<String>,
) -> Option<usize> {
    let here = sheet.sentence.get(at).copied()?;
    // Persons named before, each with the sentence of the last mention.
    let mut last_at: BTreeMap<usize, usize> = BTreeMap::new();
    for m in mentions.iter().filter(|m| m.first < at) {
        if drafts.get(m.entity).is_some_and(|d| d.entity.kind == NameKind::Person) {
            last_at.insert(m.entity, sheet.sentence.get(m.first).copied().unwrap_or(0));
        }
    }
    let loose = heads.iter().all(|h| list::is_loose_role(h)) && about.is_empty();
    let fits = |entity: usize, sentence: usize| {
        let list = roles.get(&entity).map(Vec::as_slice).unwrap_or_default();
        let exact = list.iter().any(|r| !r.heads.is_disjoint(heads) && about.is_subset(&r.about));
        exact || (loose && !list.is_empty() && here - sentence.min(here) <= 2)
    };
    let mut fit: Vec<(usize, usize)> =
        last_at.iter().filter(|&(&e, &s)| fits(e, s)).map(|(&e, &s)| (s, e)).collect();
    fit.sort_unstable();
    match fit[..] {
        [(_, e)] => Some(e),
        // The one named just before, if the others are long gone.
        [.., (far, _), (near, e)] if here.saturating_sub(near) <= 1 && near.saturating_sub(far) >= 4 => {
            Some(e)
        }
        _ => None,
    }
}
