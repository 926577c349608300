//! Person, body or place? The tagger's answers are votes, and what stands beside the name is evidence.

use super::gather::Seen;
use super::sheet::Sheet;
use super::strand::nouns;
use super::{list, second};
use firsthand_text::language::{NameKind, country};
use firsthand_text::report::agency;
use std::collections::{BTreeMap, BTreeSet};

const KINDS: [NameKind; 5] =
    [NameKind::Person, NameKind::Organisation, NameKind::Place, NameKind::Group, NameKind::Other];
const PERSON: usize = 0;
const BODY: usize = 1;
const PLACE: usize = 2;
const GROUP: usize = 3;
const OTHER: usize = 4;

/// Gives all names of one key the kind that has most votes in the story.
pub(super) fn settle(sheets: &[Sheet<'_>], by_report: &mut [Vec<Seen>]) {
    let mut votes: BTreeMap<String, [usize; 5]> = BTreeMap::new();
    let stems = stems(by_report);
    for (sheet, seen) in sheets.iter().zip(by_report.iter()) {
        for s in seen {
            let count = votes.entry(s.key.clone()).or_default();
            weigh(sheet, s, count);
            if stems.contains(&s.key) && s.parts.len() > 1 {
                count[BODY] += 3;
            }
        }
    }
    let winner =
        |count: &[usize; 5]| (0..5).max_by_key(|&k| (count[k], 5 - k)).map_or(NameKind::Other, |k| KINDS[k]);
    for (sheet, seen) in sheets.iter().zip(by_report.iter_mut()) {
        let listed: BTreeSet<usize> = seen.iter().filter_map(|s| second::of(&s.key)).collect();
        for s in seen {
            let known = well_known(sheet, s, &listed);
            s.kind = known.unwrap_or_else(|| votes.get(&s.key).map_or(s.kind, winner));
        }
    }
}

/// The kind of a well-known name, which no vote changes; `listed` are those the report has in a form that is sure.
fn well_known(sheet: &Sheet<'_>, s: &Seen, listed: &BTreeSet<usize>) -> Option<NameKind> {
    let capitals = !sheet.text(s.first, s.last).chars().any(char::is_lowercase);
    let in_company = second::in_company(&s.key).filter(|set| capitals && listed.contains(set));
    second::of(&s.key).or(in_company).and_then(second::set).map(|set| set.kind)
}

/// Names that stand before a noun for a body in a longer name: `Wells Fargo` in `Wells Fargo Bank`.
fn stems(by_report: &[Vec<Seen>]) -> BTreeSet<String> {
    let bodies = by_report.iter().flatten().filter(|s| s.kind == NameKind::Organisation);
    bodies
        .filter_map(|s| match &s.parts[..] {
            [stem @ .., last] if stem.len() > 1 && list::is_body_noun(last) => Some(stem.concat()),
            _ => None,
        })
        .collect()
}

/// The votes one place of a name casts.
fn weigh(sheet: &Sheet<'_>, s: &Seen, count: &mut [usize; 5]) {
    let text = sheet.text(s.first, s.last);
    if let Some(kind) = KINDS.iter().position(|k| *k == s.kind) {
        count[kind] += if !s.tagged {
            0
        } else if kind == OTHER {
            1
        } else {
            2
        };
    }
    let before = s.first.checked_sub(1).filter(|&t| sheet.together(t, s.first));
    let dot = before.filter(|&t| sheet.word(t) == ".").and_then(|t| t.checked_sub(1));
    let title = dot.or(before).map(|t| sheet.plain(t)).unwrap_or_default();
    let office = list::role(&title).is_some() && s.kind == NameKind::Person;
    if list::is_form_of_address(&title) || office || (list::is_title(&title) && s.kind == NameKind::Person) {
        count[PERSON] += 4;
    }
    let body = list::marks_body(&s.parts);
    if body && s.parts.len() > 1 {
        count[BODY] += 3;
    }
    if agency::of(text).is_some_and(|a| a.name.len() > 5 && s.kind != NameKind::Place) {
        count[BODY] += 3;
    }
    if super::acronym::is_acronym(text)
        && s.kind != NameKind::Other
        && text.len() > 2
        && !sheet.is_shouted(s.first)
    {
        count[BODY] += 3;
    }
    match second::of(&s.key).and_then(second::set).map(|set| set.kind) {
        Some(NameKind::Organisation) => count[BODY] += 6,
        Some(NameKind::Place) => count[PLACE] += 6,
        _ => {}
    }
    if list::marks_place(&s.parts) && !body {
        count[PLACE] += 3;
    }
    match country::sense(text) {
        Some((_, country::Sense::Name | country::Sense::Capital)) => count[PLACE] += 6,
        Some((_, country::Sense::Demonym)) => count[GROUP] += 8,
        _ => {}
    }
    let follows = list::is_said_with_place(sheet.lower(s.last)) && sheet.together(s.first, s.last);
    if (follows && !body) || (!nouns(sheet, s).is_empty() && s.kind != NameKind::Organisation) {
        count[PLACE] += 3;
    }
}
