//! The pages of the stories that get an account go where it is made, with those of earlier versions.

use crate::id::Id;
use crate::rows::{Asked, Filed, Link, Raw, Seat};
use crate::table;
use crate::work::Desk;
use anyhow::Result;
use std::collections::BTreeMap;

/// Sends the pages of one bucket.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let (bucket, buckets) = (desk.bucket()?, desk.settings().buckets);
    let asked: Vec<Asked> = desk.rows("stitch", "asked", bucket)?;
    desk.count("asked", asked.len());
    let story: BTreeMap<Id, Id> = asked.into_iter().map(|a| (a.id, a.story)).collect();
    let mut sheet = desk.sheet::<(Filed, Raw)>("filed")?;
    if !story.is_empty() {
        let links: Vec<Link> = desk.own("fold", "links", bucket)?;
        let wanted =
            links.iter().filter_map(|l| Some(((l.id, l.location.as_str()), (l, *story.get(&l.newest)?))));
        let wanted: BTreeMap<(Id, &str), (&Link, Id)> = wanted.collect();
        let mut sent = 0;
        for file in desk.files("extract", "pages")? {
            table::each_of(&file, Some(&[bucket]), |(seat, raw): (Seat, Raw)| {
                let found = wanted.get(&(seat.id, seat.location.as_str())).copied();
                let Some((link, story)) = found else { return Ok(()) };
                sent += usize::from(link.id == link.newest);
                let (newest, version) = (link.newest, link.version);
                let Seat { input, ordinal, location, crawled, .. } = seat;
                let filed = Filed { story, newest, version, input, ordinal, location, crawled };
                sheet.add(story.bucket(buckets), (filed, raw))
            })?;
        }
        desk.count("sent", sent);
    }
    desk.keep(sheet.close()?);
    Ok(())
}
