//! Where reports and statements come from, in the words of PROV-O.
//!
//! Whether a text was copied is told by the passages, never by one figure of confidence: the kind of evidence, the part of
//! the text that is shared and the rule are written down.

use super::{link, list, set};
use crate::export::{Dossier, Error, PROGRAM, Place, id};
use firsthand_core::account::{Edge, Origin, Statement};
use serde_json::{Value, json};
use std::io::Write;

/// From this part of a body on, a copy is the same text in another place and not a text made from it.
const WHOLE: f64 = 0.9;

/// The terms used.
pub fn context() -> Value {
    json!({
        "prov": "http://www.w3.org/ns/prov#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "dcterms": "http://purl.org/dc/terms/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
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
    let account = &dossier.account;
    let mut nodes = vec![
        json!({ "@id": program(), "@type": ["prov:Agent", "prov:SoftwareAgent"], "rdfs:label": PROGRAM }),
        activity(dossier),
    ];
    nodes.extend(account.origins.iter().map(|o| agent(dossier, o)));
    nodes.extend(dossier.places().flat_map(|p| versions(&p)));
    nodes.extend(account.origins.iter().filter(|o| is_unheld(dossier, o)).map(|o| unheld(dossier, o)));
    nodes.extend(account.lineage.iter().filter_map(|e| derived(dossier, e)));
    nodes.extend(account.statements.iter().filter_map(|s| statement(dossier, s)));
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
fn activity(dossier: &Dossier) -> Value {
    json!({
        "@id": activity_id(dossier),
        "@type": "prov:Activity",
        "prov:used": dossier.places().map(|p| link(id::version(p.copy))).collect::<Vec<_>>(),
        "prov:wasAssociatedWith": link(program()),
    })
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
fn end(dossier: &Dossier, of: &str) -> Option<String> {
    if let Some(place) = dossier.place(of) {
        return Some(id::version(place.copy));
    }
    let origin = dossier.account.origins.iter().find(|o| o.id == of)?;
    Some(unheld_id(dossier, origin))
}

/// One step of the lineage.
fn derived(dossier: &Dossier, edge: &Edge) -> Option<Value> {
    let (child, parent) = (end(dossier, &edge.from)?, end(dossier, &edge.to)?);
    let is_whole = edge.share.is_some_and(|s| s >= WHOLE);
    let relation = match edge.kind.as_str() {
        "copies" if is_whole => "prov:alternateOf",
        "copies" | "quotes" => "prov:wasDerivedFrom",
        _ => "prov:hadPrimarySource",
    };
    let evidence = match edge.kind.as_str() {
        "copies" => "copied-text",
        "credits" => "credit-line",
        "quotes" => "shared-quote",
        _ => "named-in-text",
    };
    let kind = match relation {
        "prov:hadPrimarySource" => json!(["prov:Derivation", "prov:PrimarySource"]),
        _ => json!("prov:Derivation"),
    };
    let qualified = match relation {
        "prov:hadPrimarySource" => "prov:qualifiedPrimarySource",
        _ => "prov:qualifiedDerivation",
    };
    let mut step = json!({
        "@id": id::edge(dossier, edge),
        "@type": kind,
        "prov:entity": link(&parent),
        "prov:hadActivity": link(activity_id(dossier)),
        "dcterms:type": evidence,
        "dcterms:description": edge.reason,
    });
    set(&mut step, "dcterms:extent", edge.share.map(|s| s.to_string()));
    let mut node = json!({ "@id": child });
    node[relation] = link(parent);
    node[qualified] = step;
    Some(node)
}

fn statement(dossier: &Dossier, statement: &Statement) -> Option<Value> {
    let place = dossier.place(&statement.report)?;
    let mut node = json!({
        "@id": id::statement(place.copy, statement),
        "@type": "prov:Entity",
        "prov:value": statement.passage.text,
        "prov:wasQuotedFrom": link(id::version(place.copy)),
        "prov:wasGeneratedBy": link(activity_id(dossier)),
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
