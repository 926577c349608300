//! The page: what is on it, that it is sound HTML, and that it needs nothing else.

use crate::fixture::{bare, ferry};
use crate::sound::{attributes, levels, sound};
use firsthand::page::page;

#[test]
fn the_page_of_one_story() {
    insta::assert_snapshot!(page(&[ferry()]));
}

#[test]
fn it_is_sound_and_needs_nothing_else() {
    let mut other = ferry();
    other.story.id = "s3".into();
    for html in [page(&[]), page(&[bare()]), page(&[ferry()]), page(&[ferry(), bare(), other])] {
        for (element, name, value) in &sound(&html) {
            match &**name {
                "href" if !value.starts_with('#') => assert_eq!((&**element, &value[..8]), ("a", "https://")),
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
        assert_eq!(html.matches("<h1").count(), 1);
        assert!(html.starts_with("<!doctype html>") && html.contains("name=\"viewport\""));
        assert!(html.contains("prefers-color-scheme: dark"));
    }
}

#[test]
fn headings_leave_out_no_level() {
    for html in [page(&[ferry()]), page(&[ferry(), bare()])] {
        let levels = levels(&html);
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
pub(crate) fn poison(value: &mut serde_json::Value) {
    const FIXED: [&str; 5] = ["measure", "status", "schema", "slot", "kind"];
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            serde_json::Value::String(text) => text
                .push_str("\u{202E}'\"></script><script>alert(1)</script><img src=x onerror=alert(1)>\u{0}"),
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
