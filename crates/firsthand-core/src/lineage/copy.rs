//! Which report has its text from which? One parent for each at most, further ones beside it, and never in a circle.

use super::body::Body;
use super::credit::{Citation, Credit};
use super::forest::{Evidence, Forest, Step, Witness, behind, forest};
use super::overlap::{Overlap, Shared, body, linked, overlap};
use crate::Reports;
use crate::story::copy::Label;
use firsthand_text::Span;
use firsthand_text::language::Annotated;
use firsthand_text::report::agency;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// One report has its text, or part of it, from another.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Copy {
    pub(super) child: usize,
    pub(super) parent: usize,
    /// Part of the child's words, quotations left out, that stand in the parent.
    pub(super) share: f64,
    /// Passages: in the child, in the parent.
    pub(super) passages: Vec<(Span, Span)>,
    /// Why it is the child.
    pub(super) reason: String,
    /// Whether it is one more text the child was made of, beside the first.
    pub(super) second: bool,
    /// An agency that both credit and no report read is by: both may have it from there, and neither from the other.
    pub(super) common: Option<String>,
    /// What the forest knows of it; none where it goes by shares or order alone.
    pub(super) step: Option<Known>,
}

/// What the forest knows of a copy.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Known {
    /// How sure it is, 0 to 1.
    pub(super) confidence: f64,
    /// Who else may be the parent, with odds.
    pub(super) or: Vec<(usize, f64)>,
    /// What it rests on.
    pub(super) evidence: Vec<Evidence>,
}

/// Copies, and all that the reports have in common.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Copies {
    /// By child; the first parent of a child before its others.
    pub(super) copies: Vec<Copy>,
    /// All pairs that share more than a phrase.
    pub(super) overlaps: Vec<Overlap>,
}

/// Chooses for each report the one it shares most with among those that can be before it, and those the forest adds where
/// one does not explain all. `credits` are what each report credits and cites.
pub(super) fn copies(reports: &Reports<'_>, credits: &[(Vec<Credit>, Vec<Citation>)]) -> Copies {
    let bodies: Vec<Body> = reports.iter().map(|r| body(r)).collect();
    let mut pairs = linked(reports);
    if pairs.is_empty() {
        return Copies::default();
    }
    let witnesses: Vec<Witness> = reports
        .iter()
        .zip(credits)
        .zip(bodies.iter().cloned())
        .map(|((report, credits), body)| witness(report, credits, body))
        .collect();
    let forest = forest(&witnesses);
    if pairs.len() > MANY {
        let named: BTreeSet<(usize, usize)> = forest.steps.iter().flat_map(pairs_of).collect();
        pairs.retain(|(pair, _)| named.contains(pair));
    }
    let overlaps: Vec<Overlap> =
        pairs.into_iter().filter_map(|(pair, label)| overlap(&bodies, pair, label)).collect();
    let credited: Vec<bool> = credits.iter().map(|c| !c.0.is_empty()).collect();
    let copy = |overlap: &Overlap| {
        let copy = directed(reports, overlap, &credited, &forest);
        let common = common(reports, credits, copy.child, copy.parent);
        Copy { common, ..copy }
    };
    let mut found: Vec<Copy> = overlaps.iter().map(&copy).collect();
    // The largest share first; each report keeps its first parent that makes no circle.
    found.sort_by(|a, b| b.share.total_cmp(&a.share).then((a.parent, a.child).cmp(&(b.parent, b.child))));
    // A report copied from the same original as its sibling is a copy of the original, so an original goes first, and
    // of those the one that the forest names.
    let named = |c: &Copy| step(&forest, c.child, c.parent).is_some();
    found.sort_by_key(|c| (!credited[c.parent], !named(c)));
    let mut parent: Vec<Option<usize>> = vec![None; reports.len()];
    let mut out = Vec::new();
    for copy in found {
        if parent[copy.child].is_some() || above(&parent, copy.parent).contains(&copy.child) {
            continue;
        }
        parent[copy.child] = Some(copy.parent);
        out.push(copy);
    }
    let mut open = parent.iter().map(|p| Vec::from_iter(*p)).collect::<Vec<Vec<usize>>>();
    for step in forest.steps.iter().filter(|s| s.second) {
        let pair = (step.child.min(step.parent), step.child.max(step.parent));
        let Some(overlap) = overlaps.iter().find(|o| o.reports == pair) else { continue };
        let known = &open[step.child];
        if known.is_empty()
            || known.contains(&step.parent)
            || behind(&open, step.parent).contains(&step.child)
        {
            continue;
        }
        let mut copy = copy(overlap);
        if copy.child != step.child {
            continue;
        }
        copy.second = true;
        open[step.child].push(step.parent);
        out.push(copy);
    }
    out.sort_by_key(|c| (c.child, c.second, c.parent));
    Copies { copies: out, overlaps }
}

/// Where more pairs than this share something, only those that the forest names are aligned: of hundreds of copies of one
/// dispatch nearly all pairs do, and each takes some fifty microseconds.
const MANY: usize = 4000;

