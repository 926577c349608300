//! The account written down: indices become ids, spans become passages.

mod entity;
mod event;
mod lineage;
mod point;
mod report;
mod statement;

pub(super) use entity::entity;
pub(super) use event::central;
pub(super) use statement::stated;

use super::passage::Cutter;
use super::*;

/// Writes the account of what was found.
pub(in crate::account) fn account(number: usize, story: &story::Story, found: &Found<'_>) -> Account {
    let cutters: Vec<Cutter<'_>> = found.reports.iter().map(|r| Cutter::new(&r.report)).collect();
    let events: Vec<Event> =
        (0..found.collation.events.len()).map(|n| event::event(found, &cutters, n)).collect();
    let mut published: Vec<String> =
        found.reports.iter().filter_map(|r| r.report.published.value.clone()).collect();
    published.sort_unstable();
    let main =
        if events.is_empty() { Vec::new() } else { testimony::behind(found, &event::telling(found, 0)) };
    let behind_main = events.first().map_or_else(Support::default, |e| e.support.clone());
    let all: Vec<usize> = (0..found.statements.len()).collect();
    let support = testimony::support(found, &all);
    let points: Vec<Point> = (0..found.collation.points.len()).map(|n| point::point(found, n)).collect();
    Account {
        schema: SCHEMA.to_owned(),
        story: shape::Story {
            id: format!("s{number}"),
            headline: headline(found),
            finding: finding::finding(found, &main, &behind_main),
            first_published: published.first().cloned(),
            last_published: published.last().cloned(),
            reports: found.reports.len(),
            origins: support.certain,
            measure: support.measure,
            support,
        },
        reports: found
            .reports
            .iter()
            .enumerate()
            .map(|(n, r)| report::report(n, r, story, found.earlier[n]))
            .collect(),
        entities: (0..found.names.entities.len()).map(|n| entity(&found.names, &cutters, n)).collect(),
        statements: (0..found.statements.len()).map(|n| statement::statement(found, &cutters, n)).collect(),
        silences: silence::silences(found, &events, &points),
        exclusives: exclusive::exclusives(found, &events),
        events,
        points,
        origins: (0..found.lineage.origins.len()).map(|n| lineage::origin(found, n)).collect(),
        lineage: (0..found.lineage.edges.len()).map(|n| lineage::edge(found, &cutters, n)).collect(),
        quotes: speech::quotes(found, &cutters),
        timeline: timeline::timeline(found),
    }
}

/// The title most like the others: that of the report with most statements in the main event; the first sentence where
/// no report has a title.
fn headline(found: &Found<'_>) -> String {
    let main = found.collation.events.first();
    let weight = |r: usize| {
        main.map_or(0, |e| e.statements.iter().filter(|&&s| found.statements[s].report == r).count())
    };
    let titled = (0..found.reports.len()).filter(|&r| found.reports[r].report.title.is_some());
    let best = titled.max_by_key(|&r| (weight(r), std::cmp::Reverse(r)));
    match best.and_then(|r| found.reports[r].report.title()) {
        Some(title) => title.to_owned(),
        None => found
            .reports
            .iter()
            .find_map(|r| r.sentences.first().map(|s| r.text(s.span).to_owned()))
            .unwrap_or_default(),
    }
}

/// Reports that hold any of these statements.
pub(in crate::account) fn reports_of(found: &Found<'_>, statements: &[usize]) -> Vec<usize> {
    let mut out: Vec<usize> = statements.iter().map(|&s| found.statements[s].report).collect();
    out.sort_unstable();
    out.dedup();
    out
}

pub(in crate::account) fn ids(prefix: char, list: &[usize]) -> Vec<String> {
    list.iter().map(|n| format!("{prefix}{}", n + 1)).collect()
}

fn bytes(span: Option<firsthand_text::Span>) -> Option<[usize; 2]> {
    span.map(|s| [s.start, s.end])
}
