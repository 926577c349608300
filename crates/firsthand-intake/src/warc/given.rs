//! What was given with a page before it was put into an archive: firsthand's own exports keep it in a field of the record.
//!
//! It says no more than a feed could say, and is trusted no further.

use firsthand_text::page::{Fact, Kind};
use serde_json::Value;

/// The name of the field, in lower case.
pub(super) const FIELD: &str = "firsthand-given";

/// How the names begin that stand in the place of an address, for pages that have none.
pub(super) const NAMES: &str = "urn:firsthand:";

/// What was given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) kind: Option<Kind>,
    pub(super) facts: Vec<Fact>,
}

/// Reads the field; what is not as it should be is left out.
pub(super) fn given(json: &str) -> Given {
    let Ok(value) = serde_json::from_str::<Value>(json) else { return Given::default() };
    let kind = match value.get("kind").and_then(Value::as_str) {
        Some("html") => Some(Kind::Html),
        Some("text") => Some(Kind::Text),
        _ => None,
    };
    let facts = value.get("facts").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    Given { kind, facts: facts.iter().filter_map(fact).collect() }
}

fn fact(value: &Value) -> Option<Fact> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let place = ["feed", "jsonl"].into_iter().find(|p| text("place") == Some(p))?;
    Some(Fact { place, key: text("key")?.to_owned(), value: text("value")?.to_owned(), page: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_given_is_read_and_nothing_else() {
        let json = r#"{"kind":"text","facts":[{"place":"feed","key":"title","value":"H\u00e5lt"},
            {"place":"json-ld","key":"headline","value":"x"},{"place":"feed","key":"title"},7]}"#;
        let fact = Fact { place: "feed", key: "title".into(), value: "Hålt".into(), page: None };
        assert_eq!(given(json), Given { kind: Some(Kind::Text), facts: vec![fact] });
        for other in ["", "{", "[]", "7", r#"{"kind":"pdf","facts":{}}"#] {
            assert_eq!(given(other), Given::default(), "{other}");
        }
    }
}
