//! `check_claim`

use super::super::claim;
use super::super::problem::Problem;
use super::shape::{Part, Quotation, Span, State, count, piece};
use super::tool::Ask;
use firsthand_core::check::{self, Stance, Verdict};
use firsthand_store::Reader;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Scalar values of a claim at most.
const LONGEST: usize = 2000;
/// Sides shown, and statements of each.
const SIDES: usize = 10;
const STATEMENTS: usize = 5;

/// Looks a claim up.
pub(super) struct CheckClaim;

/// The claim.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// The claim, one sentence, with the names, dates and numbers it speaks of.
    claim: String,
}

/// What the archive has on it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Answer {
    /// Whether the claim could be looked up.
    state: State,
    /// Why.
    why: String,
    /// How the reports stand to the claim: `supported`, `disputed`, `both`, `mentioned`, `not-found` or `not-measured`.
    /// Never whether it is true.
    reports_say: Verdict,
    /// Who says what: those that support it, then those that contradict it, then those that only speak of it.
    sides: Vec<SideTold>,
    /// How many sides are not shown.
    left_out: usize,
    /// What differs between the claim and the reports, in words.
    differences: Vec<String>,
    /// What could not be done with the claim.
    notes: Vec<String>,
    /// How many stories were looked through.
    stories_looked_at: usize,
    /// Entries of watchlists that those named in the claim or in the sentences may be; links, no proof that they are one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    may_be_listed: Vec<check::MayBeListed>,
}

/// Statements that stand alike to the claim and say the same.
#[derive(Debug, Serialize, JsonSchema)]
struct SideTold {
    /// How they stand to the claim.
    stance: Stance,
    /// What they say there.
    says: Option<String>,
    /// The statements.
    statements: Vec<EvidenceTold>,
    /// How many statements are not shown.
    left_out: usize,
    /// The reports that make them.
    reports: Vec<String>,
    /// Where they enter the record, by name.
    origins: Vec<String>,
    /// At least so many of the origins are independent.
    origins_certain: usize,
    /// At most so many.
    origins_possible: usize,
    /// How far that is measured.
    origins_state: State,
}

/// A statement that bears on the claim.
#[derive(Debug, Serialize, JsonSchema)]
struct EvidenceTold {
    /// The story: `s12`.
    story: String,
    /// Its id within the story: `t3`.
    id: String,
    /// The sentence.
    statement: Quotation,
    /// Whose word it is, nearest to the reader first.
    chain: Vec<String>,
    /// What agrees.
    agrees: Vec<String>,
    /// What differs.
    differs: Vec<String>,
    /// What of the claim it does not say.
    lacks: Vec<String>,
}

impl Ask for CheckClaim {
    const NAME: &'static str = "check_claim";
    const TITLE: &'static str = "Look a claim up";
    const ABOUT: &'static str = "Compares one claim with the statements of the archive: names, dates, numbers and words. Gives the \
        statements that say the same or something else, with sentences and origins; not whether it is true. For words alone \
        take search_statements.";
    type Question = Question;
    type Answer = Answer;

    fn answer(reader: &Reader, question: &Question) -> Result<Answer, Problem> {
        if question.claim.trim().is_empty() || question.claim.chars().count() > LONGEST {
            return Err(Problem::senseless(format!("claim is a sentence, 1 to {LONGEST} characters")));
        }
        let found = claim::answer(reader, question.claim.trim())?;
        let (state, why) = match &found.unmeasured {
            Some(why) => (State::Unmeasured, why.clone()),
            None if found.stories >= crate::asking::STORIES => {
                (State::Partial, "only the likeliest stories were looked through".into())
            }
            None => (State::Measured, "every story that may speak of it was looked through".into()),
        };
        let sides = found.sides.iter().map(|side| told(&found, side)).collect();
        let (sides, _, left_out) = piece(sides, 0, SIDES);
        Ok(Answer {
            state,
            why,
            reports_say: found.verdict,
            sides,
            left_out,
            differences: found.differences.iter().take(SIDES).cloned().collect(),
            notes: found.notes.clone(),
            stories_looked_at: found.stories,
            may_be_listed: found.listed.clone(),
        })
    }

    fn line(answer: &Answer) -> String {
        format!(
            "the reports: {}; {}, {}; {}",
            answer.reports_say.name(),
            count(answer.sides.len(), "side", "sides"),
            count(answer.stories_looked_at, "story looked through", "stories looked through"),
            answer.why,
        )
    }
}

fn told(answer: &check::Answer, side: &check::Side) -> SideTold {
    let numbers = claim::numbers(answer);
    let report =
        |story: &str, id: &str| numbers.get(&(story, id)).map_or_else(|| id.to_owned(), |n| format!("r{n}"));
    let evidence = |evidence: &check::Evidence| {
        let teller = side.reports.iter().find(|t| t.story == evidence.story && t.report == evidence.report);
        let passage = &evidence.passage;
        EvidenceTold {
            story: evidence.story.clone(),
            id: evidence.statement.clone(),
            statement: Quotation {
                sentence: passage.text.clone(),
                span: Span {
                    report: report(&evidence.story, &evidence.report),
                    part: if passage.part.as_deref() == Some("title") { Part::Title } else { Part::Body },
                    start: passage.start,
                    end: passage.end,
                    bytes: passage.bytes,
                },
                outlet: teller.map(|teller| teller.name.clone()),
                published: teller.and_then(|teller| teller.published.clone()),
            },
            chain: evidence.chain.clone(),
            agrees: evidence.agrees.clone(),
            differs: evidence.differs.clone(),
            lacks: evidence.loosely.iter().chain(&evidence.lacks).cloned().collect(),
        }
    };
    let (statements, _, left_out) = piece(side.statements.iter().map(evidence).collect(), 0, STATEMENTS);
    SideTold {
        stance: side.stance,
        says: side.says.clone(),
        statements,
        left_out,
        reports: side.reports.iter().map(|teller| report(&teller.story, &teller.report)).collect(),
        origins: side.origins.iter().map(|origin| origin.name.clone()).collect(),
        origins_certain: side.certain,
        origins_possible: side.possible,
        origins_state: side.measure.into(),
    }
}
