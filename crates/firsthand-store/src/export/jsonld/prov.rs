//! Where reports and statements come from, in the words of PROV-O.
//!
//! Whether a text was copied is told by the passages, never by one figure: the kind of evidence, the part of the text that is
//! shared and the rule are written down. `fh:confidence` is said of whom a text was taken from, and of nothing else.

use super::{link, list, set, step};
use crate::export::{Dossier, Error, PROGRAM, Place, id};
use firsthand_core::account::{Origin, Statement};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write;

/// The terms used.
pub fn context() -> Value {
    json!({
        "prov": "http://www.w3.org/ns/prov#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "dcterms": "http://purl.org/dc/terms/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "oa": "http://www.w3.org/ns/oa#",
        "fh": "urn:firsthand:term:",
    })
}

/// Writes a story's provenance as one document.
pub fn write(dossier: &Dossier, out: &mut dyn Write) -> Result<(), Error> {
    let document = json!({ "@context": context(), "@graph": nodes(dossier) });
    serde_json::to_writer(&mut *out, &document)?;
    Ok(out.write_all(b"\n")?)
}

/// The nodes: program and activity, origins, versions of reports, texts that are known by name only, steps, statements.
pub fn nodes(dossier: &Dossier) -> Vec<Value> {
    let mut nodes = steps(dossier, false);
    let reading = activity_id(dossier);
    nodes.extend(dossier.account.statements.iter().filter_map(|s| statement(dossier, s, &reading)));
    nodes
}

/// As [`nodes`], without the statements; `passages` writes out those that show each step.
pub(super) fn steps(dossier: &Dossier, passages: bool) -> Vec<Value> {
    let account = &dossier.account;
    // Its name is made of all versions, so it is made once.
    let reading = activity_id(dossier);
    let mut nodes = vec![
        json!({ "@id": program(), "@type": ["prov:Agent", "prov:SoftwareAgent"], "rdfs:label": PROGRAM }),
        activity(dossier, &reading),
        story(dossier),
    ];
    nodes.extend(account.origins.iter().map(|o| agent(dossier, o)));
    nodes.extend(outlets(dossier));
    nodes.extend(dossier.places().flat_map(|p| versions(&p)));
    nodes.extend(account.origins.iter().filter(|o| is_unheld(dossier, o)).map(|o| unheld(dossier, o)));
    nodes.extend(account.lineage.iter().filter_map(|e| step::node(dossier, e, &reading, passages)));
    nodes
}

fn program() -> String {
    format!("urn:firsthand:program:{}", id::hash(&[PROGRAM]))
}

fn activity_id(dossier: &Dossier) -> String {
    let mut parts = vec![PROGRAM.to_owned()];
    parts.extend(dossier.places().map(|p| id::version(p.copy)));
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    format!("urn:firsthand:reading:{}", id::hash(&parts))
}

/// The reading of the reports. Named by the program's version and what was read: the same two give the same account.
fn activity(dossier: &Dossier, id: &str) -> Value {
    json!({
        "@id": id,
        "@type": "prov:Activity",
        "prov:used": dossier.places().map(|p| link(id::version(p.copy))).collect::<Vec<_>>(),
        "prov:wasAssociatedWith": link(program()),
    })
}

/// The story: the versions it is made of, and how many independent origins there are, where that was counted.
fn story(dossier: &Dossier) -> Value {
    let story = &dossier.account.story;
    let mut node = json!({
        "@id": id::story(dossier),
        "@type": ["prov:Entity", "prov:Collection"],
        "rdfs:label": story.headline,
        "prov:hadMember": dossier.places().map(|p| link(id::version(p.copy))).collect::<Vec<_>>(),
    });
    if story.support.certain > 0 {
        node["fh:certainOrigins"] = story.support.certain.into();
        node["fh:possibleOrigins"] = story.support.possible.into();
    }
    node
}

