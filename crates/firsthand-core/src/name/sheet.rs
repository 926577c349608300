//! One report laid out word by word: what the name stage asks of a token.

use super::list;
use super::spelling::{is_capitalised, plain};
use firsthand_text::Span;
use firsthand_text::language::{Annotated, Tag, tongue};

/// Words that open or join clauses and never stand inside a name or a role.
const SMALL: &[&str] = &[
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "its",
    "their",
    "our",
    "my",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "and",
    "or",
    "but",
    "if",
    "as",
    "at",
    "by",
    "in",
    "on",
    "to",
    "from",
    "with",
    "of",
    "for",
    "who",
    "which",
    "when",
    "where",
    "while",
    "after",
    "before",
    "because",
    "since",
    "according",
    "not",
    "no",
    "is",
    "was",
    "are",
    "were",
    "be",
    "been",
    "has",
    "have",
    "had",
    "will",
    "would",
    "could",
    "should",
    "may",
    "might",
    "can",
    "there",
    "outside",
    "inside",
    "near",
    "against",
    "between",
    "off",
    "across",
    "around",
    "within",
    "without",
    "behind",
    "beyond",
    "toward",
    "towards",
    "like",
    "upon",
    "here",
    "what",
    "why",
    "how",
    "than",
    "then",
    "so",
    "also",
    "over",
    "under",
    "about",
    "into",
    "during",
    "however",
    "although",
    "though",
    "until",
    "amid",
    "via",
    "per",
    "citing",
    "added",
    "adds",
    "noted",
    "warned",
    "said",
    "says",
    "told",
    "one",
    "two",
];

/// Verb forms that stand in the names of offices: `managing director`.
const OFFICE_VERBS: &[&str] = &[
    "acting",
    "managing",
    "operating",
    "commanding",
    "presiding",
    "governing",
    "ruling",
    "leading",
    "visiting",
    "founding",
    "sitting",
    "outgoing",
    "incoming",
    "retired",
    "elected",
];

/// Small words that are names as well when they are capitalised.
const NAMES_TOO: &[&str] = &["said", "may", "will", "can", "so", "an"];

/// A report and, for every token, its lower-case word, its sentence, and whether it stands in a quotation.
pub(super) struct Sheet<'a> {
    /// The report.
    pub(super) report: &'a Annotated,
    /// Every token in lower case.
    pub(super) lower: Vec<String>,
    /// Sentence of every token; tokens outside all sentences have the number of sentences.
    pub(super) sentence: Vec<usize>,
    /// Whether the token stands between quotation marks.
    pub(super) quoted: Vec<bool>,
    /// Whether its language is one of whose words for roles, offices and the like nothing is known here.
    pub(super) foreign: bool,
    /// Whether the token's sentence is written in capitals, or in capitals at the head of every word.
    shouted: Vec<bool>,
}

