//! Files as rows again: all of them, or those of a bucket.

use super::{BUCKETS, Record};
use anyhow::{Context, Result, bail};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use std::fs::File;
use std::path::Path;

/// Rows that are made at once.
const AT_ONCE: usize = 1024;

/// All rows of a file.
pub fn all<R: Record>(path: &Path) -> Result<Vec<R>> {
    let mut out = Vec::new();
    each(path, |row| {
        out.push(row);
        Ok(())
    })?;
    Ok(out)
}

/// The rows of one bucket of a file.
pub fn bucket<R: Record>(path: &Path, bucket: u32) -> Result<Vec<R>> {
    let mut out = Vec::new();
    each_of(path, Some(&[bucket]), |row| {
        out.push(row);
        Ok(())
    })?;
    Ok(out)
}

/// Hands out the rows of a file one by one.
pub fn each<R: Record>(path: &Path, take: impl FnMut(R) -> Result<()>) -> Result<()> {
    each_of(path, None, take)
}

/// Hands out the rows of a file, or of some buckets of it, one by one.
pub fn each_of<R: Record>(
    path: &Path,
    buckets: Option<&[u32]>,
    mut take: impl FnMut(R) -> Result<()>,
) -> Result<()> {
    let broken = || {
        format!("{}: cannot be read; remove the MANIFEST.json of its stage to make it again", path.display())
    };
    let file = File::open(path).with_context(broken)?;
    let mut builder = ParquetRecordBatchReaderBuilder::try_new(file).with_context(broken)?;
    if let Some(wanted) = buckets {
        let pairs = builder.metadata().file_metadata().key_value_metadata();
        let text = pairs.into_iter().flatten().find(|p| p.key == BUCKETS).and_then(|p| p.value.as_deref());
        let groups: Vec<u32> = serde_json::from_str(text.unwrap_or("[]")).with_context(broken)?;
        if groups.len() != builder.metadata().num_row_groups() {
            bail!(
                "{}: its buckets are not as its footer says; remove the MANIFEST.json of its stage",
                path.display()
            );
        }
        let of = groups.iter().enumerate().filter(|(_, b)| wanted.contains(b)).map(|(n, _)| n).collect();
        builder = builder.with_row_groups(of);
    }
    let names: Vec<String> = R::fields().iter().map(|f| f.name().clone()).collect();
    let there = builder.schema().fields().iter().enumerate();
    let places: Vec<usize> = there.filter(|(_, f)| names.contains(f.name())).map(|(n, _)| n).collect();
    let mask = ProjectionMask::roots(builder.parquet_schema(), places);
    for batch in builder.with_projection(mask).with_batch_size(AT_ONCE).build().with_context(broken)? {
        let batch = batch.with_context(broken)?;
        let rows = R::rows(&batch)
            .with_context(|| format!("{}: a column is missing or of another type", path.display()))?;
        rows.into_iter().try_for_each(&mut take)?;
    }
    Ok(())
}
