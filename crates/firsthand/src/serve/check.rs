//! What the archive has on a claim. Stands in until the check itself lands.

use super::problem::Problem;
use firsthand_store::Reader;
use schemars::JsonSchema;
use serde::Serialize;

/// What the archive has on a claim.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub(super) struct Checked {
    /// The claim, as it was given.
    pub(super) claim: String,
    /// `measured`, `partial` or `unmeasured`.
    pub(super) state: String,
    /// Why it is not measured, or only in part.
    pub(super) why: Option<String>,
}

impl Checked {
    /// Looks a claim up.
    pub(super) fn of(_reader: &Reader, claim: &str) -> Result<Checked, Problem> {
        Ok(Checked {
            claim: claim.to_owned(),
            state: "unmeasured".into(),
            why: Some("claims are not checked yet".into()),
        })
    }
}
