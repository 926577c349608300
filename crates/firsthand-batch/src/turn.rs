//! Whose turn it is to write. Tasks that are done elsewhere outlive the run that handed them out where that was killed, and what they
//! write then must not come between the files of the next.

use crate::depot::Depot;
use crate::table;
use anyhow::{Result, bail};
use serde::{Deserialize, Serialize};
use std::time::{SystemTime, UNIX_EPOCH};

/// The file that names the run whose turn it is. It is there only while a cluster works for a run.
const NAME: &str = "stages/TURN";

/// The turn of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    root: Depot,
    name: String,
}

impl Turn {
    /// Begins a turn, and so ends every other. The lock of the output must be held.
    pub(crate) fn begin(root: &Depot) -> Result<Turn> {
        let turn = Turn { root: root.clone(), name: token() };
        table::settle(root, NAME, turn.name.as_bytes())?;
        Ok(turn)
    }

    /// Ends every turn.
    pub(crate) fn end(root: &Depot) -> Result<()> {
        let entry = root.entry(NAME);
        if entry.read()?.is_some() { entry.remove() } else { Ok(()) }
    }

    /// Errors: another turn has begun, or this one has ended.
    pub(crate) fn check(&self) -> Result<()> {
        if self.root.entry(NAME).read()?.is_some_and(|name| name == self.name.as_bytes()) {
            return Ok(());
        }
        bail!("{}: the run this was done for has ended", self.root)
    }
}

/// What no other program has: its number and a moment, for two machines may give one number twice.
pub(crate) fn token() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
    format!("{}-{now:x}", std::process::id())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Lines, Sheet};
    use crate::tables::Notice;

    #[test]
    fn nothing_is_written_out_of_turn() {
        let dir = tempfile::tempdir().unwrap();
        let root = Depot::from(dir.path().join("out"));
        let first = Turn::begin(&root).unwrap();
        let sheet =
            || Sheet::<Notice>::new(&root, "notes.parquet", 1 << 10).unwrap().within(Some(first.clone()));
        let lines = || Lines::new(&root, "accounts/1.jsonl.gz").unwrap().within(Some(first.clone()));
        sheet().close().unwrap();
        lines().close().unwrap();
        std::fs::remove_file(dir.path().join("out/notes.parquet")).unwrap();

        // Begun in time, ended too late.
        let (late, slow) = (sheet(), lines());
        let second = Turn::begin(&root).unwrap();
        assert!(late.close().is_err() && slow.close().is_err());
        assert!(!dir.path().join("out/notes.parquet").exists());
        assert!(first.check().is_err() && second.check().is_ok());
        Turn::end(&root).unwrap();
        assert!(second.check().is_err());
        Turn::end(&root).unwrap();
    }
}
