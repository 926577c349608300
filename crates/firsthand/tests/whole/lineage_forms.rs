//! The lineage for other programs: DOT, GraphML, JSON-LD, SVG; each is read back.

use crate::fixture::{bare, ferry};
use crate::lineage::{bridge, examples, over_bridge};
use crate::run::Run;
use firsthand::{draw, graph};
use firsthand_core::account::{Account, Edge, Report};
use firsthand_store::export::{Dossier, jsonld};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What no form may choke on.
const EVIL: &str = "\\\" ]; } \\N <b>&amp; -> ]]> \u{1b}[31m\u{202E}\u{FFFE}\u{0}'--><script>";

/// The ferry with names, titles, addresses and reasons that are out to break the form.
fn hostile() -> Account {
    let mut account = ferry();
    account.story.headline.push_str(EVIL);
    for report in &mut account.reports {
        let at = report.id.clone();
        report.outlet = Some(format!("{at}{EVIL}"));
        report.title = Some(EVIL.into());
        report.url = Some(format!("https://mole.example/{at}?{EVIL}"));
        report.location.push_str(EVIL);
    }
    account.origins.iter_mut().for_each(|o| o.name.push_str(EVIL));
    for edge in &mut account.lineage {
        edge.reason.push_str(EVIL);
        edge.evidence.iter_mut().for_each(|e| e.says.push_str(EVIL));
        edge.passages.iter_mut().for_each(|p| p.text.push_str(EVIL));
    }
    account
}

fn accounts(stdin: &str) -> Vec<Account> {
    let done = Run::new(["read", "-", "-q", "--json"]).stdin(stdin).done();
    done.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A statement of DOT: the ids it is of and its attributes.
type Stated = (Vec<String>, BTreeMap<String, String>);

/// Reads DOT as far as it is used here: quoted ids, `->`, attribute lists, one statement a line.
fn stated(dot: &str) -> Vec<Stated> {
    assert_eq!(dot.matches("digraph").count(), 1);
    let (mut all, mut depth) = (Vec::new(), 0);
    for line in dot.lines().map(str::trim) {
        let mut tokens = tokens(line).into_iter().peekable();
        depth += tokens.clone().filter(|t| t == "{").count();
        depth -= tokens.clone().filter(|t| t == "}").count();
        let Some(first) = tokens.next_if(|t| t.starts_with('"')) else { continue };
        let mut ids = vec![first];
        while tokens.next_if(|t| t == "->").is_some() {
            ids.push(tokens.next().unwrap());
        }
        assert_eq!(tokens.next().as_deref(), Some("["), "{line}");
        let mut attributes = BTreeMap::new();
        loop {
            let key = tokens.next().unwrap();
            assert_eq!(tokens.next().as_deref(), Some("="), "{line}");
            assert!(attributes.insert(key, tokens.next().unwrap()).is_none(), "{line}");
            match tokens.next().unwrap().as_str() {
                "," => {}
                "]" => break,
                other => panic!("{other} in {line}"),
            }
        }
        assert_eq!(tokens.collect::<Vec<_>>(), [";"], "{line}");
        all.push((ids, attributes));
    }
    assert_eq!(depth, 0, "what is opened is closed");
    all
}

fn tokens(line: &str) -> Vec<String> {
    let (mut all, mut rest) = (Vec::new(), line.trim());
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '"' => {
                let mut escaped = false;
                let end = rest.char_indices().skip(1).find(|(_, c)| {
                    let ends = *c == '"' && !escaped;
                    escaped = *c == '\\' && !escaped;
                    ends
                });
                end.unwrap_or_else(|| panic!("a quotation without end: {line}")).0 + 1
            }
            '-' => 2,
            c if c.is_alphanumeric() => {
                rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
            }
            c => c.len_utf8(),
        };
        all.push(rest[..end].to_owned());
        rest = rest[end..].trim_start();
    }
    all
}

