//! The words of a report, and which of them can be part of a name.

use super::{list, sort};
use crate::Span;
use crate::language::name::lexicon::{self, FAMILY, GIVEN};
use crate::language::{NameKind, Sentence, Token, country};
use rustc_hash::FxHashSet;

/// The words of a report and what the whole of it shows of them.
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// Words that stand in small letters somewhere.
    lower: FxHashSet<String>,
    /// Words that stand with a capital where none is due.
    capital: FxHashSet<&'a str>,
}

impl<'a> Page<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token], sentences: &[Sentence]) -> Page<'a> {
        let mut page = Page { text, tokens, lower: FxHashSet::default(), capital: FxHashSet::default() };
        for sentence in sentences.iter().filter(|s| !page_is_loud(text, tokens, s)) {
            for (t, token) in tokens.iter().enumerate().take(sentence.last).skip(sentence.first) {
                let word = token.span.of(text);
                if word.starts_with(char::is_lowercase) {
                    page.lower.insert(word.to_owned());
                } else if word.starts_with(char::is_uppercase) && !page.opens(sentence, t) {
                    page.capital.insert(word);
                }
            }
        }
        page
    }

    pub(super) fn word(&self, t: usize) -> &'a str {
        self.tokens.get(t).map_or("", |t| t.span.of(self.text))
    }

    /// The word in small letters, a point at its end left out.
    pub(super) fn small(&self, t: usize) -> String {
        self.word(t).trim_end_matches('.').to_lowercase()
    }

    /// The same of the word before; empty for the first of all.
    pub(super) fn small_before(&self, t: usize, back: usize) -> String {
        t.checked_sub(back).map_or(String::new(), |t| self.small(t))
    }

    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        self.tokens[first].span.join(self.tokens[last - 1].span)
    }

    pub(super) fn text(&self, first: usize, last: usize) -> &'a str {
        self.span(first, last).of(self.text)
    }

    pub(super) fn is_capital(&self, t: usize) -> bool {
        self.word(t).starts_with(char::is_uppercase)
    }

    /// Whether a capital at `t` is due to its place.
    fn opens(&self, sentence: &Sentence, t: usize) -> bool {
        let mark = |w: &str| {
            matches!(w, "\"" | "“" | "«" | "¿" | "¡" | ":" | "(" | "—" | "–" | "-" | "•" | "'" | "‘" | "...")
        };
        t == sentence.first || mark(self.word(t - 1))
    }

    /// Whether `t` can be the word of a name.
    pub(super) fn names(&self, sentence: &Sentence, t: usize) -> bool {
        let word = self.word(t);
        if t >= sentence.last || !has_capital(word) {
            return false;
        }
        if word.chars().filter(|c| c.is_alphanumeric()).count() == 1 {
            return word.ends_with('.')
                || t > sentence.first
                    && self.is_capital(t - 1)
                    && t + 1 < sentence.last
                    && self.is_capital(t + 1);
        }
        let small = self.small(t);
        if list::of_sort("title", &small) || list::of_sort("role", &small) && sort::is_letters(word) {
            return false;
        }
        if !self.opens(sentence, t) || !word.starts_with(char::is_uppercase) {
            return !list::small(&small) || word.len() > 1 && sort::is_letters(word);
        }
        if list::small(&small) || list::of_sort("say", &small) {
            return false;
        }
        let text = self.text(t, t + 1);
        let listed = list::known(text).is_some() || sort::is_letters(word) || country::of(word).is_some();
        let known = lexicon::entry(&country::fold(word)).bits & GIVEN != 0
            || list::of_sort("head", &small) && self.names_on(sentence, t + 1);
        self.capital.contains(word)
            || (listed || known || sort::place(word).is_some()) && !self.lower.contains(&small)
            || !self.lower.contains(&small) && self.foreign(word)
            || self.pair(t).is_some()
            || self.acts(t)
    }

    /// Whether a family name stands before a verb: `Zubiri tenía`.
    fn acts(&self, t: usize) -> bool {
        let next = self.word(t + 1);
        let verb = list::of_sort("say", next)
            || matches!(next, "es" | "fue" | "ha" | "había" | "tiene" | "tenía" | "era" | "será" | "dice")
            || next.ends_with('ó') && next.len() > 4;
        let bits = lexicon::entry(&country::fold(self.word(t))).bits;
        verb && bits & FAMILY != 0 && !self.lower.contains(&self.small(t))
    }

    /// Whether a word's letters are not those of a Spanish word: `k`, `w`, a capital inside, a consonant it never ends with.
    fn foreign(&self, word: &str) -> bool {
        let low = word.to_lowercase();
        let inside = word.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit());
        inside
            || low.contains(['k', 'w'])
            || low.ends_with(['b', 'c', 'f', 'g', 'k', 'm', 'p', 't', 'x', 'y'])
            || low.contains("ss")
            || low.contains("th")
    }

    /// Whether a body's name goes on here: `Universidad de`, `Banco Central`.
    fn names_on(&self, sentence: &Sentence, t: usize) -> bool {
        t < sentence.last
            && (self.is_capital(t)
                || matches!(self.word(t), "de" | "del") && {
                    let next = t + 1 + usize::from(matches!(self.word(t + 1), "la" | "los" | "las" | "el"));
                    self.is_capital(next)
                })
    }

    /// A listed name of two to six words that begins at `t`: `Estados Unidos`, `Corea del Norte`; one past it.
    pub(super) fn pair(&self, t: usize) -> Option<usize> {
        if !self.is_capital(t) {
            return None;
        }
        let listed = |end: &usize| {
            let last = self.word(end - 1).starts_with(char::is_alphanumeric);
            last && list::known(self.text(t, *end)).is_some_and(|k| k.kind != NameKind::Group)
        };
        (t + 2..=(t + 6).min(self.tokens.len())).rev().find(listed)
    }
}

/// A capital at the head, or inside a word that begins small: `iPhone`.
fn has_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        || word.starts_with(char::is_lowercase) && word.chars().nth(1).is_some_and(char::is_uppercase)
}

/// Whether capitals say nothing: all letters of the sentence are.
pub(super) fn page_is_loud(text: &str, tokens: &[Token], sentence: &Sentence) -> bool {
    let words = tokens[sentence.first..sentence.last].iter().map(|t| t.span.of(text));
    let long: Vec<&str> =
        words.filter(|w| w.chars().count() > 3 && w.chars().any(char::is_alphabetic)).collect();
    long.len() > 2 && long.iter().filter(|w| !w.chars().any(char::is_lowercase)).count() * 5 >= long.len() * 4
}
