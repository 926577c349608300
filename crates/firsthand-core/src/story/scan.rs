//! The words of a text one after the other, without a string for each: what a sketch and a copy search read.

use any_ascii::any_ascii_char;
use firsthand_text::Span;

/// One word as it is met. `folded` is borrowed until the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Met<'a> {
    /// Where it stands.
    pub(super) span: Span,
    /// Lower case, without diacritics, in Latin letters, without a possessive ending; numbers without commas.
    pub(super) folded: &'a str,
    /// Whether it begins with a capital letter (a number counts as none).
    pub(super) capital: bool,
    /// Whether a mark stands before it after which any word is written with a capital.
    pub(super) opens: bool,
    /// The same, but that a straight quotation mark that closes does not count.
    pub(super) begins: bool,
    /// Whether nothing but a space or a hyphen parts it from the word before.
    pub(super) follows: bool,
}

/// Cuts a part of a text into words and shows each in turn until `each` says to stop. Scripts written without spaces
/// (Han, kana, Thai) give one word a character.
pub(super) fn scan(text: &str, part: Span, mut each: impl FnMut(Met<'_>) -> bool) {
    let (mut opens, mut begins, mut follows) = (true, true, false);
    let piece = part.of(text);
    let bytes = piece.as_bytes();
    let mut folded = String::with_capacity(32);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let c = match byte {
            0..=0x7f => char::from(byte),
            _ => piece.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' '),
        };
        if !c.is_alphanumeric() {
            opens |= matches!(c, '.' | '!' | '?' | ':' | '\n' | '"' | '“' | '«' | '„' | '‘' | '•');
            // A straight mark opens where no word and no mark stands close before it.
            let closes = c == '"'
                && piece[..at]
                    .ends_with(|b: char| !b.is_whitespace() && !matches!(b, '(' | '[' | '—' | '–' | '-'));
            begins |=
                matches!(c, '.' | '!' | '?' | ':' | '\n' | '"' | '“' | '«' | '„' | '‘' | '•') && !closes;
            follows &= matches!(c, ' ' | '-' | '\u{a0}' | '‑');
            at += c.len_utf8();
            continue;
        }
        let end = at + length(&piece[at..]);
        folded.clear();
        fold(&piece[at..end], &mut folded);
        if !folded.is_empty() {
            let span = Span::new(part.start + at, part.start + end);
            if !each(Met { span, folded: &folded, capital: c.is_uppercase(), opens, begins, follows }) {
                return;
            }
            (opens, begins, follows) = (false, false, true);
        }
        at = end;
    }
}

/// The word at the head of a text that begins with a letter or a digit: how many bytes it has, and its folded form.
pub(super) fn head(text: &str) -> (usize, String) {
    let end = length(text);
    let mut folded = String::new();
    fold(&text[..end], &mut folded);
    (end, folded)
}

/// Bytes of the word at the head of the text: letters and digits, with the apostrophes, commas and points inside it.
fn length(text: &str) -> usize {
    // Most words are plain letters with a plain mark or a space behind them.
    let bytes = text.as_bytes();
    let plain = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    if plain > 0 && bytes.get(plain).is_none_or(|&b| b.is_ascii() && !b.is_ascii_digit() && b != b'\'') {
        return plain;
    }
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

/// Lower case, Latin letters, no possessive, no commas in numbers; appended to `out`.
fn fold(word: &str, out: &mut String) {
    let word = ["'s", "’s", "'S", "’S"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
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
}
