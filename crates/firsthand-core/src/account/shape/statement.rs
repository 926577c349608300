//! What a report says, and on whose word.

use super::Passage;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One proposition asserted in one passage.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// `t1`.
    pub id: String,
    /// The report that makes it.
    pub report: String,
    /// The sentence that makes it.
    pub passage: Passage,
    /// The word that carries it.
    pub predicate: Predicate,
    /// Who did what to whom.
    pub arguments: Vec<Argument>,
    /// When.
    pub time: Option<When>,
    /// Where.
    pub place: Option<Where>,
    /// How many.
    pub quantities: Vec<Amount>,
    /// `positive` or `negative`.
    pub polarity: String,
    /// `asserted`, `alleged`, `possible`, `denied`.
    pub certainty: String,
    /// Who the report has it from, nearest to the report first, innermost speaker last; empty for the report's own words.
    pub attribution: Vec<Attribution>,
    /// Where it enters the record.
    pub origin: Option<String>,
    /// Whether nothing but the report's own words stands for it: no source is named, nor that the outlet saw it itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
    /// The event it speaks of.
    pub event: Option<String>,
    /// The kind of event, who acts and on whom, in the terms of event data; absent where evidence is thin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
}

/// A statement as event data codes it (PLOVER).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Code {
    /// Root of PLOVER, names of 2021: `CONSULT`.
    pub root: String,
    /// Mode of the root, where the words tell it: `visit`.
    pub mode: Option<String>,
    /// Who acts.
    pub source: Actor,
    /// On whom.
    pub target: Actor,
    /// `directed`, or `mutual` where source and target do the same: a meeting, a joint exercise.
    pub direction: String,
}

/// Country and sector of one side.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// ISO 3166-1 alpha-3.
    pub country: Option<String>,
    /// Sector of PLOVER: `GOV`, `MIL`, `COP`, `REB` ...
    pub sector: Option<String>,
}

/// The word that carries a statement.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Predicate {
    /// Dictionary form.
    pub lemma: String,
    /// First scalar value in the body (or title).
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// One participant of a statement.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Argument {
    /// `agent`, `patient`, `recipient`, `to`, `from`, `with`, `by`, `about`, `purpose` ...
    pub role: String,
    /// As written.
    pub text: String,
    /// Who or what it is, where that is known.
    pub entity: Option<String>,
}

/// When a statement's happening was.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct When {
    /// EDTF.
    pub value: String,
    /// As written.
    pub text: String,
}

/// Where a statement's happening was.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Where {
    /// The place, where it is known.
    pub entity: Option<String>,
    /// As written.
    pub text: String,
}

/// One quantity of a statement.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Amount {
    /// The number; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// `exact`, `about`, `more`, `at least`, `less`, `at most`.
    pub bound: String,
    /// Unit or counted noun, singular.
    pub unit: Option<String>,
    /// As written.
    pub text: String,
}

/// Whose word a statement is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Attribution {
    /// The origin (id).
    pub source: String,
    /// `quoted`, `reported`, `credited` or `relayed`.
    pub kind: String,
    /// The passage that says so.
    pub passage: Passage,
    /// Which rule saw it.
    pub rule: String,
}
