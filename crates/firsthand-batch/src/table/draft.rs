//! A file while it is written: not under its own name before it is whole.

use super::Piece;
use crate::depot::{Bucket, Depot, Entry, cannot, scratch};
use crate::turn::{Turn, token};
use anyhow::{Result, anyhow};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A file under its temporary name; for a store a file without any name in the scratch folder, which goes with this program.
#[derive(Debug)]
pub(super) struct Draft {
    entry: Entry,
    name: String,
    /// Its temporary name, until it has its own.
    path: Option<PathBuf>,
    file: BufWriter<File>,
    hash: Sha256,
    bytes: u64,
    /// Without it the file does not get its name.
    pub(super) turn: Option<Turn>,
}

impl Draft {
    pub(super) fn new(root: &Depot, name: &str) -> Result<Draft> {
        let entry = root.entry(name);
        let (path, file) = match &entry {
            Entry::File(whole) => named(whole)?,
            Entry::Object { .. } => {
                let folder = scratch();
                let file = tempfile::tempfile().map_err(|error| anyhow!(cannot(folder.display(), &error)))?;
                (None, file)
            }
        };
        let file = BufWriter::with_capacity(1 << 18, file);
        Ok(Draft { entry, name: name.to_owned(), path, file, hash: Sha256::new(), bytes: 0, turn: None })
    }

    /// Where it goes.
    pub(super) fn entry(&self) -> &Entry {
        &self.entry
    }

    /// What went wrong where it is written now.
    fn failed(&self, error: &io::Error) -> String {
        match &self.entry {
            Entry::File(whole) => cannot(whole.display(), error),
            entry => cannot(format!("{} (--scratch, on the way to {entry})", scratch().display()), error),
        }
    }

    /// Puts the file where it belongs.
    pub(super) fn settle(mut self, rows: u64) -> Result<Piece> {
        // What was held back is written, or its error is told.
        self.flush()?;
        if let Some(turn) = &self.turn {
            turn.check()?;
        }
        let sha256 = hexadecimal(&self.hash.clone().finalize());
        match &self.entry {
            Entry::File(whole) => {
                let placed = self.file.get_ref().sync_data();
                let placed =
                    placed.and_then(|()| self.path.as_ref().map_or(Ok(()), |path| fs::rename(path, whole)));
                placed.map_err(|error| anyhow!(cannot(whole.display(), &error)))?;
                self.path = None;
            }
            Entry::Object { bucket, key } => {
                Bucket::open(bucket)?.put(key, self.file.get_ref(), self.bytes, &sha256)?;
            }
        }
        Ok(Piece { name: self.name.clone(), rows, bytes: self.bytes, sha256 })
    }
}

/// What tells the temporary files of this program from those of others.
pub(super) fn own() -> &'static str {
    static OWN: OnceLock<String> = OnceLock::new();
    OWN.get_or_init(token)
}

/// A new file beside the one it is to be.
fn named(whole: &Path) -> Result<(Option<PathBuf>, File)> {
    let folder = whole.parent().unwrap_or(whole);
    fs::create_dir_all(folder).map_err(|error| anyhow!(cannot(folder.display(), &error)))?;
    let last = whole.file_name().unwrap_or_default().to_string_lossy();
    let path = folder.join(format!(".{last}.{}.tmp", own()));
    let file = File::create(&path).map_err(|error| anyhow!(cannot(path.display(), &error)))?;
    Ok((Some(path), file))
}

impl Write for Draft {
    // Errors name the file and say what to do: what is between here and the task has no more to add.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes);
        let written = written.map_err(|error| io::Error::new(error.kind(), self.failed(&error)))?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        self.bytes += written as u64;
        crate::progress::METER.wrote(written as u64);
        Ok(written)
    }
    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.file.flush();
        flushed.map_err(|error| io::Error::new(error.kind(), self.failed(&error)))
    }
}

impl Drop for Draft {
    /// Half a file only takes room, and where a disk is full there is none.
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            let _ = fs::remove_file(path);
        }
    }
}

/// Writes bytes as a file at once: a temporary name, then its own.
pub fn settle(root: &Depot, name: &str, bytes: &[u8]) -> Result<Piece> {
    let mut draft = Draft::new(root, name)?;
    draft.write_all(bytes)?;
    draft.settle(0)
}

/// SHA-256 and length of what is read.
pub(crate) fn digest(mut from: impl Read) -> io::Result<(String, u64)> {
    let (mut hash, mut bytes) = (Sha256::new(), 0);
    let mut room = vec![0; 1 << 18];
    loop {
        let read = from.read(&mut room)?;
        if read == 0 {
            return Ok((hexadecimal(&hash.finalize()), bytes));
        }
        hash.update(room.get(..read).unwrap_or_default());
        bytes += read as u64;
    }
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        text.push_str(&format!("{byte:02x}"));
        text
    })
}
