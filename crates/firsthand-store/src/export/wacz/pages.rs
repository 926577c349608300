//! The list of pages: what a reader opens first, the newest version of each report.

use super::{line, moment, warc};
use crate::export::{Dossier, Error, Text, id};
use serde_json::json;

/// The list: a head, and a page a line. `text` is the text in which annotations count.
pub(super) fn pages(dossier: &Dossier) -> Result<Vec<u8>, Error> {
    let head = json!({ "format": "json-pages-1.0", "id": "pages", "title": "All Pages", "hasText": true });
    let mut lines = line(&head)?;
    for place in dossier.places() {
        let mut page = json!({
            "id": id::version(place.copy),
            "url": warc::address(place.copy, None),
            "ts": moment(place.copy),
        });
        if let Some(title) = &place.report.title {
            page["title"] = title.as_str().into();
        }
        page["text"] = Text::new(place.report).whole().into();
        lines.extend(line(&page)?);
    }
    Ok(lines)
}
