//! What each statement of a story adds to a count of origins.

use super::support::{self, Testimony, TestimonyKind};
use super::{Found, Measure, Support};
use crate::lineage::OriginKind;
use std::collections::BTreeMap;

/// Of more statements that name no source than this it is not looked up which stand in one text: that takes every pair.
const PAIRS: usize = 400;

/// Counts the origins behind some statements of a story.
pub(super) fn support(found: &Found<'_>, statements: &[usize]) -> Support {
    let texts = texts(found, statements);
    let testimonies: Vec<Testimony> = statements.iter().map(|&s| testimony(found, s, &texts)).collect();
    support::count(&testimonies, measure(found))
}

/// The origins behind some statements, those that are named as sources first, then reports that name none, then the nameless.
pub(super) fn behind(found: &Found<'_>, statements: &[usize]) -> Vec<usize> {
    let texts = BTreeMap::new();
    let mut out: Vec<(TestimonyKind, usize)> =
        statements.iter().map(|&s| (testimony(found, s, &texts).kind, found.collation.origin[s])).collect();
    out.sort_unstable();
    let mut met = std::collections::BTreeSet::new();
    out.into_iter().map(|(_, o)| o).filter(|o| met.insert(*o)).collect()
}

/// How far the story could be measured: what is not read may say it too.
fn measure(found: &Found<'_>) -> Measure {
    match found.reports.iter().filter(|r| !r.is_parsed()).count() {
        0 => Measure::Measured,
        n if n == found.reports.len() => Measure::Unmeasured,
        _ => Measure::Partial,
    }
}

fn testimony(found: &Found<'_>, s: usize, texts: &BTreeMap<usize, usize>) -> Testimony {
    let at = found.collation.origin[s];
    let origin = &found.lineage.origins[at];
    let kind = match origin.kind {
        OriginKind::Unnamed => TestimonyKind::Unnamed,
        OriginKind::Document => TestimonyKind::Written,
        // A source that the report names elsewhere for the event is where it may be from, which is no second origin.
        _ if found.lineage.own[s] => TestimonyKind::Own,
        _ => TestimonyKind::Named,
    };
    let open = matches!(kind, TestimonyKind::Unnamed | TestimonyKind::Own);
    // What stands in one text is had from one origin, though the reports call it differently.
    let first = texts.get(&s).copied().filter(|_| open).unwrap_or(s);
    let id = |o: usize| format!("o{}", o + 1);
    Testimony {
        origin: id(found.collation.origin[first]),
        name: origin.name.clone(),
        speaks_for: found.lineage.speaks_for[at].map(|b| (id(b), found.lineage.origins[b].name.clone())),
        kind,
        report: format!("r{}", found.statements[s].report + 1),
    }
}

/// For each statement whose sentence also stands in another report the first statement of that text.
fn texts(found: &Found<'_>, statements: &[usize]) -> BTreeMap<usize, usize> {
    let open: Vec<usize> = statements
        .iter()
        .copied()
        .filter(|&s| {
            found.lineage.own[s]
                || found.lineage.origins[found.collation.origin[s]].kind == OriginKind::Unnamed
        })
        .collect();
    let mut out = BTreeMap::new();
    if open.len() > PAIRS || found.lineage.overlaps.is_empty() {
        return out;
    }
    for (n, &s) in open.iter().enumerate() {
        let earlier = open[..n].iter().copied().find(|&t| is_one_text(found, s, t));
        if let Some(earlier) = earlier {
            out.insert(s, out.get(&earlier).copied().unwrap_or(earlier));
        }
    }
    out
}

fn is_one_text(found: &Found<'_>, s: usize, t: usize) -> bool {
    let place = |s: usize| {
        let statement = &found.statements[s];
        (statement.report, found.reports[statement.report].sentences[statement.sentence].span)
    };
    found.lineage.is_one_text(place(s), place(t))
}
