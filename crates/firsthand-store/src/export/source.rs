//! Where an export takes its stories from.

use super::Error;
use firsthand_core::account::{Account, Report};
use firsthand_intake::Item;
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
    pub copies: Vec<Vec<Copy>>,
}

/// One version of a report in an archive: one payload under one address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copy {
    /// Its number: 345 of r345.
    pub id: i64,
    /// The number of the report's first version.
    pub first: i64,
    /// The name under which its page was given.
    pub location: String,
    /// Canonical address.
    pub url: Option<String>,
    /// When its page was fetched, as given.
    pub crawled: Option<String>,
    /// When it came into the archive (RFC 3339).
    pub added: String,
    /// Digest of the page's bytes: `sha256:…`.
    pub digest: String,
    /// Title.
    pub title: Option<String>,
    /// Name of the outlet.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it says it was published (EDTF).
    pub published: Option<String>,
    /// How that is known: `printed`, `markup` …
    pub how: Option<String>,
    /// When it says it was last changed (EDTF).
    pub updated: Option<String>,
    /// Primary language (ISO 639-1).
    pub language: Option<String>,
}

/// One thing decided by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    /// Its number, in the order in which decisions were made.
    pub id: i64,
    /// When (RFC 3339).
    pub at: String,
    /// `merge`, `split`, `pin` …
    pub kind: String,
    /// The story it is about.
    pub story: Option<i64>,
    /// The report it is about.
    pub report: Option<i64>,
    /// What was decided, in words.
    pub detail: String,
}

/// A report of a story with the version the account speaks of.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    /// As the account has it.
    pub report: &'a Report,
    /// As the archive has it.
    pub copy: &'a Copy,
    /// Its earlier versions, oldest first.
    pub earlier: &'a [Copy],
}

impl Dossier {
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

/// Reads a story, or says that there is none.
pub(super) fn dossier(source: &dyn Source, story: i64) -> Result<Dossier, Error> {
    let missing = || Error::Asked(format!("s{story}: no story of this number in the archive"));
    source.dossier(story)?.ok_or_else(missing)
}
