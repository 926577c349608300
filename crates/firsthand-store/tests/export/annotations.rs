//! Every selector gives back its words: by quotation, by position in the text, by bytes of the page.

use crate::fixture::{Held, by_hand, held};
use firsthand_store::export::{Text, jsonld};
use serde_json::Value;
use std::collections::BTreeMap;

/// The text and the bytes of each report, by what annotations call it.
fn pages(held: &Held) -> BTreeMap<String, (Vec<char>, Vec<u8>)> {
    let page = |p: firsthand_store::export::Place<'_>| {
        let address = p.copy.url.clone().unwrap_or_else(|| firsthand_store::export::id::version(p.copy));
        let text = Text::new(p.report).whole().chars().collect();
        (address, (text, held.items[&p.copy.id].bytes.clone()))
    };
    held.dossier.places().map(page).collect()
}

fn number(selector: &Value, key: &str) -> usize {
    usize::try_from(selector[key].as_u64().unwrap()).unwrap()
}

/// Holds the selectors of one target against its page; gives the kinds that were there.
fn check(target: &Value, pages: &BTreeMap<String, (Vec<char>, Vec<u8>)>) -> Vec<String> {
    let (text, bytes) = &pages[target["source"].as_str().unwrap()];
    let selectors = target["selector"].as_array().unwrap();
    let quote = &selectors[0];
    assert_eq!(quote["type"], "TextQuoteSelector");
    let exact = quote["exact"].as_str().unwrap();
    let part = |key: &str| quote[key].as_str().unwrap_or_default().to_owned();
    let whole: String = text.iter().collect();
    assert!(whole.contains(&format!("{}{exact}{}", part("prefix"), part("suffix"))), "{quote}");
    for selector in &selectors[1..] {
        let (start, end) = (number(selector, "start"), number(selector, "end"));
        match selector["type"].as_str().unwrap() {
            "TextPositionSelector" => {
                assert_eq!(text[start..end].iter().collect::<String>(), exact);
                let prefix = part("prefix");
                assert!(text[..start].iter().collect::<String>().ends_with(&prefix));
                assert_eq!(prefix.chars().count(), start.min(32));
            }
            "DataPositionSelector" => {
                let found = String::from_utf8_lossy(&bytes[start..end]).into_owned();
                let first: Vec<&str> = exact.split_whitespace().filter(|w| w.is_ascii()).collect();
                assert!(
                    first.iter().all(|w| found.contains(w.trim_matches(['"', '“', '”', '—']))),
                    "{found} | {exact}"
                );
            }
            other => panic!("{other}"),
        }
    }
    selectors.iter().map(|s| s["type"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_selector_gives_back_its_words() {
    for (held, least) in [(held(), 8), (by_hand(), 2)] {
        let pages = pages(&held);
        let all = jsonld::annotation::annotations(&held.dossier);
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for annotation in &all {
            let target = &annotation["target"];
            let many = target.as_array().map_or_else(|| vec![target.clone()], Clone::clone);
            for target in many.iter().filter(|t| t.is_object()) {
                for kind in check(target, &pages) {
                    *seen.entry(kind).or_default() += 1;
                }
            }
        }
        let statements = held.dossier.account.statements.len();
        assert!(statements >= least, "{statements}");
        assert!(seen["TextQuoteSelector"] >= statements && seen["TextPositionSelector"] >= statements);
        assert!(seen["DataPositionSelector"] >= statements, "{seen:?}");
    }
}

#[test]
fn positions_count_in_the_title_as_well() {
    let held = held();
    let titles = held.dossier.account.statements.iter().filter(|s| s.passage.part.is_some()).count();
    assert!(titles > 0, "the fixture should have a statement in a title");
}
