//! WACZ 1.1.1: the evidence of one story in one file, that opens in players of web archives and in firsthand itself.
//!
//! The pages as they came (`archive/data.warc.gz`), an index, a list of pages, and beside them what firsthand says of
//! them: the account, statements, annotations, provenance. Dates are those of the pages, none is that of the export.

mod files;
mod index;
mod pages;
mod time;
mod warc;

use super::{Dossier, Error, PROGRAM, Source, id, source};
use crate::ReportRow;
use serde_json::json;
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

/// The version of the format that is written.
pub const VERSION: &str = "1.1.1";

/// One file of the package.
pub(crate) struct Part {
    /// Where it stands.
    path: &'static str,
    bytes: Vec<u8>,
    /// Whether it is packed already and must be stored as it is.
    packed: bool,
}

/// Writes the evidence of one story. Its pages are in memory while it is made, packed.
pub fn write(from: &dyn Source, story: i64, out: &mut dyn Write) -> Result<(), Error> {
    let dossier = source::dossier(from, story)?;
    let created = created(&dossier);
    let archive = warc::archive(from, &dossier, &created)?;
    let mut parts = vec![
        Part { path: "pages/pages.jsonl", bytes: pages::pages(&dossier)?, packed: false },
        Part { path: "indexes/index.cdx", bytes: index::lines(&archive.records).into_bytes(), packed: false },
        Part { path: "archive/data.warc.gz", bytes: archive.bytes, packed: true },
    ];
    parts.extend(files::files(&dossier)?);
    let package = package(&dossier, &created, &parts)?;
    let digest = json!({ "path": "datapackage.json", "hash": id::digest(&package) });
    parts.push(Part { path: "datapackage.json", bytes: package, packed: false });
    parts.push(Part { path: "datapackage-digest.json", bytes: line(&digest)?, packed: false });
    out.write_all(&zipped(&parts)?)?;
    Ok(())
}

/// When the newest page was fetched; where no date of fetching is known, when the newest came into the archive.
fn created(dossier: &Dossier) -> String {
    let copies = || dossier.copies.iter().flatten();
    let fetched = copies().filter_map(|copy| time::instant(copy.crawled.as_deref()?)).max();
    let added = || copies().filter_map(|copy| time::instant(&copy.added)).max();
    fetched.or_else(added).unwrap_or_else(|| time::UNKNOWN.to_owned())
}

/// When a page was fetched, or else came into the archive.
fn moment(copy: &ReportRow) -> String {
    let fetched = copy.crawled.as_deref().and_then(time::instant);
    fetched.or_else(|| time::instant(&copy.added)).unwrap_or_else(|| time::UNKNOWN.to_owned())
}

/// The list of what is in the package, with digests.
fn package(dossier: &Dossier, created: &str, parts: &[Part]) -> Result<Vec<u8>, Error> {
    let resources = parts.iter().map(|part| {
        let name = part.path.rsplit('/').next().unwrap_or(part.path);
        json!({ "name": name, "path": part.path, "hash": id::digest(&part.bytes), "bytes": part.bytes.len() })
    });
    let story = &dossier.account.story;
    let mut package = serde_json::to_vec_pretty(&json!({
        "profile": "data-package",
        "wacz_version": VERSION,
        "title": story.headline,
        "description": escaped(&story.finding),
        "created": created,
        "software": PROGRAM,
        "resources": resources.collect::<Vec<_>>(),
    }))?;
    package.push(b'\n');
    Ok(package)
}

/// The description is read as Markdown: what a report says must not become markup.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation() && !matches!(c, '.' | ',' | ':' | ';' | '\'' | '"' | '%' | '/') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// One JSON object and the end of its line.
fn line(value: &serde_json::Value) -> Result<Vec<u8>, Error> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    Ok(line)
}

/// The package as a ZIP, without a date of its own.
fn zipped(parts: &[Part]) -> Result<Vec<u8>, Error> {
    let failed = |error: zip::result::ZipError| Error::Write(std::io::Error::other(error));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        let method = if part.packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        zip.start_file(part.path, options).map_err(failed)?;
        zip.write_all(&part.bytes)?;
    }
    Ok(zip.finish().map_err(failed)?.into_inner())
}
