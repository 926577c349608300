//! A file becomes an object: under its own name at once, when all of it is there.

use super::bucket::{Bucket, digested};
use super::client::blocking;
use super::fault::{Fault, cannot};
use super::scratch;
use anyhow::{Context, Result};
use object_store::{MultipartUpload, ObjectStore, PutMultipartOptions, PutOptions, PutPayload};
use std::fs::File;
use std::io::{Read, Seek};
use tokio::task::JoinSet;

/// Larger files go in parts of this size; S3 takes parts of 5 MB and more, but no more than 10,000 of them.
const PART: u64 = 8 << 20;
const PARTS: u64 = 10_000;
/// Parts that are on their way at a time.
const AT_ONCE: usize = 4;

impl Bucket {
    /// Writes a file of so many bytes, from its first on, as an object that says what its digest is.
    pub(crate) fn put(&self, key: &str, mut file: &File, bytes: u64, sha256: &str) -> Result<()> {
        let unread = || format!("{}: a file that was written here cannot be read", scratch().display());
        file.rewind().with_context(unread)?;
        if bytes > PART {
            return self.parts(key, file, bytes, sha256);
        }
        let mut all = Vec::with_capacity(usize::try_from(bytes)?);
        file.read_to_end(&mut all).with_context(unread)?;
        let path = self.path(key)?;
        let options = PutOptions { attributes: digested(sha256), ..PutOptions::default() };
        self.ask(key, |client| async move { client.store.put_opts(&path, all.into(), options).await })?;
        Ok(())
    }

    /// The same in parts. The object is there when the last of them is; one that fails takes the others with it.
    fn parts(&self, key: &str, file: &File, bytes: u64, sha256: &str) -> Result<()> {
        let path = self.path(key)?;
        let options = PutMultipartOptions { attributes: digested(sha256), ..PutMultipartOptions::default() };
        let begun =
            self.ask(key, |client| async move { client.store.put_multipart_opts(&path, options).await });
        let mut upload = begun?;
        match self.sent(key, upload.as_mut(), file, PART.max(bytes.div_ceil(PARTS))) {
            Ok(()) => {
                let (upload, done) = blocking(async move {
                    let done = upload.complete().await;
                    (upload, done)
                })?;
                done.map_err(|error| given_up(self.fault(key, &error), upload))
            }
            Err(error) => Err(given_up(error, upload)),
        }?;
        Ok(())
    }

    fn sent(
        &self,
        key: &str,
        upload: &mut dyn MultipartUpload,
        mut file: &File,
        size: u64,
    ) -> Result<(), Fault> {
        loop {
            let mut some = JoinSet::new();
            let mut parts = Vec::new();
            for _ in 0..AT_ONCE {
                let mut part = Vec::new();
                file.by_ref()
                    .take(size)
                    .read_to_end(&mut part)
                    .map_err(|error| Fault::Broken(cannot(scratch().display(), &error)))?;
                if !part.is_empty() {
                    parts.push(upload.put_part(PutPayload::from(part)));
                }
            }
            if parts.is_empty() {
                return Ok(());
            }
            let sent = blocking(async move {
                parts.into_iter().for_each(|part| {
                    some.spawn(part);
                });
                some.join_all().await
            });
            let sent = sent.map_err(|error| Fault::Broken(format!("{error:#}")))?;
            sent.into_iter()
                .collect::<object_store::Result<()>>()
                .map_err(|error| self.fault(key, &error))?;
        }
    }
}

/// Takes away what was sent. Where that fails too the store's own rules do it (a lifecycle rule for unfinished uploads).
fn given_up(error: Fault, mut upload: Box<dyn MultipartUpload>) -> Fault {
    let _ = blocking(async move { upload.abort().await });
    error
}
