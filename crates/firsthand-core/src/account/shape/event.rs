//! Happenings, and what reports answer to each of their points.

use super::{Passage, Reason, Support};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Statements of any number of reports that speak of the same happening.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// `v1`.
    pub id: String,
    /// What happened, in a few words of the reports.
    pub label: String,
    /// PLOVER code, where evidence supports one.
    pub code: Option<String>,
    /// When (EDTF): the value of most origins.
    pub time: Option<String>,
    /// Its statements.
    pub statements: Vec<String>,
    /// Reports that speak of it.
    pub reports: Vec<String>,
    /// Independent origins behind it.
    pub origins: Vec<String>,
    /// How many of them are independent.
    #[serde(default)]
    pub support: Support,
    /// Why these statements were put together.
    pub reasons: Vec<Reason>,
}

/// One thing an event's statements answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Point {
    /// `p1`.
    pub id: String,
    /// The event (id).
    pub event: Option<String>,
    /// `date`, `quantity`, `place`, `person`, `organisation` or `text`.
    pub slot: String,
    /// The question, in words: `when the delegation left for Iran`.
    pub label: String,
    /// How the variants stand to one another.
    pub status: Status,
    /// The rule behind the status, in words.
    pub reason: String,
    /// The answers, the one that most reports give first.
    pub variants: Vec<Variant>,
    /// How many independent origins all answers have together.
    #[serde(default)]
    pub support: Support,
    /// Where one source denies what another says: a reported disagreement, no error between reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disagreement: Option<Disagreement>,
    /// Answers that a report gave in an earlier version and does not give now, in order of reports and versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Past>,
}

/// An answer that a report gave before it was edited.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Past {
    /// The report.
    pub report: String,
    /// Which of its `versions` said so last, from 0.
    pub version: usize,
    /// `changed`: it gives another answer now; `refined`: the same, more exactly or less; `withdrawn`: none.
    pub kind: String,
    /// The answer it gave.
    pub value: String,
    /// The sentence, in the text of that version.
    pub passage: Passage,
    /// The answer it gives now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
    /// The statement that gives it now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// When the version without it says it was changed, or published (EDTF).
    pub until: Option<String>,
    /// What the report itself says of a correction, word for word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<String>,
}

/// Who says something and who denies it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Disagreement {
    /// Origins of the first variant, which say that it was so.
    pub says: Vec<String>,
    /// Origins of the second, which deny it.
    pub denies: Vec<String>,
}

/// How the answers to a point stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// They cannot all be true of the same happening.
    Disputed,
    /// They can all be true, one more exact than another.
    Refined,
    /// Several reports, the same value.
    Agreed,
    /// One report, or several that all copy one of them.
    #[default]
    Single,
}

/// One normalised answer to a point.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Variant {
    /// The value, as docs/formats.md gives it for the slot.
    pub value: String,
    /// Statements that give it.
    pub statements: Vec<String>,
    /// Reports that give it.
    pub reports: Vec<String>,
    /// Independent origins behind it.
    pub origins: Vec<String>,
    /// How many of them are independent.
    #[serde(default)]
    pub support: Support,
}
