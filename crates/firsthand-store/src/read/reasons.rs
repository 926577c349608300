//! Why is what one story in one story? From the log and the joins, as they were written down.

use super::Reader;
use crate::error::Error;
use crate::page_row;
use crate::row::Reason;
use firsthand_text::report;

impl Reader {
    /// Why each report of a story is in it, in the order in which they came. What a report shares with one that came in
    /// another transaction is found here, by reading both pages again.
    ///
    /// # Errors
    /// A page that can no longer be had; a file that cannot be read.
    pub fn reasons(&self, story: i64) -> Result<Vec<Reason>, Error> {
        let sql = "SELECT r.first, j.nearest, j.score, j.shares, p.story IS NOT NULL FROM report r
             LEFT JOIN joined j ON j.report = r.first LEFT JOIN pin p ON p.report = r.first
             WHERE r.story = ?1 AND r.newest ORDER BY r.first";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query([story])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let report: i64 = row.get(0)?;
            let by_hand: bool = row.get(4)?;
            // Where a person decided, it is no reason any more to whom it was near.
            let nearest = row.get::<_, Option<i64>>(1)?.filter(|_| !by_hand);
            let Some(nearest) = nearest else {
                out.push(Reason { report, nearest: None, score: None, shares: Vec::new(), by_hand });
                continue;
            };
            let mut shares: Vec<String> = serde_json::from_str(&row.get::<_, String>(3)?)?;
            if shares.is_empty() {
                shares = self.shares(report, nearest).map_err(|e| e.of(self.path()))?;
            }
            out.push(Reason { report, nearest: Some(nearest), score: row.get(2)?, shares, by_hand });
        }
        Ok(out)
    }

    /// How a story became what it is: which others were found to be part of it and which left it, each with the reason
    /// as the log has it (`s3 into s1: r9 is near to reports of both (0.41)`), oldest first.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn turns(&self, story: i64) -> Result<Vec<String>, Error> {
        let sql =
            "SELECT detail FROM change WHERE story = ?1 AND kind IN ('story-merged', 'story-split', 'pinned')
             ORDER BY id";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map([story], |r| r.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn shares(&self, one: i64, other: i64) -> Result<Vec<String>, Error> {
        let read =
            |id| page_row::item(&self.connection, id).map(|item| item.map(|i| report::report(&i.page())));
        Ok(match (read(one)?, read(other)?) {
            (Some(one), Some(other)) => firsthand_core::story::shares(&one, &other),
            _ => Vec::new(),
        })
    }
}
