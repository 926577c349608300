//! How things are put into words: counts, lists, dates and values as a reader expects them.

mod revision;
mod value;

pub use revision::{past, revision, sentences};
pub use value::value;

use firsthand_core::account::Support;
use firsthand_core::collation::spoken;
pub use firsthand_core::collation::spoken::count;
use std::borrow::Cow;

/// A text on one line, without characters that act on the terminal or page that shows it: no control characters
/// (C0, C1), no marks that turn the direction of writing (Unicode Standard Annex 9: embeddings, overrides, isolates), and
/// none of the two that XML does not allow and Unicode calls no characters.
pub fn clean(text: &str) -> Cow<'_, str> {
    let fits = |c: char| !is_control(c);
    if text.chars().all(fits) && !text.contains("  ") && text.trim().len() == text.len() {
        return Cow::Borrowed(text);
    }
    let spaced: String = text.chars().map(|c| if fits(c) { c } else { ' ' }).collect();
    Cow::Owned(spaced.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A piece of a text as [`clean`] gives it, a blank at either end kept: it parts the piece from the words beside it.
pub fn spaced(text: &str) -> String {
    let start = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let end = if text.ends_with(char::is_whitespace) && !text.trim().is_empty() { " " } else { "" };
    format!("{start}{}{end}", clean(text))
}

fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}'
        )
}

/// A date as words: `2024-04-23` as `23 April 2024`. What cannot be read is given back as it is.
pub fn date(edtf: &str) -> String {
    clean(&spoken::date(edtf)).into_owned()
}

/// As [`date`], without the time of day.
pub fn day(edtf: &str) -> String {
    clean(&spoken::day(edtf)).into_owned()
}

/// `1 origin`, `2 to 4 origins`.
pub fn origins(support: &Support) -> String {
    match (support.certain, support.possible) {
        (certain, possible) if possible > certain => format!("{certain} to {possible} origins"),
        (certain, _) => count(certain, "origin"),
    }
}

/// `A`, `A and B`, `A, B and C`; from `most` names on `A, B and 3 more`.
pub fn list<S: AsRef<str>>(names: &[S], most: usize) -> String {
    let shown = if names.len() > most { most.saturating_sub(1).max(1) } else { names.len() };
    let mut parts: Vec<String> = names.iter().take(shown).map(|n| n.as_ref().to_owned()).collect();
    if names.len() > shown {
        parts.push(format!("{} more", names.len() - shown));
    }
    let Some(last) = parts.pop() else { return String::new() };
    if parts.is_empty() { last } else { format!("{} and {last}", parts.join(", ")) }
}

/// The first words of a text, up to `most` scalar values, with `…` where some were left out.
pub fn shorten(text: &str, most: usize) -> Cow<'_, str> {
    let text_clean = clean(text);
    let Some((cut, _)) = text_clean.char_indices().nth(most) else { return text_clean };
    let head = text_clean.get(..cut).unwrap_or_default();
    // A cut at a space, unless that throws away half: then the text has few spaces, and any place will do.
    let at = head.rfind(' ').filter(|&at| at * 2 > head.len()).unwrap_or(head.len());
    let kept = head.get(..at).unwrap_or(head).trim_end_matches([',', ';', ':', ' ', '–', '—', '-']);
    Cow::Owned(format!("{kept} …"))
}

/// The first words of a text and the last ones, up to `most` scalar values each, with `…` between them.
pub fn ends(text: &str, most: usize) -> String {
    let whole = clean(text);
    let from = whole.char_indices().rev().nth(most.saturating_sub(1)).map(|(at, _)| at);
    let Some(from) = from.filter(|_| whole.chars().count() > 2 * most) else { return whole.into_owned() };
    let tail = whole.get(from..).unwrap_or_default();
    let tail = tail.split_once(' ').map_or(tail, |(_, rest)| rest);
    format!("{} {tail}", shorten(&whole, most))
}

/// The first letter as a capital.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_on_the_terminal() {
        let cases = [
            ("plain", "plain"),
            ("two\nlines\tand  spaces ", "two lines and spaces"),
            ("\u{1b}[31mred\u{1b}[0m", "[31mred [0m"),
            ("a\u{202E}b\u{2066}c\u{9b}d", "a b c d"),
            ("a\u{FFFE}b\u{FFFF}", "a b"),
        ];
        for (text, expected) in cases {
            assert_eq!(clean(text), expected);
        }
    }

    #[test]
    fn counts_and_lists() {
        assert_eq!(count(1, "report"), "1 report");
        assert_eq!(count(0, "report"), "0 reports");
        assert_eq!(count(2, "story"), "2 stories");
        assert_eq!(list::<&str>(&[], 3), "");
        assert_eq!(list(&["A"], 3), "A");
        assert_eq!(list(&["A", "B", "C"], 3), "A, B and C");
        assert_eq!(list(&["A", "B", "C", "D"], 3), "A, B and 2 more");
    }

    #[test]
    fn shortening_keeps_whole_words() {
        assert_eq!(shorten("short", 10), "short");
        assert_eq!(shorten("one two, three four", 12), "one two …");
        assert_eq!(shorten("абвгдежзик", 4), "абвг …");
    }
}
