//! Rows of pages and reports: written, and made into what they were.

use crate::error::{Error, Kind};
use crate::packed;
use crate::prepare::{PageFacts, Prepared, Raw, facts_from, kind_named, record_from};
use crate::put::{MADE, outlet};
use firsthand_core::story::Met;
use firsthand_intake::{Found, Item, Options};
use firsthand_text::language::{Annotated, Models, outline as outline_of};
use firsthand_text::report::{self, Report};
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::ops::ControlFlow;
use std::path::Path;

/// The page of a report, as it came.
///
/// # Errors
/// A page kept by reference whose file has gone or changed; a damaged row.
pub(crate) fn item(step: &Connection, id: i64) -> Result<Option<Item>, Error> {
    let sql = "SELECT p.location, p.address, p.kind, p.charset, p.crawled, p.record, p.facts, p.notes, p.digest, p.size, p.bytes, f.path, p.start
               FROM page p LEFT JOIN file f ON f.id = p.file WHERE p.id = ?1";
    let mut query = step.prepare_cached(sql)?;
    let mut rows = query.query([id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let facts = facts(row)?;
    let (digest, size): (Vec<u8>, i64) = (row.get(8)?, row.get(9)?);
    let packed: Option<Vec<u8>> = row.get(10)?;
    let (path, start): (Option<String>, Option<i64>) = (row.get(11)?, row.get(12)?);
    let damaged = || Error::new(Kind::Damaged, format!("the page of r{id} does not unpack to what it was"));
    let bytes = match (packed, path, start) {
        (Some(packed), _, _) => packed::unpack(&packed, size as u64).ok_or_else(damaged)?,
        (None, Some(path), Some(start)) => referred(Path::new(&path), start as u64, id)?,
        _ => return Err(damaged()),
    };
    if Sha256::digest(&bytes).as_slice() != digest {
        return Err(damaged());
    }
    Ok(Some(Item {
        location: facts.location,
        bytes,
        kind: facts.kind,
        address: facts.address,
        charset: facts.charset,
        crawled: facts.crawled,
        record: facts.record,
        facts: facts.facts,
        notes: facts.notes,
    }))
}

fn facts(row: &Row<'_>) -> Result<PageFacts, Error> {
    let record: Option<String> = row.get(5)?;
    let (facts, notes): (String, String) = (row.get(6)?, row.get(7)?);
    Ok(PageFacts {
        location: row.get(0)?,
        address: row.get(1)?,
        kind: row.get::<_, Option<String>>(2)?.as_deref().and_then(kind_named),
        charset: row.get(3)?,
        crawled: row.get(4)?,
        record: record.as_deref().map(record_from).transpose()?,
        facts: facts_from(&facts)?,
        notes: serde_json::from_str(&notes)?,
    })
}

/// The bytes of a page that stands in a file.
fn referred(path: &Path, start: u64, id: i64) -> Result<Vec<u8>, Error> {
    let gone = |why: String| {
        let message =
            format!("the page of r{id} is kept in {}, which {why}; put the file back", path.display());
        Error::new(Kind::Missing, message)
    };
    let mut file = File::open(path).map_err(|e| gone(format!("cannot be opened ({e})")))?;
    file.seek(SeekFrom::Start(start)).map_err(|e| gone(format!("cannot be read ({e})")))?;
    let mut bytes = None;
    let done =
        firsthand_intake::read_from("", Box::new(file), &Options::default(), &mut |found| match found {
            Found::Page(item) => {
                bytes = Some(item.bytes);
                ControlFlow::Break(())
            }
            _ => ControlFlow::Continue(()),
        });
    let _ = done;
    bytes.ok_or_else(|| gone("has no page there any more".into()))
}

/// The report of a page, read again.
pub(crate) fn report(step: &Connection, id: i64) -> Result<Option<Report>, Error> {
    Ok(item(step, id)?.map(|item| report::report(&item.page())))
}

/// Its words and sentences, read again.
pub(crate) fn outline(step: &Connection, id: i64) -> Result<Option<Annotated>, Error> {
    Ok(report(step, id)?.map(|report| outline_of(report, &Models::built_in())))
}

/// The id of a file, made where there is none.
pub(crate) fn file(step: &Connection, path: &Path) -> Result<i64, Error> {
    let path = path.to_string_lossy();
    let known: Option<i64> = step
        .prepare_cached("SELECT id FROM file WHERE path = ?1")?
        .query_row([&path], |r| r.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    step.prepare_cached("INSERT INTO file(path) VALUES (?1)")?.execute([&path])?;
    Ok(step.last_insert_rowid())
}

/// Writes a page as it came, under this number or under the next.
pub(crate) fn insert_page(step: &Connection, id: Option<i64>, page: &Prepared) -> Result<(), Error> {
    let (bytes, file, start) = match &page.raw {
        Raw::Packed(bytes) => (Some(bytes), None, None),
        Raw::In(path, start) => (None, Some(file(step, path)?), Some(*start as i64)),
    };
    let facts = &page.page;
    step.prepare_cached(
        "INSERT INTO page(id, location, address, kind, charset, crawled, record, facts, notes, digest, size, bytes, file, start)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?
    .execute(params![
        id,
        facts.location,
        facts.address,
        facts.kind_name(),
        facts.charset,
        facts.crawled,
        facts.record_json()?,
        facts.facts_json()?,
        serde_json::to_string(&facts.notes)?,
        page.digest,
        page.size as i64,
        bytes,
        file,
        start,
    ])?;
    Ok(())
}

/// Writes what was read of a page.
#[allow(clippy::too_many_arguments)]
pub(crate) fn insert_report(
    step: &Connection,
    id: i64,
    first: i64,
    newest: bool,
    story: i64,
    key: Option<String>,
    page: &Prepared,
    now: &str,
) -> Result<(), Error> {
    let report = &page.outline.report;
    let outlet = report.outlet.as_deref().map(|name| outlet(step, name)).transpose()?;
    let notes: Vec<&str> = report.notes.iter().map(|n| n.message.as_str()).collect();
    let credits: Vec<&str> = report.credits.iter().map(|c| c.name.as_str()).collect();
    step.prepare_cached(
        "INSERT INTO report(id, first, newest, story, url, url_key, host, outlet, title, body, byline, credits, published, how, updated, day, language, notes, trace, made, added)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)",
    )?
    .execute(params![
        id,
        first,
        newest,
        story,
        report.url,
        key,
        page.host,
        outlet,
        report.title().unwrap_or_default(),
        report.body(),
        (!report.byline.is_empty()).then(|| report.byline.join(", ")),
        serde_json::to_string(&credits)?,
        report.published.value,
        report.published.how.map(|h| h.name()),
        report.updated.value,
        day(report, now),
        report.language,
        serde_json::to_string(&notes)?,
        // What grouping compares is written once the story is known ([`write_state`]).
        [0u8; 0],
        MADE,
        now,
    ])?;
    Ok(())
}

/// Writes what grouping compares of a report: it depends on what was there when the report came.
pub(crate) fn write_state(step: &Connection, id: i64, met: &Met) -> Result<(), Error> {
    step.prepare_cached("UPDATE report SET trace = ?2 WHERE id = ?1")?
        .execute(params![id, met.to_bytes()])?;
    Ok(())
}

/// The day a report is listed under: published, else fetched, else added.
pub(crate) fn day(report: &Report, now: &str) -> String {
    known_day(report).unwrap_or_else(|| now.get(..10).unwrap_or_default().to_owned())
}

/// The day a report was published, else fetched.
pub(crate) fn known_day(report: &Report) -> Option<String> {
    let crawled = || report.crawled.as_deref()?.get(..10)?.parse().ok();
    let day: Option<jiff::civil::Date> = report.published.day.or_else(crawled);
    day.map(|d| d.to_string())
}

/// Writes the names of a report.
pub(crate) fn insert_names(
    step: &Connection,
    id: i64,
    names: &[(String, &'static str, u64)],
) -> Result<(), Error> {
    let mut known = step.prepare_cached("SELECT id FROM name WHERE text = ?1 AND kind = ?2")?;
    let mut add = step.prepare_cached("INSERT INTO name(text, kind) VALUES (?1, ?2)")?;
    let mut mention = step.prepare_cached("INSERT INTO mention VALUES (?1, ?2, ?3)")?;
    for (text, kind, count) in names {
        let found: Option<i64> = known.query_row(params![text, kind], |r| r.get(0)).optional()?;
        let name = match found {
            Some(name) => name,
            None => {
                add.execute(params![text, kind])?;
                step.last_insert_rowid()
            }
        };
        mention.execute(params![id, name, *count as i64])?;
    }
    Ok(())
}

/// Puts the words of a report into the index.
pub(crate) fn learn_words(step: &Connection, id: i64) -> Result<(), Error> {
    let sql = "INSERT INTO words(rowid, title, body) SELECT id, title, body FROM report WHERE id = ?1";
    step.prepare_cached(sql)?.execute([id])?;
    Ok(())
}

/// Takes the words of a report out of the index.
pub(crate) fn forget_words(step: &Connection, id: i64) -> Result<(), Error> {
    let sql = "INSERT INTO words(words, rowid, title, body) SELECT 'delete', id, title, body FROM report WHERE id = ?1";
    step.prepare_cached(sql)?.execute([id])?;
    Ok(())
}
