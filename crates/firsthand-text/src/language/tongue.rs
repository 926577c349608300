//! What does a language give? One [`Tongue`] a language: a table of its stages.
//!
//! Another language is a folder beside this file that makes one such table, and a line in [`ALL`]. What hangs on no
//! language stays where it is: placing times on the calendar, quotation marks, the gazetteers.

use super::{
    Models, Name, Quantity, Quote, Sentence, Time, Token, lemma, name, number, parse, sentence, tag, time,
    token,
};
use crate::report::Report;
use crate::{Note, Trouble};

/// Fills in tags, heads and dictionary forms.
type Syntax = fn(&str, &mut [Token], &[Sentence], &[Quote], &Models);
/// Finds quantities beside the times that were found.
type Count = fn(&str, &[Token], &[Sentence], &[Time]) -> Vec<Quantity>;

/// The stages of one language.
pub struct Tongue {
    /// ISO 639-1.
    pub code: &'static str,
    /// Its name in English.
    pub name: &'static str,
    /// Title and body to tokens.
    pub(super) cut: fn(&Report) -> Vec<Token>,
    /// Tokens to sentences; may cut tokens anew.
    pub(super) split: fn(&Report, &mut Vec<Token>) -> Vec<Sentence>,
    /// Tags, heads and dictionary forms; None where nobody has written them, and then no statement is read.
    pub(super) syntax: Option<Syntax>,
    /// Names.
    pub(super) names: fn(&str, &[Token], &[Sentence], &Models) -> Vec<Name>,
    /// Time expressions, not yet placed.
    pub(super) times: fn(&str, &[Token], &[Sentence]) -> Vec<time::Expression>,
    /// Quantities.
    pub(super) quantities: Count,
    /// What leads from it to English, by which reports of two languages meet; None for English.
    pub bridge: Option<Bridge>,
}

/// What leads from a language to English.
pub struct Bridge {
    /// What English calls a name of the world, as written: `Londres` is `London`; None where it calls it the same or nobody
    /// has listed it.
    pub name: fn(&str) -> Option<&'static str>,
    /// What a word, lower case and without accents, counts as when reports are grouped.
    pub word: fn(&str) -> Counts,
    /// A number in digits as English writes it, without marks of thousands: `1.234,5` is `1234.5`.
    pub number: fn(&str) -> String,
}

/// What a word counts as when reports are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// As nothing: one of the small words every text has.
    Not,
    /// As this English word.
    As(&'static str),
    /// As itself, of this many bytes: its ending is left out.
    Itself(usize),
}

/// All languages that are read. The first is what a text is taken for whose language is not known.
pub static ALL: [&Tongue; 2] = [&ENGLISH, &super::spanish::SPANISH];

/// English, the stages of this folder.
static ENGLISH: Tongue = Tongue {
    code: "en",
    name: "English",
    cut: token::cut,
    split: sentence::split,
    syntax: Some(english_syntax),
    names: name::find,
    times: time::find,
    quantities: number::find,
    bridge: None,
};

fn english_syntax(
    text: &str,
    tokens: &mut [Token],
    sentences: &[Sentence],
    quotes: &[Quote],
    models: &Models,
) {
    tag::tag(text, tokens, sentences, models);
    parse::parse(text, tokens, sentences, quotes, models);
    lemma::fill(text, tokens);
}

/// The table of a language by its code; English where the code is None or not listed.
pub fn of(code: Option<&str>) -> &'static Tongue {
    ALL.into_iter().find(|t| code == Some(t.code)).unwrap_or(&ENGLISH)
}

/// Whether reports of a language are read at all.
pub fn known(code: &str) -> bool {
    ALL.iter().any(|t| t.code == code)
}

/// What a report's notes must say of its language; None where everything is read.
pub(crate) fn note(code: &str) -> Option<Note> {
    let message = if !known(code) {
        format!("written in a language the models do not know ({code}); its statements are not measured")
    } else if of(Some(code)).syntax.is_none() {
        let name = of(Some(code)).name;
        format!(
            "written in {name} ({code}): names, times and numbers are read; its statements are not measured"
        )
    } else {
        return None;
    };
    Some(Note::new(Trouble::Language, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_what_is_not_read_of_it() {
        let cases = [
            (Some("en"), "English", None),
            (None, "English", None),
            (Some("es"), "Spanish", Some("names, times and numbers are read")),
            (Some("cy"), "English", Some("do not know (cy)")),
        ];
        for (code, name, says) in cases {
            assert_eq!(of(code).name, name, "{code:?}");
            let note = code.and_then(note).map(|n| n.message);
            assert_eq!(note.is_some(), says.is_some(), "{code:?}");
            assert!(note.unwrap_or_default().contains(says.unwrap_or_default()), "{code:?}");
        }
    }
}
