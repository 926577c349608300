//! Which answers did a report give before it was edited?
//!
//! A later version that says something else, or says it no more, is no second report and no dispute; but who reads a point
//! must see that its outlet once said otherwise.

mod shelf;

use super::filler::Filler;
use super::point::{self, Told};
use super::unite::unite;
use super::value::Standing;
use super::verdict::standing;
use super::{Point, Slot, Variant, event, happening};
use crate::Reports;
use crate::name::Names;
use crate::statement::Statement;
use crate::version::Version;
use firsthand_text::Span;
use shelf::Shelf;
use std::collections::BTreeMap;

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The report says something else now.
    Changed,
    /// It says the same now, more exactly or less.
    Refined,
    /// It says nothing of it any more.
    Withdrawn,
}

/// An answer to a point that a report gave in an earlier version.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// The point, as an index of those given.
    pub point: usize,
    /// The report.
    pub report: usize,
    /// Which of its earlier versions said so last, from 0, the oldest.
    pub version: usize,
    /// What became of it.
    pub fate: Fate,
    /// The answer, as account.json writes it.
    pub value: String,
    /// The sentence, in that version's text.
    pub sentence: Span,
    /// What the report says now, and the statement that says it; None where it was withdrawn.
    pub now: Option<(String, usize)>,
}

/// The answers that reports gave in earlier versions and do not give now, in order of points, then of reports, then of
/// versions. Only points of the account are told of: a sentence that nobody else speaks to and that is gone stands among the
/// changes of its report.
pub fn history(
    reports: &Reports<'_>,
    earlier: &[&[Version]],
    names: &Names,
    statements: &[Statement],
    points: &[Point],
) -> Vec<Past> {
    let Some(shelf) = Shelf::of(reports, earlier) else { return Vec::new() };
    let told = shelf.told();
    let known: BTreeMap<(usize, usize), usize> =
        statements.iter().enumerate().map(|(n, s)| ((s.report, s.predicate), n)).collect();
    let now = |s: usize| known.get(&shelf.place(s)).copied();
    let mut out: Vec<Past> = Vec::new();
    for asked in rewritten(&shelf).into_iter().chain(questions(&told)) {
        for gone in asked.iter().filter(|f| shelf.is_old(f.statement) && !shelf.is_still_given(f)) {
            let (report, version) = shelf.source(gone.statement);
            let own = |f: &&Filler| shelf.place(f.statement).0 == report;
            let instead = asked.iter().filter(own).min_by_key(|f| f.statement);
            let answers = asked.iter().filter_map(|f| Some((now(f.statement)?, f.value.written(told.names))));
            let Some(point) = home(points, gone.slot, names, &answers.collect::<Vec<_>>()) else { continue };
            let value = gone.value.written(told.names);
            // Two clauses of one sentence may give one answer, and a rewritten sentence answers its question too.
            if out
                .iter()
                .any(|o| (o.point, o.report, o.version, &o.value) == (point, report, version, &value))
            {
                continue;
            }
            out.push(Past {
                point,
                report,
                version,
                fate: match instead.map(|f| standing(&told, &f.value, &gone.value)) {
                    None => Fate::Withdrawn,
                    Some(Standing::Finer) => Fate::Refined,
                    Some(_) => Fate::Changed,
                },
                value,
                sentence: shelf.sentence(gone.statement),
                now: instead.and_then(|f| Some((f.value.written(told.names), now(f.statement)?))),
            });
        }
    }
    out.sort_by_key(|p| (p.point, p.report, p.version, p.sentence.start));
    out
}

/// Answers of a sentence that was edited, each with the one answer of the sentence that took its place to the same question.
fn rewritten(shelf: &Shelf<'_>) -> Vec<Vec<Filler>> {
    let mut out = Vec::new();
    for old in shelf.old() {
        let mut new: Vec<Filler> = shelf.instead(old).into_iter().flat_map(|s| shelf.answers(s)).collect();
        new.sort_by_key(|f| f.statement);
        for answer in shelf.answers(old) {
            let mut same = new.iter().filter(|f| (f.slot, &f.key) == (answer.slot, &answer.key));
            if let (Some(now), None) = (same.next(), same.next()) {
                out.push(vec![answer, now.clone()]);
            }
        }
    }
    out
}

/// The answers to each question that the statements of all versions answer together.
fn questions(told: &Told<'_>) -> Vec<Vec<Filler>> {
    let ground = happening::ground(told.reports, told.names, told.statements);
    let events = event::group(told.statements, told.features, &ground);
    let points = events.iter().enumerate().flat_map(|(n, e)| point::points(told, n, e)).collect();
    let asked = unite(told, points).into_iter().filter(|p| !p.aside);
    let answers = |p: Point| -> Vec<Filler> {
        let all = p.variants.iter().flat_map(|v| v.statements.iter().map(move |&s| (s, &v.value)));
        all.map(|(statement, value)| Filler {
            slot: p.slot,
            key: p.key.clone(),
            value: value.clone(),
            statement,
        })
        .collect()
    };
    asked.map(answers).collect()
}

/// The point of the account that most of these answers, statements and values, stand in.
fn home(points: &[Point], slot: Slot, names: &Names, answers: &[(usize, String)]) -> Option<usize> {
    let holds = |p: &Point| {
        let given = |v: &Variant| {
            let value = v.value.written(names);
            answers.iter().filter(|(s, x)| *x == value && v.statements.contains(s)).count()
        };
        p.variants.iter().map(given).sum::<usize>()
    };
    let best = (0..points.len()).filter(|&p| points[p].slot == slot && !points[p].aside);
    best.map(|p| (holds(&points[p]), p))
        .filter(|(n, _)| *n > 0)
        .max_by_key(|&(n, p)| (n, std::cmp::Reverse(p)))
        .map(|(_, p)| p)
}
