//! Files come under a temporary name, get their own when they are whole, and are known by their digest.

use super::{BUCKETS, Record};
use anyhow::{Context, Result};
use arrow_array::RecordBatch;
use arrow_schema::{Schema, SchemaRef};
use flate2::Compression as Effort;
use flate2::write::GzEncoder;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
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

/// A file under its temporary name.
#[derive(Debug)]
struct Draft {
    root: PathBuf,
    name: String,
    path: PathBuf,
    file: BufWriter<File>,
    hash: Sha256,
    bytes: u64,
}

impl Draft {
    fn new(root: &Path, name: &str) -> Result<Draft> {
        let whole = root.join(name);
        let folder = whole.parent().unwrap_or(root);
        fs::create_dir_all(folder)
            .with_context(|| format!("{}: the folder cannot be made", folder.display()))?;
        let last = whole.file_name().unwrap_or_default().to_string_lossy();
        let path = folder.join(format!(".{last}.{}.tmp", std::process::id()));
        let file = File::create(&path).with_context(|| format!("{}: cannot be written", path.display()))?;
        let file = BufWriter::with_capacity(1 << 18, file);
        Ok(Draft { root: root.to_owned(), name: name.to_owned(), path, file, hash: Sha256::new(), bytes: 0 })
    }

    /// Puts the file where it belongs.
    fn settle(mut self, rows: u64) -> Result<Piece> {
        let whole = self.root.join(&self.name);
        let failed = || format!("{}: cannot be written", whole.display());
        self.file.flush().with_context(failed)?;
        self.file.get_ref().sync_data().with_context(failed)?;
        fs::rename(&self.path, &whole).with_context(failed)?;
        let sha256 = hexadecimal(&self.hash.finalize());
        Ok(Piece { name: self.name, rows, bytes: self.bytes, sha256 })
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        self.bytes += written as u64;
        crate::progress::METER.wrote(written as u64);
        Ok(written)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes bytes as a file at once: a temporary name, then its own.
pub fn settle(root: &Path, name: &str, bytes: &[u8]) -> Result<Piece> {
    let mut draft = Draft::new(root, name)?;
    draft.write_all(bytes).with_context(|| format!("{}: cannot be written", root.join(name).display()))?;
    draft.settle(0)
}

/// SHA-256 and length of a file.
pub fn digest(path: &Path) -> io::Result<(String, u64)> {
    let (mut hash, mut file, mut bytes) = (Sha256::new(), File::open(path)?, 0);
    let mut room = vec![0; 1 << 18];
    loop {
        let read = file.read(&mut room)?;
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

/// A file of lines, packed with gzip.
#[derive(Debug)]
pub struct Lines {
    packed: GzEncoder<Draft>,
    rows: u64,
}

impl Lines {
    /// An empty one.
    pub fn new(root: &Path, name: &str) -> Result<Lines> {
        Ok(Lines { packed: GzEncoder::new(Draft::new(root, name)?, Effort::fast()), rows: 0 })
    }
    /// Adds a line.
    pub fn add(&mut self, line: &str) -> Result<()> {
        let failed = format!("{}: cannot be written", self.packed.get_ref().path.display());
        let packed = &mut self.packed;
        packed.write_all(line.as_bytes()).and_then(|()| packed.write_all(b"\n")).context(failed)?;
        self.rows += 1;
        Ok(())
    }
    /// Puts the file where it belongs.
    pub fn close(self) -> Result<Piece> {
        self.packed.finish().context("the lines cannot be packed")?.settle(self.rows)
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
    pub fn new(root: &Path, name: &str, most: usize) -> Result<Sheet<R>> {
        let schema: SchemaRef = Arc::new(Schema::new(R::fields()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            // Row groups end where buckets end, never by themselves.
            .set_max_row_group_row_count(None)
            .set_created_by(concat!("firsthand-batch ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let draft = Draft::new(root, name)?;
        let writer = ArrowWriter::try_new(draft, Arc::clone(&schema), Some(properties))?;
        let name = root.join(name).display().to_string();
        Ok(Sheet { writer, name, schema, held: Vec::new(), size: 0, most, groups: Vec::new(), rows: 0 })
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
            written.with_context(|| format!("{}: cannot be written", self.name))?;
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
        self.writer
            .into_inner()
            .with_context(|| format!("{}: cannot be written", self.name))?
            .settle(self.rows)
    }
}
