//! The kinds of lines.

use super::Given;
use serde::{Deserialize, Serialize};

/// Name and version of the format.
pub const FORMAT: &str = "firsthand/archive/1";

/// One line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Line {
    /// The first line.
    Archive(Head),
    /// One version of a report.
    Report(Box<Put>),
    /// A story.
    Story(Told),
    /// A story that is part of another now.
    Moved(Moved),
    /// Something decided by hand.
    Decision(Decided),
    /// How far a file or feed was read.
    Cursor(Reading),
    /// The last line.
    End(End),
}

/// What the file is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Always `firsthand/archive/1`.
    pub format: String,
}

impl Default for Head {
    fn default() -> Head {
        Head { format: FORMAT.to_owned() }
    }
}

/// One version of a report, with its page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Put {
    /// Its number in the archive.
    pub id: i64,
    /// The number of the report's first version.
    pub first: i64,
    /// The story it is in.
    pub story: i64,
    /// When it came into the archive (RFC 3339).
    pub added: String,
    /// SHA-256 of the page's bytes: `sha256:…`.
    pub digest: String,
    /// The page and what was given with it.
    #[serde(flatten)]
    pub given: Given,
}

/// A story.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its number.
    pub id: i64,
    /// Its reports, by the numbers of their versions, ascending.
    pub reports: Vec<i64>,
}

/// A story that was merged into another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The number it had.
    pub story: i64,
    /// The story it is part of.
    pub to: i64,
}

/// Something decided by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// When (RFC 3339).
    pub at: String,
    /// `merge`, `split`, `pin` …
    pub kind: String,
    /// The story it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story: Option<i64>,
    /// The report it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<i64>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

/// How far a file or feed was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The file or feed.
    pub source: String,
    /// Where reading stands, in the words of whoever reads it.
    pub at: String,
}

/// The last line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// Lines between the first and this one.
    pub lines: u64,
}
