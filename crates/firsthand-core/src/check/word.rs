//! Which words say the same? Forms of a word, words of one group in `data/alike.tsv`, derivations of one stem.

use crate::statement::alike;
pub(super) use crate::statement::alike::spelled;
use crate::statement::lexicon;
use crate::story::{stem, words};
use firsthand_text::Span;
use firsthand_text::language::{Tag, lemma};
use std::sync::OnceLock;

/// One word of a sentence with everything it may be a form of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Word {
    /// Lower case, without diacritics.
    pub(super) folded: String,
    /// Dictionary forms it may have, as a verb or as a noun.
    pub(super) lemmas: Vec<String>,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// Where it stands in the text: bytes.
    pub(super) span: (usize, usize),
}

/// How near two predicates are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    /// Of one class of happenings: `leave` and `arrive`.
    Kin,
    /// The same happening: `leave` and `departure`.
    Same,
}

/// Cuts a text into words.
pub(super) fn cut(text: &str) -> Vec<Word> {
    let whole = Span::new(0, text.len());
    let word = |w: crate::story::Word| {
        let written = w.span.of(text).to_lowercase();
        let mut lemmas = vec![
            lemma::of(&w.folded, Tag::Verb),
            lemma::of(&w.folded, Tag::Noun),
            lemma::of(&written, Tag::Adj),
            w.folded.clone(),
        ];
        lemmas.iter_mut().for_each(|l| *l = spelled(l));
        lemmas.sort_unstable();
        lemmas.dedup();
        Word { folded: w.folded, lemmas, capital: w.capital, span: (w.span.start, w.span.end) }
    };
    words(text, whole).into_iter().map(word).collect()
}

/// Whether a word of a sentence says what the dictionary form `wanted` says.
pub(super) fn says(word: &Word, wanted: &str) -> bool {
    let wanted = spelled(wanted);
    word.lemmas.iter().any(|l| alike(l, &wanted))
}

/// The dictionary forms a word of a claim may have: a short sentence gives its reader little to tell a verb from a noun by.
pub(super) fn forms(lemma: &str) -> Vec<String> {
    let mut out = vec![spelled(lemma)];
    for tag in [Tag::Verb, Tag::Noun] {
        let form = spelled(&lemma::of(lemma, tag));
        if !out.contains(&form) {
            out.push(form);
        }
    }
    out
}

/// Whether two dictionary forms say the same.
pub(super) fn alike(a: &str, b: &str) -> bool {
    a == b || stem(a) == stem(b) || derived(a, b) || alike::grouped(a, b)
}

/// How near two predicates are: the same happening, one class of happenings, or neither. Particles count:
/// `carry out` is not `carry`.
pub(super) fn nearness(a: &str, b: &str) -> Option<Nearness> {
    let told = forms(b);
    if forms(a).iter().any(|a| told.iter().any(|b| alike(a, b))) {
        return Some(Nearness::Same);
    }
    if forms(a).iter().any(|a| told.iter().any(|b| narrower(a, b))) {
        return Some(Nearness::Same);
    }
    let classes = |w: &str| {
        let mut all: Vec<u8> = lexicon::classes(w, false).to_vec();
        all.extend_from_slice(lexicon::classes(w, true));
        all
    };
    let (x, y) = (classes(a), classes(b));
    x.iter().any(|c| y.contains(c)).then_some(Nearness::Kin)
}

/// Whether what the second word tells is of the kind the first tells: who is murdered is killed, not the other way round
/// (`data/narrower.tsv`).
fn narrower(wide: &str, told: &str) -> bool {
    static KINDS: OnceLock<Vec<(Vec<String>, Vec<String>)>> = OnceLock::new();
    let kinds = KINDS.get_or_init(|| {
        let lines = include_str!("../../data/narrower.tsv").lines();
        let words = |side: &str| side.split(' ').map(|w| spelled(&w.replace('_', " "))).collect();
        let pairs = lines.filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'));
        pairs.map(|(wide, narrow)| (words(wide), words(narrow))).collect()
    });
    kinds.iter().any(|(w, n)| w.iter().any(|w| w == wide) && n.iter().any(|n| n == told))
}