#[test]
fn dot_has_every_step_between_nodes_that_are_there() {
    let [bridge] = &accounts(&bridge())[..] else { panic!("one story") };
    for accounts in [&[bridge][..], &[&ferry(), &bare()], &[&hostile()], &[]] {
        let dot = graph::dot(accounts);
        let stated = stated(&dot);
        let nodes: BTreeSet<&String> = stated.iter().filter(|s| s.0.len() == 1).map(|s| &s.0[0]).collect();
        let arrows: Vec<&Stated> = stated.iter().filter(|s| s.0.len() == 2).collect();
        assert!(arrows.iter().all(|s| s.0.iter().all(|id| nodes.contains(id))), "{dot}");
        let steps: Vec<&Edge> = accounts.iter().flat_map(|a| &a.lineage).collect();
        let or: usize = steps.iter().map(|e| e.or.len()).sum();
        assert_eq!(arrows.len(), steps.len() + or);
        assert_eq!(arrows.iter().filter(|s| s.1["class"] == "\"or\"").count(), or);
        let reports: usize = accounts.iter().map(|a| a.reports.len()).sum();
        assert_eq!(stated.iter().filter(|s| s.1["class"] == "\"report\"").count(), reports);
        assert!(!dot.contains(['\u{1b}', '\u{0}', '\u{202E}']), "{dot}");
    }
    let dot = graph::dot(&[&ferry()]);
    assert!(dot.contains("\"s1-r2\" -> \"s1-r4\" [class=\"copies\", label=\"86 %\""), "{dot}");
    assert!(dot.contains("label=\"Meridian Press Agency\\n(not collected)\""), "{dot}");
}

/// An element with its attributes and the text in it.
type Element = (String, BTreeMap<String, String>, String);

/// Reads XML, whole; fails where it is not well-formed.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut all, mut open, mut roots): (Vec<Element>, Vec<usize>, usize) = (Vec::new(), Vec::new(), 0);
    loop {
        let event = reader.read_event().unwrap_or_else(|e| panic!("{e} at {}", reader.error_position()));
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(start) | Event::Empty(start) => {
                roots += usize::from(open.is_empty());
                let attributes = start.attributes().map(|a| {
                    let a = a.unwrap();
                    let value = a.normalized_value(quick_xml::XmlVersion::default()).unwrap().into_owned();
                    (a.key.0.to_owned(), value)
                });
                let name = start.name().0.to_owned();
                all.push((name, attributes.collect(), String::new()));
                if !is_empty {
                    open.push(all.len() - 1);
                }
            }
            Event::End(_) => {
                open.pop().unwrap();
            }
            Event::Text(text) => {
                if let Some(at) = open.last() {
                    all[*at].2.push_str(&text);
                }
            }
            Event::GeneralRef(name) => {
                let at = *open.last().unwrap();
                let text = quick_xml::escape::unescape(&format!("&{};", &*name)).unwrap().into_owned();
                all[at].2.push_str(&text);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!((open.len(), roots), (0, 1), "one root, and what is opened is closed");
    let allowed = |c: char| !c.is_control() || c == '\n';
    assert!(
        xml.chars().all(|c| allowed(c) && !matches!(c, '\u{FFFE}' | '\u{FFFF}')),
        "characters XML has not"
    );
    all
}

#[test]
fn graphml_is_typed_and_has_every_step() {
    let [bridge] = &accounts(&bridge())[..] else { panic!("one story") };
    for accounts in [&[bridge][..], &[&ferry(), &bare()], &[&hostile()], &[]] {
        let xml = graph::graphml(accounts).unwrap();
        let all = elements(&xml);
        let named = |name: &'static str| all.iter().filter(move |e| e.0 == name);
        let types: BTreeMap<&str, &str> =
            named("key").map(|k| (k.1["id"].as_str(), k.1["attr.type"].as_str())).collect();
        for (_, attributes, text) in named("data") {
            match types[attributes["key"].as_str()] {
                "double" => assert!(text.parse::<f64>().is_ok(), "{text}"),
                "boolean" => assert!(text.parse::<bool>().is_ok(), "{text}"),
                "long" => assert!(text.parse::<i64>().is_ok(), "{text}"),
                other => assert_eq!(other, "string"),
            }
        }
        let nodes: BTreeSet<&str> = named("node").map(|n| n.1["id"].as_str()).collect();
        assert_eq!(nodes.len(), named("node").count(), "ids are given once");
        let steps: Vec<&Edge> = accounts.iter().flat_map(|a| &a.lineage).collect();
        assert_eq!(named("edge").count(), steps.len());
        for (_, attributes, _) in named("edge") {
            assert!(
                nodes.contains(attributes["source"].as_str())
                    && nodes.contains(attributes["target"].as_str())
            );
        }
        let data = |key: &'static str| named("data").filter(move |d| d.1["key"] == key).map(|d| d.2.as_str());
        let shares: Vec<f64> = data("edge-share").map(|s| s.parse().unwrap()).collect();
        assert_eq!(shares, steps.iter().filter_map(|e| e.share).collect::<Vec<_>>());
        let sure: Vec<f64> = data("edge-confidence").map(|s| s.parse().unwrap()).collect();
        assert_eq!(sure, steps.iter().filter_map(|e| e.confidence).collect::<Vec<_>>());
        assert_eq!(data("edge-or").count(), steps.iter().filter(|e| !e.or.is_empty()).count());
    }
    let xml = graph::graphml(&[&hostile()]).unwrap();
    let labels: Vec<String> = elements(&xml).into_iter().filter(|e| e.0 == "data").map(|e| e.2).collect();
    assert!(labels.iter().any(|l| l.contains("\\\" ]; } \\N <b>&amp; -> ]]>")), "{labels:?}");
}

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

/// Every key and type, and whether its prefix is in the context.
fn terms(value: &Value, all: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields.iter().filter(|(k, _)| *k != "@context") {
                all.insert(key.clone());
                if key == "@type" {
                    let types = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
                    all.extend(types.iter().map(|t| t.as_str().unwrap().to_owned()));
                }
                terms(value, all);
            }
        }
        Value::Array(items) => items.iter().for_each(|v| terms(v, all)),
        _ => {}
    }
}

