//! Copies as rows: groups and pairs, with the words of their passages.

use crate::wording::clean;
use firsthand_core::story::copy::{Copies, Pair};
use firsthand_text::language::Annotated;
use firsthand_text::report::Report;
use firsthand_text::{Offsets, Span};
use serde::Serialize;
use std::collections::BTreeMap;

/// One line of `firsthand copies --json`.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Row<'a> {
    /// Reports that are copies of one text, whole or in part.
    Group {
        /// `g1` and so on.
        id: String,
        /// Location of the report that shares most with the others.
        fullest: &'a str,
        /// Its reports.
        reports: Vec<Member<'a>>,
    },
    /// Two reports with words in common.
    Pair {
        /// The group both are in.
        #[serde(skip_serializing_if = "Option::is_none")]
        group: Option<String>,
        /// What it amounts to.
        label: &'static str,
        /// Location of the one.
        first: &'a str,
        /// Location of the other.
        second: &'a str,
        /// Part of each that stands in the other, 0 to 1.
        parts: [f64; 2],
        /// The same without quotations.
        parts_outside_quotations: [f64; 2],
        /// Shared runs of five words.
        runs: usize,
        /// Of these, those outside quotations.
        runs_outside_quotations: usize,
        /// Words of the longest shared stretch outside quotations.
        longest: usize,
        /// Why it is labelled so.
        reason: String,
        /// What stands in both.
        passages: Vec<Passage<'a>>,
    },
}

/// A report of a group.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Member<'a> {
    pub location: &'a str,
    pub outlet: Option<&'a str>,
    pub published: Option<&'a str>,
    pub title: Option<&'a str>,
    /// Groups of reprints within a group have a number each; None for a report that is nobody's reprint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reprint: Option<usize>,
}

/// A passage in two reports.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct Passage<'a> {
    pub first: Cut<'a>,
    pub second: Cut<'a>,
}

/// Its words in one report.
#[derive(Debug, Serialize)]
pub struct Cut<'a> {
    /// Scalar position in the body.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words.
    pub text: &'a str,
}

/// All rows: groups, then pairs in order of their reports.
pub fn rows<'a>(reports: &'a [Annotated], copies: &Copies) -> Vec<Row<'a>> {
    let mut out = Vec::with_capacity(copies.groups.len() + copies.pairs.len());
    let of = groups(copies);
    let mut reprint = BTreeMap::new();
    for (n, group) in copies.reprints.iter().enumerate() {
        group.reports.iter().for_each(|&r| {
            reprint.insert(r, n + 1);
        });
    }
    for (n, group) in copies.groups.iter().enumerate() {
        let reports_of = group.reports.iter().map(|&r| member(&reports[r].report, reprint.get(&r).copied()));
        out.push(Row::Group {
            id: id(n),
            fullest: &reports[group.fullest].report.location,
            reports: reports_of.collect(),
        });
    }
    let bodies: Vec<Offsets> = reports.iter().map(|r| Offsets::new(r.report.body())).collect();
    for pair in &copies.pairs {
        let (one, other) = pair.reports;
        let both = of.get(&one).filter(|g| of.get(&other) == Some(g));
        let cut = |n: usize, span: Span| {
            let report = &reports[n].report;
            let at = |byte: usize| bodies[n].scalar(byte.saturating_sub(report.body.start));
            Cut { start: at(span.start), end: at(span.end), text: span.of(&report.text) }
        };
        let parts = |(a, b): (f64, f64)| [rounded(a), rounded(b)];
        let passages =
            pair.passages.iter().map(|p| Passage { first: cut(one, p.0), second: cut(other, p.1) });
        out.push(Row::Pair {
            group: both.map(|&g| id(g)),
            label: pair.label.words(),
            first: &reports[one].report.location,
            second: &reports[other].report.location,
            parts: parts(pair.shared.parts()),
            parts_outside_quotations: parts(pair.shared.parts_outside()),
            runs: pair.shared.grams,
            runs_outside_quotations: pair.shared.outside,
            longest: pair.shared.run,
            reason: pair.reason("the first", "the second"),
            passages: passages.collect(),
        });
    }
    out
}

/// The name of a group.
pub fn id(group: usize) -> String {
    format!("g{}", group + 1)
}

/// For each report the group it is in.
pub fn groups(copies: &Copies) -> BTreeMap<usize, usize> {
    let all = copies.groups.iter().enumerate();
    all.flat_map(|(n, group)| group.reports.iter().map(move |&r| (r, n))).collect()
}

/// The pair of two reports, seen from the first of them.
pub fn between(copies: &Copies, first: usize, second: usize) -> Option<Pair> {
    let wanted = (first.min(second), first.max(second));
    let at = copies.pairs.binary_search_by_key(&wanted, |p| p.reports).ok()?;
    let pair = copies.pairs.get(at)?.clone();
    Some(if first > second { pair.turned() } else { pair })
}

/// What to call each report: its outlet, with the end of its location where others have the same.
pub fn names(reports: &[Annotated]) -> Vec<String> {
    let outlet = |r: &Annotated| r.report.outlet.as_deref().map(|o| clean(o).into_owned());
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for outlet in reports.iter().filter_map(outlet) {
        *times.entry(outlet).or_default() += 1;
    }
    let end = |r: &Annotated| {
        let location = &r.report.location;
        let end = location.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(location);
        clean(if end == "-" { "standard input" } else { end }).into_owned()
    };
    let name = |r: &Annotated| match outlet(r).filter(|o| !o.is_empty()) {
        Some(outlet) if times.get(&outlet) == Some(&1) => outlet,
        Some(outlet) => format!("{outlet} ({})", end(r)),
        None => end(r),
    };
    reports.iter().map(name).collect()
}

fn member(report: &Report, reprint: Option<usize>) -> Member<'_> {
    Member {
        location: &report.location,
        outlet: report.outlet.as_deref(),
        published: report.published.value.as_deref(),
        title: report.title(),
        reprint,
    }
}

/// Three digits.
fn rounded(part: f64) -> f64 {
    (part * 1000.0).round() / 1000.0
}
