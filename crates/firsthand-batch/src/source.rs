//! Inputs: what the intake opens, and Parquet files with a column of texts.

use anyhow::{Context, Result};
use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_schema::DataType;
use firsthand_intake::{Bad, Found, Input, Options};
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;

/// Hands out what is found in a file. Its name says what things are called; where it is no whole path, it is one from `base` on.
pub fn read(base: &Path, name: &str, each: &mut dyn FnMut(Found) -> ControlFlow<()>) {
    read_counted(base, name, &Options::default(), each);
}

/// How many rows a Parquet file has; None for any other.
pub fn rows(path: &Path) -> Option<u64> {
    let file = File::open(path).ok().filter(|_| is_parquet(path))?;
    let rows = ParquetRecordBatchReaderBuilder::try_new(file).ok()?.metadata().file_metadata().num_rows();
    u64::try_from(rows).ok()
}

/// The same; the options count the bytes that are read, but not of Parquet.
pub fn read_counted(
    base: &Path,
    name: &str,
    options: &Options,
    each: &mut dyn FnMut(Found) -> ControlFlow<()>,
) {
    let path = base.join(name);
    if !is_parquet(&path) {
        let input = Input { location: name.to_owned(), path: Some(path) };
        let _ = firsthand_intake::read(&input, options, each);
        return;
    }
    match Rows::open(&path) {
        Ok(rows) => {
            let _ = firsthand_intake::read_from(name, Box::new(rows), options, each);
        }
        Err(error) => {
            let bad = Bad { location: name.to_owned(), message: format!("{error:#}; skipped") };
            let _ = each(Found::Bad(bad));
        }
    }
}

/// Whether a file is Parquet, by its first bytes.
pub fn is_parquet(path: &Path) -> bool {
    let mut head = [0; 4];
    File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok() && head == *b"PAR1"
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
