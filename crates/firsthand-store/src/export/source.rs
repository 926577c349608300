//! Where an export takes its stories from.

use super::{Error, id};
use crate::ReportRow;
use firsthand_core::account::{Account, Report};
use firsthand_intake::Item;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// An archive, as far as an export needs it.
pub trait Source {
    /// A story with its account; None where there is none of this number (it may have moved).
    fn dossier(&self, story: i64) -> Result<Option<Dossier>, Error>;
    /// The page of a report as it came: its bytes and all that was given with it.
    fn item(&self, report: i64) -> Result<Option<Item>, Error>;
    /// What was decided by hand, oldest first.
    fn decisions(&self) -> Result<Vec<Decision>, Error>;
}

/// One story as an archive holds it. Nothing else is in memory while it is written out.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// Its number: 12 of s12.
    pub id: i64,
    /// What is said of it.
    pub account: Arc<Account>,
    /// For each report of the account its versions, oldest first. The last is the one the account speaks of.
    pub copies: Vec<Vec<ReportRow>>,
}

/// One thing decided by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its number, in the order in which decisions were made.
    pub id: i64,
    /// When (RFC 3339).
    pub at: String,
    /// `merge`, `split`, `pin` …
    pub kind: String,
    /// What was decided, in words.
    pub detail: String,
    /// Where the reports were before.
    pub before: Vec<Before>,
    /// When it was taken back, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<String>,
}

/// Where a report was before a decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// The number of its first version.
    pub report: i64,
    /// Its story.
    pub story: i64,
    /// The story it was pinned to.
    pub pin: Option<i64>,
}

/// A report of a story with the version the account speaks of.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    /// As the account has it.
    pub report: &'a Report,
    /// As the archive has it.
    pub copy: &'a ReportRow,
    /// Its earlier versions, oldest first.
    pub earlier: &'a [ReportRow],
}

impl Dossier {
    /// A story of files, which no archive holds. What stands for the digest of a page is that of the text as it was read.
    pub fn of_files(account: Arc<Account>) -> Dossier {
        let copies: Vec<Vec<ReportRow>> = account.reports.iter().map(|report| vec![copy(report)]).collect();
        let id = account.story.id.trim_start_matches('s').parse().unwrap_or_default();
        Dossier { id, account, copies }
    }
    /// The reports, in the order of the account. One without a copy is left out: it cannot be cited.
    pub fn places(&self) -> impl Iterator<Item = Place<'_>> {
        self.account.reports.iter().zip(&self.copies).filter_map(|(report, copies)| {
            let (copy, earlier) = copies.split_last()?;
            Some(Place { report, copy, earlier })
        })
    }
    /// The report with this id of the account (`r1`).
    pub fn place(&self, id: &str) -> Option<Place<'_>> {
        self.places().find(|p| p.report.id == id)
    }
    /// The name of a report's outlet or of an origin; the id where there is none.
    pub fn name(&self, id: &str) -> String {
        let report = self.account.reports.iter().find(|r| r.id == id);
        let origin = self.account.origins.iter().find(|o| o.id == id).map(|o| o.name.clone());
        origin.or_else(|| report.and_then(|r| r.outlet.clone())).unwrap_or_else(|| id.to_owned())
    }
}

/// A report of a file as an archive would hold it, as far as its account tells.
fn copy(report: &Report) -> ReportRow {
    let text = format!("{}\n\n{}", report.title.as_deref().unwrap_or_default(), report.body);
    let number = report.id.trim_start_matches('r').parse().unwrap_or_default();
    ReportRow {
        id: number,
        first: number,
        newest: true,
        location: report.location.clone(),
        url: report.url.clone(),
        outlet: report.outlet.clone(),
        title: report.title.clone(),
        published: report.published.value.clone(),
        updated: report.updated.as_ref().and_then(|u| u.value.clone()),
        digest: format!("text-{}", id::digest(text.as_bytes())),
        ..ReportRow::default()
    }
}

/// Reads a story, or says that there is none.
pub(super) fn dossier(source: &dyn Source, story: i64) -> Result<Dossier, Error> {
    let missing = || Error::Asked(format!("s{story}: no story of this number in the archive"));
    source.dossier(story)?.ok_or_else(missing)
}