/// The steps of a document, by their ids.
fn derivations(document: &Value) -> BTreeMap<String, Value> {
    let nodes = document["@graph"].as_array().unwrap().iter();
    let steps = nodes.flat_map(|n| {
        ["prov:qualifiedDerivation", "prov:qualifiedPrimarySource", "prov:qualifiedQuotation"]
            .into_iter()
            .filter_map(|key| n.get(key))
    });
    steps.map(|s| (s["@id"].as_str().unwrap().to_owned(), s.clone())).collect()
}

#[test]
fn json_ld_hangs_together() {
    let done = over_bridge(&["--json"]);
    assert_eq!((done.code, done.stdout.lines().count()), (0, 1));
    let bridge_read: Value = serde_json::from_str(&done.stdout).unwrap();
    let of = |accounts: Vec<Account>| {
        jsonld::lineage(&accounts.into_iter().map(|a| Dossier::of_files(Arc::new(a))).collect::<Vec<_>>())
    };
    for document in [bridge_read, of(vec![ferry(), bare()]), of(vec![hostile()])] {
        let (mut has, mut refers, mut used) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        ids(&document, &mut has, &mut refers);
        refers.retain(|id| id.starts_with("urn:"));
        assert!(refers.len() > 5 && refers.is_subset(&has), "{:?}", refers.difference(&has));
        terms(&document, &mut used);
        let context = document["@context"].as_object().unwrap();
        for term in used.iter().filter(|t| !t.starts_with('@')) {
            let prefix = term.split(':').next().unwrap();
            assert!(context.contains_key(prefix), "{term} is not in the context");
        }
    }
}

#[test]
fn json_ld_has_all_that_is_known_of_a_step() {
    let account = ferry();
    let document = jsonld::lineage(&[Dossier::of_files(Arc::new(account.clone()))]);
    let steps = derivations(&document);
    assert_eq!(steps.len(), account.lineage.len());
    let copied: Vec<&Value> = steps.values().filter(|s| s["dcterms:type"] == "copied-text").collect();
    let (second, first): (Vec<&Value>, Vec<&Value>) =
        copied.into_iter().partition(|s| s["fh:further"] == true);
    let [first] = first[..] else { panic!("one copy") };
    assert_eq!((&first["fh:share"], &first["fh:confidence"]), (&0.864.into(), &0.97.into()));
    assert_eq!(first["fh:alternative"]["@list"][0]["fh:odds"], 0.12);
    let cues: Vec<&Value> =
        first["fh:evidence"]["@list"].as_array().unwrap().iter().map(|e| &e["dcterms:type"]).collect();
    assert_eq!(cues, ["coverage", "time"]);
    let exact: Vec<&Value> =
        first["fh:passage"].as_array().unwrap().iter().map(|p| &p["oa:hasSelector"][0]["oa:exact"]).collect();
    assert_eq!(exact, ["“We are still counting,”", "“We are still counting,”"]);
    assert_eq!((second.len(), &second[0]["fh:confidence"]), (1, &0.61.into()));
    let text = document.to_string();
    for relation in
        ["prov:wasDerivedFrom", "prov:wasQuotedFrom", "prov:hadPrimarySource", "prov:wasAttributedTo"]
    {
        assert!(text.contains(&format!("\"{relation}\":")), "{relation}");
    }
}

#[test]
fn an_archive_names_steps_as_its_export_does() {
    let dir = tempfile::tempdir().unwrap();
    let archive = dir.path().join("news.db");
    assert_eq!(Run::new(["add", "-q"]).arg(examples()).arg("--archive").arg(&archive).done().code, 0);
    let lineage = Run::new(["lineage", "s2", "--json", "--archive"]).arg(&archive).done();
    let exported =
        Run::new(["export", "--format", "jsonld", "--story", "s2", "--archive"]).arg(&archive).done();
    assert_eq!((lineage.code, exported.code), (0, 0), "{}{}", lineage.stderr, exported.stderr);
    let [lineage, exported] = [lineage, exported].map(|done| serde_json::from_str(&done.stdout).unwrap());
    let (lineage, exported) = (derivations(&lineage), derivations(&exported));
    assert!(lineage.len() > 10);
    // A credit of the byline stands in no sentence.
    let passages = lineage.values().filter(|step| step.get("fh:passage").is_some()).count();
    assert!(passages > 5 && passages < lineage.len(), "{passages} of {}", lineage.len());
    for (id, mut step) in lineage {
        step.as_object_mut().unwrap().shift_remove("fh:passage");
        assert_eq!(Some(&step), exported.get(&id), "{id}");
    }
}

