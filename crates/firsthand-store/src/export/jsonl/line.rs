//! The kinds of lines.

use super::Given;
use crate::export::Decision;
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
    /// A story, or what is left of one that was merged.
    Story(Told),
    /// Something decided by hand.
    Decision(Decision),
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
    /// Whether it is the newest version.
    pub newest: bool,
    /// The story it is in.
    pub story: i64,
    /// The story it was pinned to by hand (first versions only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned: Option<i64>,
    /// Why it joined its story (first versions only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<Joined>,
    /// When it came into the archive (RFC 3339).
    pub added: String,
    /// SHA-256 of the page's bytes: `sha256:…`.
    pub digest: String,
    /// The page and what was given with it.
    #[serde(flatten)]
    pub given: Given,
}

/// Why a report joined its story.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Joined {
    /// The report it is nearest to.
    pub nearest: i64,
    /// How near, 0 to 1.
    pub score: f64,
    /// What they share, in words.
    pub shares: Vec<String>,
}

/// A story.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub headline: String,
    /// When it last changed (RFC 3339).
    pub changed: String,
    /// The story it is part of now, where it was merged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<i64>,
    /// Its reports, by the numbers of their first versions, ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<i64>,
    /// Stories of a higher number that belong to it and are not one with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Akin>,
}

/// A story that belongs to another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Akin {
    /// Its number.
    pub story: i64,
    /// Why, in words.
    pub reason: String,
}

/// How far a file or feed was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The file or feed.
    pub source: String,
    /// Where reading stands, in the words of whoever reads it.
    pub value: String,
    /// When that was (RFC 3339).
    pub at: String,
}

/// The last line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// Lines between the first and this one.
    pub lines: u64,
}
