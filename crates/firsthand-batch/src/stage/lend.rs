//! Reports go where they are compared.

use super::flags;
use crate::id::Id;
use crate::rows::{Flags, Prose, Wanted};
use crate::work::Desk;
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};

/// Lends the reports of one bucket.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let bucket = desk.bucket()?;
    let mut wanted: BTreeMap<Id, BTreeSet<u32>> = BTreeMap::new();
    for row in desk.rows::<Wanted>("tally", "wanted", bucket)? {
        wanted.entry(row.id).or_default().insert(row.to);
    }
    let flags = flags::of(desk, bucket)?;
    let mut sheet = desk.sheet::<(Prose, Flags)>("lent")?;
    if !wanted.is_empty() {
        for prose in desk.own::<Prose>("fold", "texts", bucket)? {
            for &to in wanted.get(&prose.id).into_iter().flatten() {
                let flags = flags.get(&prose.id).cloned().unwrap_or_default();
                desk.count("lent", 1);
                sheet.add(to, (prose.clone(), Flags { flags }))?;
            }
        }
    }
    desk.keep(sheet.close()?);
    Ok(())
}
