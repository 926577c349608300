//! The lists of this folder, read once.

use super::super::country::fold;
use crate::language::NameKind;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// A name of the world: what it names, and what English calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) kind: NameKind,
    pub(super) english: &'static str,
}

static NAMES: &str = include_str!("lists/names.tsv");
static SMALL: &str = include_str!("lists/small.txt");
static WORDS: &str = include_str!("lists/words.tsv");
static NEWS: &str = include_str!("lists/news.tsv");
static ABBREVIATIONS: &str = include_str!("lists/abbreviations.tsv");

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|l| !l.starts_with('#') && !l.is_empty())
}

/// A line of a sort and its words.
fn sorted(list: &'static str) -> FxHashMap<&'static str, FxHashSet<&'static str>> {
    let line = |l: &'static str| l.split_once('\t');
    lines(list).filter_map(line).map(|(sort, words)| (sort, words.split(' ').collect())).collect()
}

/// The name as listed, with its accents; countries, places and bodies by their folded form, peoples as written.
pub(super) fn known(name: &str) -> Option<Known> {
    static TABLE: LazyLock<FxHashMap<String, Known>> = LazyLock::new(|| {
        let mut out = FxHashMap::default();
        for line in lines(NAMES) {
            let mut fields = line.split('\t');
            let (Some(sort), Some(english), Some(forms)) = (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let kind = match sort {
                "people" => NameKind::Group,
                "body" => NameKind::Organisation,
                _ => NameKind::Place,
            };
            for form in forms.split('|') {
                let key = if kind == NameKind::Group { form.to_owned() } else { key(form) };
                out.entry(key).or_insert(Known { kind, english });
            }
        }
        out
    });
    let people = TABLE.get(name).filter(|k| k.kind == NameKind::Group);
    people.or_else(|| TABLE.get(&key(name)).filter(|k| k.kind != NameKind::Group)).copied()
}

/// A form as it is looked up: folded, marked so that no people's word is met, abbreviations told from words.
fn key(form: &str) -> String {
    let upper = form.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    format!("{}{}", if upper && form.len() <= 6 { '!' } else { '.' }, fold(form))
}

/// Whether a lower-case word is one of the small words.
pub(super) fn small(word: &str) -> bool {
    static TABLE: LazyLock<FxHashSet<&'static str>> =
        LazyLock::new(|| lines(SMALL).flat_map(|l| l.split(' ')).collect());
    TABLE.contains(word)
}

/// The same for a word without accents.
pub(super) fn small_folded(word: &str) -> bool {
    static TABLE: LazyLock<FxHashSet<String>> =
        LazyLock::new(|| lines(SMALL).flat_map(|l| l.split(' ')).map(fold).collect());
    TABLE.contains(word)
}

/// Whether a lower-case word stands in a sort of `words.tsv`.
pub(super) fn of_sort(sort: &str, word: &str) -> bool {
    static TABLE: LazyLock<FxHashMap<&'static str, FxHashSet<&'static str>>> =
        LazyLock::new(|| sorted(WORDS));
    TABLE.get(sort).is_some_and(|words| words.contains(word))
}

/// Whether a dot belongs to the word before it, and whether a sentence may end with it.
pub(super) fn abbreviation(word: &str) -> Option<bool> {
    static TABLE: LazyLock<FxHashMap<&'static str, FxHashSet<&'static str>>> =
        LazyLock::new(|| sorted(ABBREVIATIONS));
    let within = |sort: &str| TABLE.get(sort).is_some_and(|words| words.contains(word));
    if within("never") { Some(false) } else { within("sometimes").then_some(true) }
}

/// Whether a word without accents stands among the words of news as it is.
pub(super) fn is_news(word: &str) -> bool {
    static TABLE: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
        let forms = lines(NEWS).filter_map(|l| l.split_once('\t')).flat_map(|(_, forms)| forms.split(' '));
        forms.map(fold).collect()
    });
    TABLE.contains(word)
}

/// The English word for the stem of a word of news.
pub(super) fn news(stem: &str) -> Option<&'static str> {
    static TABLE: LazyLock<FxHashMap<String, &'static str>> = LazyLock::new(|| {
        let mut out = FxHashMap::default();
        for (english, forms) in lines(NEWS).filter_map(|l| l.split_once('\t')) {
            for form in forms.split(' ') {
                let folded = fold(form);
                out.entry(folded[..super::bridge::stem(&folded)].to_owned()).or_insert(english);
            }
        }
        out
    });
    TABLE.get(stem).copied()
}
