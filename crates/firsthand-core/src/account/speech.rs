//! Who is quoted, in which words, and whom was it told?

use super::passage::Cutter;
use super::{Found, Speech};
use crate::statement::Kind;
use firsthand_text::language::Annotated;

/// The quotations of the story that have a speaker, in order of report and place.
pub(super) fn quotes(found: &Found<'_>, cutters: &[Cutter<'_>]) -> Vec<Speech> {
    let mut out = Vec::new();
    for (at, report) in found.reports.iter().enumerate() {
        for quote in report.quotes.iter().filter(|q| !q.scare) {
            let Some((s, step)) = speaker(found, report, at, quote.span) else { continue };
            let attribution = &found.statements[s].attribution[step];
            let Some(&origin) = found.lineage.chain[s].get(step) else { continue };
            out.push(Speech {
                speaker: format!("o{}", origin + 1),
                role: attribution.source.role.clone(),
                told: attribution.told.as_ref().map(|t| t.name.clone()),
                report: format!("r{}", at + 1),
                passage: cutters[at].cut(quote.span),
                statement: Some(format!("t{}", s + 1)),
            });
        }
    }
    out
}

/// The statement of this quotation and the step of its attribution that quotes: one whose predicate stands between
/// the marks, otherwise one of a sentence the quotation is part of.
fn speaker(
    found: &Found<'_>,
    report: &Annotated,
    at: usize,
    quote: firsthand_text::Span,
) -> Option<(usize, usize)> {
    let quoted = |s: usize| found.statements[s].attribution.iter().rposition(|a| a.kind == Kind::Quoted);
    let own = || found.statements.iter().enumerate().filter(|(_, s)| s.report == at);
    let inside = own().find_map(|(n, s)| {
        let within = quote.holds(report.tokens[s.predicate].span);
        quoted(n).filter(|_| within).map(|step| (n, step))
    });
    inside.or_else(|| {
        own().find_map(|(n, s)| {
            let beside = report.sentences[s.sentence].span.meets(quote);
            quoted(n).filter(|_| beside).map(|step| (n, step))
        })
    })
}
