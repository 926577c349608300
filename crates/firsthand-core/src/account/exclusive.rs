//! What one origin alone says, and how much it matters to the story.

use super::{Event, Exclusive, Found, write};
use crate::statement::{Certainty, Statement};
use firsthand_text::language::Tag;
use std::collections::{BTreeMap, BTreeSet};

/// So many of the participants of a statement count, those that most reports name.
const PARTIES: usize = 3;
/// What a number or a day adds, beside 1 for a participant whom every report names.
const FIGURE: f64 = 0.5;
/// What it adds that a report asserts it and does not call it possible.
const FIRM: f64 = 0.5;
/// The first sentence adds 1, the one of this number a half: reports put first what matters most (the lead of a text is the
/// baseline that summaries of news are measured against).
const HALF: f64 = 4.0;

/// The happenings that no second origin tells of, once copies are one: of each its central statement, those first that say most
/// of what the story is about. A happening that is only named by a noun is no statement of anybody's. Nothing where there is one
/// report, since there is nobody else to say it.
pub(super) fn exclusives(found: &Found<'_>, events: &[Event]) -> Vec<Exclusive> {
    if found.reports.len() < 2 {
        return Vec::new();
    }
    let named = named(found);
    let mut out: Vec<(f64, usize, Exclusive)> = Vec::new();
    for (n, event) in found.collation.events.iter().enumerate() {
        let reports = write::reports_of(found, &event.statements);
        // Two origins at most means that there may be a second one; within one report the account of it is one all the same.
        if reports.len() > 1 && events[n].support.possible != 1 {
            continue;
        }
        let Some(central) = write::central(found, event).filter(|&s| is_told(found, s)) else { continue };
        out.push((
            weight(found, &named, central),
            central,
            Exclusive {
                statement: format!("t{}", central + 1),
                event: format!("v{}", n + 1),
                reports: write::ids('r', &reports),
                because: because(found, &named, central, reports.len()),
            },
        ));
    }
    out.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    // Two happenings of one sentence are read together.
    let mut met = BTreeSet::new();
    let sentence = |s: usize| (found.statements[s].report, found.statements[s].sentence);
    out.retain(|(_, s, _)| met.insert(sentence(*s)));
    out.into_iter().map(|(_, _, exclusive)| exclusive).collect()
}

/// Whether a statement tells that something was, with somebody or something that took part.
fn is_told(found: &Found<'_>, s: usize) -> bool {
    let statement = &found.statements[s];
    found.reports[statement.report].tokens[statement.predicate].tag == Tag::Verb
        && !statement.arguments.is_empty()
}

/// For each entity how many reports name it.
fn named(found: &Found<'_>) -> BTreeMap<usize, usize> {
    let entities = found.names.entities.iter().enumerate();
    entities
        .map(|(n, e)| {
            let mut reports: Vec<usize> =
                e.forms.iter().flat_map(|f| f.counts.iter().map(|(r, _)| *r)).collect();
            reports.sort_unstable();
            reports.dedup();
            (n, reports.len())
        })
        .collect()
}

/// The participants of a statement that are named entities, those first that most reports name.
fn parties(statement: &Statement, named: &BTreeMap<usize, usize>) -> Vec<usize> {
    let mut out: Vec<usize> = statement.arguments.iter().filter_map(|a| a.entity).collect();
    out.sort_by_key(|e| (std::cmp::Reverse(named.get(e).copied()), *e));
    out.dedup();
    out.truncate(PARTIES);
    out
}

fn weight(found: &Found<'_>, named: &BTreeMap<usize, usize>, s: usize) -> f64 {
    let statement = &found.statements[s];
    let all = found.reports.len() as f64;
    let parties: f64 =
        parties(statement, named).iter().map(|e| named.get(e).copied().unwrap_or(0) as f64 / all).sum();
    let figure = !statement.quantities.is_empty() || !statement.times.is_empty();
    let firm = statement.certainty != Certainty::Possible;
    let place = HALF / (HALF + statement.sentence as f64);
    parties + place + if figure { FIGURE } else { 0.0 } + if firm { FIRM } else { 0.0 }
}

/// Why it stands where it stands: who takes part, and in how many reports they are named.
fn because(found: &Found<'_>, named: &BTreeMap<usize, usize>, s: usize, reports: usize) -> String {
    let all = found.reports.len();
    let mut out = vec![match reports {
        1 => "one report says so".to_owned(),
        n => format!("{n} reports, one origin"),
    }];
    for e in parties(&found.statements[s], named) {
        let count = named.get(&e).copied().unwrap_or(0);
        out.push(format!("{} is named in {count} of {all}", found.names.entities[e].name));
    }
    out.join("; ")
}
