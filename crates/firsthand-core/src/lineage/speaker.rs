//! Who speaks for whom: bodies without a name of their own, documents, and persons with an office.

use super::{Origin, OriginKind};
use crate::name::{Entity, Names};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Phrases of `data/bodies.tsv`.
fn bodies() -> &'static BTreeSet<&'static str> {
    static BODIES: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    BODIES.get_or_init(|| {
        let lines = include_str!("../../data/bodies.tsv").lines();
        lines.map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')).collect()
    })
}

/// The most words of a phrase of the list.
const LONGEST: usize = 3;
/// Words before a body that do not tell which one it is.
const PLAIN: [&str; 16] = [
    "the",
    "a",
    "an",
    "its",
    "his",
    "her",
    "their",
    "our",
    "local",
    "this",
    "that",
    "said",
    "country's",
    "nation's",
    "official",
    "city",
];

/// The words of a body that speaks without a name of its own, small and without article: `the Police` is `police`. None for
/// persons and things: `officials`, `the decision`.
pub(super) fn body(name: &str) -> Option<String> {
    let words: Vec<String> = name.split_whitespace().map(|w| w.replace('’', "'").to_lowercase()).collect();
    let ends = (1..=LONGEST.min(words.len())).any(|n| {
        let tail = words[words.len() - n..].join(" ");
        bodies().contains(tail.as_str())
    });
    if !ends || words.len() > LONGEST + 2 {
        return None;
    }
    let from = words.iter().position(|w| !PLAIN.contains(&w.as_str())).unwrap_or(0);
    Some(words[from..].join(" "))
}

/// Nouns for what is written down: the origin of what `court papers` say is the papers.
const DOCUMENTS: [&str; 14] = [
    "document",
    "filing",
    "paper",
    "letter",
    "email",
    "e-mail",
    "memo",
    "record",
    "transcript",
    "report",
    "statement",
    "study",
    "lawsuit",
    "complaint",
];

/// Whether a source is something written, by its last word.
pub(super) fn is_document(name: &str) -> bool {
    name.split_whitespace().next_back().is_some_and(|w| {
        let word = w.to_lowercase();
        DOCUMENTS.iter().any(|d| word == *d || word.strip_suffix('s') == Some(d))
    })
}

/// For each origin the one it speaks for: an officer for the body that a role of his names, a body called by its noun for the one
/// of the full name (`police`, `Oregon State Police`). None speaks for itself; no circles.
pub(super) fn speaks_for(origins: &[Origin], names: &Names) -> Vec<Option<usize>> {
    let entity = |o: &Origin| o.entity.and_then(|e| names.entities.get(e));
    let bodies: Vec<(usize, Vec<Vec<String>>)> = origins
        .iter()
        .enumerate()
        .filter(|(_, o)| o.kind == OriginKind::Organisation && entity(o).is_none_or(|e| !e.kind.is_place()))
        .map(|(n, o)| (n, forms(o, entity(o))))
        .collect();
    let of = |n: usize, origin: &Origin| match origin.kind {
        OriginKind::Person => officer_of(entity(origin)?, &bodies),
        OriginKind::Organisation if origin.entity.is_none() => {
            let own = content(&origin.name);
            let longer =
                |f: &Vec<String>| f.len() > own.len() && f.ends_with(&own) || of_one_country(&own, f);
            bodies.iter().find(|(b, f)| *b != n && !own.is_empty() && f.iter().any(longer)).map(|(b, _)| *b)
        }
        _ => None,
    };
    origins.iter().enumerate().map(|(n, o)| of(n, o)).collect()
}

/// Whether a body is called by its country in one form and by its people in the other: `Karvenia's state news agency`,
/// `Karvenian State News Agency`.
fn of_one_country(own: &[String], form: &[String]) -> bool {
    let ([one, rest @ ..], [other, others @ ..]) = (own, form) else { return false };
    rest.len() > 1
        && rest == others
        && one.len() > 3
        && (one.starts_with(other.as_str()) || other.starts_with(one.as_str()))
}

