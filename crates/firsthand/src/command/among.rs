//! Is one of the files that were given an archive?

use crate::args::meant::Place;
use std::io::Read;
use std::path::PathBuf;

/// The first bytes of every SQLite file.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// The first of these that is a file of SQLite: an archive, since nothing else of SQLite holds reports.
pub(super) fn archive(inputs: &[Place]) -> Option<PathBuf> {
    let is_archive = |path: &&PathBuf| {
        // A pipe is asked nothing: its first bytes would be gone.
        if !path.metadata().is_ok_and(|m| m.is_file()) {
            return false;
        }
        let mut head = Vec::new();
        let read = std::fs::File::open(path).and_then(|f| f.take(SQLITE.len() as u64).read_to_end(&mut head));
        read.is_ok() && head == SQLITE
    };
    let paths = inputs.iter().filter_map(|input| match input {
        Place::Path(path) => Some(path),
        Place::Standard => None,
    });
    paths.into_iter().find(is_archive).cloned()
}
