//! FollowTheMoney: an `Article` for each report and a `Mention` for each name in it, one entity a line.
//!
//! No `Person` is made of a string: who is meant is for the one who knows. A checksum is left out, since FollowTheMoney
//! takes it for the key of a file it holds.

use super::language::three_letters;
use super::{Dossier, Error, Place, Source, id, source};
use firsthand_core::account::Entity;
use jiff::Timestamp;
use jiff::civil::DateTime;
use serde_json::{Value, json};
use std::io::Write;

/// Writes the entities of these stories.
pub fn write(from: &dyn Source, stories: &[i64], out: &mut dyn Write) -> Result<(), Error> {
    for &story in stories {
        for entity in entities(&source::dossier(from, story)?) {
            serde_json::to_writer(&mut *out, &entity)?;
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}

/// The entities of one story: each report with its mentions behind it.
pub fn entities(dossier: &Dossier) -> Vec<Value> {
    let mut all = Vec::new();
    for place in dossier.places() {
        let article = format!("firsthand-article-{}", id::hash(&[&id::version(place.copy)]));
        all.push(entity(&article, "Article", properties(dossier, &place)));
        for name in &dossier.account.entities {
            all.extend(mentions(&article, &place, name));
        }
    }
    all
}

fn entity(id: &str, schema: &str, properties: Vec<(&'static str, Vec<String>)>) -> Value {
    let mut fields = serde_json::Map::new();
    for (name, values) in properties {
        let values: Vec<String> = values.into_iter().filter(|v| !v.trim().is_empty()).collect();
        if !values.is_empty() {
            fields.insert(name.into(), values.into());
        }
    }
    json!({ "id": id, "schema": schema, "properties": fields })
}

fn properties(dossier: &Dossier, place: &Place<'_>) -> Vec<(&'static str, Vec<String>)> {
    let (report, copy) = (place.report, place.copy);
    let one = |value: Option<String>| value.into_iter().collect::<Vec<_>>();
    let file = copy.location.rsplit(['/', '\\']).next().map(str::to_owned);
    vec![
        ("title", one(report.title.clone())),
        ("fileName", one(file)),
        ("author", report.byline.iter().flat_map(|b| b.split(", ")).map(str::to_owned).collect()),
        ("publisher", one(report.outlet.clone())),
        ("sourceUrl", one(report.url.clone())),
        ("language", one(report.language.as_deref().and_then(three_letters).map(str::to_owned))),
        ("publishedAt", one(report.published.value.as_deref().and_then(moment))),
        ("modifiedAt", one(report.updated.as_ref().and_then(|u| moment(u.value.as_deref()?)))),
        ("retrievedAt", one(copy.crawled.as_deref().and_then(moment))),
        ("bodyText", vec![report.body.clone()]),
        ("locationMentioned", names(dossier, place, &["place", "facility"])),
        ("namesMentioned", names(dossier, place, &["event", "work", "product", "other"])),
        ("processingAgent", vec![super::PROGRAM.to_owned()]),
    ]
}

/// The forms of names of these kinds that stand in a report.
fn names(dossier: &Dossier, place: &Place<'_>, kinds: &[&str]) -> Vec<String> {
    let named = dossier.account.entities.iter().filter(|e| kinds.contains(&e.kind.as_str()));
    named.flat_map(|e| forms(place, e)).collect()
}

fn forms(place: &Place<'_>, entity: &Entity) -> Vec<String> {
    let here = entity.forms.iter().filter(|f| f.reports.contains(&place.report.id));
    here.map(|f| f.text.clone()).collect()
}

/// A mention for each form of a person or organisation in a report.
fn mentions(article: &str, place: &Place<'_>, name: &Entity) -> Vec<Value> {
    let schema = match name.kind.as_str() {
        "person" => "Person",
        "organisation" => "Organization",
        _ => return Vec::new(),
    };
    let country = name.country.as_ref().map(|c| c.to_lowercase());
    let mention = |form: String| {
        let id = format!("firsthand-mention-{}", id::hash(&[article, schema, &form, &name.id]));
        let properties = vec![
            ("document", vec![article.to_owned()]),
            ("name", vec![form]),
            ("detectedSchema", vec![schema.to_owned()]),
            ("contextCountry", country.clone().into_iter().collect()),
        ];
        entity(&id, "Mention", properties)
    };
    forms(place, name).into_iter().map(mention).collect()
}

/// A date as FollowTheMoney keeps it: a day, a month or a year, or an instant in UTC without a zone. None for what is
/// none of these, such as an interval.
fn moment(edtf: &str) -> Option<String> {
    if let Ok(instant) = edtf.parse::<Timestamp>() {
        return Some(instant.strftime("%Y-%m-%dT%H:%M:%S").to_string());
    }
    if edtf.len() > 10 {
        return edtf.parse::<DateTime>().ok().map(|t| t.strftime("%Y-%m-%dT%H:%M:%S").to_string());
    }
    let parts: Vec<&str> = edtf.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|p| p.len()).collect();
    let is_date = matches!(lengths.as_slice(), [4] | [4, 2] | [4, 2, 2]);
    let is_known = parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()));
    (is_date && is_known).then(|| edtf.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_kept_as_exact_as_they_are() {
        for (edtf, want) in [
            ("2025-03-12", Some("2025-03-12")),
            ("2025-03", Some("2025-03")),
            ("2025", Some("2025")),
            ("2025-03-12T21:40Z", Some("2025-03-12T21:40:00")),
            ("2025-03-12T23:40:05+02:00", Some("2025-03-12T21:40:05")),
            ("2025-03-12T21:40", Some("2025-03-12T21:40:00")),
            ("2025-03-12~", None),
            ("../2025-03-12", None),
            ("198X", None),
            ("XXXX-09-15", None),
        ] {
            assert_eq!(moment(edtf).as_deref(), want, "{edtf}");
        }
    }
}
