//! A bucket as tasks see it: every call waits for its answer.

use super::SCHEME;
use super::client::{Client, blocking, client};
use super::fault::Fault;
use anyhow::Result;
use bytes::Bytes;
use object_store::path::Path;
use object_store::{
    Attribute, Attributes, GetOptions, GetRange, GetResult, ObjectStore, ObjectStoreExt, PutMode, PutOptions,
};
use std::ops::Range;
use std::sync::Arc;
use tokio::task::JoinSet;
use tokio_stream::StreamExt;

/// So many objects are asked about at a time.
const AT_ONCE: usize = 32;

/// The key under which an object says what its bytes are.
const DIGEST: &str = "sha256";

/// A bucket of an object store.
#[derive(Debug, Clone)]
pub(crate) struct Bucket {
    /// Its name.
    name: String,
    pub(super) client: Arc<Client>,
}

/// What a store says of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Facts {
    /// Its bytes.
    pub(crate) bytes: u64,
    /// What changes when it is written again: its ETag, or else when that was.
    pub(crate) mark: String,
    /// The ETag.
    pub(crate) etag: Option<String>,
    /// SHA-256 of its bytes as whoever wrote it said; None where nobody did or the store keeps no such words.
    pub(crate) sha256: Option<String>,
}

impl Bucket {
    /// The bucket of this name. Nothing is asked of it yet.
    pub(crate) fn open(name: &str) -> Result<Bucket> {
        Ok(Bucket { name: name.to_owned(), client: client(name)? })
    }

    /// Its address, for messages.
    pub(crate) fn address(&self) -> &str {
        &self.client.address
    }

    /// What is wrong with this object.
    pub(super) fn fault(&self, key: &str, error: &object_store::Error) -> Fault {
        Fault::of(&format!("{SCHEME}{}/{key}", self.name), &self.client.address, error)
    }

    pub(super) fn path(&self, key: &str) -> Result<Path, Fault> {
        Path::parse(key)
            .map_err(|error| Fault::Broken(format!("{SCHEME}{}/{key}: is no name ({error})", self.name)))
    }

    /// Asks one thing and waits.
    pub(super) fn ask<T, F>(&self, key: &str, ask: impl FnOnce(Arc<Client>) -> F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: Future<Output = object_store::Result<T>> + Send + 'static,
    {
        let answer = blocking(ask(Arc::clone(&self.client))).map_err(|e| Fault::Broken(format!("{e:#}")))?;
        answer.map_err(|error| self.fault(key, &error))
    }

    /// All bytes of an object.
    pub(crate) fn get(&self, key: &str) -> Result<Bytes, Fault> {
        let path = self.path(key)?;
        self.ask(key, |client| async move { client.store.get(&path).await?.bytes().await })
    }

    /// Some bytes of an object, as long as it is the one with this ETag.
    pub(crate) fn range(&self, key: &str, range: Range<u64>, etag: Option<&str>) -> Result<Bytes, Fault> {
        let path = self.path(key)?;
        let options = GetOptions::new().with_range(Some(GetRange::Bounded(range))).with_if_match(etag);
        self.ask(key, |client| async move { client.store.get_opts(&path, options).await?.bytes().await })
    }

    /// Several ranges of an object; those near each other come with one request.
    pub(crate) fn ranges(&self, key: &str, ranges: Vec<Range<u64>>) -> Result<Vec<Bytes>, Fault> {
        let path = self.path(key)?;
        self.ask(key, |client| async move { client.store.get_ranges(&path, &ranges).await })
    }

    /// The last bytes of an object, at most so many, and how many it has in all.
    pub(crate) fn tail(&self, key: &str, most: u64) -> Result<(Bytes, u64), Fault> {
        let path = self.path(key)?;
        let options = GetOptions::new().with_range(Some(GetRange::Suffix(most)));
        self.ask(key, |client| async move {
            let found = client.store.get_opts(&path, options).await?;
            let size = found.meta.size;
            Ok((found.bytes().await?, size))
        })
    }

    /// What the store says of an object.
    pub(crate) fn facts(&self, key: &str) -> Result<Facts, Fault> {
        let path = self.path(key)?;
        let options = GetOptions::new().with_head(true);
        self.ask(key, |client| async move { Ok(facts(&client.store.get_opts(&path, options).await?)) })
    }

    /// The same of many, in their order.
    pub(crate) fn facts_of(&self, keys: &[&str]) -> Result<Vec<Result<Facts, Fault>>> {
        let mut out = Vec::with_capacity(keys.len());
        for some in keys.chunks(AT_ONCE) {
            let mut asked = JoinSet::new();
            let mut answers: Vec<Result<Facts, Fault>> = Vec::new();
            let mut paths = Vec::new();
            for (n, key) in some.iter().enumerate() {
                // Stands until there is an answer.
                answers.push(Err(Fault::Broken(format!(
                    "{SCHEME}{}/{key}: no answer came; run again",
                    self.name
                ))));
                paths.push((n, self.path(key)?));
            }
            let client = Arc::clone(&self.client);
            let come = blocking(async move {
                for (n, path) in paths {
                    let client = Arc::clone(&client);
                    let head = GetOptions::new().with_head(true);
                    asked.spawn(async move {
                        (n, client.store.get_opts(&path, head).await.map(|found| facts(&found)))
                    });
                }
                asked.join_all().await
            })?;
            for (n, answer) in come {
                if let (Some(slot), Some(key)) = (answers.get_mut(n), some.get(n)) {
                    *slot = answer.map_err(|error| self.fault(key, &error));
                }
            }
            out.append(&mut answers);
        }
        Ok(out)
    }

    /// Makes an object that must not be there.
    pub(crate) fn create(&self, key: &str, bytes: Vec<u8>) -> Result<(), Fault> {
        let path = self.path(key)?;
        let options = PutOptions { mode: PutMode::Create, ..PutOptions::default() };
        self.ask(key, |client| async move { client.store.put_opts(&path, bytes.into(), options).await })?;
        Ok(())
    }

    /// Takes an object away; one that is not there is no fault.
    pub(crate) fn remove(&self, key: &str) -> Result<(), Fault> {
        let path = self.path(key)?;
        self.ask(key, |client| async move { client.store.delete(&path).await })
    }

    /// What stands in the bucket under names that begin with this and a slash: last parts of names, without what has more parts.
    pub(crate) fn names(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        let path = self.path(prefix)?;
        let found =
            self.ask(prefix, |client| async move { client.store.list_with_delimiter(Some(&path)).await })?;
        Ok(found.objects.iter().filter_map(|o| o.location.filename().map(str::to_owned)).collect())
    }

    /// All names that begin with this and a slash.
    pub(crate) fn all(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        let path = self.path(prefix)?;
        self.ask(prefix, |client| async move {
            let mut found = client.store.list(Some(&path));
            let mut keys = Vec::new();
            while let Some(object) = found.next().await {
                keys.push(object?.location.to_string());
            }
            Ok(keys)
        })
    }
}

fn facts(found: &GetResult) -> Facts {
    let meta = &found.meta;
    let sha256 =
        found.attributes.get(&Attribute::Metadata(DIGEST.into())).map(|value| value.as_ref().to_owned());
    let mark = meta.e_tag.clone().unwrap_or_else(|| meta.last_modified.to_rfc3339());
    Facts { bytes: meta.size, mark, etag: meta.e_tag.clone(), sha256 }
}

/// What an object says of its bytes.
pub(super) fn digested(sha256: &str) -> Attributes {
    Attributes::from_iter([(Attribute::Metadata(DIGEST.into()), sha256.to_owned())])
}
