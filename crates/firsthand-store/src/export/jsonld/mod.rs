//! JSON-LD: one document for each story, one a line.
//!
//! What is said of reports and statements in the words of schema.org, where it stands as Web Annotations, where it is from
//! in those of PROV-O. No rating, no verdict: there is no `ClaimReview` here, and there will be none.

pub mod annotation;
pub mod prov;
pub mod schema_org;
mod step;

use super::{Dossier, Error, Source, id, source};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write;

/// The context of schema.org.
pub const SCHEMA_ORG: &str = "https://schema.org/";
/// The context of Web Annotations.
pub const ANNOTATION: &str = "http://www.w3.org/ns/anno.jsonld";

/// Writes a document for each story.
pub fn write(from: &dyn Source, stories: &[i64], out: &mut dyn Write) -> Result<(), Error> {
    for &story in stories {
        serde_json::to_writer(&mut *out, &document(&source::dossier(from, story)?))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// The document of one story.
pub fn document(dossier: &Dossier) -> Value {
    let mut graph = schema_org::nodes(dossier);
    // Terms like `name` mean other things to annotations: each brings its own context.
    graph.extend(annotation::annotations(dossier).into_iter().map(|mut annotation| {
        if let Some(fields) = annotation.as_object_mut() {
            fields.shift_insert(0, "@context".into(), ANNOTATION.into());
        }
        annotation
    }));
    graph.extend(prov::nodes(dossier));
    json!({
        "@context": [SCHEMA_ORG, prov::context()],
        "@id": format!("{}#document", id::story(dossier)),
        "@graph": graph,
    })
}

/// The lineages of stories as one document in the words of PROV-O, each step with the passages that show it. Nodes that
/// several stories have (the program, agencies, outlets) are there once.
pub fn lineage(dossiers: &[Dossier]) -> Value {
    let mut graph: Vec<Value> = Vec::new();
    let mut told: BTreeSet<String> = BTreeSet::new();
    for node in dossiers.iter().flat_map(|d| prov::steps(d, true)) {
        if told.insert(node.to_string()) {
            graph.push(node);
        }
    }
    json!({ "@context": prov::context(), "@graph": graph })
}

/// A reference to another node.
pub(super) fn link(id: impl Into<String>) -> Value {
    json!({ "@id": id.into() })
}

/// Adds a field where there is something to say.
pub(super) fn set(node: &mut Value, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        node[key] = value.into();
    }
}

/// Adds a list where it is not empty.
pub(super) fn list(node: &mut Value, key: &str, values: Vec<Value>) {
    if !values.is_empty() {
        node[key] = values.into();
    }
}
