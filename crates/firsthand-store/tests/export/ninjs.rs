//! ninjs: the fields are those of the published schema.

use crate::fixture::{by_hand, held};
use firsthand_store::export::ninjs;
use serde_json::Value;

/// Fields of an item in ninjs 3.1 that we use, and of the objects in their lists.
const FIELDS: [(&str, &[&str]); 18] = [
    ("uri", &[]),
    ("standard", &["name", "version", "schema"]),
    ("type", &[]),
    ("representationType", &[]),
    ("version", &[]),
    ("versionCreated", &[]),
    ("contentCreated", &[]),
    ("language", &[]),
    ("headlines", &["role", "contentType", "value"]),
    ("descriptions", &["role", "contentType", "value"]),
    ("bodies", &["role", "contentType", "charCount", "wordCount", "value"]),
    ("by", &[]),
    ("located", &[]),
    ("people", &["name", "rel", "uri", "literal"]),
    ("organisations", &["name", "rel", "uri", "literal"]),
    ("places", &["name", "rel", "uri", "literal"]),
    ("objects", &["name", "rel", "uri", "literal"]),
    ("infoSources", &["name", "role", "uri", "literal"]),
];

fn check(item: &Value) {
    for (key, value) in item.as_object().unwrap() {
        match key.as_str() {
            "associations" => value.as_array().unwrap().iter().for_each(|part| {
                let mut part = part.clone();
                let own = part.as_object_mut().unwrap();
                assert!(own.remove("name").is_some() && own.remove("rel").is_some());
                check(&part);
            }),
            "altIds" => {
                let ids = value.as_array().unwrap();
                assert!(ids.iter().all(|i| i.as_object().unwrap().keys().eq(["role", "value"])));
            }
            key => {
                let known = FIELDS.iter().find(|(name, _)| *name == key);
                let (_, inner) = known.unwrap_or_else(|| panic!("{key} is no field"));
                let objects = value.as_array().map_or_else(|| vec![value.clone()], Clone::clone);
                for object in objects.iter().filter_map(Value::as_object) {
                    assert!(object.keys().all(|k| inner.contains(&k.as_str())), "{key}: {object:?}");
                }
                assert_eq!(value.is_string(), inner.is_empty(), "{key}");
            }
        }
    }
    assert!(item["uri"].as_str().unwrap().starts_with("urn:firsthand:"));
}

#[test]
fn items_have_only_fields_of_the_standard() {
    for held in [held(), by_hand()] {
        let items = ninjs::items(&held.dossier);
        assert_eq!(items.len(), held.dossier.account.reports.len() + 1);
        items.iter().for_each(check);
        assert_eq!(items[0]["type"], "composite");
        let parts: Vec<&Value> =
            items[0]["associations"].as_array().unwrap().iter().map(|a| &a["uri"]).collect();
        assert_eq!(parts, items[1..].iter().map(|i| &i["uri"]).collect::<Vec<_>>());
        let beside = ninjs::beside(&held.dossier);
        let uris = |of: &[Value]| of.iter().map(|i| i["uri"].clone()).collect::<Vec<_>>();
        assert_eq!(uris(&beside), uris(&items));
    }
}

/// `FIRSTHAND_NINJS` names the schema as IPTC publishes it (`ninjs-schema_3.1.json`).
#[test]
fn items_follow_the_published_schema() {
    let Ok(path) = std::env::var("FIRSTHAND_NINJS") else {
        eprintln!("skipped: FIRSTHAND_NINJS does not name the schema of ninjs 3.1");
        return;
    };
    let script = "import json,sys,jsonschema\n\
        schema=json.load(open(sys.argv[1]))\n\
        schema['$defs']['ninjsType']['properties']['places']['items']['properties'].pop('geoJSON')\n\
        check=jsonschema.Draft202012Validator(schema,format_checker=jsonschema.FormatChecker())\n\
        bad=[e.message for l in open(sys.argv[2]) for e in check.iter_errors(json.loads(l))]\n\
        print(bad)\nsys.exit(1 if bad else 0)";
    let folder = tempfile::tempdir().unwrap();
    for (n, held) in [held(), by_hand()].into_iter().enumerate() {
        let file = folder.path().join(format!("{n}.jsonl"));
        let mut out = Vec::new();
        ninjs::write(&held, &[7], &mut out, None).unwrap();
        std::fs::write(&file, out).unwrap();
        let args = ["-c", script, &path, crate::tool::name(&file)];
        let Some((fine, said)) = crate::tool::python("jsonschema", &args) else { return };
        assert!(fine, "{said}");
    }
}
