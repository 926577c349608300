//! Where everything stands: what the cursors hold, as JSON. Times are seconds since 1970.

use super::alert::Alert;
use super::told::Told;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A feed (`feed:ADDRESS`).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FeedState {
    /// Where it has moved for good.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved: Option<String>,
    /// `ETag`, as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// `Last-Modified`, as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// When this was written.
    pub at: i64,
    /// When it is asked again.
    pub due: i64,
    /// The interval, in seconds.
    pub interval: u64,
    /// How often it was asked.
    pub asked: u64,
    /// Errors in a row.
    pub errors: u32,
    /// Whether it is gone (410) and not asked any more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
    /// Entries that were seen, the latest first.
    pub seen: Vec<Mark>,
    /// Entries whose page is yet to be read.
    pub pending: Vec<Pending>,
    /// How many entries came of it so far.
    pub taken: u64,
}

/// An entry that was seen: digests of its id and of what it said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark(pub String, pub String);

/// An entry whose page is yet to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pending {
    /// Digest of its id.
    pub id: String,
    /// Its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What the feed says of it.
    pub facts: Vec<(String, String)>,
    /// The text the feed has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whether that is HTML.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub html: bool,
    /// Whether it stood in the feed before, saying something else.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub changed: bool,
    /// Its place among the entries that came of the feed, the oldest first.
    pub place: u64,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried again.
    pub due: i64,
}

/// A page that is followed (`page:ADDRESS`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageState {
    /// `ETag`, as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// `Last-Modified`, as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// Digest of its bytes.
    pub digest: String,
    /// When this was written.
    pub at: i64,
    /// When it is asked for again.
    pub due: i64,
    /// The interval, in seconds.
    pub interval: u64,
    /// When it is followed no more.
    pub until: i64,
    /// Errors in a row.
    pub errors: u32,
    /// What its feed says of it that holds for every version.
    pub facts: Vec<(String, String)>,
}

/// A watch (`watch:LABEL`).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WatchState {
    /// What was told of each story.
    pub stories: BTreeMap<i64, Told>,
    /// What is yet to be sent.
    pub outbox: Vec<Waiting>,
}

/// An alert that is yet to be sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Waiting {
    /// To whom: a target's label.
    pub target: String,
    /// The alert.
    pub alert: Alert,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried again.
    pub due: i64,
}

/// A state as the text of a cursor.
pub(super) fn written<S: Serialize>(state: &S) -> String {
    serde_json::to_string(state).unwrap_or_default()
}

/// A state from the text of a cursor. What cannot be read is as if it were not there: it costs a request, no report.
pub(super) fn read<S: for<'de> Deserialize<'de>>(text: &str) -> Option<S> {
    serde_json::from_str(text).ok()
}
