//! The parts of a Parquet object that are wanted, and no others: its footer, then ranges of its columns.

use crate::depot::{Bucket, Fault};
use anyhow::{Context, Result};
use bytes::{Buf, Bytes};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions};
use parquet::errors::{ParquetError, Result as Read};
use parquet::file::metadata::{ParquetMetaData, ParquetMetaDataReader};
use parquet::file::reader::{ChunkReader, Length};
use std::ops::Range;
use std::sync::Arc;

/// The end of a file that is fetched at first: most footers are shorter.
const TAIL: u64 = 64 << 10;

/// Row groups are fetched together until they have so many bytes.
const TOGETHER: u64 = 8 << 20;

/// Ranges of a file that are in memory.
#[derive(Debug, Clone)]
pub(super) struct Held {
    size: u64,
    /// In order, each with the place of its first byte.
    ranges: Vec<(u64, Bytes)>,
}

/// The footer of an object.
pub(super) fn footer(bucket: &Bucket, key: &str) -> Result<ArrowReaderMetadata> {
    let (tail, size) = bucket.tail(key, TAIL)?;
    let mut reader = ParquetMetaDataReader::new();
    let metadata = match reader.try_parse_sized(&tail, size) {
        Err(ParquetError::NeedMoreData(needed)) => {
            let (tail, size) = bucket.tail(key, needed as u64)?;
            reader.try_parse_sized(&tail, size).and_then(|()| reader.finish())
        }
        done => done.and_then(|()| reader.finish()),
    };
    Ok(ArrowReaderMetadata::try_new(Arc::new(metadata?), ArrowReaderOptions::new())?)
}

/// How many rows an object has; None where it is no Parquet file.
pub(crate) fn count(bucket: &Bucket, key: &str) -> Result<Option<u64>> {
    match footer(bucket, key) {
        Ok(footer) => Ok(u64::try_from(footer.metadata().file_metadata().num_rows()).ok()),
        Err(error) if error.is::<Fault>() => Err(error),
        Err(_) => Ok(None),
    }
}

/// Row groups that are fetched together, in their order.
pub(super) fn together(of: &ParquetMetaData, groups: &[usize]) -> Vec<Vec<usize>> {
    let mut out: Vec<(u64, Vec<usize>)> = Vec::new();
    for &group in groups {
        let bytes = of.row_groups().get(group).map_or(0, |g| u64::try_from(g.compressed_size()).unwrap_or(0));
        match out.last_mut() {
            Some((sum, some)) if *sum + bytes <= TOGETHER => {
                *sum += bytes;
                some.push(group);
            }
            _ => out.push((bytes, vec![group])),
        }
    }
    out.into_iter().map(|(_, some)| some).collect()
}

impl Held {
    /// Fetches the wanted columns of some row groups.
    pub(super) fn fetch(
        bucket: &Bucket,
        key: &str,
        footer: &ParquetMetaData,
        groups: &[usize],
        mask: &ProjectionMask,
    ) -> Result<Held> {
        let mut ranges: Vec<Range<u64>> = Vec::new();
        for group in groups.iter().filter_map(|&group| footer.row_groups().get(group)) {
            for (n, column) in group.columns().iter().enumerate().filter(|(n, _)| mask.leaf_included(*n)) {
                let start = column.dictionary_page_offset().unwrap_or_else(|| column.data_page_offset());
                let range = u64::try_from(start).ok().zip(u64::try_from(column.compressed_size()).ok());
                let (start, length) = range.with_context(|| format!("column {n} has no place"))?;
                ranges.push(start..start.saturating_add(length));
            }
        }
        let bytes = if ranges.is_empty() { Vec::new() } else { bucket.ranges(key, ranges.clone())? };
        let mut ranges: Vec<(u64, Bytes)> = ranges.into_iter().map(|range| range.start).zip(bytes).collect();
        ranges.sort_by_key(|(start, _)| *start);
        // What is asked for ends within the columns.
        let size = ranges.iter().map(|(start, bytes)| start + bytes.len() as u64).max().unwrap_or(0);
        Ok(Held { size, ranges })
    }

    /// From this place to the end of its range.
    fn from(&self, start: u64) -> Option<Bytes> {
        let at = self.ranges.partition_point(|(first, _)| *first <= start).checked_sub(1)?;
        let (first, bytes) = self.ranges.get(at)?;
        let skip = usize::try_from(start - first).ok()?;
        (skip <= bytes.len()).then(|| bytes.slice(skip..))
    }
}

impl Length for Held {
    fn len(&self) -> u64 {
        self.size
    }
}

impl ChunkReader for Held {
    type T = bytes::buf::Reader<Bytes>;

    fn get_read(&self, start: u64) -> Read<Self::T> {
        let bytes =
            self.from(start).ok_or_else(|| ParquetError::EOF(format!("byte {start} was not fetched")))?;
        Ok(bytes.reader())
    }

    fn get_bytes(&self, start: u64, length: usize) -> Read<Bytes> {
        let bytes = self.from(start).filter(|bytes| length <= bytes.len());
        let bytes = bytes.ok_or_else(|| ParquetError::EOF(format!("byte {start} was not fetched")))?;
        Ok(bytes.slice(..length))
    }
}
