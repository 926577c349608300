//! Marks: everything that is neither word nor address.

use super::{is_apostrophe, is_blank, is_word};

/// Length in bytes of the mark `rest` begins with: a run of the same dots or dashes, a clitic that stands alone, a
/// decade (`'90s`), or one character. `before` is the character before it.
pub(super) fn length(rest: &str, before: char) -> usize {
    let mut chars = rest.chars();
    let Some(c) = chars.next() else { return 0 };
    let next = chars.next();
    if is_apostrophe(c) {
        return apostrophe(rest, c, next, before);
    }
    match c {
        '.' | '-' | '*' | '=' | '_' | '~' | '…' | '—' | '–' => run(rest, |x| x == c),
        '!' | '?' => run(rest, |x| x == '!' || x == '?'),
        _ if c.is_ascii() || is_dash_or_quote(c) => c.len_utf8(),
        // a string of pictographs is one token
        _ => run(rest, |x| !x.is_ascii() && !is_word(x) && !is_blank(x) && !is_dash_or_quote(x)),
    }
}

/// General punctuation, and CJK marks: one token each.
fn is_dash_or_quote(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{bf}' | '\u{2010}'..='\u{205e}' | '\u{20a0}'..='\u{20cf}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

fn run(rest: &str, same: impl Fn(char) -> bool) -> usize {
    let first = rest.chars().next().map_or(0, char::len_utf8);
    rest.find(|c| !same(c)).unwrap_or(rest.len()).max(first)
}

fn apostrophe(rest: &str, c: char, next: Option<char>, before: char) -> usize {
    let width = c.len_utf8();
    let tail = rest.get(width..).unwrap_or("");
    if next == Some(c) && matches!(c, '\'' | '`') {
        return 2; // ``LaTeX'' quotes
    }
    let word = tail.find(|x: char| !is_word(x)).map_or(tail, |end| tail.get(..end).unwrap_or(""));
    if is_decade(word) && !is_word(before) {
        return width + word.len();
    }
    let clitic =
        ["s", "re", "ve", "ll", "d", "m", "em", "til", "n"].iter().any(|k| word.eq_ignore_ascii_case(k));
    // `'s` after a blank is a stray clitic only with an apostrophe that cannot open a quotation
    if clitic && (c == '’' || before != ' ' || word.len() < 2 || word.starts_with('e')) {
        return width + word.len();
    }
    width
}

/// `90s`, as in `'90s`.
fn is_decade(word: &str) -> bool {
    let b = word.as_bytes();
    b.len() == 3 && b[0].is_ascii_digit() && b[1] == b'0' && b[2].eq_ignore_ascii_case(&b's')
}
