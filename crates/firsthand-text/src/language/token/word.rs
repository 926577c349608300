//! How far does a written word reach? Hyphens, inner dots, grouped digits.

use super::abbreviation::{self, is_domain_end};
use super::{is_apostrophe, is_word};

/// Whether a word begins here. `before` is the character before.
pub(super) fn begins(rest: &str, before: char) -> bool {
    let mut chars = rest.chars();
    let Some(first) = chars.next() else { return false };
    // `.50-calibre`
    let decimal =
        first == '.' && !is_word(before) && before != '.' && chars.next().is_some_and(|c| c.is_ascii_digit());
    decimal
        || (is_word(first)
            && !matches!(first, '_' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}'))
}

/// Length in bytes of the written word `rest` begins with, at least one character.
pub(super) fn length(rest: &str) -> usize {
    let mut at = rest.chars().next().map_or(0, char::len_utf8);
    let mut part = Part { start: 0, dots: 0 };
    while let Some(tail) = rest.get(at..) {
        let Some(c) = tail.chars().next() else { break };
        if is_word(c) {
            at += c.len_utf8();
            continue;
        }
        match join(rest, at, c, &mut part) {
            Join::On(width) => at += width,
            Join::End(width) => return at + width,
        }
    }
    at
}

/// The part of a word since its last hyphen or dot.
struct Part {
    start: usize,
    dots: usize,
}

enum Join {
    /// The word goes on after that many bytes.
    On(usize),
    /// The word ends after that many bytes.
    End(usize),
}

fn join(rest: &str, at: usize, c: char, part: &mut Part) -> Join {
    let width = c.len_utf8();
    let before = rest.get(..at).and_then(|s| s.chars().next_back()).unwrap_or(' ');
    let after = rest.get(at + width..).unwrap_or("");
    let next = after.chars().next().unwrap_or(' ');
    let digits = before.is_ascii_digit() && next.is_ascii_digit();
    let on = match c {
        '.' => return dot(rest, at, before, after, part),
        '-' | '‐' | '‑' => {
            *part = Part { start: at + width, dots: 0 };
            is_word(next)
        }
        ',' => before.is_ascii_digit() && groups_digits(after),
        ':' | '/' => digits,
        '&' => before.is_uppercase() && next.is_uppercase(),
        '$' if at <= 3 && rest[..at].bytes().all(|b| b.is_ascii_uppercase()) => return Join::End(1), // US$
        _ if is_apostrophe(c) && c != '`' => {
            is_word(before)
                && next.is_alphabetic()
                && (before.is_alphabetic() || next.eq_ignore_ascii_case(&'s'))
        }
        _ => false,
    };
    if on { Join::On(width) } else { Join::End(0) }
}

/// A dot after a word character or after another part's dot.
fn dot(rest: &str, at: usize, before: char, after: &str, part: &mut Part) -> Join {
    let next = after.chars().next().unwrap_or(' ');
    if !is_word(before) {
        return Join::End(0);
    }
    if before.is_ascii_digit() && next.is_ascii_digit() {
        return Join::On(1);
    }
    let piece = rest.get(part.start..at).unwrap_or("");
    let single = piece.chars().count() == 1 && before.is_alphabetic();
    let earlier = part.dots > 0;
    if next.is_alphabetic() && before.is_alphabetic() {
        let letters = after.find(|c: char| !is_word(c)).unwrap_or(after.len());
        let ahead = after.get(..letters).unwrap_or("");
        if single && ahead.chars().count() == 1 {
            *part = Part { start: at + 1, dots: part.dots + 1 };
            return Join::On(1);
        }
        if single && (before.is_uppercase() || earlier) {
            return Join::End(1); // N.Vale, A.K.Holm
        }
        if piece == "Ph" && ahead == "D" || is_domain(piece, after) {
            *part = Part { start: at + 1, dots: part.dots + 1 };
            return Join::On(1);
        }
        return if abbreviation::takes_dot(piece, after) { Join::End(1) } else { Join::End(0) };
    }
    let initial = single && (earlier || (before.is_uppercase() && before != 'I'));
    let doctor = earlier && rest.get(..at).is_some_and(|w| w.ends_with("Ph.D"));
    if initial || doctor || abbreviation::takes_dot(piece, after) {
        let hyphen = after.strip_prefix('-').and_then(|s| s.chars().next()).is_some_and(is_word);
        if hyphen {
            *part = Part { start: at + 2, dots: 0 };
            return Join::On(2); // U.S.-led
        }
        return Join::End(1);
    }
    Join::End(0)
}

/// Whether a dot after `piece` is inside a domain name: `example.com`, `news.example.co.uk`.
fn is_domain(piece: &str, after: &str) -> bool {
    let end =
        after.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-')).unwrap_or(after.len());
    let domain = after.get(..end).unwrap_or("").trim_end_matches(['.', '-']);
    let last = domain.rsplit('.').next().unwrap_or("");
    let low = domain.bytes().all(|b| !b.is_ascii_uppercase());
    low && piece.is_ascii() && is_domain_end(last)
}

/// `,000` and the groups of two of Indian numbers: `1,00,000`.
fn groups_digits(after: &str) -> bool {
    let b = after.as_bytes();
    let run = b.iter().take_while(|d| d.is_ascii_digit()).count();
    let pair = run == 2
        && b.get(2) == Some(&b',')
        && b.iter().skip(3).take_while(|d| d.is_ascii_digit()).count() >= 2;
    run == 3 || pair
}
