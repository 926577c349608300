//! From the rows of the archive to what the API gives.

use super::super::public;
use super::shape::{
    Change, ChangeList, Hit, HitList, Kin, Outlet, OutletList, Piece, Report, ReportList, Short, State,
    Story, StoryList,
};
use firsthand_core::account::Measure;
use firsthand_store as store;

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
            related: line.related.iter().map(Kin::of).collect(),
        }
    }
}

impl Kin {
    fn of(kin: &store::Kin) -> Kin {
        Kin { id: format!("s{}", kin.story), headline: kin.headline.clone(), reason: kin.reason.clone() }
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
