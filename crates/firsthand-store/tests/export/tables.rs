//! The tables: CSV can be read back, Parquet says the same.

use crate::fixture::{by_hand, held};
use firsthand_store::export::csv;
use firsthand_store::export::table::TABLES;
use std::path::Path;

/// Reads CSV as RFC 4180 has it: rows of cells; None is a cell of nothing at all. Takes our apostrophes away.
pub(crate) fn parse(text: &str) -> Vec<Vec<Option<String>>> {
    let mut rows = Vec::new();
    let (mut row, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    let mut inside = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if inside && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if inside => inside = false,
            '"' => (inside, quoted) = (true, true),
            ',' | '\n' if !inside => {
                let text = std::mem::take(&mut cell);
                let text = text.strip_prefix('\'').map(str::to_owned).unwrap_or(text);
                row.push((quoted || !text.is_empty()).then_some(text));
                quoted = false;
                if c == '\n' {
                    rows.push(std::mem::take(&mut row));
                }
            }
            '\r' if !inside => assert_eq!(chars.peek(), Some(&'\n'), "lines end with CR LF"),
            c => cell.push(c),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !inside, "the file ends with a line");
    rows
}

fn read(folder: &Path, table: &str) -> Vec<Vec<Option<String>>> {
    parse(&std::fs::read_to_string(folder.join(format!("{table}.csv"))).unwrap())
}

#[test]
fn every_row_has_every_column_and_text_comes_back() {
    let held = held();
    let folder = tempfile::tempdir().unwrap();
    csv::folder(&held, &[7], folder.path()).unwrap();
    for table in TABLES {
        let rows = read(folder.path(), table.name);
        let names: Vec<&str> = rows[0].iter().map(|c| c.as_deref().unwrap()).collect();
        assert_eq!(names, table.columns.iter().map(|c| c.name).collect::<Vec<_>>());
        assert!(rows.len() > 1, "{} is empty", table.name);
        assert!(rows.iter().all(|r| r.len() == names.len()), "{}", table.name);
    }
    let statements = read(folder.path(), "statements");
    let sentences: Vec<&str> = statements[1..].iter().map(|r| r[10].as_deref().unwrap()).collect();
    let want: Vec<&str> = held.dossier.account.statements.iter().map(|s| s.passage.text.as_str()).collect();
    assert_eq!(sentences, want);
    assert!(want.iter().any(|s| s.starts_with('-')), "a sentence that looks like a formula");
    let text = std::fs::read_to_string(folder.path().join("statements.csv")).unwrap();
    assert!(text.contains("\"'-5 degrees"), "{text}");
    let reports: Vec<Vec<Option<String>>> = read(folder.path(), "reports");
    let numbers: Vec<&str> = reports[1..].iter().map(|r| r[2].as_deref().unwrap()).collect();
    assert_eq!(numbers, ["2", "3", "5", "6", "9"]);
    let first: Vec<&str> = reports[1..].iter().map(|r| r[1].as_deref().unwrap()).collect();
    assert_eq!(first, ["2", "2", "5", "6", "9"]);
}

#[test]
fn a_story_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let error = csv::folder(&by_hand(), &[8], folder.path()).unwrap_err();
    assert_eq!(error.to_string(), "s8: no story of this number in the archive");
}

#[cfg(feature = "parquet")]
mod parquet {
    use super::*;
    use ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Float64Type, Int64Type};
    use arrow_array::{Array, RecordBatch};
    use arrow_schema::DataType;

    fn cell(batch: &RecordBatch, column: usize, row: usize) -> Option<String> {
        let array = batch.column(column);
        if array.is_null(row) {
            return None;
        }
        Some(match array.data_type() {
            DataType::Utf8 => array.as_string::<i32>().value(row).to_owned(),
            DataType::Int64 => array.as_primitive::<Int64Type>().value(row).to_string(),
            DataType::Float64 => array.as_primitive::<Float64Type>().value(row).to_string(),
            DataType::Boolean => array.as_boolean().value(row).to_string(),
            other => panic!("{other}"),
        })
    }

    fn rows(path: &Path) -> Vec<Vec<Option<String>>> {
        let file = std::fs::File::open(path).unwrap();
        let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
        let names = reader.schema().fields().iter().map(|f| Some(f.name().clone())).collect();
        let mut rows = vec![names];
        for batch in reader.build().unwrap() {
            let batch = batch.unwrap();
            rows.extend(
                (0..batch.num_rows()).map(|r| (0..batch.num_columns()).map(|c| cell(&batch, c, r)).collect()),
            );
        }
        rows
    }

    #[test]
    fn parquet_and_csv_say_the_same() {
        for held in [held(), by_hand()] {
            let folder = tempfile::tempdir().unwrap();
            csv::folder(&held, &[7], folder.path()).unwrap();
            firsthand_store::export::parquet::folder(&held, &[7], folder.path()).unwrap();
            for table in TABLES {
                let path = folder.path().join(format!("{}.parquet", table.name));
                assert_eq!(rows(&path), read(folder.path(), table.name), "{}", table.name);
                let again = tempfile::tempdir().unwrap();
                firsthand_store::export::parquet::folder(&held, &[7], again.path()).unwrap();
                let other = again.path().join(path.file_name().unwrap());
                assert_eq!(std::fs::read(path).unwrap(), std::fs::read(other).unwrap());
            }
        }
    }
}
