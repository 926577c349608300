//! Takes pages of chosen stories from the folder that `firsthand-batch` wrote.
//!
//! Only files that a stage's manifest names are read. The pages are as they came, so that they are read and grouped again by the rules
//! of this archive: stories and reports have its own numbers.

use crate::error::{Error, Kind};
use crate::{Archive, Imported, Keeping, Prepared, What, prepare};
use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch};
use firsthand_intake::Item;
use firsthand_text::Note;
use firsthand_text::language::Models;
use firsthand_text::page::{Fact, Kind as Page};
use flate2::read::ZlibDecoder;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReaderBuilder, RowSelection};
use rayon::prelude::*;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// How many pages are taken in one transaction.
const BATCH: usize = 200;

/// What a manifest says, as far as it is read here.
#[derive(Debug, Deserialize)]
struct Manifest {
    pieces: Vec<Piece>,
}

#[derive(Debug, Deserialize)]
struct Piece {
    name: String,
}

/// A fact that was given with a page.
#[derive(Debug, Deserialize)]
struct Given {
    place: String,
    key: String,
    value: String,
}

impl Archive {
    /// Takes all pages of these stories, named by their numbers in the tables; of all that have an account where none is named. What
    /// is acknowledged by `step` (pages so far) is on disk. A page that cannot be read is named, the rest goes through.
    ///
    /// # Errors
    /// A folder that is none of a batch, a story that is not in it; a full disk, a damaged archive.
    pub fn import_tables(
        &mut self,
        folder: &Path,
        stories: &[String],
        step: &dyn Fn(u64),
    ) -> Result<Imported, Error> {
        let wanted = wanted(folder, stories)?;
        let mut done = Imported::default();
        for file in pieces(folder, "extract", "stages/extract/pages-")? {
            let (items, faults) = pages(&file, &wanted)?;
            done.faults.extend(faults);
            for batch in items.chunks(BATCH) {
                let models = Models::built_in();
                let read = batch.par_iter().cloned().map(|item| prepare(item, &Keeping::default(), &models));
                let pages: Vec<Prepared> = read.collect();
                for outcome in self.put(&pages, &[])? {
                    match outcome.what {
                        What::Known => done.known += 1,
                        _ => done.reports += 1,
                    }
                }
                step(done.reports + done.known);
            }
        }
        Ok(done)
    }
}

fn request(message: String) -> Error {
    Error::new(Kind::Request, message)
}

/// The files of a table that the manifest of its stage names.
fn pieces(folder: &Path, stage: &str, table: &str) -> Result<Vec<PathBuf>, Error> {
    let path = folder.join("stages").join(stage).join("MANIFEST.json");
    let text = fs::read(&path).map_err(|_| {
        let what = "is not there: this is no folder of a whole run of firsthand-batch; run it to its end";
        request(format!("{} {what}", path.display()))
    })?;
    let manifest: Manifest = serde_json::from_slice(&text)
        .map_err(|error| request(format!("{}: {error}; run firsthand-batch again", path.display())))?;
    Ok(manifest
        .pieces
        .into_iter()
        .filter(|p| p.name.starts_with(table))
        .map(|p| folder.join(p.name))
        .collect())
}

/// Numbers and places of all versions of the reports of these stories.
fn wanted(folder: &Path, stories: &[String]) -> Result<BTreeSet<(String, String)>, Error> {
    let mut chosen: BTreeSet<String> = stories.iter().cloned().collect();
    if stories.is_empty() {
        for file in pieces(folder, "accounts", "summaries/")? {
            chosen.extend(texts(&file, ["story", "story"])?.into_iter().map(|[story, _]| story));
        }
    }
    let (mut members, mut found) = (BTreeSet::new(), BTreeSet::new());
    for file in pieces(folder, "stitch", "members/")? {
        for [story, report] in texts(&file, ["story", "report"])? {
            if chosen.contains(&story) {
                members.insert(report);
                found.insert(story);
            }
        }
    }
    if let Some(missing) = chosen.difference(&found).next() {
        return Err(request(format!("{missing}: there is no such story in {}/stories", folder.display())));
    }
    let mut out = BTreeSet::new();
    for file in pieces(folder, "fold", "reports/")? {
        for [report, newest, location] in texts(&file, ["report", "newest", "location"])? {
            if members.contains(&newest) {
                out.insert((report, location));
            }
        }
    }
    Ok(out)
}

