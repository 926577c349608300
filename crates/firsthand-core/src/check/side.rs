//! Statements gathered into sides: who says it, who says otherwise, who only speaks of it.

use super::ground::Ground;
use super::judge::Judged;
use super::shape::{Evidence, Named, Side, Stance, Teller, Verdict};
use crate::account::support::{self, Testimony, TestimonyKind};
use crate::account::{Account, Measure, Origin, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// Statements that only mention a claim: more than these tell a reader nothing new.
const MENTIONS: usize = 12;

/// A statement that bears on a claim.
pub(super) struct Found<'a> {
    /// The account, as a place among the grounds.
    pub(super) ground: usize,
    pub(super) statement: &'a Statement,
    pub(super) judged: Judged,
}

/// The sides: support, then each contradicting value with most reports first, then mentions.
pub(super) fn sides(mut found: Vec<Found<'_>>, grounds: &[Ground<'_>]) -> Vec<Side> {
    found.sort_by(|a, b| b.judged.weight.total_cmp(&a.judged.weight).then(a.place().cmp(&b.place())));
    let claimed = found.iter().find_map(|f| f.judged.says.as_ref().map(|(_, claims)| claims.clone()));
    let mut by: BTreeMap<(Stance, Option<String>), Vec<&Found<'_>>> = BTreeMap::new();
    for f in &found {
        let says = match f.judged.stance {
            Stance::Contradicts => f.judged.says.as_ref().map(|(says, _)| says.clone()),
            Stance::Supports => claimed.clone(),
            Stance::Mentions => None,
        };
        by.entry((f.judged.stance, says)).or_default().push(f);
    }
    let mut out: Vec<Side> =
        by.into_iter().map(|((stance, says), all)| side(stance, says, &all, grounds)).collect();
    out.sort_by(|a, b| {
        a.stance.cmp(&b.stance).then(b.reports.len().cmp(&a.reports.len())).then(a.says.cmp(&b.says))
    });
    out
}

impl Found<'_> {
    fn place(&self) -> (usize, &str, usize) {
        (self.ground, &self.statement.report, self.statement.passage.start)
    }
}

fn side(stance: Stance, says: Option<String>, all: &[&Found<'_>], grounds: &[Ground<'_>]) -> Side {
    let most = if stance == Stance::Mentions { MENTIONS } else { usize::MAX };
    let mut reports: BTreeMap<(usize, &str), Teller> = BTreeMap::new();
    let mut named: BTreeSet<Named> = BTreeSet::new();
    // One without a name is told from others by story and id.
    let mut nameless: BTreeMap<(usize, &str), Named> = BTreeMap::new();
    let mut testimonies = Vec::new();
    for f in all {
        let ground = &grounds[f.ground];
        reports.entry((f.ground, &f.statement.report)).or_insert_with(|| teller(ground, &f.statement.report));
        let Some(o) = f.statement.origin.as_deref().and_then(|o| ground.origin(o)) else { continue };
        testimonies.push(testimony(f, ground, o));
        let origin = Named { name: o.name.clone(), kind: o.kind.clone() };
        if matches!(o.kind.as_str(), "unnamed" | "document") {
            nameless.insert((f.ground, &o.id), origin);
        } else {
            named.insert(origin);
        }
    }
    let unknown = all.len() - testimonies.len();
    let partial = all.iter().any(|f| grounds[f.ground].account.story.measure != Measure::Measured);
    let measure = match (unknown, partial) {
        (n, _) if n == all.len() => Measure::Unmeasured,
        (0, false) => Measure::Measured,
        _ => Measure::Partial,
    };
    let support = support::count(&testimonies, measure);
    Side {
        stance,
        says,
        statements: all.iter().take(most).map(|f| evidence(f, &grounds[f.ground])).collect(),
        reports: reports.into_values().collect(),
        origins: named.into_iter().chain(nameless.into_values()).collect(),
        certain: support.certain,
        possible: support.possible,
        measure,
    }
}

/// What one statement adds to the count. A name is one origin in all stories; without a name it is one in its story only.
fn testimony(f: &Found<'_>, ground: &Ground<'_>, origin: &Origin) -> Testimony {
    let kind = match origin.kind.as_str() {
        "unnamed" => TestimonyKind::Unnamed,
        "document" => TestimonyKind::Written,
        _ if f.statement.own => TestimonyKind::Own,
        _ => TestimonyKind::Named,
    };
    let open = matches!(origin.kind.as_str(), "unnamed" | "document");
    let key =
        |o: &Origin| if open { format!("{} {}", f.ground, o.id) } else { format!("{}: {}", o.kind, o.name) };
    let body = origin.speaks_for.as_deref().and_then(|b| ground.origin(b));
    Testimony {
        origin: key(origin),
        name: origin.name.clone(),
        speaks_for: body.map(|b| (format!("{}: {}", b.kind, b.name), b.name.clone())),
        kind,
        report: f.statement.report.clone(),
    }
}

