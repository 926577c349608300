//! Draws the lineage: credits, copies, citations, then every statement's own chain.

use super::copy::{self, Copy};
use super::credit::{self, Citation};
use super::draw::Drawing;
use super::firsthand;
use super::origin::Roll;
use super::overlap::Overlap;
use super::{Edge, EdgeKind, End, Origin};
use crate::Reports;
use crate::name::Names;
use crate::statement::{Kind, Statement};
use firsthand_text::Span;
use firsthand_text::report::agency;
use std::collections::{BTreeMap, BTreeSet};

/// What is known while a lineage is drawn.
pub(super) struct Trace<'a> {
    reports: &'a Reports<'a>,
    roll: Roll<'a>,
    drawing: Drawing,
    credits: Vec<(Vec<credit::Credit>, Vec<Citation>)>,
    /// For each report the agencies its text comes through, outermost first.
    relays: Vec<Vec<usize>>,
    /// For each report the copies that lead to its parents, the first of them first.
    parents: Vec<Vec<Copy>>,
    /// Pairs that share more than a phrase.
    overlaps: Vec<Overlap>,
    /// Sources that had no more to tell, by the report and sentence they stand behind.
    silent: BTreeMap<(usize, usize), usize>,
    /// Sentences that say the outlet saw, heard or holds it itself, by report.
    firsthand: BTreeSet<(usize, usize)>,
}

/// Where a statement is from.
pub(super) struct Told {
    /// The origins of its attribution.
    pub(super) steps: Vec<usize>,
    /// The one where it enters the record.
    pub(super) origin: usize,
    /// Whether nothing but the report's own words stands for it.
    pub(super) own: bool,
}

