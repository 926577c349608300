//! Files as rows again: all of them, or those of a bucket.

use super::held::{self, Held};
use super::{BUCKETS, Record};
use crate::depot::{Bucket, Entry, Fault};
use anyhow::{Context, Result, anyhow, bail};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder,
};
use parquet::file::metadata::ParquetMetaData;
use parquet::file::reader::ChunkReader;
use std::fs::File;
use std::thread;

/// Objects that are fetched at a time.
pub(crate) const AT_A_TIME: usize = 8;

/// Rows that are made at once.
const AT_ONCE: usize = 1024;

/// All rows of a file.
pub fn all<R: Record>(entry: &Entry) -> Result<Vec<R>> {
    let mut out = Vec::new();
    each(entry, |row| {
        out.push(row);
        Ok(())
    })?;
    Ok(out)
}

/// The rows of one bucket of a file.
pub fn bucket<R: Record>(entry: &Entry, bucket: u32) -> Result<Vec<R>> {
    let mut out = Vec::new();
    each_of(entry, Some(&[bucket]), |row| {
        out.push(row);
        Ok(())
    })?;
    Ok(out)
}

/// The rows of one bucket of many files. Objects come several at a time: what they cost is waiting.
pub fn bucket_of<R: Record + Send>(entries: &[Entry], bucket: u32) -> Result<Vec<R>> {
    let mut out = Vec::new();
    for some in entries.chunks(AT_A_TIME) {
        if let [Entry::Object { .. }, _, ..] = some {
            let read: Vec<Result<Vec<R>>> = thread::scope(|scope| {
                let begun: Vec<_> =
                    some.iter().map(|entry| scope.spawn(|| self::bucket(entry, bucket))).collect();
                let failed = |_| Err(anyhow!("reading {} failed; please report this", some.len()));
                begun.into_iter().map(|thread| thread.join().unwrap_or_else(failed)).collect()
            });
            for rows in read {
                out.extend(rows?);
            }
        } else {
            for entry in some {
                out.extend(self::bucket(entry, bucket)?);
            }
        }
    }
    Ok(out)
}

/// Hands out the rows of a file one by one.
pub fn each<R: Record>(entry: &Entry, take: impl FnMut(R) -> Result<()>) -> Result<()> {
    each_of(entry, None, take)
}

/// Hands out the rows of a file, or of some buckets of it, one by one. Of an object only the footer and the wanted row groups are
/// fetched.
pub fn each_of<R: Record>(
    entry: &Entry,
    buckets: Option<&[u32]>,
    mut take: impl FnMut(R) -> Result<()>,
) -> Result<()> {
    match entry {
        Entry::File(path) => {
            let broken = || broken(entry);
            let file = File::open(path).with_context(broken)?;
            let footer = ArrowReaderMetadata::load(&file, ArrowReaderOptions::new()).with_context(broken)?;
            let groups = wanted(entry, footer.metadata(), buckets)?;
            rows(entry, file, &footer, groups, &mut take)
        }
        Entry::Object { bucket, key } => {
            let bucket = Bucket::open(bucket)?;
            let footer = held::footer(&bucket, key).map_err(|error| told(entry, error))?;
            let mask = mask::<R>(&footer);
            let groups = wanted(entry, footer.metadata(), buckets)?;
            for some in held::together(footer.metadata(), &groups) {
                let held = Held::fetch(&bucket, key, footer.metadata(), &some, &mask);
                let held = held.map_err(|error| told(entry, error))?;
                rows(entry, held, &footer, some, &mut take)?;
            }
            Ok(())
        }
    }
}

fn broken(entry: &Entry) -> String {
    format!("{entry}: cannot be read; remove the MANIFEST.json of its stage to make it again")
}

/// A store that does not answer is no broken file.
fn told(entry: &Entry, error: anyhow::Error) -> anyhow::Error {
    match error.downcast_ref::<Fault>() {
        None | Some(Fault::Missing(_)) => error.context(broken(entry)),
        Some(_) => error,
    }
}

/// The row groups of these buckets; all of them where none are named.
fn wanted(entry: &Entry, footer: &ParquetMetaData, buckets: Option<&[u32]>) -> Result<Vec<usize>> {
    let Some(buckets) = buckets else { return Ok((0..footer.num_row_groups()).collect()) };
    let pairs = footer.file_metadata().key_value_metadata();
    let text = pairs.into_iter().flatten().find(|p| p.key == BUCKETS).and_then(|p| p.value.as_deref());
    let groups: Vec<u32> = serde_json::from_str(text.unwrap_or("[]")).with_context(|| broken(entry))?;
    if groups.len() != footer.num_row_groups() {
        bail!("{entry}: its buckets are not as its footer says; remove the MANIFEST.json of its stage");
    }
    Ok(groups.iter().enumerate().filter(|(_, b)| buckets.contains(b)).map(|(n, _)| n).collect())
}

/// The columns of a record.
fn mask<R: Record>(footer: &ArrowReaderMetadata) -> ProjectionMask {
    let names: Vec<String> = R::fields().iter().map(|f| f.name().clone()).collect();
    let there = footer.schema().fields().iter().enumerate();
    let places: Vec<usize> = there.filter(|(_, f)| names.contains(f.name())).map(|(n, _)| n).collect();
    ProjectionMask::roots(footer.parquet_schema(), places)
}

fn rows<R: Record>(
    entry: &Entry,
    from: impl ChunkReader + 'static,
    footer: &ArrowReaderMetadata,
    groups: Vec<usize>,
    take: &mut impl FnMut(R) -> Result<()>,
) -> Result<()> {
    let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(from, footer.clone());
    let builder = builder.with_row_groups(groups).with_projection(mask::<R>(footer)).with_batch_size(AT_ONCE);
    for batch in builder.build().with_context(|| broken(entry))? {
        let batch = batch.with_context(|| broken(entry))?;
        let rows =
            R::rows(&batch).with_context(|| format!("{entry}: a column is missing or of another type"))?;
        rows.into_iter().try_for_each(&mut *take)?;
    }
    Ok(())
}
