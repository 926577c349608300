//! The pieces a printed date is made of.

use crate::Span;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// Value and number of digits.
    Number(u32, usize),
    Mark(char),
}

/// One piece of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    pub(super) text: &'a str,
    pub(super) span: Span,
    /// No white space stands before it.
    pub(super) sticks: bool,
}

impl Token<'_> {
    pub(super) fn is(&self, word: &str) -> bool {
        self.text.len() == word.len() && self.text.to_lowercase() == word
    }
}

/// Cuts a text into words, numbers and marks; digits and letters that touch are parted.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::new();
    let mut sticks = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let start = text.len() - rest.len();
        if c.is_whitespace() {
            sticks = false;
            rest = rest.get(c.len_utf8()..).unwrap_or("");
            continue;
        }
        let is_han = |c: char| matches!(c, '年' | '月' | '日');
        let len = match c {
            _ if is_han(c) => c.len_utf8(),
            _ if c.is_ascii_digit() => rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()),
            _ if c.is_alphabetic() => {
                rest.find(|c: char| !c.is_alphabetic() || is_han(c)).unwrap_or(rest.len())
            }
            _ => c.len_utf8(),
        };
        let (word, after) = rest.split_at(len);
        let kind = match c {
            _ if c.is_ascii_digit() => Kind::Number(word.parse().unwrap_or(u32::MAX), len),
            _ if c.is_alphabetic() => Kind::Word,
            _ => Kind::Mark(c),
        };
        out.push(Token { kind, text: word, span: Span::new(start, start + len), sticks });
        (sticks, rest) = (true, after);
    }
    out
}

/// Zones whose offset is beyond doubt. IST (India, Ireland, Israel), CST in China, ET and the like are left out.
const ZONES: [(&str, &str); 21] = [
    ("z", "Z"),
    ("utc", "Z"),
    ("gmt", "Z"),
    ("edt", "-04:00"),
    ("est", "-05:00"),
    ("cdt", "-05:00"),
    ("mdt", "-06:00"),
    ("mst", "-07:00"),
    ("pdt", "-07:00"),
    ("pst", "-08:00"),
    ("bst", "+01:00"),
    ("cet", "+01:00"),
    ("cest", "+02:00"),
    ("eest", "+03:00"),
    ("msk", "+03:00"),
    ("sgt", "+08:00"),
    ("hkt", "+08:00"),
    ("jst", "+09:00"),
    ("kst", "+09:00"),
    ("aest", "+10:00"),
    ("aedt", "+11:00"),
];

/// The zone at the head of these tokens as EDTF writes it, and how many tokens it takes.
pub(super) fn zone(tokens: &[Token<'_>], text: &str) -> (String, usize) {
    let bracket = usize::from(tokens.first().is_some_and(|t| t.kind == Kind::Mark('(')));
    let Some(first) = tokens.get(bracket) else { return (String::new(), 0) };
    if let Some((_, offset)) = ZONES.iter().find(|(name, _)| first.is(name)) {
        let closed = usize::from(bracket == 1 && tokens.get(2).is_some_and(|t| t.kind == Kind::Mark(')')));
        let numbers = tokens.get(bracket + 1..).unwrap_or(&[]);
        // GMT+6 is an offset from GMT.
        if *offset == "Z"
            && let Some((offset, taken)) = numeric(numbers, text)
        {
            return (offset, bracket + 1 + taken);
        }
        return ((*offset).to_owned(), bracket + 1 + closed);
    }
    if bracket == 0
        && first.sticks
        && let Some((offset, taken)) = numeric(tokens, text)
    {
        return (offset, taken);
    }
    (String::new(), 0)
}

/// `+06:00`, `-0500`, `+6`.
fn numeric(tokens: &[Token<'_>], text: &str) -> Option<(String, usize)> {
    let [sign, hours, rest @ ..] = tokens else { return None };
    let sign = match sign.kind {
        Kind::Mark('+') => '+',
        Kind::Mark('-' | '−') => '-',
        _ => return None,
    };
    if !hours.sticks || !text.is_char_boundary(hours.span.end) {
        return None;
    }
    match hours.kind {
        Kind::Number(n, 4) if n / 100 <= 14 && n % 100 < 60 => {
            Some((format!("{sign}{:02}:{:02}", n / 100, n % 100), 2))
        }
        Kind::Number(n @ 0..=14, 1 | 2) => match rest {
            [colon, minutes, ..] if colon.kind == Kind::Mark(':') && colon.sticks => match minutes.kind {
                Kind::Number(m @ 0..=59, 2) => Some((format!("{sign}{n:02}:{m:02}"), 4)),
                _ => None,
            },
            _ => Some((format!("{sign}{n:02}:00"), 2)),
        },
        _ => None,
    }
}