impl<'a> Trace<'a> {
    pub(super) fn new(reports: &'a Reports<'a>, names: &'a Names) -> Trace<'a> {
        Trace {
            reports,
            roll: Roll::new(reports, names),
            drawing: Drawing::default(),
            credits: credit::all(reports),
            relays: vec![Vec::new(); reports.len()],
            parents: vec![Vec::new(); reports.len()],
            overlaps: Vec::new(),
            silent: BTreeMap::new(),
            firsthand: firsthand::sentences(reports),
        }
    }

    /// Edges from reports to the agencies they credit, and from each of those to the next.
    pub(super) fn credits(&mut self) {
        for report in 0..self.reports.len() {
            let mut from = End::Report(report);
            for credit in self.credits[report].0.clone() {
                let origin = self.roll.credited(&credit.name);
                let places: Vec<(usize, Span)> = credit.span.map(|s| (report, s)).into_iter().collect();
                let reason = format!("the {} of the report names {}", credit.place, credit.name);
                self.drawing.add(from, End::Origin(origin), EdgeKind::Credits, &places, reason);
                self.relays[report].push(origin);
                from = End::Origin(origin);
            }
        }
    }

    /// Edges from copies to their originals.
    pub(super) fn copies(&mut self) {
        let found = copy::copies(self.reports, &self.credits);
        for copy in found.copies {
            let common = copy.common.as_ref().map(|name| self.roll.credited(name));
            self.drawing.copy(&copy, common);
            let child = copy.child;
            self.parents[child].push(copy);
        }
        self.overlaps = found.overlaps;
    }

    /// Edges to media cited in running text, and to sources of which it is said that they told no more.
    pub(super) fn citations(&mut self) {
        for report in 0..self.reports.len() {
            let all = self.credits[report].1.clone();
            for citation in all.iter().filter(|c| !c.silent) {
                let to = self.met(report, citation);
                if self.roll.origins[to].collected == Some(report) {
                    continue; // A report that names its own outlet cites nobody.
                }
                let reason = format!("the sentence names {} as where it is from", citation.medium.name);
                let from = self.inside(report, to);
                self.drawing.add(from, End::Origin(to), EdgeKind::Cites, &[(report, citation.span)], reason);
            }
            for citation in all.iter().filter(|c| c.silent) {
                self.behind(report, citation, &all);
            }
        }
    }

    /// A source that told no more stands behind what was just told: behind the medium cited for it, if there is one.
    fn behind(&mut self, report: usize, silent: &Citation, all: &[Citation]) {
        let to = self.met(report, silent);
        let before = all.iter().rev().find(|c| {
            !c.silent
                && c.sentence < silent.sentence
                && c.sentence + 2 >= silent.sentence
                && c.medium != silent.medium
        });
        let name = silent.medium.name;
        let (from, reason) = match before {
            Some(citation) => {
                self.silent.insert((report, citation.sentence), to);
                let medium = citation.medium.name;
                let reason =
                    format!("what {medium} is cited for, {name} is said to have told without more details");
                (End::Origin(self.met(report, citation)), reason)
            }
            None => (self.inside(report, to), format!("{name} is said to have told it without more details")),
        };
        self.drawing.add(from, End::Origin(to), EdgeKind::Cites, &[(report, silent.span)], reason);
    }

    /// Where a chain to this origin leaves a report: its innermost relay, or the report itself if it has none or the
    /// origin is one of its relays.
    fn inside(&self, report: usize, origin: usize) -> End {
        match self.relays[report].last() {
            Some(&relay) if !self.relays[report].contains(&origin) => End::Origin(relay),
            Some(_) => self.before(report, origin),
            None => End::Report(report),
        }
    }

    /// What stands before a relay in the credits of a report.
    fn before(&self, report: usize, relay: usize) -> End {
        let relays = &self.relays[report];
        let at = relays.iter().position(|&r| r == relay).unwrap_or(0);
        at.checked_sub(1).map_or(End::Report(report), |n| End::Origin(relays[n]))
    }

    /// Draws the chain of a statement, and says where it enters the record.
    pub(super) fn statement(&mut self, statement: &Statement) -> Told {
        let report = statement.report;
        let cited = self.cited(statement);
        let holder = self.holder(report, self.sentence(statement));
        let mut steps = Vec::new();
        let mut from = None;
        for step in &statement.attribution {
            let to = self.roll.source(&step.source, holder, step.kind == Kind::Relayed);
            steps.push(to);
            let told = step.told.as_ref().and_then(|t| agency::of(&t.name).map(|m| (m, t)));
            let told = told.map(|(m, t)| self.roll.medium(m, &t.name));
            // What was told to the outlet itself came by no relay.
            let via = told
                .or(cited.filter(|_| statement.attribution.len() == 1))
                .filter(|&v| v != to && self.roll.origins[v].collected != Some(report));
            let place = [(report, step.span)];
            let reason = |name: &str| format!("the report names {name} as its source ({})", step.rule);
            if let Some(via) = via {
                let start = from.unwrap_or_else(|| self.inside(report, via));
                let name = self.roll.origins[via].name.clone();
                self.drawing.add(start, End::Origin(via), EdgeKind::Cites, &place, reason(&name));
                from = Some(End::Origin(via));
            }
            let start = from.unwrap_or_else(|| self.inside(report, to));
            let kind = match step.kind {
                Kind::Quoted => EdgeKind::Quotes,
                Kind::Credited => EdgeKind::Credits,
                Kind::Reported | Kind::Relayed => EdgeKind::Cites,
            };
            self.drawing.add(start, End::Origin(to), kind, &place, reason(&self.roll.origins[to].name));
            from = Some(End::Origin(to));
        }
        let named = steps.last().copied().or(cited);
        let silent = self.silent.get(&(report, statement.sentence)).copied();
        let behind = silent.filter(|_| named == cited);
        let named = behind.or(named);
        let origin = named.unwrap_or_else(|| self.base(report, self.sentence(statement)));
        // What somebody told a medium is not the medium's, though nobody else was made out.
        let told = behind.is_none() && steps.is_empty() && named == cited && self.was_told(statement);
        let own = (named.is_none() || told) && !self.firsthand.contains(&(report, statement.sentence));
        Told { steps, origin, own }
    }

    /// The medium its sentence cites, if it is one and no more.
    fn cited(&mut self, statement: &Statement) -> Option<usize> {
        let here = |c: &&Citation| !c.silent && c.relays && c.sentence == statement.sentence;
        let mut found = self.credits[statement.report].1.iter().filter(here);
        let first = *found.next()?;
        if found.any(|c| c.medium != first.medium) {
            return None;
        }
        Some(self.met(statement.report, &first))
    }

    /// Whether the medium that its sentence cites was told it.
    fn was_told(&self, statement: &Statement) -> bool {
        let here = |c: &&Citation| !c.silent && c.relays && c.sentence == statement.sentence;
        self.credits[statement.report].1.iter().filter(here).any(|c| c.told)
    }

    /// The origin of a medium cited in a report.
    fn met(&mut self, report: usize, citation: &Citation) -> usize {
        let written = self.reports[report].text(citation.named).to_owned();
        self.roll.medium(citation.medium, &written)
    }

    fn sentence(&self, statement: &Statement) -> Span {
        let report = self.reports[statement.report];
        report.sentences.get(statement.sentence).map_or(report.report.body, |s| s.span)
    }

    /// The report whose words a sentence is: itself, or the one at the end of the copies it was carried over by.
    fn holder(&self, report: usize, sentence: Span) -> usize {
        self.carried(report, sentence).last().copied().unwrap_or(report)
    }

    /// The reports a sentence stands in word for word, from this one to the first.
    fn carried(&self, report: usize, sentence: Span) -> Vec<usize> {
        let (mut at, mut span) = (report, sentence);
        let mut out = vec![report];
        let holds = |(own, _): &&(Span, Span), span: Span| {
            own.end.min(span.end).saturating_sub(own.start.max(span.start)) * 2 > span.len()
        };
        loop {
            let held = |copy: &'_ Copy| copy.passages.iter().find(|p| holds(p, span)).copied();
            let Some((copy, (own, theirs))) = self.parents[at].iter().find_map(|c| Some((c, held(c)?)))
            else {
                break;
            };
            // The place in the parent, as far as passages tell it.
            let start = theirs.start + span.start.saturating_sub(own.start).min(theirs.len());
            span = Span::new(start, (start + span.len()).min(theirs.end).max(start));
            at = copy.parent;
            out.push(at);
        }
        out
    }

    /// The origin of a sentence that names none: the innermost agency behind the first text it can be followed to, or
    /// the outlet of that text.
    fn base(&mut self, report: usize, sentence: Span) -> usize {
        let carried = self.carried(report, sentence);
        let relay = carried.iter().rev().find_map(|&r| self.relays[r].last().copied());
        match relay {
            Some(relay) => relay,
            None => self.roll.own(carried.last().copied().unwrap_or(report)),
        }
    }

    /// Origins, edges, and pairs that share more than a phrase.
    pub(super) fn finish(self) -> (Vec<Origin>, Vec<Edge>, Vec<Overlap>) {
        (self.roll.origins, self.drawing.finish(), self.overlaps)
    }
}
