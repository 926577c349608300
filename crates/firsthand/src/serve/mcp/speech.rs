//! A statement as an agent gets it: the sentence, whose word it is, how surely.

use super::ledger::Ledger;
use super::shape::Quotation;
use firsthand_core::account::Statement;
use schemars::JsonSchema;
use serde::Serialize;

/// A statement.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub(super) struct StatementTold {
    /// Its id within the story: `t3`.
    pub(super) id: String,
    /// The story: `s12`.
    pub(super) story: String,
    /// The sentence that makes it.
    pub(super) statement: Quotation,
    /// Whose word it is, nearest to the report first, innermost speaker last; empty for the report's own words.
    pub(super) speakers: Vec<String>,
    /// Where it enters the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) origin: Option<String>,
    /// `asserted`, `alleged`, `possible` or `denied`.
    pub(super) certainty: String,
    /// `positive` or `negative`.
    pub(super) polarity: String,
    /// When its happening was (EDTF).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) time: Option<String>,
}

/// A statement of an account.
pub(super) fn told(ledger: &Ledger, statement: &Statement) -> StatementTold {
    StatementTold {
        id: statement.id.clone(),
        story: ledger.account.story.id.clone(),
        statement: ledger.sentence(statement),
        speakers: statement.attribution.iter().map(|a| ledger.name(&a.source)).collect(),
        origin: statement.origin.as_deref().map(|id| ledger.name(id)),
        certainty: statement.certainty.clone(),
        polarity: statement.polarity.clone(),
        time: statement.time.as_ref().map(|time| time.value.clone()),
    }
}
