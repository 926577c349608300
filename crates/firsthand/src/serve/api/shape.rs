//! What the API gives, as data. Times are RFC 3339, days EDTF; positions count Unicode scalar values.

use firsthand_core::account;
use serde::Serialize;
use utoipa::ToSchema;

/// A piece of the list of stories.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StoryList {
    /// The stories, the newest first.
    pub(super) items: Vec<Story>,
    /// What `after` must be for the next piece; null at the end.
    pub(super) next: Option<String>,
}

/// A story in short.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Story {
    /// `s12`.
    #[schema(pattern = "^s[1-9][0-9]*$")]
    pub(super) id: String,
    /// Title of its most central report.
    pub(super) headline: String,
    /// How many reports, each in its newest version.
    pub(super) reports: usize,
    /// Their outlets.
    pub(super) outlets: Vec<String>,
    /// Earliest day of publication (EDTF).
    pub(super) first_published: Option<String>,
    /// Latest day of publication (EDTF).
    pub(super) last_published: Option<String>,
    /// When it changed last (RFC 3339).
    pub(super) changed: String,
    /// What its account says in short; null where it has not been made yet: ask for the account.
    pub(super) account: Option<Short>,
    /// Stories that belong to it and are not one with it.
    pub(super) related: Vec<Kin>,
}

/// A story that belongs to another and is not one with it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Kin {
    /// `s13`.
    #[schema(pattern = "^s[1-9][0-9]*$")]
    pub(super) id: String,
    /// What it is called.
    pub(super) headline: String,
    /// Why it belongs there, in words.
    pub(super) reason: String,
}

/// An account in short.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Short {
    /// What was found, in one sentence.
    pub(super) finding: String,
    /// How many origins stand behind its statements.
    pub(super) origins: usize,
    /// Whether that is measured.
    pub(super) measure: State,
    /// How many points are disputed.
    pub(super) disputed: usize,
}

/// How far a count is measured.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum State {
    /// All reports could be read for it.
    Measured,
    /// Some reports could not.
    Partial,
    /// None could.
    Unmeasured,
}

/// A report.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Report {
    /// `r345`.
    #[schema(pattern = "^r[1-9][0-9]*$")]
    pub(super) id: String,
    /// The story it belongs to: `s12`.
    #[schema(pattern = "^s[1-9][0-9]*$")]
    pub(super) story: String,
    /// Its first version: `r340`.
    #[schema(pattern = "^r[1-9][0-9]*$")]
    pub(super) first_version: String,
    /// Whether it is the newest version.
    pub(super) newest: bool,
    /// The name under which its page was given; of a file the last component only.
    pub(super) location: String,
    /// Canonical address.
    pub(super) url: Option<String>,
    /// Name of the outlet.
    pub(super) outlet: Option<String>,
    /// Title.
    pub(super) title: Option<String>,
    /// Who wrote it.
    pub(super) byline: Option<String>,
    /// Agencies and media it names as where it comes from, outermost relay first.
    pub(super) credits: Vec<String>,
    /// Day of publication (EDTF): right, or null.
    pub(super) published: Option<String>,
    /// Where that stands: `printed`, `markup`, `feed`, `url` or `inferred`.
    pub(super) published_how: Option<String>,
    /// When it was last changed, where its page says so (EDTF).
    pub(super) updated: Option<String>,
    /// When its page was fetched.
    pub(super) crawled: Option<String>,
    /// When it came into the archive (RFC 3339).
    pub(super) added: String,
    /// Primary language (ISO 639-1).
    pub(super) language: Option<String>,
    /// Digest of the page's bytes.
    pub(super) digest: String,
    /// The body; null in lists.
    pub(super) body: Option<String>,
    /// What could not be done with it.
    pub(super) notes: Vec<String>,
}

/// Reports.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportList {
    /// The reports.
    pub(super) items: Vec<Report>,
}

/// A piece of what was found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HitList {
    /// Reports with the words.
    pub(super) items: Vec<Hit>,
    /// What `after` must be for the next piece; null at the end.
    pub(super) next: Option<String>,
}

/// A report with the words that were searched for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Hit {
    /// The report, without its body.
    pub(super) report: Report,
    /// Where the words stand: a snippet in pieces.
    pub(super) pieces: Vec<Piece>,
}

/// A piece of a snippet.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Piece {
    /// Its text.
    pub(super) text: String,
    /// Whether it is one of the words.
    pub(super) hit: bool,
}

/// Outlets with a report in the archive.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OutletList {
    /// The outlets, by name.
    pub(super) items: Vec<Outlet>,
}

/// An outlet.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Outlet {
    /// Its name.
    pub(super) name: String,
    /// Its reports in the archive.
    pub(super) reports: u64,
}

/// A piece of the log of what happened.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChangeList {
    /// Changes, the oldest first.
    pub(super) items: Vec<Change>,
    /// What `after` must be for later changes; null where there were none.
    pub(super) next: Option<i64>,
}

/// Something that happened.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Change {
    /// Its number in the log.
    pub(crate) id: i64,
    /// When (RFC 3339).
    pub(super) at: String,
    /// `report-new`, `report-changed`, `story-merged`, `story-split`, `pinned`, `undone`, `rebuilt`
    pub(crate) kind: String,
    /// The report: `r345`.
    pub(super) report: Option<String>,
    /// The story: `s12`.
    pub(super) story: Option<String>,
}

/// How much the archive holds.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Status {
    /// Version of the program.
    pub(super) version: &'static str,
    /// Grows with every change of the archive.
    pub(super) revision: u64,
    /// Reports; the versions of one page count once.
    pub(super) reports: u64,
    /// Pages whose bytes are kept or known by where they lie.
    pub(super) pages: u64,
    /// Stories.
    pub(super) stories: u64,
    /// Outlets.
    pub(super) outlets: u64,
}

/// Who has it from whom.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Lineage {
    /// The story: `s12`.
    pub(super) story: String,
    /// How many origins stand behind its statements.
    pub(super) origins_count: usize,
    /// How many there may be at most.
    pub(super) origins_possible: usize,
    /// Whether that is measured.
    pub(super) measure: State,
    /// Where statements enter the record.
    #[schema(value_type = Vec<super::document::OriginSchema>)]
    pub(super) origins: Vec<account::Origin>,
    /// Steps of derivation, with the passages that show them.
    #[schema(value_type = Vec<super::document::EdgeSchema>)]
    pub(super) edges: Vec<account::Edge>,
    /// Which report of the archive the ids `r1`, `r2` … of the steps mean.
    pub(super) reports: std::collections::BTreeMap<String, Option<String>>,
}
