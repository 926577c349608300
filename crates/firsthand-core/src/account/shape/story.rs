//! A story and how many origins it has.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The story in short.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Story {
    /// Id of the story in this run: `s1`.
    pub id: String,
    /// Title of the most central report.
    pub headline: String,
    /// What was found, in one sentence: `5 reports of the departure, 1 origin: Korean Central News Agency`.
    pub finding: String,
    /// Earliest date of publication (EDTF).
    pub first_published: Option<String>,
    /// Latest date of publication (EDTF).
    pub last_published: Option<String>,
    /// How many reports.
    pub reports: usize,
    /// How many origins stand behind its statements for certain: `support.certain`.
    pub origins: usize,
    /// Whether the count of origins is measured.
    pub measure: Measure,
    /// The count of its origins as a range.
    #[serde(default)]
    pub support: Support,
}

/// How far a count is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// All reports could be read for it.
    #[default]
    Measured,
    /// Some reports could not.
    Partial,
    /// None could.
    Unmeasured,
}

/// How many independent origins: a range, for nobody can tell of every source whether it is another one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Support {
    /// So many there are at least: whatever is not shown to be a source of its own is taken for one of the others.
    pub certain: usize,
    /// So many there may be at most.
    pub possible: usize,
    /// Whether all reports it is counted over could be read.
    pub measure: Measure,
    /// What makes the difference, or what was counted as one, a sentence for each rule that held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<String>,
}
