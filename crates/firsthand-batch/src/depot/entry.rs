//! One file, or one object.

use super::bucket::Bucket;
use super::fault::Fault;
use super::{SCHEME, stored};
use anyhow::{Context, Result};
use std::fmt::{self, Display};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A file of a depot, or an input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// A file of this machine.
    File(PathBuf),
    /// An object of a bucket.
    Object {
        /// The bucket.
        bucket: String,
        /// Its name there.
        key: String,
    },
}

impl Entry {
    /// The file or object of this name.
    pub fn of(name: &str) -> Result<Entry> {
        Ok(match stored(name)? {
            Some((bucket, key)) => Entry::Object { bucket: bucket.to_owned(), key: key.to_owned() },
            None => Entry::File(name.into()),
        })
    }

    /// Its name in its bucket; None for a file.
    pub(crate) fn key(self) -> Option<String> {
        match self {
            Entry::File(_) => None,
            Entry::Object { key, .. } => Some(key),
        }
    }

    /// Its bytes; None where it is not there.
    pub(crate) fn read(&self) -> Result<Option<Vec<u8>>> {
        match self {
            Entry::File(path) => match fs::read(path) {
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                bytes => bytes.map(Some).with_context(|| format!("{self}: cannot be read")),
            },
            Entry::Object { bucket, key } => match Bucket::open(bucket)?.get(key) {
                Err(Fault::Missing(_)) => Ok(None),
                bytes => Ok(bytes.map(|b| Some(b.to_vec()))?),
            },
        }
    }

    /// Takes it away.
    pub(crate) fn remove(&self) -> Result<()> {
        match self {
            Entry::File(path) => fs::remove_file(path).with_context(|| format!("{self}: cannot be removed")),
            Entry::Object { bucket, key } => Ok(Bucket::open(bucket)?.remove(key)?),
        }
    }
}

impl From<&Path> for Entry {
    fn from(path: &Path) -> Entry {
        Entry::File(path.to_owned())
    }
}

impl Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Entry::File(path) => write!(f, "{}", path.display()),
            Entry::Object { bucket, key } => write!(f, "{SCHEME}{bucket}/{key}"),
        }
    }
}