fn teller(ground: &Ground<'_>, id: &str) -> Teller {
    let report = ground.report(id);
    Teller {
        story: ground.account.story.id.clone(),
        report: id.to_owned(),
        name: name(ground, id),
        location: report.map(|r| r.location.clone()).unwrap_or_default(),
        url: report.and_then(|r| r.url.clone()),
        published: report.and_then(|r| r.published.value.clone()),
        archived: report.and_then(|r| r.archived),
    }
}

/// What to call a report: its outlet, or the end of its location.
fn name(ground: &Ground<'_>, id: &str) -> String {
    let Some(report) = ground.report(id) else { return id.to_owned() };
    if let Some(outlet) = report.outlet.as_deref().filter(|o| !o.trim().is_empty()) {
        return outlet.to_owned();
    }
    let end = report.location.rsplit(['/', '\\']).find(|part| !part.is_empty());
    end.map_or_else(|| id.to_owned(), str::to_owned)
}

fn evidence(f: &Found<'_>, ground: &Ground<'_>) -> Evidence {
    let s = f.statement;
    Evidence {
        story: ground.account.story.id.clone(),
        report: s.report.clone(),
        statement: s.id.clone(),
        passage: s.passage.clone(),
        chain: chain(ground, s),
        origin: s.origin.as_deref().and_then(|o| ground.origin(o)).map(|o| o.name.clone()),
        agrees: f.judged.agrees.clone(),
        loosely: f.judged.loosely.clone(),
        differs: f.judged.differs.clone(),
        lacks: f.judged.lacks.clone(),
    }
}

/// Whose word it is, nearest to the reader first: the report, agencies it credits, those it ascribes it to.
fn chain(ground: &Ground<'_>, s: &Statement) -> Vec<String> {
    let mut out = vec![name(ground, &s.report)];
    let said = |id: &str| ground.origin(id).map(|o| o.name.clone());
    let steps: Vec<String> = s.attribution.iter().filter_map(|a| said(&a.source)).collect();
    let credits = credited(ground.account, &s.report).into_iter().filter_map(said);
    let last = s.origin.as_deref().and_then(said);
    for step in credits.filter(|c| !steps.contains(c)).chain(steps.iter().cloned()).chain(last) {
        if !out.contains(&step) {
            out.push(step);
        }
    }
    out
}

/// The agencies a report credits for its text, and those behind them, nearest first.
fn credited<'a>(account: &'a Account, report: &str) -> Vec<&'a str> {
    let mut out: Vec<&str> = Vec::new();
    let mut from = report;
    loop {
        let step = |e: &&crate::account::Edge| e.kind == "credits" && e.from == from && e.to.starts_with('o');
        let before = out.len();
        for edge in account.lineage.iter().filter(step) {
            if !out.contains(&edge.to.as_str()) {
                out.push(&edge.to);
            }
        }
        match out.get(before..).and_then(|new| new.last()) {
            Some(last) => from = last,
            None => return out,
        }
    }
}

/// The verdict that the sides make.
pub(super) fn verdict(sides: &[Side]) -> Verdict {
    let has = |stance: Stance| sides.iter().any(|s| s.stance == stance);
    match (has(Stance::Supports), has(Stance::Contradicts), has(Stance::Mentions)) {
        (true, true, _) => Verdict::Both,
        (true, false, _) => Verdict::Supported,
        (false, true, _) => Verdict::Disputed,
        (false, false, true) => Verdict::Mentioned,
        (false, false, false) => Verdict::NotFound,
    }
}

/// How many differences are told.
const DIFFERENCES: usize = 8;

/// What differs, in words, each with how many reports show it. Where nothing contradicts, first what the nearest
/// sentence lacks.
pub(super) fn differences(sides: &[Side]) -> Vec<String> {
    let contradicts = sides.iter().any(|s| s.stance == Stance::Contradicts);
    if !contradicts && sides.iter().any(|s| s.stance == Stance::Supports) {
        return Vec::new();
    }
    let wanted = if contradicts { Stance::Contradicts } else { Stance::Mentions };
    let told: Vec<&Evidence> =
        sides.iter().filter(|s| s.stance == wanted).flat_map(|s| &s.statements).collect();
    let mut out: Vec<String> = Vec::new();
    if let Some(nearest) = told.first().filter(|_| !contradicts) {
        out.extend(nearest.lacks.iter().map(|l| format!("the nearest sentence {l}")));
    }
    let mut counts: BTreeMap<&str, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for e in told.iter() {
        for d in &e.differs {
            counts.entry(d).or_default().insert((&e.story, &e.report));
        }
    }
    let mut list: Vec<(&str, usize)> = counts.into_iter().map(|(d, r)| (d, r.len())).collect();
    list.sort_by_key(|(d, n)| (std::cmp::Reverse(*n), *d));
    out.extend(list.into_iter().map(|(d, n)| match d.strip_prefix("the report says ") {
        Some(rest) if n > 1 => format!("{n} reports say {rest}"),
        Some(rest) => format!("1 report says {rest}"),
        None => d.to_owned(),
    }));
    out.truncate(DIFFERENCES);
    out
}
