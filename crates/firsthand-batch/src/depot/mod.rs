//! Where files are: in folders of this machine, or in buckets of an object store that speaks S3.

mod bucket;
mod client;
mod entry;
mod fault;
mod stream;
mod upload;

pub(crate) use bucket::Bucket;
pub(crate) use client::blocking;
pub use entry::Entry;
pub(crate) use fault::{Fault, cannot};
pub(crate) use stream::Stream;

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt::{self, Display};
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::str::FromStr;

/// What names of objects begin with.
const SCHEME: &str = "s3://";

/// Where the files of a run are. Written and sent as a string: `out`, `s3://bucket/prefix`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Depot {
    /// A folder.
    Folder(PathBuf),
    /// What has a name in a bucket that begins like this.
    Bucket {
        /// The bucket.
        bucket: String,
        /// What names begin with, without slashes at its ends; empty for the whole bucket.
        prefix: String,
    },
}

/// Bucket and rest of `s3://bucket/rest`; None for the name of a file.
pub(crate) fn stored(name: &str) -> Result<Option<(&str, &str)>> {
    let Some((scheme, rest)) = name.split_once("://") else { return Ok(None) };
    if scheme != "s3" {
        let is_scheme = scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
        ensure!(
            !is_scheme,
            "{name}: only object stores that speak S3 are read and written: s3://bucket/name"
        );
        return Ok(None);
    }
    let (bucket, rest) = rest.split_once('/').unwrap_or((rest, ""));
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if bucket.is_empty() || !bucket.chars().all(is_plain) {
        bail!("{name}: names no bucket; write s3://bucket/name");
    }
    Ok(Some((bucket, rest)))
}

impl FromStr for Depot {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Depot> {
        Ok(match stored(name)? {
            Some((bucket, prefix)) => {
                let prefix = prefix.trim_matches('/').to_owned();
                object_store::path::Path::parse(&prefix).with_context(|| format!("{name}: is no name"))?;
                Depot::Bucket { bucket: bucket.to_owned(), prefix }
            }
            None => Depot::Folder(name.into()),
        })
    }
}

impl From<PathBuf> for Depot {
    fn from(folder: PathBuf) -> Depot {
        Depot::Folder(folder)
    }
}

impl Display for Depot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Depot::Folder(folder) => write!(f, "{}", folder.display()),
            Depot::Bucket { bucket, prefix } if prefix.is_empty() => write!(f, "{SCHEME}{bucket}"),
            Depot::Bucket { bucket, prefix } => write!(f, "{SCHEME}{bucket}/{prefix}"),
        }
    }
}

impl Serialize for Depot {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            // A name that is no text is an error, not another name.
            Depot::Folder(folder) => folder.serialize(to),
            Depot::Bucket { .. } => to.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Depot {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Depot, D::Error> {
        String::deserialize(from)?.parse().map_err(|error| de::Error::custom(format!("{error:#}")))
    }
}

impl Depot {
    /// A file by its name from the depot on.
    pub fn entry(&self, name: &str) -> Entry {
        match self {
            Depot::Folder(folder) => Entry::File(folder.join(name)),
            Depot::Bucket { bucket, prefix } => {
                let key = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}/{name}") };
                Entry::Object { bucket: bucket.clone(), key }
            }
        }
    }

    /// The names of the files of a folder of the depot, without what is in folders of it; none where there is no such folder.
    pub(crate) fn names(&self, folder: &str) -> Result<Vec<String>> {
        let own = |name: String| if folder.is_empty() { name } else { format!("{folder}/{name}") };
        match self.entry(folder) {
            Entry::File(path) => {
                let entries = match fs::read_dir(&path) {
                    Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
                    entries => entries.with_context(|| format!("{}: cannot be read", path.display()))?,
                };
                let name = |entry: std::io::Result<fs::DirEntry>| {
                    Ok(entry?.file_name().to_string_lossy().into_owned())
                };
                entries.map(|entry| name(entry).map(own)).collect()
            }
            Entry::Object { bucket, key } => {
                let names = Bucket::open(&bucket)?.names(key.trim_end_matches('/'))?;
                Ok(names.into_iter().map(own).collect())
            }
        }
    }
}

/// The folder of this machine for files that are needed for a short while.
pub(crate) fn scratch() -> PathBuf {
    tempfile::env::temp_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_depot_is_a_folder_or_a_prefix() {
        let depot = |name: &str| name.parse::<Depot>().map_err(|e| e.to_string());
        assert_eq!(depot("out/here"), Ok(Depot::Folder("out/here".into())));
        let stored = depot("s3://news/a/b/").unwrap();
        assert_eq!(stored, Depot::Bucket { bucket: "news".into(), prefix: "a/b".into() });
        assert_eq!(stored.to_string(), "s3://news/a/b");
        assert_eq!(stored.entry("copies/1.parquet").to_string(), "s3://news/a/b/copies/1.parquet");
        assert_eq!(depot("s3://news").unwrap().entry("x").to_string(), "s3://news/x");
        for wrong in [
            "s3://",
            "s3:///x",
            "s3://a b/x",
            "gs://news/x",
            "https://news.example/x",
            "s3://a/b//c",
            "s3://a/../c",
        ] {
            assert!(depot(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_depot_travels_as_its_name() {
        for name in ["out", "s3://news/a"] {
            let depot: Depot = name.parse().unwrap();
            let text = serde_json::to_string(&depot).unwrap();
            assert_eq!(text, format!("{name:?}"));
            assert_eq!(serde_json::from_str::<Depot>(&text).unwrap(), depot);
        }
    }
}
