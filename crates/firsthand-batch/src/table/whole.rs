//! Are files there as they were written?

use super::Piece;
use super::draft::digest;
use crate::depot::{Bucket, Depot, Entry, Fault, Stream};
use anyhow::Result;
use std::fs::File;

/// Whether files are there as they were written. Files of a folder are read for it; an object carries its digest, and its store
/// answers for its bytes.
pub fn are_whole(root: &Depot, pieces: &[Piece]) -> Result<bool> {
    let same = |piece: &Piece, (sha256, bytes): (String, u64)| bytes == piece.bytes && sha256 == piece.sha256;
    let Depot::Bucket { bucket, .. } = root else {
        let read = |entry: Entry| match entry {
            Entry::File(path) => File::open(path).and_then(digest).ok(),
            Entry::Object { .. } => None,
        };
        return Ok(pieces.iter().all(|p| read(root.entry(&p.name)).is_some_and(|found| same(p, found))));
    };
    let bucket = Bucket::open(bucket)?;
    let keys: Vec<String> = pieces.iter().filter_map(|p| root.entry(&p.name).key()).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    for ((piece, key), facts) in pieces.iter().zip(&keys).zip(bucket.facts_of(&keys)?) {
        let facts = match facts {
            Err(Fault::Missing(_)) => return Ok(false),
            facts => facts?,
        };
        let found = match facts.sha256.clone() {
            Some(sha256) => (sha256, facts.bytes),
            // A store that keeps no such words: then all of it is read.
            None => digest(Stream::new(bucket.clone(), key, facts))?,
        };
        if !same(piece, found) {
            return Ok(false);
        }
    }
    Ok(true)
}
