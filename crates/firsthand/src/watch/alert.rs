//! What is told: the shape of an alert (`firsthand/alert/1`).

use firsthand_core::account::Listed;
use serde::{Deserialize, Serialize};

/// The value of `schema` in every alert of this form.
pub(super) const SCHEMA: &str = "firsthand/alert/1";

/// One alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    /// Always `firsthand/alert/1`.
    pub schema: String,
    /// The same for the same alert, however often it is sent.
    pub id: String,
    /// What happened.
    pub event: Event,
    /// The same in words.
    pub says: String,
    /// The watch: `name Ilse Brandt`.
    pub watch: String,
    /// The story.
    pub story: StoryNamed,
    /// The report, where the event is one report's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<ReportNamed>,
    /// The sentences it rests on.
    pub passages: Vec<Cited>,
    /// The story's origins.
    pub origins: OriginsThen,
    /// When it was seen (RFC 3339).
    pub at: String,
    /// Entries of watchlists that those named in the sentences, or in the new or changed report, may be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listed: Vec<ListedName>,
}

/// A name of the story, and an entry of a watchlist that may be the same. A link, no proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedName {
    /// The name in the account.
    pub name: String,
    /// The entry, with what speaks for it and what against it.
    pub entry: Listed,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// A new report.
    ReportNew,
    /// A report has changed.
    ReportChanged,
    /// A second independent origin has appeared.
    SecondOrigin,
    /// A dispute has appeared.
    Dispute,
}

impl Event {
    /// In words.
    pub fn says(self) -> &'static str {
        match self {
            Event::ReportNew => "a new report",
            Event::ReportChanged => "a report has changed",
            Event::SecondOrigin => "a second independent origin has appeared",
            Event::Dispute => "a dispute has appeared",
        }
    }
}

/// A story in short.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryNamed {
    /// `s12`.
    pub id: String,
    /// Title of its most central report.
    pub headline: String,
}

/// A report in short.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportNamed {
    /// `r345`; None where it has no number in the archive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Name of the outlet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A sentence of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    /// The report.
    pub report: ReportNamed,
    /// `title` where it stands in the title; otherwise it stands in the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// First scalar value.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The sentence, never altered.
    pub text: String,
    /// The sentence as it was before the report was changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Where it enters the record, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
}

/// The origins of a story, before and after, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginsThen {
    /// Those that were known.
    pub before: Vec<String>,
    /// Those that are known.
    pub after: Vec<String>,
    /// Whether the count is `measured`, `partial` or `unmeasured`.
    pub measure: String,
}
