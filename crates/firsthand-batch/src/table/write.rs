//! Tables and lines as files.

use super::draft::Draft;
use super::{BUCKETS, Record};
use crate::depot::Depot;
use crate::turn::Turn;
use anyhow::{Result, anyhow};
use arrow_array::RecordBatch;
use arrow_schema::{Schema, SchemaRef};
use flate2::Compression as Effort;
use flate2::write::GzEncoder;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use std::sync::Arc;

/// A file that was written: what a manifest says of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Piece {
    /// Its name, from the output folder on.
    pub name: String,
    /// Its rows.
    pub rows: u64,
    /// Its bytes.
    pub bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// A file of lines, packed with gzip.
#[derive(Debug)]
pub struct Lines {
    packed: GzEncoder<Draft>,
    rows: u64,
}

impl Lines {
    /// An empty one.
    pub fn new(root: &Depot, name: &str) -> Result<Lines> {
        Ok(Lines { packed: GzEncoder::new(Draft::new(root, name)?, Effort::fast()), rows: 0 })
    }
    /// The same, which gets its name in this turn only.
    pub(crate) fn within(mut self, turn: Option<Turn>) -> Lines {
        self.packed.get_mut().turn = turn;
        self
    }
    /// Adds a line.
    pub fn add(&mut self, line: &str) -> Result<()> {
        let packed = &mut self.packed;
        packed.write_all(line.as_bytes()).and_then(|()| packed.write_all(b"\n"))?;
        self.rows += 1;
        Ok(())
    }
    /// Puts the file where it belongs.
    pub fn close(self) -> Result<Piece> {
        self.packed.finish()?.settle(self.rows)
    }
}

/// A Parquet file that is written. Rows are held until they take so many bytes, then written bucket by bucket, a row group
/// each: a reader of one bucket reads its row groups and no others.
#[derive(Debug)]
pub struct Sheet<R> {
    writer: ArrowWriter<Draft>,
    /// Where it goes, for messages.
    name: String,
    schema: SchemaRef,
    held: Vec<(u32, R)>,
    size: usize,
    most: usize,
    groups: Vec<u32>,
    rows: u64,
}

impl<R: Record> Sheet<R> {
    /// An empty one that holds at most about so many bytes.
    pub fn new(root: &Depot, name: &str, most: usize) -> Result<Sheet<R>> {
        let schema: SchemaRef = Arc::new(Schema::new(R::fields()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            // Row groups end where buckets end, never by themselves.
            .set_max_row_group_row_count(None)
            .set_created_by(concat!("firsthand-batch ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let draft = Draft::new(root, name)?;
        let name = draft.entry().to_string();
        let writer = ArrowWriter::try_new(draft, Arc::clone(&schema), Some(properties));
        let writer = writer.map_err(|error| failed(&name, error))?;
        Ok(Sheet { writer, name, schema, held: Vec::new(), size: 0, most, groups: Vec::new(), rows: 0 })
    }

    /// The same, which gets its name in this turn only.
    pub(crate) fn within(mut self, turn: Option<Turn>) -> Sheet<R> {
        self.writer.inner_mut().turn = turn;
        self
    }

    /// Adds a row to a bucket.
    pub fn add(&mut self, bucket: u32, row: R) -> Result<()> {
        self.size += row.size() + 4;
        self.held.push((bucket, row));
        if self.size > self.most { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> Result<()> {
        let mut held = std::mem::take(&mut self.held);
        self.size = 0;
        held.sort_by_key(|(bucket, _)| *bucket);
        let mut rest = held.into_iter().peekable();
        while let Some((bucket, row)) = rest.next() {
            let mut rows = vec![row];
            while let Some((_, row)) = rest.next_if(|(other, _)| *other == bucket) {
                rows.push(row);
            }
            let batch = RecordBatch::try_new(Arc::clone(&self.schema), R::arrays(rows.iter()))?;
            let written = self.writer.write(&batch).and_then(|()| self.writer.flush());
            written.map_err(|error| failed(&self.name, error))?;
            self.groups.push(bucket);
            self.rows += rows.len() as u64;
        }
        Ok(())
    }

    /// Writes what is held and puts the file where it belongs.
    pub fn close(mut self) -> Result<Piece> {
        self.write()?;
        let groups = serde_json::to_string(&self.groups)?;
        self.writer.append_key_value_metadata(KeyValue::new(BUCKETS.to_owned(), groups));
        // This writes the footer.
        let draft = self.writer.into_inner().map_err(|error| failed(&self.name, error))?;
        draft.settle(self.rows)
    }
}

/// What went wrong with a sheet. An error of its file has said it all.
fn failed(name: &str, error: ParquetError) -> anyhow::Error {
    let ParquetError::External(inner) = error else { return anyhow!("{name}: cannot be written ({error})") };
    match inner.downcast::<io::Error>() {
        Ok(error) => anyhow!(error),
        Err(error) => anyhow!("{name}: cannot be written ({error})"),
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use crate::rows::Asked;
    use std::os::unix::fs::symlink;

    /// A device that is always full stands in for the file under its temporary name.
    #[test]
    fn a_full_disk_is_named_and_nothing_is_left() {
        let dir = tempfile::tempdir().unwrap();
        let root = Depot::from(dir.path().to_owned());
        let full = |name: &str| {
            let path = dir.path().join(format!(".{name}.{}.tmp", super::super::draft::own()));
            symlink("/dev/full", &path).unwrap();
            path
        };
        let half = [full("sheet.parquet"), full("lines.jsonl.gz"), full("MANIFEST.json")];
        let sheet = || {
            let mut sheet = Sheet::<Asked>::new(&root, "sheet.parquet", 1)?;
            (0..1000).try_for_each(|_| sheet.add(0, Asked::default()))?;
            sheet.close()
        };
        let lines = || {
            let mut lines = Lines::new(&root, "lines.jsonl.gz")?;
            lines.add("a line")?;
            lines.close()
        };
        let told = [sheet(), lines(), crate::table::settle(&root, "MANIFEST.json", b"{}")];
        for (name, told) in ["sheet.parquet", "lines.jsonl.gz", "MANIFEST.json"].into_iter().zip(told) {
            let path = dir.path().join(name);
            let want = format!(
                "{}: the disk is full; make room and run again, what is whole is kept",
                path.display()
            );
            assert_eq!(format!("{:#}", told.unwrap_err()), want);
            assert!(!path.exists());
        }
        assert!(half.iter().all(|path| path.symlink_metadata().is_err()));
    }
}
