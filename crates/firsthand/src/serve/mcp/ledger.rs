//! An account with its ids looked up: from `r1` of the account to `r345` of the archive, from passages to quotations.

use super::super::problem::Problem;
use super::super::public;
use super::super::story::{Found, story};
use super::shape::{OriginTold, Part, Quotation, Span};
use firsthand_core::account::{Account, Origin, Passage, Report, Statement};
use firsthand_store::Reader;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An account, and its parts by id.
pub(super) struct Ledger {
    pub(super) account: Arc<Account>,
    reports: BTreeMap<String, usize>,
    statements: BTreeMap<String, usize>,
    origins: BTreeMap<String, usize>,
}

impl Ledger {
    /// The account of a story; where the story was merged into another, of that.
    pub(super) fn of_story(reader: &Reader, id: &str) -> Result<Ledger, Problem> {
        let number = match story(reader, id.trim())? {
            Found::Here(line) => line.id,
            Found::Moved(to) => to,
        };
        let account = reader.account(number)?;
        Ok(Ledger::of(account.ok_or_else(|| Problem::missing("this story has no reports any more"))?))
    }

    /// Looks everything up once.
    pub(super) fn of(account: Arc<Account>) -> Ledger {
        let index =
            |ids: Vec<&String>| ids.into_iter().cloned().enumerate().map(|(at, id)| (id, at)).collect();
        Ledger {
            reports: index(account.reports.iter().map(|r| &r.id).collect()),
            statements: index(account.statements.iter().map(|t| &t.id).collect()),
            origins: index(account.origins.iter().map(|o| &o.id).collect()),
            account,
        }
    }
    pub(super) fn report(&self, id: &str) -> Option<&Report> {
        self.reports.get(id).map(|&at| &self.account.reports[at])
    }
    pub(super) fn statement(&self, id: &str) -> Option<&Statement> {
        self.statements.get(id).map(|&at| &self.account.statements[at])
    }
    pub(super) fn origin(&self, id: &str) -> Option<&Origin> {
        self.origins.get(id).map(|&at| &self.account.origins[at])
    }
    /// The id in the archive: `r345` for `r1`.
    pub(super) fn archived(&self, id: &str) -> String {
        self.report(id).and_then(public::number).unwrap_or_else(|| id.to_owned())
    }
    /// The id in the account: `r1` for `r345`.
    pub(super) fn within(&self, archived: &str) -> Option<&str> {
        let found = self.account.reports.iter().find(|r| public::number(r).as_deref() == Some(archived));
        found.map(|r| r.id.as_str())
    }
    /// Ids of the archive for ids of the account.
    pub(super) fn all_archived(&self, ids: &[String]) -> Vec<String> {
        ids.iter().map(|id| self.archived(id)).collect()
    }
    /// The name of an origin, or the id of a report, for people.
    pub(super) fn name(&self, id: &str) -> String {
        self.origin(id).map_or_else(|| self.archived(id), |origin| origin.name.clone())
    }
    /// A passage as a quotation; `report` where the passage does not say.
    pub(super) fn quotation(&self, passage: &Passage, report: &str) -> Quotation {
        let id = passage.report.as_deref().unwrap_or(report);
        let found = self.report(id);
        Quotation {
            sentence: passage.text.clone(),
            span: Span {
                report: self.archived(id),
                part: if passage.part.as_deref() == Some("title") { Part::Title } else { Part::Body },
                start: passage.start,
                end: passage.end,
                bytes: passage.bytes,
            },
            outlet: found.and_then(|r| r.outlet.clone()),
            published: found.and_then(|r| r.published.value.clone()),
        }
    }
    /// The sentence of a statement.
    pub(super) fn sentence(&self, statement: &Statement) -> Quotation {
        self.quotation(&statement.passage, &statement.report)
    }
    /// All origins.
    pub(super) fn origins(&self) -> Vec<OriginTold> {
        let told = |origin: &Origin| OriginTold {
            id: origin.id.clone(),
            name: origin.name.clone(),
            kind: origin.kind.clone(),
            collected: origin.collected,
        };
        self.account.origins.iter().map(told).collect()
    }
}
