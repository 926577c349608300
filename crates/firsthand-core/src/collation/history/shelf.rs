//! The reports of a story, and behind them what their earlier versions said in sentences that were edited.

use super::super::filler::{Filler, fillers};
use super::super::likeness::{self, Features};
use super::super::point::{Told, whereabouts};
use super::super::value::Standing;
use super::super::verdict::standing;
use crate::Reports;
use crate::lineage::Lineage;
use crate::name::{self, Names};
use crate::statement::{self, Statement};
use crate::version::Version;
use firsthand_text::Span;
use firsthand_text::language::Annotated;
use firsthand_text::language::place::Whereabouts;

/// A version whose text was edited.
#[derive(Clone, Copy)]
struct Edited<'a> {
    /// Its report.
    report: usize,
    /// Its number among the earlier versions of that report, from 0, the oldest.
    number: usize,
    version: &'a Version,
    /// The version that came after it.
    next: &'a Annotated,
}

/// Newest versions first, in the order of the story, then those that were edited.
pub(super) struct Shelf<'a> {
    reports: Vec<&'a Annotated>,
    /// How many of them are the newest version of their report.
    newest: usize,
    edited: Vec<Edited<'a>>,
    names: Names,
    statements: Vec<Statement>,
    features: Vec<Features>,
    lineage: Lineage,
    whereabouts: Vec<Whereabouts>,
}

impl<'a> Shelf<'a> {
    /// None where no version lost or changed a sentence.
    pub(super) fn of(reports: &Reports<'a>, earlier: &[&'a [Version]]) -> Option<Shelf<'a>> {
        let edited: Vec<Edited<'a>> =
            earlier.iter().enumerate().flat_map(|(r, v)| chain(r, reports[r], v)).collect();
        if edited.is_empty() {
            return None;
        }
        let newest = reports.len();
        let reports: Vec<&Annotated> =
            reports.iter().copied().chain(edited.iter().map(|e| &e.version.report)).collect();
        let names = name::merge(&reports);
        let statements: Vec<Statement> = reports
            .iter()
            .enumerate()
            .flat_map(|(at, report)| {
                let mut taken = statement::take(at, report, &names);
                if let Some(edited) = at.checked_sub(newest).map(|n| edited[n]) {
                    taken.retain(|s| edited.gone(report.sentences[s.sentence].span));
                }
                taken
            })
            .collect();
        let features = likeness::features(&reports, &names, &statements);
        let (lineage, whereabouts) = (Lineage::default(), whereabouts(&names));
        Some(Shelf { reports, newest, edited, names, statements, features, lineage, whereabouts })
    }

    /// The shelf as collation reads it.
    pub(super) fn told(&self) -> Told<'_> {
        Told {
            reports: &self.reports,
            names: &self.names,
            statements: &self.statements,
            features: &self.features,
            lineage: &self.lineage,
            whereabouts: &self.whereabouts,
        }
    }

    /// The statements of earlier versions.
    pub(super) fn old(&self) -> impl Iterator<Item = usize> {
        (0..self.statements.len()).filter(|&s| self.is_old(s))
    }

    /// Whether a statement is one of an earlier version.
    pub(super) fn is_old(&self, s: usize) -> bool {
        self.statements[s].report >= self.newest
    }

    /// Report and version of a statement of an earlier version.
    pub(super) fn source(&self, s: usize) -> (usize, usize) {
        let edited = &self.edited[self.statements[s].report - self.newest];
        (edited.report, edited.number)
    }

    /// Report and predicate of a statement, which tell it wherever names were merged anew.
    pub(super) fn place(&self, s: usize) -> (usize, usize) {
        (self.statements[s].report, self.statements[s].predicate)
    }

    /// The sentence of a statement, in the text of its version.
    pub(super) fn sentence(&self, s: usize) -> Span {
        let statement = &self.statements[s];
        self.reports[statement.report].sentences[statement.sentence].span
    }

    /// Statements of the report as it is now that stand in the sentence which took the place of an old one.
    pub(super) fn instead(&self, s: usize) -> Vec<usize> {
        let edited = &self.edited[self.statements[s].report - self.newest];
        let Some(after) = edited.after(self.sentence(s)) else { return Vec::new() };
        let text = edited.next.text(after);
        let newest = self.reports[edited.report];
        let stands = |t: &usize| {
            let t = &self.statements[*t];
            t.report == edited.report && newest.text(newest.sentences[t.sentence].span) == text
        };
        (0..self.statements.len()).filter(stands).collect()
    }

    /// The answers a statement gives.
    pub(super) fn answers(&self, s: usize) -> Vec<Filler> {
        fillers(&self.reports, &self.names, s, &self.statements[s])
    }

    /// Whether the report still gives an answer that a sentence gave which is gone.
    pub(super) fn is_still_given(&self, answer: &Filler) -> bool {
        let (report, _) = self.source(answer.statement);
        let told = self.told();
        let own = (0..self.statements.len()).filter(|&s| self.statements[s].report == report);
        own.flat_map(|s| self.answers(s))
            .any(|f| f.slot == answer.slot && standing(&told, &f.value, &answer.value) == Standing::Same)
    }
}

/// The versions of one report that lost or changed a sentence.
fn chain<'a>(report: usize, newest: &'a Annotated, earlier: &'a [Version]) -> Vec<Edited<'a>> {
    let next = |number: usize| earlier.get(number + 1).map_or(newest, |v| &v.report);
    let all = earlier.iter().enumerate();
    all.map(|(number, version)| Edited { report, number, version, next: next(number) })
        .filter(|e| e.version.changes.iter().any(|c| c.before.is_some()))
        .collect()
}

impl Edited<'_> {
    /// Whether a sentence of this version does not stand in the next as it was.
    fn gone(&self, sentence: Span) -> bool {
        self.version.changes.iter().any(|c| c.before == Some(sentence))
    }

    /// The sentence of the next version that took the place of one of this.
    fn after(&self, sentence: Span) -> Option<Span> {
        self.version.changes.iter().find(|c| c.before == Some(sentence))?.after
    }
}
