//! Story, reports, names and statements in the words of schema.org.

use super::{link, list, set};
use crate::export::{Dossier, Place, id};
use firsthand_core::account::{Entity, Origin, Statement};
use serde_json::{Value, json};

/// All nodes of a story: the collection, its reports, names, origins and statements.
pub fn nodes(dossier: &Dossier) -> Vec<Value> {
    let account = &dossier.account;
    let mut nodes = vec![collection(dossier)];
    nodes.extend(dossier.places().map(|place| article(&place)));
    nodes.extend(account.entities.iter().map(|e| named(dossier, e)));
    nodes.extend(account.origins.iter().map(|o| source(dossier, o)));
    nodes.extend(account.statements.iter().filter_map(|s| claim(dossier, s)));
    nodes
}

/// The story. It is a collection of reports and no article of its own.
fn collection(dossier: &Dossier) -> Value {
    let story = &dossier.account.story;
    let mut node = json!({
        "@id": id::story(dossier),
        "@type": "Collection",
        "identifier": format!("s{}", dossier.id),
        "name": story.headline,
        "description": story.finding,
    });
    let span = match (&story.first_published, &story.last_published) {
        (Some(first), Some(last)) if first != last => Some(format!("{first}/{last}")),
        (first, _) => first.clone(),
    };
    set(&mut node, "temporalCoverage", span);
    list(&mut node, "hasPart", dossier.places().map(|p| link(id::version(p.copy))).collect());
    let about = dossier.account.entities.iter().map(|e| link(id::entity(dossier, e)));
    list(&mut node, "mentions", about.collect());
    node
}

/// A report, in the version the account speaks of.
fn article(place: &Place<'_>) -> Value {
    let report = place.report;
    let mut node = json!({
        "@id": id::version(place.copy),
        "@type": "NewsArticle",
        "identifier": format!("r{}", place.copy.id),
    });
    set(&mut node, "url", report.url.clone());
    set(&mut node, "headline", report.title.clone());
    node["articleBody"] = report.body.as_str().into();
    let authors = report.byline.iter().flat_map(|b| b.split(", "));
    list(&mut node, "author", authors.map(|name| json!({ "@type": "Person", "name": name })).collect());
    let body = |name: &String| json!({ "@type": "Organization", "name": name });
    set(&mut node, "publisher", report.outlet.as_ref().map(body));
    list(&mut node, "sourceOrganization", report.credits.iter().map(body).collect());
    set(&mut node, "dateline", report.dateline.as_ref().and_then(|d| d.place.clone()));
    set(&mut node, "datePublished", report.published.value.clone());
    set(&mut node, "dateModified", report.updated.as_ref().and_then(|u| u.value.clone()));
    set(&mut node, "inLanguage", report.language.clone());
    let lines: Vec<&str> = report.credit_lines.iter().map(|c| c.text.as_str()).collect();
    set(&mut node, "creditText", (!lines.is_empty()).then(|| lines.join("\n")));
    let corrections = report.remarks.iter().filter(|r| r.kind == "correction");
    let corrections = corrections.map(|r| json!({ "@type": "CorrectionComment", "text": r.text }));
    list(&mut node, "correction", corrections.collect());
    if !place.earlier.is_empty() {
        node["version"] = (place.earlier.len() + 1).into();
    }
    node
}

fn named(dossier: &Dossier, entity: &Entity) -> Value {
    let kind = match entity.kind.as_str() {
        "person" => "Person",
        "organisation" => "Organization",
        "place" => "Place",
        "facility" => "CivicStructure",
        "event" => "Event",
        "work" => "CreativeWork",
        "product" => "Product",
        _ => "Thing",
    };
    let mut node = json!({ "@id": id::entity(dossier, entity), "@type": kind, "name": entity.name });
    let others = entity.forms.iter().filter(|f| f.text != entity.name);
    list(&mut node, "alternateName", others.map(|f| f.text.as_str().into()).collect());
    if kind == "Person" {
        list(&mut node, "jobTitle", entity.roles.iter().map(|r| r.as_str().into()).collect());
    }
    node
}

fn source(dossier: &Dossier, origin: &Origin) -> Value {
    let kind = match origin.kind.as_str() {
        "agency" | "outlet" => "NewsMediaOrganization",
        "organisation" => "Organization",
        "document" => "CreativeWork",
        "person" => "Person",
        _ => "Thing",
    };
    let mut node = json!({ "@id": id::origin(dossier, origin), "@type": kind, "name": origin.name });
    let same = origin.entity.as_ref().and_then(|e| dossier.account.entities.iter().find(|x| x.id == *e));
    set(&mut node, "sameAs", same.map(|e| id::entity(dossier, e)));
    node
}

/// A statement: what the report says, on whose word.
fn claim(dossier: &Dossier, statement: &Statement) -> Option<Value> {
    let place = dossier.place(&statement.report)?;
    let version = id::version(place.copy);
    let mut node = json!({
        "@id": id::statement(place.copy, statement),
        "@type": "Claim",
        "identifier": format!("s{} {}", dossier.id, statement.id),
        "text": statement.passage.text,
        "appearance": link(&version),
    });
    let origins = &dossier.account.origins;
    let origin = statement.origin.as_ref().and_then(|o| origins.iter().find(|x| x.id == *o));
    set(&mut node, "author", origin.map(|o| link(id::origin(dossier, o))));
    let names = statement.arguments.iter().filter_map(|a| a.entity.as_ref());
    let mut about: Vec<&Entity> =
        names.filter_map(|id| dossier.account.entities.iter().find(|e| e.id == *id)).collect();
    about.dedup_by(|a, b| a.id == b.id);
    list(&mut node, "about", about.into_iter().map(|e| link(id::entity(dossier, e))).collect());
    set(&mut node, "temporal", statement.time.as_ref().map(|t| t.value.clone()));
    Some(node)
}
