//! What is the dictionary form of a word?
//!
//! A table of irregular forms, then rules of English inflection by part of speech. No lexicon: the rules of spelling
//! say where a silent e or a doubled consonant was (Quirk et al., A Comprehensive Grammar of the English Language,
//! 1985, §§ 3.5–3.10, 5.79–5.92, 7.79), with lists of the words that break them.

mod adjective;
mod irregular;
mod noun;
mod verb;

#[cfg(test)]
mod tests;

use super::{Tag, Token};
use std::borrow::Cow;

/// Fills in the lemmas.
pub fn fill(text: &str, tokens: &mut [Token]) {
    for i in 0..tokens.len() {
        let Some(token) = tokens.get(i) else { return };
        let word = lower(token.span.of(text));
        let lemma = match contraction(&word, token.tag) {
            Some("'s") => possessor_or_verb(text, tokens.get(i + 1)).to_owned(),
            Some(full) => full.to_owned(),
            None => of_lower(&word, token.tag).into_owned(),
        };
        if let Some(token) = tokens.get_mut(i) {
            token.lemma = lemma;
        }
    }
}

/// The dictionary form of a word, lower case.
pub fn of(word: &str, tag: Tag) -> String {
    let word = lower(word);
    contraction(&word, tag).map_or_else(|| of_lower(&word, tag).into_owned(), str::to_owned)
}

fn lower(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).map(|c| if matches!(c, '’' | 'ʼ') { '\'' } else { c }).collect()
}

fn of_lower(word: &str, tag: Tag) -> Cow<'_, str> {
    match tag {
        Tag::Verb | Tag::Aux => verb::lemma(word),
        Tag::Noun => noun::lemma(word),
        Tag::Adj | Tag::Adv => adjective::lemma(word, tag),
        Tag::Pron => Cow::Borrowed(pronoun(word)),
        Tag::Det if word == "an" => Cow::Borrowed("a"),
        Tag::Det if matches!(word, "these" | "those") => Cow::Borrowed(pronoun(word)),
        // not tagged: only forms that can be nothing else
        Tag::X => irregular::verb(word).map_or(Cow::Borrowed(word), Cow::Borrowed),
        _ => Cow::Borrowed(word),
    }
}

/// The full word of a contracted one.
fn contraction(word: &str, tag: Tag) -> Option<&'static str> {
    Some(match word {
        "n't" | "n`t" => "not",
        "'re" | "'m" => "be",
        "'ve" => "have",
        "'ll" => "will",
        "'d" => "would",
        "ca" if tag == Tag::Aux => "can",
        "wo" if tag == Tag::Aux => "will",
        "sha" if tag == Tag::Aux => "shall",
        "'s" if matches!(tag, Tag::Aux | Tag::Verb) => "'s",
        _ => return None,
    })
}

/// `'s` as a verb is `have` before `been`, `had`, `got`; else `be`.
fn possessor_or_verb(text: &str, next: Option<&Token>) -> &'static str {
    let have = next.is_some_and(|t| matches!(t.span.of(text), "been" | "had" | "got"));
    if have { "have" } else { "be" }
}

fn pronoun(word: &str) -> &str {
    match word {
        "me" | "my" | "mine" => "i",
        "him" | "his" => "he",
        "her" | "hers" => "she",
        "us" | "our" | "ours" => "we",
        "them" | "their" | "theirs" => "they",
        "its" => "it",
        "your" | "yours" => "you",
        "whom" | "whose" => "who",
        "these" => "this",
        "those" => "that",
        _ => word,
    }
}

/// The stem of a word without one of its endings, if the rest has at least `least` characters.
fn strip<'a>(word: &'a str, ending: &str, least: usize) -> Option<&'a str> {
    word.strip_suffix(ending).filter(|s| s.len() >= least)
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Groups of vowels, y counted where it stands between consonants: a measure of syllables.
fn vowel_groups(stem: &str) -> usize {
    let mut groups = 0;
    let mut within = false;
    for (i, b) in stem.bytes().enumerate() {
        let vowel = is_vowel(b) || (b == b'y' && i > 0);
        // the u of `qu` is no vowel
        let vowel = vowel && !(b == b'u' && i > 0 && stem.as_bytes()[i - 1] == b'q');
        groups += usize::from(vowel && !within);
        within = vowel;
    }
    groups
}
