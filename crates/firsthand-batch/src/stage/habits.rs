//! What each outlet prints under everything.

use crate::rows::{Habit, Paragraphs};
use crate::work::Desk;
use anyhow::Result;
use firsthand_core::story::copy::apart;

/// Looks at the outlets of one bucket.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let (bucket, buckets) = (desk.bucket()?, desk.settings().buckets);
    let mut rows: Vec<Paragraphs> = desk.rows("fold", "paragraphs", bucket)?;
    desk.count("printed", rows.len());
    rows.sort_by_key(|r| r.id);
    let page = |r: &Paragraphs| {
        r.numbers.iter().zip(&r.words).map(|(number, words)| (*number, *words as usize)).collect()
    };
    let flags = apart::boilerplate(rows.iter().map(page).collect());
    let mut sheet = desk.sheet::<Habit>("habits")?;
    for (row, flags) in rows.iter().zip(flags).filter(|(_, flags)| flags.contains(&true)) {
        let habit = Habit { id: row.id, flags: flags.into_iter().map(u8::from).collect() };
        sheet.add(row.id.bucket(buckets), habit)?;
    }
    desk.keep(sheet.close()?);
    Ok(())
}