impl<'a> Sheet<'a> {
    /// Lays a report out.
    pub(super) fn new(report: &'a Annotated) -> Sheet<'a> {
        let n = report.tokens.len();
        let lower = report.tokens.iter().map(|t| report.text(t.span).to_lowercase()).collect();
        let mut sentence = vec![report.sentences.len(); n];
        let mut shouted = vec![false; n];
        for (s, found) in report.sentences.iter().enumerate() {
            let tokens = found.first.min(n)..found.last.min(n).max(found.first.min(n));
            let words: Vec<&str> = tokens.clone().map(|t| report.word(t)).filter(|w| w.len() > 3).collect();
            let capitals = words.iter().filter(|w| w.chars().next().is_some_and(char::is_uppercase)).count();
            let loud = words.len() >= 3 && capitals * 5 >= words.len() * 4;
            for t in tokens {
                sentence[t] = s;
                shouted[t] = loud;
            }
        }
        let mut quoted = vec![false; n];
        for quote in report.quotes.iter().filter(|q| !q.scare) {
            for (t, token) in report.tokens.iter().enumerate() {
                quoted[t] |= quote.span.holds(token.span);
            }
        }
        let foreign = tongue::of(report.report.language.as_deref()).bridge.is_some();
        Sheet { report, lower, sentence, quoted, foreign, shouted }
    }
    /// What English calls a name of this report's language; None where it is the same or not listed.
    pub(super) fn english(&self, name: &str) -> Option<&'static str> {
        let bridge = tongue::of(self.report.report.language.as_deref()).bridge.as_ref()?;
        (bridge.name)(name)
    }
    /// Number of tokens.
    pub(super) fn len(&self) -> usize {
        self.lower.len()
    }
    /// The token as written; empty past the end.
    pub(super) fn word(&self, token: usize) -> &'a str {
        self.report.tokens.get(token).map_or("", |t| self.report.text(t.span))
    }
    /// The token in lower case; empty past the end.
    pub(super) fn lower(&self, token: usize) -> &str {
        self.lower.get(token).map_or("", String::as_str)
    }
    /// Its part of speech.
    pub(super) fn tag(&self, token: usize) -> Tag {
        self.report.tokens.get(token).map_or(Tag::X, |t| t.tag)
    }
    /// Whether both tokens stand in one sentence.
    pub(super) fn together(&self, a: usize, b: usize) -> bool {
        matches!((self.sentence.get(a), self.sentence.get(b)), (Some(x), Some(y)) if x == y)
    }
    /// The bytes from one token to before another.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        match (self.report.tokens.get(first), last.checked_sub(1).and_then(|l| self.report.tokens.get(l))) {
            (Some(a), Some(b)) if a.span.start <= b.span.end => Span::new(a.span.start, b.span.end),
            _ => Span::default(),
        }
    }
    /// The words from one token to before another, as written.
    pub(super) fn text(&self, first: usize, last: usize) -> &'a str {
        self.report.text(self.span(first, last))
    }
    /// Whether capitals say nothing in its sentence: a headline.
    pub(super) fn is_shouted(&self, token: usize) -> bool {
        self.shouted.get(token).copied().unwrap_or(false)
    }
    /// Whether the token is a mark.
    pub(super) fn is_mark(&self, token: usize) -> bool {
        !self.word(token).chars().any(char::is_alphanumeric)
    }
    /// Whether it is the ending of a possessive.
    pub(super) fn is_possessive(&self, token: usize) -> bool {
        matches!(self.lower(token), "'s" | "’s" | "'" | "’") && token > 0 && !self.is_mark(token - 1)
    }
    /// Whether the word can be part of a name: capitalised and none of the small words.
    pub(super) fn is_name_like(&self, token: usize) -> bool {
        let word = self.word(token);
        if !is_capitalised(word) {
            return false;
        }
        // `Said` and `May` inside a sentence are names.
        let opens = token == 0 || !self.together(token - 1, token);
        let name = !opens
            && NAMES_TOO.contains(&self.lower(token))
            && word.chars().next().is_some_and(char::is_uppercase);
        name || !SMALL.contains(&self.lower(token))
    }
    /// Whether the word can be part of a noun phrase: a noun, a name, an adjective.
    pub(super) fn is_nominal(&self, token: usize) -> bool {
        if self.is_mark(token) || SMALL.contains(&self.lower(token)) {
            return false;
        }
        match self.tag(token) {
            Tag::Noun | Tag::Propn | Tag::Adj | Tag::X => true,
            Tag::Verb => OFFICE_VERBS.contains(&self.lower(token)) || list::role(self.lower(token)).is_some(),
            Tag::Num | Tag::Adv => self.lower(token).contains('-'),
            _ => list::role(self.lower(token)).is_some(),
        }
    }
    /// Whether it is a verb by its tag.
    pub(super) fn is_verb(&self, token: usize) -> bool {
        matches!(self.tag(token), Tag::Verb | Tag::Aux)
    }
    /// The token as [`plain`] letters.
    pub(super) fn plain(&self, token: usize) -> String {
        plain(self.word(token))
    }
}
