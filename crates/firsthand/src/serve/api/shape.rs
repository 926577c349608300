//! What the API gives, as data. Times are RFC 3339, days EDTF; positions count Unicode scalar values.

use super::super::public;
use firsthand_core::account::{self, Measure};
use firsthand_store as store;
use serde::Serialize;
use utoipa::ToSchema;

/// A piece of the list of stories.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StoryList {
    /// The stories, the newest first.
    items: Vec<Story>,
    /// What `after` must be for the next piece; null at the end.
    next: Option<String>,
}

/// A story in short.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Story {
    /// `s12`.
    #[schema(pattern = "^s[1-9][0-9]*$")]
    id: String,
    /// Title of its most central report.
    headline: String,
    /// How many reports, each in its newest version.
    reports: usize,
    /// Their outlets.
    outlets: Vec<String>,
    /// Earliest day of publication (EDTF).
    first_published: Option<String>,
    /// Latest day of publication (EDTF).
    last_published: Option<String>,
    /// When it changed last (RFC 3339).
    changed: String,
    /// What its account says in short; null where it has not been made yet: ask for the account.
    account: Option<Short>,
}

/// An account in short.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Short {
    /// What was found, in one sentence.
    finding: String,
    /// How many origins stand behind its statements.
    origins: usize,
    /// Whether that is measured.
    measure: State,
    /// How many points are disputed.
    disputed: usize,
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
    id: String,
    /// The story it belongs to: `s12`.
    #[schema(pattern = "^s[1-9][0-9]*$")]
    story: String,
    /// Its first version: `r340`.
    #[schema(pattern = "^r[1-9][0-9]*$")]
    first_version: String,
    /// Whether it is the newest version.
    newest: bool,
    /// The name under which its page was given; of a file the last component only.
    location: String,
    /// Canonical address.
    url: Option<String>,
    /// Name of the outlet.
    outlet: Option<String>,
    /// Title.
    title: Option<String>,
    /// Who wrote it.
    byline: Option<String>,
    /// Agencies and media it names as where it comes from, outermost relay first.
    credits: Vec<String>,
    /// Day of publication (EDTF): right, or null.
    published: Option<String>,
    /// Where that stands: `printed`, `markup`, `feed`, `url` or `inferred`.
    published_how: Option<String>,
    /// When it was last changed, where its page says so (EDTF).
    updated: Option<String>,
    /// When its page was fetched.
    crawled: Option<String>,
    /// When it came into the archive (RFC 3339).
    added: String,
    /// Primary language (ISO 639-1).
    language: Option<String>,
    /// Digest of the page's bytes.
    digest: String,
    /// The body; null in lists.
    body: Option<String>,
    /// What could not be done with it.
    notes: Vec<String>,
}

/// Reports.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportList {
    /// The reports.
    items: Vec<Report>,
}

/// A piece of what was found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HitList {
    /// Reports with the words.
    items: Vec<Hit>,
    /// What `after` must be for the next piece; null at the end.
    next: Option<String>,
}

/// A report with the words that were searched for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Hit {
    /// The report, without its body.
    report: Report,
    /// Where the words stand: a snippet in pieces.
    pieces: Vec<Piece>,
}

/// A piece of a snippet.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Piece {
    /// Its text.
    text: String,
    /// Whether it is one of the words.
    hit: bool,
}

/// Outlets with a report in the archive.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OutletList {
    /// The outlets, by name.
    items: Vec<Outlet>,
}

/// An outlet.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Outlet {
    /// Its name.
    name: String,
    /// Its reports in the archive.
    reports: u64,
}

/// A piece of the log of what happened.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChangeList {
    /// Changes, the oldest first.
    items: Vec<Change>,
    /// What `after` must be for later changes; null where there were none.
    next: Option<i64>,
}

