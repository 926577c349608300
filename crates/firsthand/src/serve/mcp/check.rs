//! `check_claim`

use super::super::check::Checked;
use super::super::problem::Problem;
use super::shape::State;
use super::tool::Ask;
use firsthand_store::Reader;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Scalar values of a claim at most.
const LONGEST: usize = 2000;

/// Looks a claim up.
pub(super) struct CheckClaim;

/// The claim.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// The claim, a sentence or two, with the names, dates and numbers it speaks of.
    claim: String,
}

/// What the archive has on it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Answer {
    /// Whether the claim could be looked up.
    state: State,
    /// Why.
    why: String,
}

impl Ask for CheckClaim {
    const NAME: &'static str = "check_claim";
    const TITLE: &'static str = "Look a claim up";
    const ABOUT: &'static str = "Compares one claim with the statements of the archive: names, dates, numbers and words. Gives the \
        statements that say the same or something else, with sentences and origins; no verdict. For words alone take \
        search_statements.";
    type Question = Question;
    type Answer = Answer;

    fn answer(reader: &Reader, question: &Question) -> Result<Answer, Problem> {
        if question.claim.trim().is_empty() || question.claim.chars().count() > LONGEST {
            return Err(Problem::senseless(format!("claim is a sentence or two, 1 to {LONGEST} characters")));
        }
        let checked = Checked::of(reader, &question.claim)?;
        Ok(Answer { state: State::Unmeasured, why: checked.why.unwrap_or_default() })
    }

    fn line(answer: &Answer) -> String {
        answer.why.clone()
    }
}
