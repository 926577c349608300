//! The words of a text as a sketch counts them: folded, stemmed, each with its place.

use any_ascii::any_ascii_char;
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
    let (mut opens, mut follows) = (true, false);
    let piece = part.of(text);
    let mut at = 0;
    while let Some(c) = piece.get(at..).and_then(|rest| rest.chars().next()) {
        if !c.is_alphanumeric() {
            opens |= matches!(c, '.' | '!' | '?' | ':' | '\n' | '"' | '“' | '«' | '„' | '‘' | '•');
            follows &= matches!(c, ' ' | '-' | '\u{a0}' | '‑');
            at += c.len_utf8();
            continue;
        }
        let end = at + length(&piece[at..]);
        let written = &piece[at..end];
        let folded = fold(written);
        if !folded.is_empty() {
            let span = Span::new(part.start + at, part.start + end);
            out.push(Word { span, folded, capital: c.is_uppercase(), opens, follows });
            (opens, follows) = (false, true);
        }
        at = end;
    }
    out
}

/// Bytes of the word at the head of the text: letters and digits, with the apostrophes, commas and points inside it.
fn length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    let mut last = ' ';
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() {
            if alone(c) {
                return if at == 0 { c.len_utf8() } else { at };
            }
            (end, last) = (at + c.len_utf8(), c);
            continue;
        }
        let next = chars.peek().map_or(' ', |&(_, n)| n);
        let within = match c {
            '\'' | '’' => last.is_alphabetic() && next.is_alphabetic(),
            ',' | '.' => last.is_ascii_digit() && next.is_ascii_digit(),
            _ => mark(c),
        };
        if !within {
            break;
        }
    }
    end
}

/// Whether a character is a word by itself.
fn alone(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Combining marks of the scripts in use for news, and the joiners between letters.
fn mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{93a}'..='\u{94f}' | '\u{981}'..='\u{983}' | '\u{9bc}'..='\u{9cd}' | '\u{200c}' | '\u{200d}')
}

/// Lower case, Latin letters, no possessive, no commas in numbers.
fn fold(word: &str) -> String {
    let word = ["'s", "’s", "'S", "’S"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let mut out = String::with_capacity(word.len());
    let number = word.starts_with(|c: char| c.is_ascii_digit());
    for c in word.chars() {
        match c {
            '\'' | '’' => {}
            ',' if number => {}
            '.' if number => out.push('.'),
            _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            _ => out.extend(
                any_ascii_char(c)
                    .chars()
                    .filter(|a| a.is_ascii_alphanumeric())
                    .map(|a| a.to_ascii_lowercase()),
            ),
        }
    }
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
