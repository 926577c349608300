//! What is said by one alone or left out, who is quoted, and when it was.

use super::Passage;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A happening that one origin alone tells of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Exclusive {
    /// The statement that tells most of it.
    pub statement: String,
    /// The happening.
    pub event: String,
    /// The reports that have it: several where all of them have it from one origin.
    pub reports: Vec<String>,
    /// What speaks for its place in the list, in words.
    pub because: String,
}

/// What a report leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Silence {
    /// The report.
    pub report: String,
    /// What it leaves out; null where nothing could be read from it, so that nobody can say.
    pub omitted: Option<Vec<Omission>>,
}

/// Something most other reports tell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Omission {
    /// The happening.
    pub event: String,
    /// The question the report does not answer; null where it does not speak of the happening at all.
    pub point: Option<String>,
    /// How many of the other reports tell it.
    pub told_by: usize,
}

/// Somebody who is quoted.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Speech {
    /// The speaker (origin id).
    pub speaker: String,
    /// His, her or its role, as the reports give it.
    pub role: Option<String>,
    /// Whom it was told, as written, where the report says so.
    pub told: Option<String>,
    /// The report.
    pub report: String,
    /// The words, never altered.
    pub passage: Passage,
    /// The statement (id) the quotation is part of.
    pub statement: Option<String>,
}

/// One entry of the timeline.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Moment {
    /// When (EDTF).
    pub when: String,
    /// What, in a few words.
    pub label: String,
    /// The events (ids).
    pub events: Vec<String>,
    /// Reports that give it.
    pub reports: Vec<String>,
}