/// Whether a word stands for people in general, so that any people may be meant.
pub(super) fn is_people(lemma: &str) -> bool {
    const PEOPLE: [&str; 12] = [
        "people", "person", "man", "woman", "human", "other", "victim", "life", "somebody", "someone",
        "anyone", "anybody",
    ];
    PEOPLE.contains(&lemma)
}

/// Nouns that say little of those they stand for, so that a report may well use another: `rescue teams`.
pub(super) fn is_thin(lemma: &str) -> bool {
    const THIN: [&str; 22] = [
        "team",
        "group",
        "authority",
        "official",
        "service",
        "area",
        "part",
        "case",
        "history",
        "member",
        "site",
        "region",
        "zone",
        "district",
        "island",
        "town",
        "city",
        "village",
        "worth",
        "incident",
        "event",
        "matter",
    ];
    THIN.contains(&lemma)
}

/// Whether a word says which part or side: what lies in the north lies in no other.
pub(super) fn direction(lemma: &str) -> Option<&'static str> {
    Some(match lemma {
        "north" | "northern" => "north",
        "south" | "southern" => "south",
        "east" | "eastern" => "east",
        "west" | "western" => "west",
        "center" | "central" | "centre" | "middle" => "center",
        _ => return None,
    })
}

/// Words that add nothing a report could lack.
pub(super) fn is_light(lemma: &str) -> bool {
    const LIGHT: [&str; 49] = [
        "be", "have", "do", "say", "also", "not", "more", "other", "make", "tell", "then", "so", "time",
        "take", "get", "go", "come", "there", "such", "same", "own", "about", "around", "at", "least",
        "most", "total", "some", "several", "many", "number", "least", "late", "early", "date", "day",
        "week", "month", "year", "it", "that", "who", "which", "place", "few", "less", "only", "somebody",
        "part",
    ];
    LIGHT.contains(&lemma)
}

/// Whether both are one stem with endings of English derivation: `evacuate` and `evacuation`, not `governor` and
/// `government`.
fn derived(a: &str, b: &str) -> bool {
    const ENDINGS: [&str; 17] = [
        "", "e", "ed", "ance", "ing", "ion", "ions", "ation", "al", "ally", "ic", "ical", "y", "ies", "s",
        "ment", "ments",
    ];
    let shared = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    if shared < 5 {
        return false;
    }
    // The shared part may reach into the ending: `donat|e`, `donat|ion`.
    (5..=shared).rev().any(|cut| match (a.get(cut..), b.get(cut..)) {
        (Some(x), Some(y)) => ENDINGS.contains(&x) && ENDINGS.contains(&y),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_say_the_same() {
        for (word, wanted, same) in [
            ("left", "leave", true),
            ("departure", "leave", true),
            ("evacuated", "evacuation", true),
            ("villages", "village", true),
            ("ministers", "minister", true),
            ("died", "kill", true),
            ("arrived", "leave", false),
            ("government", "governor", false),
            ("injured", "kill", false),
            ("damaged", "destroy", false),
        ] {
            let found = cut(word).iter().any(|w| says(w, wanted));
            assert_eq!(found, same, "{word} {wanted}");
        }
    }

    #[test]
    fn predicates_are_the_same_kin_or_neither() {
        assert_eq!(nearness("leave", "depart"), Some(Nearness::Same));
        assert_eq!(nearness("robbery", "steal"), Some(Nearness::Same));
        assert_eq!(nearness("robbery", "stole"), Some(Nearness::Same));
        assert_eq!(nearness("struck", "hit"), Some(Nearness::Same));
        assert_eq!(nearness("leave", "arrive"), Some(Nearness::Kin));
        assert_eq!(nearness("leave", "sign"), None);
        assert_eq!(nearness("destroy", "damage"), Some(Nearness::Kin));
    }
}
