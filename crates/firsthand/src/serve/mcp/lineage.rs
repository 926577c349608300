//! `trace_lineage`

use super::super::problem::Problem;
use super::super::query;
use super::ledger::Ledger;
use super::shape::{OriginTold, Quotation, State, count, piece, why};
use super::tool::Ask;
use crate::tree;
use firsthand_core::account::{Edge, Evidence};
use firsthand_store::Reader;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Steps in one answer, unless told, and at most.
const USUAL: usize = 30;
const MOST: usize = 60;
/// Passages shown for one step.
const PASSAGES: usize = 4;

/// Traces who has it from whom.
pub(super) struct TraceLineage;

/// Whose lineage.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// The story: `s12`.
    story: String,
    /// Only what this report has from others, directly or through others: `r345`.
    report: Option<String>,
    /// `next` of the answer before, to go on.
    after: Option<usize>,
    /// How many steps, 1 to 60 [default: 30].
    limit: Option<usize>,
}

/// Origins and steps.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Answer {
    /// The story: `s12`.
    story: String,
    /// Whether the count of origins is measured.
    state: State,
    /// Why.
    why: String,
    /// How many origins stand behind the statements of the story.
    origins_count: usize,
    /// How many there may be at most, where that differs.
    origins_possible: Option<usize>,
    /// The origins that the steps lead to, or all of them.
    origins: Vec<OriginTold>,
    /// How many origins are not listed.
    origins_left_out: usize,
    /// Steps of derivation.
    steps: Vec<StepTold>,
    /// What `after` must be for the next piece; null at the end.
    next: Option<usize>,
    /// How many steps come after these.
    left_out: usize,
}

/// A step: one has it from the other.
#[derive(Debug, Serialize, JsonSchema)]
struct StepTold {
    /// Its id within the story: `l1`.
    id: String,
    /// Who has it: a report of the archive (`r345`) or the name of an origin.
    from: String,
    /// From whom: a report of the archive or the name of an origin.
    to: String,
    /// `credits`, `copies`, `quotes` or `cites`.
    kind: String,
    /// For `copies`: the part of the body that stands in the other, 0 to 1.
    share: Option<f64>,
    /// For `copies`: whether it is one more text the report was made of, beside the first.
    further: bool,
    /// For `copies`: how sure it is, 0 to 1; null where it is not measured.
    confidence: Option<f64>,
    /// Whom it may as well be from, likeliest first.
    or: Vec<Perhaps>,
    /// The rule that drew it.
    reason: String,
    /// What speaks for it and against it, the weightiest first.
    evidence: Vec<Evidence>,
    /// The passages that show it.
    sentences: Vec<Quotation>,
    /// How many passages are not shown.
    left_out: usize,
}

/// Whom a step may lead to instead.
#[derive(Debug, Serialize, JsonSchema)]
struct Perhaps {
    /// A report of the archive (`r345`).
    to: String,
    /// How likely, 0 to 1.
    odds: f64,
}

impl Ask for TraceLineage {
    const NAME: &'static str = "trace_lineage";
    const TITLE: &'static str = "Trace who has it from whom";
    const ABOUT: &'static str = "Shows for one story, or one report of it, who has it from whom: copies, credits, quotations, citations, \
        each step with the passages that show it, down to the origins. What the reports say is read_account.";
    type Question = Question;
    type Answer = Answer;

    fn answer(reader: &Reader, question: &Question) -> Result<Answer, Problem> {
        let limit = query::within("limit", question.limit, USUAL, MOST)?;
        let ledger = Ledger::of_story(reader, &question.story)?;
        let account = &ledger.account;
        let begin = question.report.as_deref().map(|id| begin(&ledger, id)).transpose()?;
        let reached = begin.map(|begin| reach(&account.lineage, begin));
        let wanted = |id: &String| reached.as_ref().is_none_or(|reached| reached.contains(id.as_str()));
        let steps: Vec<&Edge> = account.lineage.iter().filter(|edge| wanted(&edge.from)).collect();
        let (steps, next, left_out) = piece(steps, question.after.unwrap_or_default(), limit);
        let origins = ledger.origins().into_iter().filter(|origin| wanted(&origin.id)).collect();
        let (origins, _, origins_left_out) = piece(origins, 0, MOST);
        let state = account.story.measure.into();
        Ok(Answer {
            story: account.story.id.clone(),
            state,
            why: why(state),
            origins_count: account.story.origins,
            origins_possible: Some(account.story.support.possible).filter(|p| *p > account.story.origins),
            origins,
            origins_left_out,
            steps: steps.into_iter().map(|edge| told(&ledger, edge)).collect(),
            next,
            left_out,
        })
    }

    fn line(answer: &Answer) -> String {
        format!(
            "{}: {} behind the story ({}); {}, {} left out",
            answer.story,
            count(answer.origins_count, "origin", "origins"),
            answer.why,
            count(answer.steps.len(), "step", "steps"),
            answer.left_out,
        )
    }
}

/// The id within the account of a report of the archive.
fn begin<'a>(ledger: &'a Ledger, report: &str) -> Result<&'a str, Problem> {
    let archived = format!("r{}", report.trim().trim_start_matches('r'));
    ledger
        .within(&archived)
        .ok_or_else(|| Problem::missing("this report is not in that story; read_account lists its reports"))
}

/// Everything that a report has something from, itself included.
fn reach<'a>(edges: &'a [Edge], begin: &'a str) -> BTreeSet<&'a str> {
    let (mut reached, mut open) = (BTreeSet::from([begin]), vec![begin]);
    while let Some(at) = open.pop() {
        for edge in edges.iter().filter(|edge| edge.from == at) {
            if reached.insert(&edge.to) {
                open.push(&edge.to);
            }
        }
    }
    reached
}

fn told(ledger: &Ledger, edge: &Edge) -> StepTold {
    let quotations = edge.passages.iter().map(|passage| ledger.quotation(passage, &edge.from));
    let (sentences, _, left_out) = piece(quotations.collect(), 0, PASSAGES);
    StepTold {
        id: edge.id.clone(),
        from: ledger.name(&edge.from),
        to: ledger.name(&edge.to),
        kind: edge.kind.clone(),
        share: edge.share,
        further: edge.second,
        confidence: edge.confidence,
        or: edge.or.iter().map(|o| Perhaps { to: ledger.name(&o.to), odds: o.odds }).collect(),
        reason: tree::rule(edge),
        evidence: edge.evidence.clone(),
        sentences,
        left_out,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_report_has_from_others() {
        let edge = |from: &str, to: &str| Edge { from: from.into(), to: to.into(), ..Edge::default() };
        let edges = [edge("r1", "r2"), edge("r2", "o1"), edge("o1", "r2"), edge("r3", "o2")];
        assert_eq!(reach(&edges, "r1").into_iter().collect::<Vec<_>>(), ["o1", "r1", "r2"]);
        assert_eq!(reach(&edges, "r3").into_iter().collect::<Vec<_>>(), ["o2", "r3"]);
    }
}