/// A file's batches, of these columns and rows.
fn batches(path: &Path, columns: &[&str], rows: Option<RowSelection>) -> Result<Vec<RecordBatch>, Error> {
    let broken = |error: &dyn std::fmt::Display| {
        request(format!("{}: {error}; run firsthand-batch again", path.display()))
    };
    let file = File::open(path).map_err(|error| broken(&error))?;
    let mut builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| broken(&error))?;
    let fields = builder.schema().fields().iter().enumerate();
    let places: Vec<usize> =
        fields.filter(|(_, f)| columns.contains(&f.name().as_str())).map(|(n, _)| n).collect();
    let mask = ProjectionMask::roots(builder.parquet_schema(), places);
    if let Some(rows) = rows {
        builder = builder.with_row_selection(rows);
    }
    let reader = builder.with_projection(mask).build().map_err(|error| broken(&error))?;
    reader.collect::<Result<_, _>>().map_err(|error| broken(&error))
}

/// Some columns of text, row by row.
fn texts<const N: usize>(path: &Path, columns: [&str; N]) -> Result<Vec<[String; N]>, Error> {
    let mut out = Vec::new();
    for batch in batches(path, &columns, None)? {
        for row in 0..batch.num_rows() {
            out.push(columns.map(|name| text(&batch, name, row).unwrap_or_default()));
        }
    }
    Ok(out)
}

fn text(batch: &RecordBatch, column: &str, row: usize) -> Option<String> {
    let column = batch.column_by_name(column)?.as_string_opt::<i32>()?;
    column.is_valid(row).then(|| column.value(row).to_owned())
}

/// The pages of a file that are wanted, and what could not be read.
fn pages(path: &Path, wanted: &BTreeSet<(String, String)>) -> Result<(Vec<Item>, Vec<String>), Error> {
    let mut ranges = Vec::new();
    let mut at = 0;
    for batch in batches(path, &["id", "location"], None)? {
        let ids = batch.column_by_name("id").and_then(|c| c.as_fixed_size_binary_opt());
        for row in 0..batch.num_rows() {
            let id = ids.map(|ids| crate::export::hex(ids.value(row))).unwrap_or_default();
            let location = text(&batch, "location", row).unwrap_or_default();
            if wanted.contains(&(id, location)) {
                ranges.push(at..at + 1);
            }
            at += 1;
        }
    }
    if ranges.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let rows = RowSelection::from_consecutive_ranges(ranges.into_iter(), at);
    let columns = ["location", "crawled", "kind", "address", "charset", "facts", "notes", "size", "page"];
    let (mut items, mut faults) = (Vec::new(), Vec::new());
    for batch in batches(path, &columns, Some(rows))? {
        for row in 0..batch.num_rows() {
            match item(&batch, row) {
                Ok(item) => items.push(item),
                Err(why) => faults.push(why),
            }
        }
    }
    Ok((items, faults))
}

/// The page of a row. Errors: what of it cannot be read, in words.
fn item(batch: &RecordBatch, row: usize) -> Result<Item, String> {
    let cell = |name: &str| text(batch, name, row);
    let location = cell("location").unwrap_or_default();
    let bad = |what: &str| format!("{location}: its {what} cannot be read; skipped");
    let facts: Vec<Given> =
        serde_json::from_str(&cell("facts").unwrap_or_default()).map_err(|_| bad("facts"))?;
    let notes: Vec<Note> =
        serde_json::from_str(&cell("notes").unwrap_or_default()).map_err(|_| bad("notes"))?;
    let sizes = batch.column_by_name("size");
    let sizes = sizes.and_then(|c| c.as_primitive_opt::<arrow_array::types::UInt64Type>());
    let packed = batch.column_by_name("page").and_then(|c| c.as_binary_opt::<i32>());
    let (sizes, packed) = (sizes.ok_or_else(|| bad("size"))?, packed.ok_or_else(|| bad("page"))?);
    let mut bytes = Vec::new();
    let unpacked = ZlibDecoder::new(packed.value(row)).take(sizes.value(row)).read_to_end(&mut bytes);
    unpacked.map_err(|_| bad("page"))?;
    let place = |name: &str| if name == "jsonl" { "jsonl" } else { "feed" };
    let fact = |g: Given| Fact { place: place(&g.place), key: g.key, value: g.value, page: None };
    Ok(Item {
        kind: cell("kind").map(|kind| if kind == "text" { Page::Text } else { Page::Html }),
        address: cell("address"),
        charset: cell("charset"),
        crawled: cell("crawled"),
        location,
        bytes,
        record: None,
        facts: facts.into_iter().map(fact).collect(),
        notes,
    })
}
