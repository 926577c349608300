//! The tables as CSV (RFC 4180), one file for each, in a folder.
//!
//! UTF-8, a header, lines that end with CR LF, cells in quotes where they must be. An empty cell is nothing at all, an
//! empty text is `""`. Text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end) gets an apostrophe in
//! front; so does text that begins with one, so that taking the first apostrophe away gives the text back.

use super::table::{Cell, Row, TABLES, Table, decided, ends_with_decisions};
use super::{Error, Source, named, source};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Writes all tables of these stories into a folder, which is made where there is none.
pub fn folder(from: &dyn Source, stories: &[i64], folder: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(folder).map_err(named(folder))?;
    let mut files: Vec<(Table, BufWriter<File>)> = Vec::new();
    for table in TABLES {
        let path = folder.join(format!("{}.csv", table.name));
        let mut file = BufWriter::new(File::create(&path).map_err(named(&path))?);
        head(&table, &mut file)?;
        files.push((table, file));
    }
    for &story in stories {
        let dossier = source::dossier(from, story)?;
        for (table, file) in &mut files {
            for row in (table.rows)(&dossier) {
                line(&row, file)?;
            }
        }
    }
    let by_hand = decided(&from.decisions()?);
    for (table, mut file) in files {
        if ends_with_decisions(&table) {
            for row in &by_hand {
                line(row, &mut file)?;
            }
        }
        file.flush()?;
    }
    Ok(())
}

/// Writes the names of the columns.
pub fn head(table: &Table, out: &mut dyn Write) -> Result<(), Error> {
    let names: Vec<&str> = table.columns.iter().map(|c| c.name).collect();
    Ok(write!(out, "{}\r\n", names.join(","))?)
}

/// Writes one row.
pub fn line(row: &Row, out: &mut dyn Write) -> Result<(), Error> {
    let cells: Vec<String> = row.iter().map(cell).collect();
    Ok(write!(out, "{}\r\n", cells.join(","))?)
}

/// A cell as it stands in the file.
pub fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Whole(number) => number.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Flag(flag) => flag.to_string(),
        Cell::Text(text) => quoted(text),
    }
}

fn quoted(text: &str) -> String {
    let plain = if is_risky(text) { format!("'{text}") } else { text.to_owned() };
    let must = plain.is_empty() || plain.contains(['"', ',', '\r', '\n']) || plain.trim() != plain;
    if must { format!("\"{}\"", plain.replace('"', "\"\"")) } else { plain }
}

/// Whether a spreadsheet could take the text for something else, or for ours with an apostrophe.
fn is_risky(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be_and_never_formulas() {
        for (given, want) in [
            (Cell::Empty, ""),
            ("".into(), "\"\""),
            ("harbour".into(), "harbour"),
            ("Lund, Sweden".into(), "\"Lund, Sweden\""),
            ("“no” and \"no\"".into(), "\"“no” and \"\"no\"\"\""),
            ("two\nlines".into(), "\"two\nlines\""),
            ("=HYPERLINK(A1)".into(), "'=HYPERLINK(A1)"),
            ("-5 degrees, he said".into(), "\"'-5 degrees, he said\""),
            ("@harbour".into(), "'@harbour"),
            ("+1".into(), "'+1"),
            ("\t=1".into(), "'\t=1"),
            ("'twas".into(), "''twas"),
            (Cell::Whole(-5), "-5"),
            (Cell::Number(2.5), "2.5"),
            (Cell::Number(7.0), "7"),
            (Cell::Flag(true), "true"),
        ] {
            assert_eq!(cell(&given), want, "{given:?}");
        }
    }
}