/// The outlets of the reports, as far as they are no origins themselves.
fn outlets(dossier: &Dossier) -> Vec<Value> {
    let told: BTreeSet<String> = dossier.account.origins.iter().map(|o| id::origin(dossier, o)).collect();
    let mut outlets: Vec<(String, &str)> =
        dossier.places().filter_map(|p| Some((outlet(&p)?, p.report.outlet.as_deref()?))).collect();
    outlets.sort();
    outlets.dedup();
    outlets.retain(|(urn, _)| !told.contains(urn));
    let node = |(urn, name): (String, &str)| json!({ "@id": urn, "@type": ["prov:Agent", "prov:Organization"], "rdfs:label": name });
    outlets.into_iter().map(node).collect()
}

/// The name of a report's outlet as an agent: that of the origin of this name.
fn outlet(place: &Place<'_>) -> Option<String> {
    place.report.outlet.as_deref().map(id::outlet)
}

fn agent(dossier: &Dossier, origin: &Origin) -> Value {
    let kind = match origin.kind.as_str() {
        "person" => json!(["prov:Agent", "prov:Person"]),
        "agency" | "outlet" | "organisation" => json!(["prov:Agent", "prov:Organization"]),
        _ => json!("prov:Agent"),
    };
    json!({ "@id": id::origin(dossier, origin), "@type": kind, "rdfs:label": origin.name })
}

/// All versions of a report, each a revision of the one before.
fn versions(place: &Place<'_>) -> Vec<Value> {
    let report = id::report(place);
    let mut before: Option<String> = None;
    let mut nodes = vec![json!({ "@id": report, "@type": "prov:Entity" })];
    for copy in place.earlier.iter().chain([place.copy]) {
        let urn = id::version(copy);
        let mut node = json!({
            "@id": urn,
            "@type": "prov:Entity",
            "prov:specializationOf": link(&report),
            "dcterms:identifier": copy.digest,
        });
        set(&mut node, "dcterms:title", copy.title.clone());
        set(&mut node, "prov:wasAttributedTo", outlet(place).map(link));
        set(&mut node, "prov:atLocation", copy.url.as_ref().map(link));
        set(&mut node, "dcterms:issued", copy.published.clone());
        set(&mut node, "dcterms:modified", copy.updated.clone());
        set(&mut node, "prov:wasRevisionOf", before.as_ref().filter(|b| **b != urn).map(link));
        before = Some(urn);
        nodes.push(node);
    }
    nodes
}

/// Whether the lineage leads to an origin whose own text was not read.
fn is_unheld(dossier: &Dossier, origin: &Origin) -> bool {
    dossier.account.lineage.iter().any(|e| e.from == origin.id || e.to == origin.id)
}

fn unheld_id(dossier: &Dossier, origin: &Origin) -> String {
    format!("{}#text", id::origin(dossier, origin))
}

/// A text that is known by the name of its origin only.
fn unheld(dossier: &Dossier, origin: &Origin) -> Value {
    json!({
        "@id": unheld_id(dossier, origin),
        "@type": "prov:Entity",
        "rdfs:label": format!("what {} said or published (not held)", origin.name),
        "prov:wasAttributedTo": link(id::origin(dossier, origin)),
    })
}

/// What an end of a step stands for.
pub(super) fn end(dossier: &Dossier, of: &str) -> Option<String> {
    if let Some(place) = dossier.place(of) {
        return Some(id::version(place.copy));
    }
    let origin = dossier.account.origins.iter().find(|o| o.id == of)?;
    Some(unheld_id(dossier, origin))
}

fn statement(dossier: &Dossier, statement: &Statement, reading: &str) -> Option<Value> {
    let place = dossier.place(&statement.report)?;
    let mut node = json!({
        "@id": id::statement(place.copy, statement),
        "@type": "prov:Entity",
        "prov:value": statement.passage.text,
        "prov:wasQuotedFrom": link(id::version(place.copy)),
        "prov:wasGeneratedBy": link(reading),
    });
    let mut sources: Vec<&str> = statement.attribution.iter().map(|a| a.source.as_str()).collect();
    sources.extend(statement.origin.as_deref());
    let mut seen: Vec<Value> = Vec::new();
    for origin in sources.iter().filter_map(|s| dossier.account.origins.iter().find(|o| o.id == *s)) {
        let agent = link(id::origin(dossier, origin));
        if !seen.contains(&agent) {
            seen.push(agent);
        }
    }
    list(&mut node, "prov:wasAttributedTo", seen);
    Some(node)
}
