//! The fingerprints of each report.

use super::flags;
use crate::id::bucket_of_number;
use crate::rows::{Print, Prose};
use crate::work::Desk;
use anyhow::Result;
use firsthand_core::story::copy::apart::{Table, Text};

/// Reads the reports of one bucket.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let (bucket, buckets) = (desk.bucket()?, desk.settings().buckets);
    let flags = flags::of(desk, bucket)?;
    let mut sheet = desk.sheet::<Print>("prints")?;
    let mut table = Table::default();
    for prose in desk.own::<Prose>("fold", "texts", bucket)? {
        desk.count("reports", 1);
        let text = Text::of(&prose.annotated(), &flags::bools(flags.get(&prose.id)), &mut table);
        for &print in text.prints() {
            desk.count("prints", 1);
            sheet
                .add(bucket_of_number(print, buckets), Print { print, id: prose.id, whole: text.whole() })?;
        }
    }
    desk.keep(sheet.close()?);
    Ok(())
}
