//! One step of the lineage in the words of PROV-O.
//!
//! The relation is said plainly (`prov:wasDerivedFrom`) and again with all that is known of it (`prov:qualifiedDerivation`).
//! PROV-O has no words for shares, odds and evidence: those are terms of our own (`fh:`), passages those of Web Annotation
//! (`oa:`).

use super::super::{Dossier, Place, Text, id};
use super::{link, list, prov, set};
use firsthand_core::account::{Edge, Passage};
use serde_json::{Value, json};

/// From this part of a body on, a copy is the same text in another place: also an alternate of it.
const WHOLE: f64 = 0.9;

/// How a kind of step is said.
struct Words {
    /// The relation.
    plain: &'static str,
    /// The relation to the node that has all of it.
    qualified: &'static str,
    /// The class of that node beside `prov:Derivation`.
    class: Option<&'static str>,
    /// What kind of evidence there is.
    evidence: &'static str,
}

/// One step, seen in this reading; None where an end of it is not known. Passages are written out where `passages` says so; elsewhere annotations
/// lead to the step.
pub(super) fn node(dossier: &Dossier, edge: &Edge, reading: &str, passages: bool) -> Option<Value> {
    let (child, parent) = (prov::end(dossier, &edge.from)?, prov::end(dossier, &edge.to)?);
    let words = words(&edge.kind);
    let class = match words.class {
        Some(class) => json!(["prov:Derivation", class]),
        None => json!("prov:Derivation"),
    };
    let mut step = json!({
        "@id": id::edge(dossier, edge),
        "@type": class,
        "prov:entity": link(&parent),
        "prov:hadActivity": link(reading),
        "dcterms:type": words.evidence,
        "dcterms:description": edge.reason,
    });
    set(&mut step, "fh:share", edge.share);
    set(&mut step, "fh:further", edge.second.then_some(true));
    set(&mut step, "fh:confidence", edge.confidence);
    let or = edge.or.iter().filter_map(|o| {
        let entity = link(prov::end(dossier, &o.to)?);
        Some(json!({ "@type": "fh:Alternative", "prov:entity": entity, "fh:odds": o.odds }))
    });
    ordered(&mut step, "fh:alternative", or.collect());
    let evidence = edge.evidence.iter();
    let evidence = evidence
        .map(|e| json!({ "@type": "fh:Evidence", "dcterms:type": e.cue, "dcterms:description": e.says }));
    ordered(&mut step, "fh:evidence", evidence.collect());
    if passages {
        let places: Vec<Value> = edge.passages.iter().filter_map(|p| passage(dossier, edge, p)).collect();
        list(&mut step, "fh:passage", places);
    }
    let mut node = json!({ "@id": child });
    node[words.plain] = link(&parent);
    if edge.kind == "copies" && edge.share.is_some_and(|s| s >= WHOLE) {
        node["prov:alternateOf"] = link(&parent);
    }
    node[words.qualified] = step;
    Some(node)
}

fn words(kind: &str) -> Words {
    let (plain, qualified, class, evidence) = match kind {
        "copies" => ("prov:wasDerivedFrom", "prov:qualifiedDerivation", None, "copied-text"),
        "quotes" => ("prov:wasQuotedFrom", "prov:qualifiedQuotation", Some("prov:Quotation"), "shared-quote"),
        kind => (
            "prov:hadPrimarySource",
            "prov:qualifiedPrimarySource",
            Some("prov:PrimarySource"),
            if kind == "credits" { "credit-line" } else { "named-in-text" },
        ),
    };
    Words { plain, qualified, class, evidence }
}

/// A list whose order means something: the likeliest and the weightiest first.
fn ordered(node: &mut Value, key: &str, values: Vec<Value>) {
    if !values.is_empty() {
        node[key] = json!({ "@list": values });
    }
}

/// A passage that shows a step: in which version, by its words and by its place.
fn passage(dossier: &Dossier, edge: &Edge, passage: &Passage) -> Option<Value> {
    let Place { report, copy, .. } = dossier.place(passage.report.as_deref().unwrap_or(&edge.from))?;
    let text = Text::new(report);
    let quote = text.quote(passage);
    let mut words = json!({ "@type": "oa:TextQuoteSelector", "oa:exact": quote.exact });
    set(&mut words, "oa:prefix", Some(&*quote.prefix).filter(|p| !p.is_empty()));
    set(&mut words, "oa:suffix", Some(&*quote.suffix).filter(|s| !s.is_empty()));
    let place = json!({ "@type": "oa:TextPositionSelector", "oa:start": quote.start, "oa:end": quote.end });
    let mut selectors = vec![words, place];
    if let Some([start, end]) = quote.bytes {
        selectors.push(json!({ "@type": "oa:DataPositionSelector", "oa:start": start, "oa:end": end }));
    }
    Some(json!({
        "@type": "oa:SpecificResource",
        "oa:hasSource": link(id::version(copy)),
        "oa:hasSelector": selectors,
    }))
}
