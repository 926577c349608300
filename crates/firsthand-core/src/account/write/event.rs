//! An event written down, and which of its statements speak for it.

use super::point::behind;
use super::{ids, reports_of};
use crate::account::passage::Cutter;
use crate::account::{Event, Found, Reason, code, testimony};
use crate::collation::{self, Slot, gist};
use crate::statement::{Certainty, Role};
use firsthand_text::language::Tag;

/// Statements an event rests on: for each report those of the source it has it from, or else what it asserts. A statement
/// that only refers to a happening by a noun (`the trip`) is no evidence that it happened, unless nothing else is there, and a
/// comment on it is none either.
pub(super) fn telling(found: &Found<'_>, n: usize) -> Vec<usize> {
    let event = &found.collation.events[n];
    let sources = collation::credit::sources(found.reports, event, &found.statements, &found.lineage);
    let mut out: Vec<usize> = Vec::new();
    for report in reports_of(found, &event.statements) {
        let own = || event.statements.iter().copied().filter(|&s| found.statements[s].report == report);
        if let Some(source) = sources.get(&report) {
            out.extend(own().filter(|&s| found.collation.origin[s] == *source));
            continue;
        }
        let asserts = |s: &usize| {
            let x = &found.statements[*s];
            found.reports[x.report].tokens[x.predicate].tag == Tag::Verb && x.certainty != Certainty::Possible
        };
        let firm: Vec<usize> = own().filter(asserts).collect();
        out.extend(if firm.is_empty() { own().collect() } else { firm });
    }
    out
}

/// The statement that tells most of a happening: a verb, who took part, when.
pub(in crate::account) fn central(found: &Found<'_>, event: &collation::Event) -> Option<usize> {
    event.statements.iter().copied().max_by_key(|&s| {
        let x = &found.statements[s];
        let tag = |t: usize| found.reports[x.report].tokens[t].tag;
        // `It burned` tells nobody what did.
        let who = x.arguments.iter().any(|a| a.role == Role::Agent && tag(a.head) != Tag::Pron);
        (
            tag(x.predicate) == Tag::Verb,
            who,
            x.arguments.len().min(3),
            !x.times.is_empty(),
            std::cmp::Reverse(s),
        )
    })
}

pub(super) fn event(found: &Found<'_>, cutters: &[Cutter<'_>], n: usize) -> Event {
    let e = &found.collation.events[n];
    let telling = telling(found, n);
    let date = found.collation.points.iter().find(|p| p.event == Some(n) && p.slot == Slot::Date);
    let central = central(found, e);
    let sentence = |s: usize| {
        let x = &found.statements[s];
        cutters[x.report]
            .cut_of(&format!("r{}", x.report + 1), found.reports[x.report].sentences[x.sentence].span)
    };
    Event {
        id: format!("v{}", n + 1),
        label: central
            .map(|s| gist::happening(found.reports[found.statements[s].report], &found.statements[s]))
            .unwrap_or_default(),
        code: code::of_event(e.statements.iter().filter_map(|&s| found.statements[s].code.as_ref())),
        time: date.and_then(|p| p.variants.first()).map(|v| v.value.written(&found.names)),
        statements: ids('t', &e.statements),
        reports: ids('r', &reports_of(found, &e.statements)),
        origins: ids('o', &behind(found, &telling)),
        support: testimony::support(found, &telling),
        reasons: e
            .joins
            .iter()
            .map(|&(s, to, score)| Reason {
                rule: "same happening".to_owned(),
                because: format!(
                    "t{} and t{} share predicate, participants and words ({score:.2})",
                    s + 1,
                    to + 1
                ),
                passages: vec![sentence(s), sentence(to)],
            })
            .collect(),
    }
}
