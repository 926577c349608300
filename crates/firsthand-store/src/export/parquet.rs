//! The tables as Parquet, one file for each, in a folder.
//!
//! Columns and order of rows as in CSV, text as it is (no apostrophes). Snappy; a row group for at most as many rows as below.

use super::table::{Cell, Row, Sort, TABLES, Table, decided, ends_with_decisions};
use super::{Error, Source, named, source};
use arrow_array::builder::{BooleanBuilder, Float64Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

/// Rows of one row group; fewer where the files end.
const GROUP: usize = 65_536;

/// Bytes of a row group that are held before it is written.
const HELD: usize = 32 << 20;

/// One file that is written.
struct Sheet {
    table: Table,
    schema: Arc<Schema>,
    writer: ArrowWriter<File>,
}

/// Writes all tables of these stories into a folder, which is made where there is none.
pub fn folder(from: &dyn Source, stories: &[i64], folder: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(folder).map_err(named(folder))?;
    let mut sheets = Vec::new();
    for table in TABLES {
        let path = folder.join(format!("{}.parquet", table.name));
        let file = File::create(&path).map_err(named(&path))?;
        sheets.push(sheet(table, file)?);
    }
    for &story in stories {
        let dossier = source::dossier(from, story)?;
        for sheet in &mut sheets {
            let rows = (sheet.table.rows)(&dossier);
            write(sheet, &rows)?;
        }
    }
    let by_hand = decided(&from.decisions()?);
    for mut sheet in sheets {
        if ends_with_decisions(&sheet.table) {
            write(&mut sheet, &by_hand)?;
        }
        sheet.writer.close().map_err(failed)?;
    }
    Ok(())
}

fn sheet(table: Table, file: File) -> Result<Sheet, Error> {
    let fields: Vec<Field> = table.columns.iter().map(|c| Field::new(c.name, kind(c.sort), true)).collect();
    let schema = Arc::new(Schema::new(fields));
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_row_count(Some(GROUP))
        .set_created_by(super::PROGRAM.to_owned())
        .build();
    let writer = ArrowWriter::try_new(file, Arc::clone(&schema), Some(properties)).map_err(failed)?;
    Ok(Sheet { table, schema, writer })
}

fn kind(sort: Sort) -> DataType {
    match sort {
        Sort::Text => DataType::Utf8,
        Sort::Whole => DataType::Int64,
        Sort::Number => DataType::Float64,
        Sort::Flag => DataType::Boolean,
    }
}

fn write(sheet: &mut Sheet, rows: &[Row]) -> Result<(), Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let columns: Vec<ArrayRef> =
        sheet.table.columns.iter().enumerate().map(|(at, c)| column(c.sort, at, rows)).collect();
    let batch = RecordBatch::try_new(Arc::clone(&sheet.schema), columns)
        .map_err(|error| failed(ParquetError::ArrowError(error.to_string())))?;
    sheet.writer.write(&batch).map_err(failed)?;
    if sheet.writer.in_progress_size() > HELD {
        sheet.writer.flush().map_err(failed)?;
    }
    Ok(())
}

/// The cells of one column; a cell of another sort than its column is empty.
fn column(sort: Sort, at: usize, rows: &[Row]) -> ArrayRef {
    let cells = rows.iter().map(|row| row.get(at).unwrap_or(&Cell::Empty));
    match sort {
        Sort::Text => {
            let mut builder = StringBuilder::new();
            cells.for_each(|c| builder.append_option(if let Cell::Text(t) = c { Some(t) } else { None }));
            Arc::new(builder.finish())
        }
        Sort::Whole => {
            let mut builder = Int64Builder::new();
            cells.for_each(|c| builder.append_option(if let Cell::Whole(n) = c { Some(*n) } else { None }));
            Arc::new(builder.finish())
        }
        Sort::Number => {
            let mut builder = Float64Builder::new();
            cells.for_each(|c| builder.append_option(if let Cell::Number(n) = c { Some(*n) } else { None }));
            Arc::new(builder.finish())
        }
        Sort::Flag => {
            let mut builder = BooleanBuilder::new();
            cells.for_each(|c| builder.append_option(if let Cell::Flag(f) = c { Some(*f) } else { None }));
            Arc::new(builder.finish())
        }
    }
}

fn failed(error: ParquetError) -> Error {
    Error::Write(std::io::Error::other(error))
}
