//! Accounts kept in memory, the least used first to go.

use super::Reader;
use crate::error::Error;
use crate::put::MADE;
use crate::{connect, log};
use firsthand_core::account::{Account, Measure, Status};
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeMap;
use std::sync::Arc;

/// So many accounts stay in memory; one of five reports has about 200 KB.
const KEPT: usize = 100;

/// Accounts by story.
#[derive(Debug, Default)]
pub(super) struct Accounts {
    of: BTreeMap<i64, Entry>,
    clock: u64,
}

#[derive(Debug)]
struct Entry {
    version: i64,
    used: u64,
    account: Arc<Account>,
}

impl Accounts {
    fn get(&mut self, story: i64, version: i64) -> Option<Arc<Account>> {
        self.clock += 1;
        let entry = self.of.get_mut(&story).filter(|e| e.version == version)?;
        entry.used = self.clock;
        Some(Arc::clone(&entry.account))
    }
    fn keep(&mut self, story: i64, version: i64, account: &Arc<Account>) {
        self.clock += 1;
        self.of.insert(story, Entry { version, used: self.clock, account: Arc::clone(account) });
        if self.of.len() > KEPT
            && let Some(oldest) = self.of.iter().min_by_key(|(_, e)| e.used).map(|(story, _)| *story)
        {
            self.of.remove(&oldest);
        }
    }
}

impl Reader {
    /// The account of a story: kept from before, or made now and kept until the story changes; linked to the watchlists, if
    /// there are any. None where there is no such story, or it was merged into another.
    ///
    /// # Errors
    /// A page that can no longer be had; a file that cannot be read.
    pub fn account(&self, story: i64) -> Result<Option<Arc<Account>>, Error> {
        let found = self.unlinked(story)?;
        if self.lists.is_empty() {
            return Ok(found);
        }
        Ok(found.map(|account| {
            let mut account = Arc::unwrap_or_clone(account);
            self.lists.link(&mut account);
            Arc::new(account)
        }))
    }

    fn unlinked(&self, story: i64) -> Result<Option<Arc<Account>>, Error> {
        let sql = "SELECT s.version, a.json FROM story s
             LEFT JOIN account a ON a.story = s.id AND a.version = s.version AND a.made = ?2
             WHERE s.id = ?1 AND s.reports > 0";
        let version: Option<i64> = self
            .connection
            .prepare_cached("SELECT version FROM story WHERE id = ?1 AND reports > 0")?
            .query_row([story], |r| r.get(0))
            .optional()?;
        let Some(version) = version else { return Ok(None) };
        if let Some(account) = self.memory(|m| m.get(story, version)).flatten() {
            return Ok(Some(account));
        }
        let stored: Option<(i64, Option<String>)> = self
            .connection
            .prepare_cached(sql)?
            .query_row(params![story, MADE], |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()?;
        let Some((version, json)) = stored else { return Ok(None) };
        let account = match json {
            Some(json) => Arc::new(serde_json::from_str(&json)?),
            None => {
                let account = Arc::new(self.make(story).map_err(|e| e.of(&self.path))?);
                self.keep(story, version, &account);
                account
            }
        };
        self.memory(|m| m.keep(story, version, &account));
        Ok(Some(account))
    }

    fn memory<T>(&self, work: impl FnOnce(&mut super::Accounts) -> T) -> Option<T> {
        // A thread that fell while it held the lock left nothing half done.
        self.accounts.lock().ok().map(|mut m| work(&mut m))
    }

    /// Keeps an account in the file where nobody else is writing; what is not kept is made again.
    fn keep(&self, story: i64, version: i64, account: &Account) {
        let _ = self.try_keep(story, version, account);
    }

    fn try_keep(&self, story: i64, version: i64, account: &Account) -> Result<(), Error> {
        let mut connection = connect::briefly(&self.path)?;
        let step = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let current: Option<i64> =
            step.query_row("SELECT version FROM story WHERE id = ?1", [story], |r| r.get(0)).optional()?;
        if current != Some(version) {
            return Ok(());
        }
        let measure = match account.story.measure {
            Measure::Measured => "measured",
            Measure::Partial => "partial",
            Measure::Unmeasured => "unmeasured",
        };
        let disputed = account.points.iter().filter(|p| p.status == Status::Disputed).count();
        step.execute(
            "INSERT OR REPLACE INTO account VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                story,
                version,
                MADE,
                account.story.origins as i64,
                measure,
                disputed as i64,
                account.story.finding,
                serde_json::to_string(account)?,
            ],
        )?;
        if !account.story.headline.is_empty() {
            step.execute(
                "UPDATE story SET headline = ?2 WHERE id = ?1",
                params![story, account.story.headline],
            )?;
        }
        log::set_revision(&step, log::revision(&step)? + 1)?;
        Ok(step.commit()?)
    }
}
