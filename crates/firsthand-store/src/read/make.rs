//! Making the account of a story from its pages.

use super::Reader;
use crate::error::{Error, Kind};
use crate::page_row;
use firsthand_core::account::{Account, account};
use firsthand_core::story::{Join, Story};
use firsthand_core::version::Versions;
use firsthand_intake::Item;
use firsthand_text::language::{Annotated, Models};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// One report: its versions, oldest first, the newest last, as numbers of the archive.
struct Chain {
    first: i64,
    versions: Vec<i64>,
}

impl Reader {
    /// Reads all pages of a story again and compares them, as `firsthand read` does with files.
    pub(super) fn make(&self, story: i64) -> Result<Account, Error> {
        let chains = self.chains(story)?;
        let pages = self.pages(&chains)?;
        let models = Models::built_in();
        let read: Vec<Vec<Annotated>> = pages
            .into_par_iter()
            .map(|versions| {
                versions.iter().map(|item| firsthand_text::read_page(&item.page(), &models)).collect()
            })
            .collect();
        let mut versions = Versions::default();
        for chain in read {
            versions.add(chain);
        }
        let place: BTreeMap<i64, usize> = chains.iter().enumerate().map(|(n, c)| (c.first, n)).collect();
        let grouped = Story {
            reports: (0..chains.len()).collect(),
            joins: self.joins(story, &place, &versions.reports)?,
            related: None,
        };
        let number = usize::try_from(story).unwrap_or_default();
        let mut account = account(number, &grouped, &versions);
        for (report, chain) in account.reports.iter_mut().zip(&chains) {
            report.archived = chain.versions.last().copied();
            for (revision, id) in report.versions.iter_mut().zip(&chain.versions) {
                revision.archived = Some(*id);
            }
        }
        Ok(account)
    }

    /// The reports of a story by location, each with its versions.
    fn chains(&self, story: i64) -> Result<Vec<Chain>, Error> {
        let sql = "SELECT r.first, r.id FROM report r JOIN page p ON p.id = r.id
             JOIN report n ON n.first = r.first AND n.newest JOIN page np ON np.id = n.id
             WHERE r.story = ?1
             ORDER BY np.location, n.id, r.newest, coalesce(r.updated, r.published), p.crawled, r.id";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query([story])?;
        let mut out: Vec<Chain> = Vec::new();
        while let Some(row) = rows.next()? {
            let (first, id): (i64, i64) = (row.get(0)?, row.get(1)?);
            match out.last_mut().filter(|c| c.first == first) {
                Some(chain) => chain.versions.push(id),
                None => out.push(Chain { first, versions: vec![id] }),
            }
        }
        Ok(out)
    }

    fn pages(&self, chains: &[Chain]) -> Result<Vec<Vec<Item>>, Error> {
        let page = |&id: &i64| {
            let found = page_row::item(&self.connection, id)?;
            found.ok_or_else(|| {
                Error::new(
                    Kind::Damaged,
                    format!("r{id} has no page; `firsthand verify` lists what is damaged"),
                )
            })
        };
        chains.iter().map(|c| c.versions.iter().map(page).collect()).collect()
    }

    /// Why each report is in the story. What a report shares with one that came before it is found here.
    fn joins(
        &self,
        story: i64,
        place: &BTreeMap<i64, usize>,
        reports: &[Annotated],
    ) -> Result<Vec<Join>, Error> {
        let sql =
            "SELECT j.report, j.nearest, j.score, j.shares FROM joined j JOIN report r ON r.id = j.report
             WHERE r.story = ?1 ORDER BY j.report";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query([story])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let (report, nearest): (i64, i64) = (row.get(0)?, row.get(1)?);
            let shares: String = row.get(3)?;
            // A report that was moved by hand is nearest to one that is elsewhere now.
            let (Some(&report), Some(&nearest)) = (place.get(&report), place.get(&nearest)) else { continue };
            let mut shares: Vec<String> = serde_json::from_str(&shares)?;
            if let (true, Some(one), Some(other)) =
                (shares.is_empty(), reports.get(report), reports.get(nearest))
            {
                shares = firsthand_core::story::shares(&one.report, &other.report);
            }
            out.push(Join { report, nearest, score: row.get(2)?, shares });
        }
        Ok(out)
    }
}
