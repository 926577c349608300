//! The words of a text as a sketch counts them: folded, stemmed, each with its place.

use super::scan::{Met, scan};
use firsthand_text::Span;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Lower case, without diacritics, in Latin letters, without a possessive ending; numbers without commas.
    pub folded: String,
    /// Whether it begins with a capital letter (a number counts as none).
    pub capital: bool,
    /// Whether a mark stands before it after which any word is written with a capital.
    pub opens: bool,
    /// The same, but that a straight quotation mark that closes does not count.
    pub begins: bool,
    /// Whether nothing but a space or a hyphen parts it from the word before.
    pub follows: bool,
}

impl Word {
    /// Whether it is a number.
    pub fn is_number(&self) -> bool {
        self.folded.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// Cuts a part of a text into words. Scripts written without spaces (Han, kana, Thai) give one word a character.
pub fn words(text: &str, part: Span) -> Vec<Word> {
    let mut out = Vec::new();
    scan(text, part, |met| {
        let Met { span, folded, capital, opens, begins, follows } = met;
        out.push(Word { span, folded: folded.to_owned(), capital, opens, begins, follows });
        true
    });
    out
}

/// Takes the commonest endings of English off a folded word, so that `robbers`, `robbed` and `robbing` count as one.
/// Cruder than Porter (1980), steps 1a and 1b only, and silent on short words; words of other languages seldom suffer.
pub fn stem(word: &str) -> &str {
    let plural = if word.len() > 4 && word.ends_with("ies")
        || word.len() > 5 && (word.ends_with("sses") || word.ends_with("shes") || word.ends_with("ches"))
    {
        &word[..word.len() - 2]
    } else if word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
    {
        &word[..word.len() - 1]
    } else {
        word
    };
    let bare = ["ing", "ed"].iter().find_map(|end| plural.strip_suffix(end)).filter(|b| b.len() > 2);
    let Some(bare) = bare else { return plural.strip_suffix('e').filter(|b| b.len() > 2).unwrap_or(plural) };
    let mut tail = bare.bytes().rev();
    match (tail.next(), tail.next()) {
        (Some(a), Some(b)) if a == b && !matches!(a, b'l' | b's' | b'z') && bare.len() > 3 => {
            &bare[..bare.len() - 1]
        }
        _ => bare,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_folded() {
        let cases = [
            ("Seoul’s 7,000 crates", vec!["seoul", "7000", "crates"]),
            ("A 5.6-magnitude quake.", vec!["a", "5.6", "magnitude", "quake"]),
            ("São Tomé, O'Hara", vec!["sao", "tome", "ohara"]),
            ("Поезд в Киев", vec!["poezd", "v", "kiev"]),
        ];
        for (text, want) in cases {
            let got: Vec<String> =
                words(text, Span::new(0, text.len())).into_iter().map(|w| w.folded).collect();
            assert_eq!(got, want, "{text}");
        }
        assert_eq!(words("平壤のX社", Span::new(0, "平壤のX社".len())).len(), 5);
    }

    #[test]
    fn stems_join_forms_of_a_word() {
        let cases = [
            ("robbers", "robber"),
            ("robbed", "rob"),
            ("robbing", "rob"),
            ("stories", "stori"),
            ("missed", "miss"),
            ("moved", "mov"),
            ("move", "mov"),
            ("moves", "mov"),
            ("paris", "paris"),
            ("gas", "gas"),
            ("ring", "ring"),
        ];
        for (word, want) in cases {
            assert_eq!(stem(word), want, "{word}");
        }
    }

    proptest! {
        #[test]
        fn words_stand_where_they_say(text in "\\PC{0,200}") {
            let mut end = 0;
            for word in words(&text, Span::new(0, text.len())) {
                prop_assert!(word.span.start >= end && text.get(word.span.start..word.span.end).is_some());
                end = word.span.end;
                let _ = stem(&word.folded);
            }
        }
    }
}