/// The pairs a step names, the smaller index first.
fn pairs_of(step: &Step) -> Vec<(usize, usize)> {
    let parents = step.or.iter().map(|o| o.0).chain([step.parent]);
    parents.map(|p| (p.min(step.child), p.max(step.child))).collect()
}

/// What the forest needs to know of a report.
fn witness(report: &Annotated, credits: &(Vec<Credit>, Vec<Citation>), body: Body) -> Witness {
    let listed = |name: &str| agency::of(name).map_or(name, |a| a.name).to_owned();
    let published = &report.report.published;
    // A time without its zone may be a day off: then only the day is known.
    let moment = published.value.as_deref().and_then(|v| v.parse::<Timestamp>().ok());
    let minute = moment.map(|m| m.as_second().div_euclid(60));
    let day =
        published.day.and_then(|d| d.since(Date::constant(1970, 1, 1)).ok()).map(|s| i64::from(s.get_days()));
    let cited = credits.1.iter().filter(|c| !c.silent).map(|c| c.medium.name.to_owned());
    Witness {
        body,
        minute: minute.or(day.map(|d| d * DAY)),
        exact: if minute.is_some() { 1 } else { DAY },
        outlet: report.report.outlet.as_deref().map_or_else(String::new, listed),
        credits: credits.0.iter().map(|c| listed(&c.name)).chain(cited).collect(),
    }
}

/// Minutes of a day.
const DAY: i64 = 1440;

fn step(forest: &Forest, child: usize, parent: usize) -> Option<&Step> {
    forest.steps.iter().find(|s| s.child == child && s.parent == parent)
}

/// The report and all it has its text from.
fn above(parent: &[Option<usize>], report: usize) -> Vec<usize> {
    let mut out = vec![report];
    while let Some(next) = out.last().and_then(|&r| parent[r]) {
        out.push(next);
    }
    out
}

/// Tells which of two reports came first: the one that credits an agency as its own; what the forest says; the earlier
/// published, the one that has the whole; where nothing tells, the first in order.
fn directed(reports: &Reports<'_>, overlap: &Overlap, credited: &[bool], forest: &Forest) -> Copy {
    let (a, b) = overlap.reports;
    let published = |r: usize| reports[r].report.published.day;
    let (child, why) = if credited[a] != credited[b] {
        (if credited[a] { b } else { a }, "the other names the agency it is from".to_owned())
    } else if let Some(step) = step(forest, b, a).or(step(forest, a, b)) {
        (step.child, told(step, reports))
    } else if let (Some(x), Some(y)) = (published(a), published(b))
        && x != y
    {
        (if x < y { b } else { a }, "the other was published earlier".to_owned())
    } else if (overlap.shares.0 - overlap.shares.1).abs() > 0.1 {
        (if overlap.shares.0 > overlap.shares.1 { a } else { b }, "the other has more of the text".to_owned())
    } else {
        (b, "nothing tells which came first".to_owned())
    };
    let flipped = child == b;
    let (share, parent) = if flipped { (overlap.shares.1, a) } else { (overlap.shares.0, b) };
    let turn = |p: &Shared| if flipped { (p.other, p.one) } else { (p.one, p.other) };
    let what = match overlap.label {
        Label::Reprint => "they are one text",
        Label::Excerpt | Label::Extends => "most of the shorter stands in the longer",
        Label::SharesPassages | Label::SharedQuotesOnly => "they share passages word for word",
    };
    let reason = format!("{what} ({} words outside quotations); {why}", overlap.words);
    let step = step(forest, child, parent).map(|s| Known {
        confidence: s.confidence,
        or: s.or.clone(),
        evidence: s.evidence.clone(),
    });
    let passages = overlap.passages.iter().map(turn).collect();
    Copy { child, parent, share, passages, reason, second: false, common: None, step }
}

/// The first agency that two reports credit and no report is by.
fn common(
    reports: &Reports<'_>,
    credits: &[(Vec<Credit>, Vec<Citation>)],
    child: usize,
    parent: usize,
) -> Option<String> {
    let agency = |name: &str| agency::of(name).map_or(name, |a| a.name).to_lowercase();
    let given = |r: usize| credits[r].0.iter().map(|c| agency(&c.name));
    let read =
        |name: &str| reports.iter().any(|r| r.report.outlet.as_deref().is_some_and(|o| agency(o) == name));
    let shared = credits[child].0.iter().find(|c| {
        let name = agency(&c.name);
        given(parent).any(|p| p == name) && !read(&name)
    });
    shared.map(|c| c.name.clone())
}

/// What a step rests on, in one sentence; where it is not decided, what else may be the parent.
fn told(step: &Step, reports: &Reports<'_>) -> String {
    let mut says: Vec<String> = step.evidence.iter().map(|e| e.says.clone()).collect();
    let name = |r: usize| {
        let report = &reports[r].report;
        report.outlet.clone().unwrap_or_else(|| report.location.clone())
    };
    let others: Vec<String> = step.or.iter().map(|o| name(o.0)).collect();
    if !others.is_empty() {
        says.push(format!("it may as well be from {}", others.join(" or ")));
    }
    says.join("; ")
}
