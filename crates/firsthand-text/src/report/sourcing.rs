//! Credits in the first and last paragraphs of a body that no fixed form gave: what mentions of agencies there tell.

use super::mention::{Stand, mentions};
use super::{Credit, ParagraphKind, Report, signature};
use crate::Span;

/// How many paragraphs at the head of a body may hold its dateline, and how many at its end who it is from.
const ENDS: usize = 3;

/// Adds a credit for each agency or outlet that heads or signs the text, or is said to be where it is from; never one of a
/// picture, or of a sentence.
pub(super) fn credit(report: &mut Report) {
    let prose: Vec<Span> =
        report.paragraphs.iter().filter(|p| p.kind != ParagraphKind::Heading).map(|p| p.span).collect();
    let holds = |part: &[Span], at: Span| part.iter().any(|s| s.start <= at.start && at.end <= s.end);
    let head = prose.get(..ENDS.min(prose.len())).unwrap_or(&[]);
    let tail = prose.get(prose.len().saturating_sub(ENDS)..).unwrap_or(&[]);
    let mut found = Vec::new();
    for mention in mentions(&report.text) {
        let (Some(_), span) = (mention.agency, mention.span) else { continue };
        let place = match mention.stand {
            Stand::Dateline if holds(head, span) => "dateline",
            Stand::Signature | Stand::Source | Stand::Rights if holds(tail, span) => "suffix",
            _ => continue,
        };
        found.push((span, place));
    }
    for (span, place) in found {
        let (name, page) = (span.of(&report.text).to_owned(), report.map.page(span));
        signature::add_credit(report, Credit { name, place, span: Some(span), page });
    }
}
