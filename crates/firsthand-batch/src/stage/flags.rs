//! Which paragraphs of the reports of a bucket are boilerplate.

use crate::id::Id;
use crate::rows::Habit;
use crate::work::Desk;
use anyhow::Result;
use std::collections::BTreeMap;

/// Flags by report; none for one without any.
pub(super) fn of(desk: &Desk<'_>, bucket: u32) -> Result<BTreeMap<Id, Vec<u8>>> {
    let rows: Vec<Habit> = desk.rows("habits", "habits", bucket)?;
    Ok(rows.into_iter().map(|r| (r.id, r.flags)).collect())
}

/// As the comparison takes them.
pub(super) fn bools(flags: Option<&Vec<u8>>) -> Vec<bool> {
    flags.into_iter().flatten().map(|flag| *flag != 0).collect()
}