/// The body that a role of a person names, the one of most words.
fn officer_of(person: &Entity, bodies: &[(usize, Vec<Vec<String>>)]) -> Option<usize> {
    let roles: Vec<Vec<String>> = person.roles.iter().map(|r| content(r)).collect();
    let most = |forms: &[Vec<String>]| {
        forms.iter().flat_map(|f| roles.iter().filter_map(|r| words_in_common(f, r))).max()
    };
    let found = bodies.iter().filter_map(|(n, forms)| Some((most(forms)?, *n)));
    found.max_by_key(|(words, n)| (*words, std::cmp::Reverse(*n))).map(|(_, n)| n)
}

/// Offices that are called otherwise than their bodies: `trade minister`, `trade ministry`.
const OFFICES: [(&str, &str); 4] = [
    ("ministry", "minister"),
    ("department", "secretary"),
    ("embassy", "ambassador"),
    ("consulate", "consul"),
];

/// How many words of a body's name a role has, if it names it: all of them in a row (`officer of the Harrow police`), the last of
/// them before the office (`harbour police spokesman`, `Skarra Harbour Police`), or those of the office. A minister speaks for
/// the government.
fn words_in_common(body: &[String], role: &[String]) -> Option<usize> {
    let (last, before) = body.split_last()?;
    if role.windows(body.len()).any(|w| w == body) {
        return Some(body.len());
    }
    if let Some((_, of)) = role.split_last()
        && of.len() > 1
        && body.ends_with(of)
    {
        return Some(of.len());
    }
    let office = OFFICES.iter().find(|(body, _)| body == last).map(|(_, office)| *office);
    let holds =
        |w: &[String]| w.split_last().is_some_and(|(o, of)| Some(o.as_str()) == office && of == before);
    if !before.is_empty() && role.windows(body.len()).any(holds) {
        return Some(body.len());
    }
    let minister = role.iter().any(|w| matches!(w.as_str(), "minister" | "premier" | "chancellor"));
    (minister && body == ["government"]).then_some(0)
}

fn forms(origin: &Origin, entity: Option<&Entity>) -> Vec<Vec<String>> {
    let known = entity.into_iter().flat_map(|e| e.forms.iter().map(|f| f.text.as_str()));
    known.chain([origin.name.as_str()]).map(content).collect()
}

/// The words of a name that tell it from others, small, one form of a possessive.
fn content(name: &str) -> Vec<String> {
    let bare = |w: &str| {
        let word = w.to_lowercase().replace('’', "'");
        word.trim_end_matches("'s").trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
    };
    let small =
        |w: &String| !w.is_empty() && !matches!(w.as_str(), "the" | "of" | "for" | "and" | "a" | "an" | "in");
    name.split_whitespace().map(bare).filter(small).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_speak_without_a_name_and_persons_do_not() {
        let cases = [
            ("the Police", Some("police")),
            ("local police", Some("police")),
            ("Harrow police", Some("harrow police")),
            ("the interior ministry", Some("interior ministry")),
            ("state television", Some("state television")),
            ("police officials", None),
            ("a senior official", None),
            ("witnesses", None),
            ("the decision", None),
            ("the man who had called the police", None),
        ];
        for (name, expected) in cases {
            assert_eq!(body(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn roles_name_the_body_they_speak_for() {
        let cases = [
            ("Harrow Police", "officer of the Harrow police", Some(2)),
            ("Skarra Harbour Police", "harbour police spokesman", Some(2)),
            ("trade ministry", "Trade Minister", Some(2)),
            ("Commerce Department", "Commerce Secretary", Some(2)),
            ("the government", "trade minister", Some(0)),
            ("trade ministry", "minister", None),
            ("Harrow Police", "police officer", None),
            ("Skarra Council", "fisherman", None),
        ];
        for (body, role, expected) in cases {
            assert_eq!(words_in_common(&content(body), &content(role)), expected, "{role} of {body}");
        }
    }

    #[test]
    fn what_is_written_is_told_by_its_last_word() {
        let cases =
            [("court filings", true), ("a letter", true), ("the letter writer", false), ("papers", true)];
        for (name, expected) in cases {
            assert_eq!(is_document(name), expected, "{name}");
        }
    }
}
