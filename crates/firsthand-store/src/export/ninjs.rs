//! ninjs 3.1 (News in JSON, IPTC): an item for each report and a composite one for each story, one a line.
//!
//! The schema is closed: what it has no field for stands in a side file, a line for each item, by its `uri`.

use super::{Dossier, Error, Place, Source, id, source};
use firsthand_core::account::Entity;
use serde_json::{Map, Value, json};
use std::io::Write;

/// Where the schema is.
const SCHEMA: &str = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";

/// Writes the items of these stories: the story, then its reports. What is only ours goes to `side`, where one is given.
pub fn write(
    from: &dyn Source,
    stories: &[i64],
    out: &mut dyn Write,
    mut side: Option<&mut dyn Write>,
) -> Result<(), Error> {
    for &story in stories {
        let dossier = source::dossier(from, story)?;
        for item in items(&dossier) {
            serde_json::to_writer(&mut *out, &item)?;
            out.write_all(b"\n")?;
        }
        let Some(side) = side.as_deref_mut() else { continue };
        for line in beside(&dossier) {
            serde_json::to_writer(&mut *side, &line)?;
            side.write_all(b"\n")?;
        }
    }
    Ok(())
}

/// The items of one story.
pub fn items(dossier: &Dossier) -> Vec<Value> {
    let mut items = vec![composite(dossier)];
    items.extend(dossier.places().map(|place| item(dossier, &place)));
    items
}

/// A new item: its name and type, and the standard it follows.
fn start(uri: String, kind: &str) -> Map<String, Value> {
    let mut item = Map::new();
    item.insert("uri".into(), uri.into());
    item.insert("standard".into(), json!({ "name": "ninjs", "version": "3.1", "schema": SCHEMA }));
    item.insert("type".into(), kind.into());
    item
}

fn set(item: &mut Map<String, Value>, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        item.insert(key.into(), value.into());
    }
}

fn list(item: &mut Map<String, Value>, key: &str, values: Vec<Value>) {
    set(item, key, (!values.is_empty()).then_some(values));
}

fn plain(role: &str, value: &str) -> Value {
    json!({ "role": role, "contentType": "text/plain", "value": value })
}

fn composite(dossier: &Dossier) -> Value {
    let story = &dossier.account.story;
    let mut item = start(id::story(dossier), "composite");
    list(&mut item, "headlines", vec![plain("main", &story.headline)]);
    list(&mut item, "descriptions", vec![plain("finding", &story.finding)]);
    names(&mut item, &dossier.account.entities.iter().collect::<Vec<_>>());
    let origins = dossier.account.origins.iter();
    let origins = origins.map(
        |o| json!({ "name": o.name, "role": "origin", "uri": id::origin(dossier, o), "literal": o.kind }),
    );
    list(&mut item, "infoSources", origins.collect());
    let reports = dossier.places().map(|p| {
        let mut part = json!({ "name": dossier.name(&p.report.id), "rel": "report", "uri": id::version(p.copy), "type": "text" });
        if let Some(title) = &p.report.title {
            part["headlines"] = json!([plain("main", title)]);
        }
        part
    });
    list(&mut item, "associations", reports.collect());
    list(&mut item, "altIds", vec![json!({ "role": "archive", "value": format!("s{}", dossier.id) })]);
    item.into()
}

fn item(dossier: &Dossier, place: &Place<'_>) -> Value {
    let (report, copy) = (place.report, place.copy);
    let mut item = start(id::version(copy), "text");
    set(&mut item, "representationType", Some("full"));
    set(&mut item, "version", Some((place.earlier.len() + 1).to_string()));
    let changed = report.updated.as_ref().and_then(|u| u.value.as_deref());
    set(&mut item, "versionCreated", changed.and_then(instant));
    set(&mut item, "contentCreated", report.published.value.as_deref().and_then(instant));
    set(&mut item, "language", report.language.clone());
    list(&mut item, "headlines", report.title.iter().map(|t| plain("main", t)).collect());
    let mut body = plain("main", &report.body);
    body["charCount"] = report.body.chars().count().into();
    body["wordCount"] = report.body.split_whitespace().count().into();
    list(&mut item, "bodies", vec![body]);
    let captions = report.captions.iter().map(|c| plain("caption", c));
    list(&mut item, "descriptions", captions.collect());
    set(&mut item, "by", report.byline.clone());
    set(&mut item, "located", report.dateline.as_ref().and_then(|d| d.place.clone()));
    let named = dossier.account.entities.iter();
    let here = named.filter(|e| e.forms.iter().any(|f| f.reports.contains(&report.id)));
    names(&mut item, &here.collect::<Vec<_>>());
    let mut sources: Vec<Value> =
        report.outlet.iter().map(|o| json!({ "name": o, "role": "publisher" })).collect();
    sources.extend(report.credits.iter().map(|c| json!({ "name": c, "role": "credit" })));
    list(&mut item, "infoSources", sources);
    let mut others = vec![json!({ "role": "archive", "value": format!("r{}", copy.id) })];
    others.extend(report.url.iter().map(|u| json!({ "role": "url", "value": u })));
    others.push(json!({ "role": "digest", "value": copy.digest }));
    list(&mut item, "altIds", others);
    item.into()
}

/// People, organisations, places and other things that are named.
fn names(item: &mut Map<String, Value>, named: &[&Entity]) {
    for (key, kinds) in [
        ("people", &["person"][..]),
        ("organisations", &["organisation"]),
        ("places", &["place", "facility"]),
        ("objects", &["group", "event", "work", "product", "other"]),
    ] {
        let these = named.iter().filter(|e| kinds.contains(&e.kind.as_str()));
        list(item, key, these.map(|e| json!({ "name": e.name, "rel": "mentions" })).collect());
    }
}

/// An instant as the schema wants it. A day is none: it stands in the side file.
fn instant(edtf: &str) -> Option<String> {
    let instant = edtf.parse::<jiff::Timestamp>().ok()?;
    Some(instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// What ninjs has no field for: how far counts are measured, dates by the day, answers side by side.
pub fn beside(dossier: &Dossier) -> Vec<Value> {
    let account = &dossier.account;
    let report = |id: &String| dossier.place(id).map(|p| id::version(p.copy));
    let points = account.points.iter().map(|p| {
        let variants = p.variants.iter().map(|v| {
            let reports: Vec<String> = v.reports.iter().filter_map(report).collect();
            json!({ "value": v.value, "origins": v.support.certain, "origins_possible": v.support.possible, "reports": reports })
        });
        json!({ "slot": p.slot, "label": p.label, "status": p.status, "reason": p.reason, "variants": variants.collect::<Vec<_>>() })
    });
    let mut lines = vec![json!({
        "uri": id::story(dossier),
        "measure": account.story.measure,
        "origins": account.story.origins,
        "origins_possible": account.story.support.possible,
        "first_published": account.story.first_published,
        "last_published": account.story.last_published,
        "points": points.collect::<Vec<_>>(),
    })];
    lines.extend(dossier.places().map(|p| {
        json!({
            "uri": id::version(p.copy),
            "published": p.report.published.value,
            "published_how": p.report.published.how,
            "updated": p.report.updated.as_ref().and_then(|u| u.value.clone()),
            "crawled": p.copy.crawled,
            "remarks": p.report.remarks,
            "notes": p.report.notes,
        })
    }));
    lines
}
