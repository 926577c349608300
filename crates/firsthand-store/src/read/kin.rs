//! Which stories belong to a story and are not one with it?

use super::Reader;
use crate::error::Error;
use crate::row::Kin;
use rusqlite::OptionalExtension;

/// The pairs of a story and of all that were merged into it.
const PAIRS: &str = "WITH RECURSIVE part(id) AS (
       SELECT ?1 UNION SELECT s.id FROM story s JOIN part ON s.merged_into = part.id)
     SELECT r.other AS kin, r.reason FROM part JOIN related r ON r.story = part.id
     UNION ALL SELECT r.story, r.reason FROM part JOIN related r ON r.other = part.id ORDER BY kin";

impl Reader {
    /// The stories that are linked to this one, each under the number it has now, in order of it.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn related(&self, story: i64) -> Result<Vec<Kin>, Error> {
        let mut query = self.connection.prepare_cached(PAIRS)?;
        let mut rows = query.query([story])?;
        let mut out: Vec<Kin> = Vec::new();
        while let Some(row) = rows.next()? {
            let kin = self.resting_place(row.get(0)?)?;
            if kin == story || out.iter().any(|k| k.story == kin) {
                continue;
            }
            let sql = "SELECT headline FROM story WHERE id = ?1 AND reports > 0";
            let headline = self.connection.prepare_cached(sql)?.query_row([kin], |r| r.get(0)).optional()?;
            let Some(headline) = headline else { continue };
            out.push(Kin { story: kin, headline, reason: row.get(1)? });
        }
        out.sort_by_key(|k| k.story);
        Ok(out)
    }
}
