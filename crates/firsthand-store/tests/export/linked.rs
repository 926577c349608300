//! The JSON-LD hangs together, and says nothing it should not.

use crate::fixture::{by_hand, held};
use firsthand_store::export::jsonld;
use serde_json::Value;
use std::collections::BTreeSet;

/// Every id that a node has, and every one that is referred to.
fn ids(value: &Value, has: &mut BTreeSet<String>, refers: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(id) = fields.get("@id").and_then(Value::as_str) {
                if fields.len() == 1 {
                    refers.insert(id.into())
                } else {
                    has.insert(id.into())
                };
            }
            fields.iter().filter(|(k, _)| *k != "@context").for_each(|(_, v)| ids(v, has, refers));
        }
        Value::Array(items) => items.iter().for_each(|v| ids(v, has, refers)),
        _ => {}
    }
}

#[test]
fn what_is_referred_to_is_there() {
    for held in [held(), by_hand()] {
        let document = jsonld::document(&held.dossier);
        let (mut has, mut refers) = (BTreeSet::new(), BTreeSet::new());
        ids(&document, &mut has, &mut refers);
        refers.retain(|id| id.starts_with("urn:"));
        let missing: Vec<&String> = refers.difference(&has).collect();
        assert!(missing.is_empty(), "{missing:?}");
        assert!(refers.len() > 5);
        let annotated = document["@graph"].as_array().unwrap().iter().filter(|n| n["type"] == "Annotation");
        for annotation in annotated {
            let body = annotation["body"][0].as_str().or(annotation["target"][0].as_str()).unwrap();
            assert!(has.contains(body), "{body}");
        }
    }
}

#[test]
fn nothing_is_rated_and_only_known_contexts_are_named() {
    let text = jsonld::document(&held().dossier).to_string();
    // Confidence is said of a step, of whom a text was taken from.
    for word in ["ClaimReview", "reviewRating", "ratingValue", "credib", "trust"] {
        assert!(!text.contains(word), "{word}");
    }
    let document = jsonld::document(&held().dossier);
    assert_eq!(document["@context"][0], "https://schema.org/");
    let inner = document["@graph"].as_array().unwrap().iter().filter_map(|n| n.get("@context"));
    let inner: BTreeSet<&str> = inner.map(|c| c.as_str().unwrap()).collect();
    assert_eq!(inner, BTreeSet::from(["http://www.w3.org/ns/anno.jsonld"]));
}

#[test]
fn a_version_is_a_revision_of_the_one_before() {
    let held = held();
    let nodes = jsonld::prov::nodes(&held.dossier);
    let revisions: Vec<&Value> = nodes.iter().filter(|n| !n["prov:wasRevisionOf"].is_null()).collect();
    assert_eq!(revisions.len(), 1);
    let place = held.dossier.places().find(|p| !p.earlier.is_empty()).unwrap();
    let urn = |copy| firsthand_store::export::id::version(copy);
    assert_eq!(revisions[0]["@id"], urn(place.copy));
    assert_eq!(revisions[0]["prov:wasRevisionOf"]["@id"], urn(&place.earlier[0]));
}
