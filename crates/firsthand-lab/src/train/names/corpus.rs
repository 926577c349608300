//! Annotated texts, brought to one way of cutting words and to one guideline.
//!
//! The guideline: a person's name has no title or role in it; a country is a place whatever it does; a word for a
//! people, a pronoun or a role alone is no name; a name begins and ends with its own words, not with `the`, `'s`
//! or a common noun.

use crate::words::{self, Group};
use anyhow::Result;
use firsthand_text::language::NameKind;
use firsthand_text::language::country::{self, Sense};
use firsthand_text::language::name::label::Found;
use firsthand_text::language::name::rule::without_roles;
use firsthand_text::language::name::sort;
use std::path::Path;

/// Sentences of sets that mark no documents are taken as texts of this many.
const PIECE: usize = 8;

/// One sentence with its names.
#[derive(Debug, Clone, Default)]
pub(super) struct Sentence {
    pub(super) words: Vec<String>,
    pub(super) names: Vec<Found>,
}

/// One text.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    pub(super) sentences: Vec<Sentence>,
    /// It is annotated by the guideline that is fitted, the others by another.
    pub(super) apart: bool,
    /// Its marks do not tell a facility from a place, and leave out events, works and products.
    pub(super) coarse: bool,
}

impl Text {
    pub(super) fn len(&self) -> usize {
        self.sentences.iter().map(|s| s.words.len()).sum()
    }
}

/// Whose guideline the names of a set are brought to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guideline {
    /// This program's.
    Ours,
    /// The set's own.
    Theirs,
}

/// Reads one set.
pub(super) fn read(path: &Path, set: &str, guideline: Guideline) -> Result<Vec<Text>> {
    Ok(cut(&words::documents(&crate::predict::text(path)?), set, guideline))
}

/// Documents of tokens and tags as texts.
pub(super) fn cut(documents: &[Vec<Line>], set: &str, guideline: Guideline) -> Vec<Text> {
    let mut texts = Vec::new();
    for document in documents {
        let sentences: Vec<Sentence> = document.iter().map(|s| sentence(s, set, guideline)).collect();
        let size = if sentences.len() > 120 { PIECE } else { sentences.len().max(1) };
        let apart = guideline == Guideline::Theirs;
        texts.extend(sentences.chunks(size).map(|c| Text { sentences: c.to_vec(), apart, coarse: true }));
    }
    texts
}

/// Tokens of a sentence with their tags.
pub(super) type Line = Vec<(String, String)>;

fn sentence(lines: &[(String, String)], set: &str, guideline: Guideline) -> Sentence {
    let tokens: Vec<&str> = lines.iter().map(|(t, _)| t.as_str()).collect();
    let groups = words::groups(&tokens, |_, _| true);
    let words: Vec<String> = groups.iter().map(|g| g.text.clone()).collect();
    let mut names = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some(kind) = lines[at].1.strip_prefix("B-").map(str::to_string) else {
            at += 1;
            continue;
        };
        let inside = format!("I-{kind}");
        let length = 1 + lines[at + 1..].iter().take_while(|(_, tag)| *tag == inside).count();
        let kind = match kind.as_str() {
            "PER" => NameKind::Person,
            "ORG" => NameKind::Organisation,
            "LOC" => NameKind::Place,
            _ => NameKind::Group,
        };
        if let Some(found) = within(&groups, at, at + length, kind) {
            match guideline {
                Guideline::Ours => names.extend(guide(&words, found, set)),
                Guideline::Theirs => names.extend((found.kind != NameKind::Group).then_some(found)),
            }
        }
        at += length;
    }
    Sentence { words, names }
}

/// The whole words of a span of tokens; None where a word is only partly in it (`US-led`).
fn within(groups: &[Group], first: usize, last: usize, kind: NameKind) -> Option<Found> {
    let start = groups.iter().position(|g| g.first == first)?;
    let end = groups.iter().position(|g| g.last == last)?;
    Some(Found { first: start, last: end + 1, kind })
}

/// The name as the guideline wants it; none, or two where a comma parts two places.
fn guide(words: &[String], mut name: Found, set: &str) -> Vec<Found> {
    if name.kind == NameKind::Place
        && let Some(comma) = (name.first + 1..name.last.saturating_sub(1)).find(|i| words[*i] == ",")
    {
        let (head, tail) = (Found { last: comma, ..name }, Found { first: comma + 1, ..name });
        return guide(words, head, set).into_iter().chain(guide(words, tail, set)).collect();
    }
    let capital = |i: usize| words[i].chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    let lower = |i: usize| words[i].to_lowercase();
    while name.first < name.last && matches!(lower(name.first).as_str(), "the" | "a" | "an") {
        name.first += 1;
    }
    while name.first < name.last && matches!(words[name.last - 1].as_str(), "'s" | "’s" | "'" | "’") {
        name.last -= 1;
    }
    if set == "re3d" {
        trim(&mut name, capital);
    }
    if name.kind == NameKind::Person {
        name = without_roles(words, name);
    }
    if name.first >= name.last {
        return Vec::new();
    }
    let text = words[name.first..name.last].join(" ");
    let single = name.last == name.first + 1;
    if single && matches!(lower(name.first).as_str(), "i" | "he" | "she" | "we" | "they" | "it" | "you") {
        return Vec::new();
    }
    match country::sense(&text) {
        Some((_, Sense::Name)) if name.kind == NameKind::Organisation => name.kind = NameKind::Place,
        Some((_, Sense::Demonym)) => return Vec::new(),
        _ if sort::bits(text.to_lowercase().trim_end_matches('s')) & sort::GROUP != 0 => {
            return Vec::new();
        }
        _ => {}
    }
    if name.kind == NameKind::Group { Vec::new() } else { vec![name] }
}

/// Cuts words in lower case off both ends.
fn trim(name: &mut Found, capital: impl Fn(usize) -> bool) {
    while name.first < name.last && !capital(name.first) {
        name.first += 1;
    }
    while name.first < name.last && !capital(name.last - 1) {
        name.last -= 1;
    }
}