#[test]
fn a_drawing_stands_alone() {
    let [bridge] = &accounts(&bridge())[..] else { panic!("one story") };
    for accounts in [&[bridge][..], &[&ferry(), &bare()], &[&hostile()], &[]] {
        let svg = draw::alone(accounts);
        let all = elements(&svg);
        assert_eq!((all[0].0.as_str(), all[0].1["xmlns"].as_str()), ("svg", "http://www.w3.org/2000/svg"));
        let ids: Vec<&String> = all.iter().filter_map(|e| e.1.get("id")).collect();
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len());
        let style = &all.iter().find(|e| e.0 == "style").unwrap().2;
        assert!(style.contains("prefers-color-scheme: dark"));
        // Every class that is used and is no mere name of a thing has its style in the file.
        for class in all.iter().filter(|e| e.0 != "svg").filter_map(|e| e.1.get("class")) {
            let known = |word: &str| matches!(word, "step" | "origin") || style.contains(&format!(".{word}"));
            assert!(class.split(' ').all(known), "{class}");
        }
        for link in all.iter().filter(|e| e.0 == "a") {
            assert!(link.1["href"].starts_with("https://"), "{link:?}");
        }
        // What a drawing needs is in it.
        for word in ["<script", "<image", "@import", "url("] {
            assert!(!svg.contains(word), "{word}");
        }
    }
    let words: String = elements(&draw::alone(&[bridge])).into_iter().map(|e| e.2).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for name in ["Orlik Wire", "Northern Ledger", "5 alike: Basin Radio", "Fen Journal"] {
        assert!(words.contains(name), "{name} in {words}");
    }
}

#[test]
fn each_form_is_one_document_for_all_stories() {
    let dir = tempfile::tempdir().unwrap();
    for (form, begins, once) in [
        ("--dot", "digraph lineage {\n", "digraph"),
        ("--graphml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml", "<graph "),
        ("--json", "{\"@context\":{", "@context"),
        ("--svg", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ", "<svg"),
    ] {
        let run = || Run::new(["lineage", "-q", form]).arg(examples());
        let all = run().done();
        assert_eq!((all.code, all.stderr.as_str()), (0, ""));
        assert!(all.stdout.starts_with(begins) && all.stdout.ends_with('\n'), "{form}");
        assert_eq!(all.stdout.matches(once).count(), 1, "{form}");
        let one = run().arg("--story").arg("s2").done();
        for (word, other) in [("Velmora", false), ("Kelden", true), ("Karvenia", true)] {
            assert!(all.stdout.contains(word), "{form} {word}");
            assert_eq!(one.stdout.contains(word), !other, "{form} {word}");
        }
        let out = dir.path().join("out");
        let written = run().arg("--out").arg(&out).done();
        assert_eq!((written.code, written.stdout.as_str()), (0, ""));
        assert_eq!(std::fs::read_to_string(&out).unwrap(), all.stdout, "{form}");
    }
}

#[test]
fn a_story_of_a_thousand_copies_is_a_few_lines_and_soon_there() {
    let mut account = ferry();
    let (report, step) = (account.reports[1].clone(), account.lineage[2].clone());
    for n in 6..=1000 {
        account.reports.push(Report {
            id: format!("r{n}"),
            outlet: Some(format!("Paper {n}")),
            ..report.clone()
        });
        account.lineage.push(Edge {
            id: format!("l{n}"),
            from: format!("r{n}"),
            share: Some(0.95),
            passages: vec![],
            ..step.clone()
        });
    }
    let start = std::time::Instant::now();
    let tree = firsthand::show::descent::show(&[&account], false, 80);
    assert!(tree.contains("995 alike: Paper 6, Paper 7, Paper 8"), "{tree}");
    assert!(tree.contains("984 more") && tree.lines().count() < 30, "{tree}");
    let svg = draw::alone(&[&account]);
    assert!(svg.len() < 20_000, "{}", svg.len());
    let document = jsonld::lineage(&[Dossier::of_files(Arc::new(account))]);
    assert_eq!(derivations(&document).len(), 1004);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
