//! The page: what is on it, that it is sound HTML, and that it needs nothing else.

use crate::fixture::{bare, ferry};
use firsthand::page::page;
use html5gum::{Token, Tokenizer};

const VOID: [&[u8]; 4] = [b"meta", b"br", b"hr", b"img"];

/// Every start and end tag, checked for nesting; gives all attributes as (element, name, value).
fn attributes(html: &str) -> Vec<(String, String, String)> {
    let string = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut open: Vec<Vec<u8>> = Vec::new();
    let mut found = Vec::new();
    for token in Tokenizer::new(html) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                assert!(!tag.self_closing);
                for (name, value) in &tag.attributes {
                    found.push((string(&tag.name), string(name), string(value)));
                }
                if !VOID.contains(&&**tag.name) {
                    if &**tag.name == b"p" {
                        assert!(!open.iter().any(|o| &**o == b"p"), "a paragraph in a paragraph");
                    }
                    open.push(tag.name.to_vec());
                }
            }
            Token::EndTag(tag) => assert_eq!(open.pop().as_deref(), Some(&**tag.name), "ends what is open"),
            Token::Error(error) => panic!("not HTML: {error:?}"),
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?} is left open");
    found
}

#[test]
fn the_page_of_one_story() {
    insta::assert_snapshot!(page(&[ferry()]));
}

#[test]
fn it_is_sound_and_needs_nothing_else() {
    let mut other = ferry();
    other.story.id = "s3".into();
    for html in [page(&[]), page(&[bare()]), page(&[ferry()]), page(&[ferry(), bare(), other])] {
        let attributes = attributes(&html);
        let mut ids: Vec<&str> = attributes.iter().filter(|a| a.1 == "id").map(|a| &*a.2).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "every id once");
        for (element, name, value) in &attributes {
            match &**name {
                "href" if value.starts_with('#') => {
                    assert!(ids.contains(&&value[1..]), "{value} leads nowhere")
                }
                "href" => assert_eq!((&**element, &value[..8]), ("a", "https://")),
                "aria-labelledby" => assert!(ids.contains(&&**value), "{value} labels nothing"),
                "src" | "srcset" | "style" | "onclick" => panic!("{element} {name}={value}"),
                _ => {}
            }
        }
        assert!(
            !html.contains("<script")
                && !html.contains("<link")
                && !html.contains("@import")
                && !html.contains("url(")
        );
        assert_eq!(html.matches("<h1>").count(), 1);
        assert!(html.starts_with("<!doctype html>") && html.contains("name=\"viewport\""));
        assert!(html.contains("prefers-color-scheme: dark"));
    }
}

#[test]
fn headings_leave_out_no_level() {
    for html in [page(&[ferry()]), page(&[ferry(), bare()])] {
        let levels: Vec<u32> = html
            .match_indices("<h")
            .filter_map(|(at, _)| html[at + 2..].chars().next()?.to_digit(10))
            .collect();
        assert_eq!(levels[0], 1);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    }
}

#[test]
fn no_report_puts_markup_into_the_page() {
    let mut json = serde_json::to_value(ferry()).unwrap();
    poison(&mut json);
    let html = page(&[serde_json::from_value(json).unwrap()]);
    let found = attributes(&html);
    assert!(
        !found.iter().any(|(element, name, _)| element == "img" || name == "onerror"),
        "markup came through"
    );
    assert!(html.contains("&lt;img"), "what was written is still shown");
}

/// Adds markup to every text of an account but for ids and fixed words.
fn poison(value: &mut serde_json::Value) {
    const FIXED: [&str; 5] = ["measure", "status", "schema", "slot", "kind"];
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            serde_json::Value::String(text) => text.push_str("'\"><img src=x onerror=alert(1)>"),
            serde_json::Value::Array(items) => open.extend(items),
            serde_json::Value::Object(fields) => {
                open.extend(
                    fields.iter_mut().filter(|(key, _)| !FIXED.contains(&key.as_str())).map(|(_, v)| v),
                );
            }
            _ => {}
        }
    }
}

#[test]
fn evidence_marks_the_words_in_their_sentence() {
    let html = page(&[ferry()]);
    assert!(
        html.contains("killing <mark>at least seven people</mark>, the Meridian"),
        "a quantity in its sentence"
    );
    assert!(html.contains("on <mark>12 March</mark>"), "a date in its sentence");
    assert!(html.contains("<mark>Calder Radio said</mark>, citing"), "a citation in its sentence");
}
