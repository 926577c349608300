//! Origins, and who has it from whom.

use super::Passage;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where statements enter the record.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Origin {
    /// `o1`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `agency`, `outlet`, `person`, `organisation`, `document`, `unnamed`.
    pub kind: String,
    /// The entity (id), where it is one.
    pub entity: Option<String>,
    /// The origin it speaks for: an officer for his body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaks_for: Option<String>,
    /// Whether a report of its own is among those read.
    pub collected: bool,
}

/// One step of derivation.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Edge {
    /// `l1`.
    pub id: String,
    /// Report or origin that has it.
    pub from: String,
    /// Report or origin it has it from.
    pub to: String,
    /// `credits`, `copies`, `quotes` or `cites`.
    pub kind: String,
    /// The passages that show it.
    pub passages: Vec<Passage>,
    /// For `copies`: the part of the body that stands in the other, 0 to 1.
    pub share: Option<f64>,
    /// The rule that drew it, in words.
    pub reason: String,
    /// For `copies`: whether it is one more text the report was made of, beside the first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub second: bool,
    /// For `copies`: an agency (origin id) that both credit and no report read is by. Both may have the text from there, and
    /// then neither has it from the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub common: Option<String>,
    /// For `copies`: how sure it is that `to`, or a report behind it, is where the text is from, 0 to 1, over draws of its
    /// sentences. Null where it is not measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// Reports it may as well be from, likeliest first: `A or B`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub or: Vec<Alternative>,
    /// What speaks for it and against it, the weightiest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// A report that may be the parent instead.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Alternative {
    /// The report.
    pub to: String,
    /// How likely, 0 to 1.
    pub odds: f64,
}

/// One thing a step of derivation rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// `coverage`, `variant`, `direction`, `credit`, `time` or `outlet`.
    pub cue: String,
    /// What it says, in one sentence without its stop.
    pub says: String,
}
