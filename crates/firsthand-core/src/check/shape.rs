//! What is answered to a claim, field by field. There is no likelihood of truth in it, and no score.
//!
//! Positions are counts of Unicode scalar values, as in an account.

use crate::account::{Amount, Listed, Measure, Passage};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The value of `schema` in every answer of this form.
pub const SCHEMA: &str = "firsthand/answer/1";

/// What the reports say of one claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// Always `firsthand/answer/1`.
    pub schema: String,
    /// The claim and how it was read.
    pub claim: Claim,
    /// How the reports stand to it.
    pub verdict: Verdict,
    /// The answer in one sentence: `4 reports say Tuesday 23 April 2024, all from Korean Central News Agency`.
    pub finding: String,
    /// Who says what: those that support it, then those that contradict it, then those that only speak of it.
    pub sides: Vec<Side>,
    /// What differs between the claim and the reports, in words, the most reports first.
    pub differences: Vec<String>,
    /// Why nothing was measured, where nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unmeasured: Option<String>,
    /// What could not be done with the claim: a day that is not placed, a second sentence.
    pub notes: Vec<String>,
    /// How many stories were looked through.
    pub stories: usize,
    /// How many reports were looked through.
    pub reports: usize,
    /// Entries of watchlists that those named in the claim or in the sentences may be; empty where no list was given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listed: Vec<MayBeListed>,
}

/// Somebody an answer speaks of, and an entry of a watchlist that may be the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MayBeListed {
    /// The story: `s12`.
    pub story: String,
    /// The entity within its account: `e3`.
    pub entity: String,
    /// Its name there.
    pub name: String,
    /// The entry, with what speaks for it and what against it.
    pub entry: Listed,
}

/// How the reports stand to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Some say it and none contradicts it.
    Supported,
    /// Some contradict it and none says it.
    Disputed,
    /// Some say it and some contradict it.
    Both,
    /// They speak of it, but none says it or contradicts it.
    Mentioned,
    /// None speaks of it.
    NotFound,
    /// It could not be looked for.
    NotMeasured,
}

impl Verdict {
    /// Its name in words: `not found`.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Supported => "supported",
            Verdict::Disputed => "disputed",
            Verdict::Both => "both",
            Verdict::Mentioned => "only mentioned",
            Verdict::NotFound => "not found",
            Verdict::NotMeasured => "not measured",
        }
    }
}

/// How a statement stands to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// It says what the claim says.
    Supports,
    /// Both cannot be true of the same happening.
    Contradicts,
    /// It speaks of the same, but says less, or something else.
    Mentions,
}

/// Statements that stand alike to a claim and say the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Side {
    /// How they stand to the claim.
    pub stance: Stance,
    /// What they say where they contradict: `Monday 22 April 2024`; for support what the claim says there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// The statements, one for a sentence, the most telling first; of those that only mention no more than a dozen.
    pub statements: Vec<Evidence>,
    /// The reports that make them.
    pub reports: Vec<Teller>,
    /// Where they enter the record: one agency, outlet or speaker counts once, whatever the number of reports.
    pub origins: Vec<Named>,
    /// At least so many of the origins are independent.
    pub certain: usize,
    /// At most so many: origins without a name (`officials`) may be one of the others.
    pub possible: usize,
    /// How far the counts of origins are measured.
    pub measure: Measure,
}

/// One statement that bears on a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// The story (id).
    pub story: String,
    /// The report (id in the account of the story).
    pub report: String,
    /// The statement (id in the account of the story).
    pub statement: String,
    /// The sentence.
    pub passage: Passage,
    /// Whose word it is, nearest to the reader first: the report, whom it has it from, the innermost speaker.
    pub chain: Vec<String>,
    /// Where it enters the record: name of the origin.
    pub origin: Option<String>,
    /// What agrees, in words.
    pub agrees: Vec<String>,
    /// What was taken as said though it is said less plainly: in other words, in the sentence before, on somebody's word only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loosely: Vec<String>,
    /// What differs, in words: `the report says Monday 22 April 2024, the claim Tuesday 23 April 2024`.
    pub differs: Vec<String>,
    /// What of the claim it does not say, in words.
    pub lacks: Vec<String>,
}

/// A report that speaks of a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Teller {
    /// The story (id).
    pub story: String,
    /// The report (id in the account of the story).
    pub report: String,
    /// Its outlet, or the end of its location.
    pub name: String,
    /// Where it is.
    pub location: String,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was published (EDTF).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Its number in the archive, where it is of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<i64>,
}

/// A name with what it names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Named {
    /// The name.
    pub name: String,
    /// What it is: of an origin `agency`, `outlet`, `person`, `organisation`, `document` or `unnamed`; of a name in a
    /// claim as of an entity of an account.
    pub kind: String,
}

/// A claim, read like a sentence of a report.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// As it was given.
    pub text: String,
    /// Its language (ISO 639-1), where it could be told.
    pub language: Option<String>,
    /// What it says happened: dictionary form of the word that carries it.
    pub predicate: Option<String>,
    /// Who does it, as written.
    pub agent: Option<Part>,
    /// To whom or what it is done, as written.
    pub patient: Option<Part>,
    /// Whether it says that it did not happen.
    pub negative: bool,
    /// Whether it says what somebody or something is, not what happened: `Orlik is trade minister`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub being: bool,
    /// `asserted`, `alleged` or `possible`.
    pub certainty: String,
    /// Whose word it says it is.
    pub speaker: Option<String>,
    /// Names in it.
    pub names: Vec<Mention>,
    /// Days it gives.
    pub dates: Vec<Day>,
    /// Quantities it gives.
    pub quantities: Vec<Count>,
    /// What else it says: words a report must have to say the same.
    pub words: Vec<Term>,
    /// How many sentences it has.
    pub sentences: usize,
    /// Why it cannot be looked for, where it cannot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unmeasured: Option<String>,
}

/// A participant of what a claim tells.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Part {
    /// As written.
    pub text: String,
    /// Dictionary form of the word that heads it.
    pub head: String,
    /// The name it is, where it is one: place in `names`.
    pub name: Option<usize>,
}

/// A name in a claim.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// As written.
    pub text: String,
    /// `person`, `organisation`, `place`, `facility`, `group`, `event`, `work`, `product` or `other`.
    pub kind: String,
    /// The part it takes: `agent`, `patient`, or the preposition before it.
    pub role: Option<String>,
    /// The noun it stands before: `delegation` of `North Korean delegation`.
    pub of: Option<String>,
}

/// A day or stretch of days in a claim.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Day {
    /// As written.
    pub text: String,
    /// EDTF, where it is placed.
    pub value: Option<String>,
    /// Day of the week, Monday as 1, where that is all it gives.
    pub weekday: Option<i8>,
    /// Whether it dates what the claim says happened, not something beside it.
    pub main: bool,
}

/// A quantity in a claim.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Count {
    /// The quantity.
    pub amount: Amount,
    /// Whether it says which in a row (`first`), not how many.
    pub ordinal: bool,
    /// Whether it belongs to what the claim says happened.
    pub main: bool,
}

/// A word in a claim.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    /// As written.
    pub text: String,
    /// Dictionary form.
    pub lemma: String,
    /// The noun it stands before: `delegation` of `economic delegation`.
    pub of: Option<String>,
    /// The name it stands before or beside, as a place in `names`: that of `minister` in `minister Pavel Orlik`.
    pub beside: Option<usize>,
}
