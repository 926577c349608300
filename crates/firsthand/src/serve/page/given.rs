//! What the archive gives, until the archive itself can be asked.

use firsthand_core::account::Measure;

/// Which stories are wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Only those about this name.
    pub about: Option<String>,
    /// Only those with a report of this outlet.
    pub outlet: Option<String>,
    /// From this day on: `2024-04-23`.
    pub since: Option<String>,
    /// Up to this day.
    pub until: Option<String>,
    /// With at least so many reports.
    pub least: usize,
    /// Only those with a dispute.
    pub disputed: bool,
}

/// A page of a list.
#[derive(Debug, Clone)]
pub struct Listing<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Where the next one begins.
    pub next: Option<String>,
}

/// How much is in the archive.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Reports, versions not counted.
    pub reports: u64,
    /// Pages.
    pub pages: u64,
    /// Stories.
    pub stories: u64,
    /// Outlets.
    pub outlets: u64,
}

/// A story in a list.
#[derive(Debug, Clone)]
pub struct StoryLine {
    /// Its number.
    pub id: i64,
    /// Its headline.
    pub headline: String,
    /// How many reports it has.
    pub reports: usize,
    /// Their outlets.
    pub outlets: Vec<String>,
    /// First day of publication.
    pub first: Option<String>,
    /// Last day of publication.
    pub last: Option<String>,
    /// When it last changed.
    pub changed: String,
    /// What its account says, where one is kept.
    pub kept: Option<Kept>,
}

/// What an account says, in short.
#[derive(Debug, Clone)]
pub struct Kept {
    /// How many origins.
    pub origins: usize,
    /// How far that is measured.
    pub measure: Measure,
    /// How many disputes.
    pub disputed: usize,
    /// What was found, in one sentence.
    pub finding: String,
}

/// A report of the archive.
#[derive(Debug, Clone, Default)]
pub struct ReportRow {
    /// Its number.
    pub id: i64,
    /// The number of its story.
    pub story: i64,
    /// The number of its first version.
    pub first: i64,
    /// Whether it is the newest version.
    pub newest: bool,
    /// The name under which it was given.
    pub location: String,
    /// Its address.
    pub url: Option<String>,
    /// The host of its address.
    pub host: Option<String>,
    /// Its outlet.
    pub outlet: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its text.
    pub body: String,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Whom it credits.
    pub credits: Vec<String>,
    /// When it was published.
    pub published: Option<String>,
    /// How that is known.
    pub how: Option<String>,
    /// When it was last changed.
    pub updated: Option<String>,
    /// When it was fetched.
    pub crawled: Option<String>,
    /// When it came into the archive.
    pub added: String,
    /// Its language.
    pub language: Option<String>,
    /// Digest of the page's bytes.
    pub digest: String,
    /// What could not be done with it.
    pub notes: Vec<String>,
}

/// What is searched for.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// Words.
    pub words: String,
    /// Only reports about this name.
    pub about: Option<String>,
    /// Only reports of this outlet.
    pub outlet: Option<String>,
    /// From this day on.
    pub since: Option<String>,
    /// Up to this day.
    pub until: Option<String>,
    /// Best first instead of newest first.
    pub ranked: bool,
}

/// A report that was found.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The report, its text left out.
    pub report: ReportRow,
    /// A snippet of it.
    pub pieces: Vec<Piece>,
}

/// A piece of a snippet.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// Whether it is what was searched for.
    pub hit: bool,
}
