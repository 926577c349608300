//! What was told of a story, so that it is told once.

use serde::{Deserialize, Serialize};

/// What was told of a story.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// Its origins when it was last looked at, by name.
    pub origins: Vec<String>,
    /// Whether it was told that its main event has two.
    pub second: bool,
    /// Disputes that were told.
    pub disputes: Vec<Disputed>,
}

/// A dispute that was told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Disputed {
    /// What it is about: `date`, `quantity` …
    pub slot: String,
    /// The values that stood against each other, in order.
    pub values: Vec<String>,
}

impl Told {
    /// Whether this dispute was told: one of the same kind in which two of its values stood against each other.
    pub fn knows(&self, dispute: &Disputed) -> bool {
        self.disputes.iter().any(|told| {
            let shared = told.values.iter().filter(|v| dispute.values.contains(v)).count();
            told.slot == dispute.slot && shared >= 2
        })
    }
}