/// Something that happened.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Change {
    /// Its number in the log.
    pub(crate) id: i64,
    /// When (RFC 3339).
    at: String,
    /// `report-new`, `report-changed`, `story-new`, `story-merged` ...
    pub(crate) kind: String,
    /// The report: `r345`.
    report: Option<String>,
    /// The story: `s12`.
    story: Option<String>,
}

/// How much the archive holds.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Status {
    /// Version of the program.
    pub(super) version: &'static str,
    /// Grows with every change of the archive.
    pub(super) revision: u64,
    /// Reports, with their versions.
    pub(super) reports: u64,
    /// Pages whose bytes are kept.
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

impl StoryList {
    pub(super) fn of(listing: &store::Listing<store::StoryLine>) -> StoryList {
        StoryList { items: listing.items.iter().map(Story::of).collect(), next: listing.next.clone() }
    }
}

impl Story {
    fn of(line: &store::StoryLine) -> Story {
        Story {
            id: format!("s{}", line.id),
            headline: line.headline.clone(),
            reports: line.reports,
            outlets: line.outlets.clone(),
            first_published: line.first.clone(),
            last_published: line.last.clone(),
            changed: line.changed.clone(),
            account: line.kept.as_ref().map(|kept| Short {
                finding: kept.finding.clone(),
                origins: kept.origins,
                measure: kept.measure.into(),
                disputed: kept.disputed,
            }),
        }
    }
}

impl From<Measure> for State {
    fn from(measure: Measure) -> State {
        match measure {
            Measure::Measured => State::Measured,
            Measure::Partial => State::Partial,
            Measure::Unmeasured => State::Unmeasured,
        }
    }
}

impl Report {
    /// A report; with its body where `whole`.
    pub(crate) fn of(row: &store::ReportRow, whole: bool) -> Report {
        Report {
            id: format!("r{}", row.id),
            story: format!("s{}", row.story),
            first_version: format!("r{}", row.first),
            newest: row.newest,
            location: public::location(&row.location),
            url: public::address(row.url.as_deref()),
            outlet: row.outlet.clone(),
            title: row.title.clone(),
            byline: row.byline.clone(),
            credits: row.credits.clone(),
            published: row.published.clone(),
            published_how: row.how.clone(),
            updated: row.updated.clone(),
            crawled: row.crawled.clone(),
            added: row.added.clone(),
            language: row.language.clone(),
            digest: row.digest.clone(),
            body: whole.then(|| row.body.clone()),
            notes: row.notes.clone(),
        }
    }
}

impl ReportList {
    pub(super) fn of(rows: &[store::ReportRow]) -> ReportList {
        ReportList { items: rows.iter().map(|row| Report::of(row, false)).collect() }
    }
}

impl HitList {
    pub(super) fn of(listing: &store::Listing<store::Hit>) -> HitList {
        HitList { items: listing.items.iter().map(Hit::of).collect(), next: listing.next.clone() }
    }
}

impl Hit {
    fn of(hit: &store::Hit) -> Hit {
        let piece = |piece: &store::Piece| Piece { text: piece.text.clone(), hit: piece.hit };
        Hit { report: Report::of(&hit.report, false), pieces: hit.pieces.iter().map(piece).collect() }
    }
}

impl OutletList {
    pub(super) fn of(outlets: Vec<(String, u64)>) -> OutletList {
        OutletList { items: outlets.into_iter().map(|(name, reports)| Outlet { name, reports }).collect() }
    }
}

impl ChangeList {
    pub(super) fn of(changes: &[store::Change]) -> ChangeList {
        ChangeList {
            items: changes.iter().map(Change::of).collect(),
            next: changes.last().map(|last| last.id),
        }
    }
}

impl Change {
    pub(crate) fn of(change: &store::Change) -> Change {
        Change {
            id: change.id,
            at: change.at.clone(),
            kind: change.kind.clone(),
            report: change.report.map(|id| format!("r{id}")),
            story: change.story.map(|id| format!("s{id}")),
        }
    }
}
