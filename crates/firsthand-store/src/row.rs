//! What is read from an archive.

use firsthand_core::account::Measure;
use schemars::JsonSchema;
use serde::Serialize;

/// Which stories are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of which a report names this.
    pub about: Option<String>,
    /// Of which a report is by this outlet.
    pub outlet: Option<String>,
    /// With a report of this day or later (`2024-04-23`; a month or a year will do).
    pub since: Option<String>,
    /// With a report of this day or earlier.
    pub until: Option<String>,
    /// With at least so many reports.
    pub least: usize,
    /// In whose kept account something is disputed.
    pub disputed: bool,
}

/// Which part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paging {
    /// What follows this cursor, as [`Listing::next`] gave it; None for the start.
    pub after: Option<String>,
    /// At most so many.
    pub most: usize,
}

impl Default for Paging {
    fn default() -> Paging {
        Paging { after: None, most: 20 }
    }
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Listing<T> {
    /// In order.
    pub items: Vec<T>,
    /// The cursor of what follows; None at the end.
    pub next: Option<String>,
}

/// A story in a list.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StoryLine {
    /// Its number.
    pub id: i64,
    /// Title of its first report, or of the most central one where an account is kept.
    pub headline: String,
    /// How many reports.
    pub reports: usize,
    /// Their outlets, by name, no one twice.
    pub outlets: Vec<String>,
    /// First day of publication.
    pub first: Option<String>,
    /// Last day of publication.
    pub last: Option<String>,
    /// When it last changed (RFC 3339).
    pub changed: String,
    /// The revision in which it last changed.
    pub version: i64,
    /// What its account says, where one is kept that is still true.
    pub kept: Option<Kept>,
    /// Stories that belong to it and are not one with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Kin>,
}

/// A story that belongs to another and is not one with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Kin {
    /// Its number.
    pub story: i64,
    /// What it is called.
    pub headline: String,
    /// Why it belongs there, in words.
    pub reason: String,
}

/// The short of a kept account.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Kept {
    /// Origins behind its statements.
    pub origins: usize,
    /// Whether that count is measured.
    pub measure: Measure,
    /// Disputed points.
    pub disputed: usize,
    /// What was found, in one sentence.
    pub finding: String,
}

/// Why a report is in its story.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Reason {
    /// The first version of the report.
    pub report: i64,
    /// The report it is nearest to; None for the one the story began with, and where a person decided.
    pub nearest: Option<i64>,
    /// How near, 0 to 1.
    pub score: Option<f64>,
    /// What the two share, in words: names, words, days.
    pub shares: Vec<String>,
    /// Whether a person put it there.
    pub by_hand: bool,
}

/// Where a story is.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// Under its number.
    Here(Box<StoryLine>),
    /// It was merged into this one.
    Moved(i64),
}

/// One version of a report.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct ReportRow {
    /// Its number.
    pub id: i64,
    /// Its story.
    pub story: i64,
    /// The number of its first version.
    pub first: i64,
    /// Whether it is the newest version.
    pub newest: bool,
    /// The name under which its page was given.
    pub location: String,
    /// Canonical address.
    pub url: Option<String>,
    /// Host of the address.
    pub host: Option<String>,
    /// Outlet.
    pub outlet: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Body.
    pub body: String,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Agencies and media it names as where it comes from.
    pub credits: Vec<String>,
    /// When it was published (EDTF).
    pub published: Option<String>,
    /// How that is known.
    pub how: Option<String>,
    /// When it was last changed (EDTF).
    pub updated: Option<String>,
    /// When its page was fetched, as given.
    pub crawled: Option<String>,
    /// When it came into the archive (RFC 3339).
    pub added: String,
    /// Language.
    pub language: Option<String>,
    /// `sha256:` and the digest of the page's bytes.
    pub digest: String,
    /// What could not be done.
    pub notes: Vec<String>,
    /// The version of firsthand that read it.
    pub made: String,
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// Words that must all be there; `"…"` for words in a row. Empty: every report.
    pub words: String,
    /// Whether one of the words is enough.
    pub any: bool,
    /// Reports that name this.
    pub about: Option<String>,
    /// Reports by this outlet.
    pub outlet: Option<String>,
    /// Of this day or later.
    pub since: Option<String>,
    /// Of this day or earlier.
    pub until: Option<String>,
    /// Best first instead of newest first.
    pub ranked: bool,
}

/// One report found.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Hit {
    /// The report, without its body.
    pub report: ReportRow,
    /// A piece of its text around the words.
    pub pieces: Vec<Piece>,
}

/// A part of a snippet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// Whether it is one of the words looked for.
    pub hit: bool,
}

/// One thing that happened to the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Change {
    /// Its number: grows.
    pub id: i64,
    /// When (RFC 3339).
    pub at: String,
    /// `report-new`, `report-changed`, `story-merged`, `story-split`, `pinned`, `undone`, `rebuilt`.
    pub kind: String,
    /// The report.
    pub report: Option<i64>,
    /// The story.
    pub story: Option<i64>,
    /// The rest in words.
    pub detail: String,
}

/// How much there is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counts {
    /// Reports, each counted once whatever its versions.
    pub reports: u64,
    /// Pages: versions of reports.
    pub pages: u64,
    /// Stories.
    pub stories: u64,
    /// Outlets.
    pub outlets: u64,
}

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Decision {
    /// Its number.
    pub id: i64,
    /// When (RFC 3339).
    pub at: String,
    /// `merge`, `split` or `pin`.
    pub kind: String,
    /// In words.
    pub detail: String,
    /// When it was taken back.
    pub undone: Option<String>,
}
