//! Inputs: what the intake opens, and Parquet files with a column of texts.

use crate::depot::{Bucket, Entry, Fault, Stream, cannot, scratch};
use crate::table;
use anyhow::{Context, Result, anyhow};
use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_schema::DataType;
use firsthand_intake::{Bad, Found, Input, Options};
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// How files begin that are read from their end.
const PARQUET: &[u8] = b"PAR1";
const ZIP: &[u8] = b"PK\x03\x04";

/// Hands out what is found in a file or an object. Its name says what things are called; a file's that is no whole path is one
/// from `base` on. Errors: an object store or a disk of this machine that fails, which is no fault of the input; all others are
/// handed out.
pub fn read(base: &Path, location: &str, each: &mut dyn FnMut(Found) -> ControlFlow<()>) -> Result<()> {
    read_counted(base, location, &Options::default(), each)
}

/// The same; the options count the bytes that are read, but not of Parquet.
pub fn read_counted(
    base: &Path,
    location: &str,
    options: &Options,
    each: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> Result<()> {
    match Entry::of(location)? {
        Entry::File(path) => {
            local(location, base.join(path), options, each);
            Ok(())
        }
        Entry::Object { bucket, key } => {
            let Err(error) = stored(&Bucket::open(&bucket)?, &key, location, options, each) else {
                return Ok(());
            };
            match error.downcast_ref::<Fault>() {
                Some(Fault::Missing(_)) => lost(location, "no such object", each),
                Some(Fault::Refused(_)) => lost(location, "may not be read", each),
                _ => return Err(error),
            }
            Ok(())
        }
    }
}

fn lost(location: &str, why: &str, each: &mut dyn FnMut(Found) -> ControlFlow<()>) {
    let _ = each(Found::Bad(Bad { location: location.to_owned(), message: format!("{why}; skipped") }));
}

/// Reads a file under this name.
fn local(location: &str, path: PathBuf, options: &Options, each: &mut dyn FnMut(Found) -> ControlFlow<()>) {
    if !is_parquet(&path) {
        let input = Input { location: location.to_owned(), path: Some(path) };
        let _ = firsthand_intake::read(&input, options, each);
        return;
    }
    match Rows::open(&path) {
        Ok(rows) => {
            let _ = firsthand_intake::read_from(location, Box::new(rows), options, each);
        }
        Err(error) => lost(location, &format!("{error:#}"), each),
    }
}

/// Reads an object: as it comes, where that can be; what is read from its end goes to the scratch folder first.
fn stored(
    bucket: &Bucket,
    key: &str,
    location: &str,
    options: &Options,
    each: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> Result<()> {
    let facts = bucket.facts(key)?;
    let mut stream = Stream::new(bucket.clone(), key, facts);
    if matches!(stream.head(4)?, PARQUET | ZIP) {
        let file = spooled(&mut stream)?;
        local(location, file.path().to_owned(), options, each);
        return Ok(());
    }
    let _ = firsthand_intake::read_from(location, Box::new(&mut stream), options, each);
    match stream.fault {
        // What was handed out before is half of it: whoever took it must not keep it.
        Some(Fault::Missing(message) | Fault::Refused(message)) => Err(Fault::Broken(message).into()),
        Some(fault) => Err(fault.into()),
        None => Ok(()),
    }
}

/// An object as a file that goes when it is dropped.
fn spooled(stream: &mut Stream) -> Result<NamedTempFile> {
    let failed = |error: &io::Error| anyhow!(cannot(format!("{} (--scratch)", scratch().display()), error));
    let mut file = NamedTempFile::new().map_err(|error| failed(&error))?;
    let copied = io::copy(stream, &mut file);
    match (copied, stream.fault.take()) {
        (_, Some(fault)) => Err(fault.into()),
        (Err(error), None) => Err(failed(&error)),
        (Ok(_), None) => Ok(file),
    }
}

/// How many rows a Parquet file has; None for any other.
pub fn rows(location: &str) -> Result<Option<u64>> {
    let path = match Entry::of(location)? {
        Entry::File(path) => path,
        Entry::Object { bucket, key } => return table::count(&Bucket::open(&bucket)?, &key),
    };
    let Some(file) = File::open(&path).ok().filter(|_| is_parquet(&path)) else { return Ok(None) };
    let Ok(builder) = ParquetRecordBatchReaderBuilder::try_new(file) else { return Ok(None) };
    Ok(u64::try_from(builder.metadata().file_metadata().num_rows()).ok())
}

/// Whether a file is Parquet, by its first bytes.
pub fn is_parquet(path: &Path) -> bool {
    let mut head = [0; 4];
    File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok() && head == *PARQUET
}

/// A table as JSON records, a line for each row: what its columns mean is told as for any JSON record.
struct Rows {
    rows: ParquetRecordBatchReader,
    line: Vec<u8>,
    at: usize,
}

impl Rows {
    fn open(path: &Path) -> Result<Rows> {
        let file = File::open(path).context("cannot be opened")?;
        let builder =
            ParquetRecordBatchReaderBuilder::try_new(file).context("is no Parquet file that can be read")?;
        let rows = builder.with_batch_size(256).build().context("is no Parquet file that can be read")?;
        Ok(Rows { rows, line: Vec::new(), at: 0 })
    }
}

impl Read for Rows {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        while self.at == self.line.len() {
            let Some(batch) = self.rows.next() else { return Ok(0) };
            self.line = lines(&batch.map_err(io::Error::other)?)?;
            self.at = 0;
        }
        let rest = self.line.get(self.at..).unwrap_or_default();
        let count = rest.len().min(to.len());
        if let (Some(to), Some(rest)) = (to.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(rest);
        }
        self.at += count;
        Ok(count)
    }
}

/// The columns that can be a field of a record, text and dates, as JSON lines.
fn lines(batch: &RecordBatch) -> io::Result<Vec<u8>> {
    let texts: Vec<(String, arrow_array::ArrayRef)> = batch
        .schema()
        .fields()
        .iter()
        .zip(batch.columns())
        .filter_map(|(field, column)| {
            let kind = column.data_type();
            let fits = matches!(kind, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View)
                || matches!(kind, DataType::Date32 | DataType::Timestamp(..));
            let text = fits.then(|| datafusion::arrow::compute::cast(column, &DataType::Utf8).ok())??;
            Some((field.name().clone(), text))
        })
        .collect();
    let mut out = Vec::new();
    for row in 0..batch.num_rows() {
        let mut record = serde_json::Map::new();
        for (name, column) in &texts {
            let column = column.as_string::<i32>();
            if arrow_array::Array::is_valid(column, row) {
                record.insert(name.clone(), column.value(row).into());
            }
        }
        serde_json::to_writer(&mut out, &record)?;
        out.push(b'\n');
    }
    Ok(out)
}
