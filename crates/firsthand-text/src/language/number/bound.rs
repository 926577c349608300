//! How exactly is a number meant: `about`, `more than`, `at least`, `up to`?

use super::Bound;
use super::lexeme::Lexemes;
use super::section::Section;
use super::shape::plural;

/// The bound that ends right before `at`, and its first lexeme.
pub(super) fn before(lexemes: &Lexemes, at: usize, from: usize) -> Option<(Bound, usize)> {
    let word = |back: usize| if at >= from + back { lexemes.word(at - back) } else { "" };
    let three = (word(3), word(2), word(1));
    let found = match three {
        ("no" | "not", "fewer" | "less", "than") => (Bound::AtLeast, 3),
        ("no" | "not", "more" | "higher", "than") => (Bound::AtMost, 3),
        ("as", "many" | "much" | "high" | "long", "as") => (Bound::AtMost, 3),
        ("as", "few" | "little" | "low", "as") => (Bound::AtLeast, 3),
        ("in", "excess", "of") => (Bound::More, 3),
        ("in", "the", "region") => return None,
        ("a", "minimum", "of") => (Bound::AtLeast, 3),
        ("a", "maximum", "of") => (Bound::AtMost, 3),
        ("a", "little" | "bit", "over") => (Bound::More, 3),
        (_, "more" | "greater" | "higher" | "larger" | "longer" | "better", "than") => (Bound::More, 2),
        (_, "less" | "fewer" | "lower" | "smaller", "than") => (Bound::Less, 2),
        (_, "at", "least") => (Bound::AtLeast, 2),
        (_, "at", "most") => (Bound::AtMost, 2),
        ("back" | "climbed" | "went" | "rose" | "moved" | "jumped", "up", "to") => return None,
        (_, "up", "to") => (Bound::AtMost, 2),
        (_, "upwards" | "upward", "of") => (Bound::More, 2),
        (_, "just" | "well" | "slightly", "over" | "above") => (Bound::More, 2),
        (_, "just" | "well" | "slightly", "under" | "below") => (Bound::Less, 2),
        (_, "close" | "near", "to") => (Bound::About, 2),
        (_, "an" | "some", "estimated") => (Bound::About, 2),
        (
            _,
            _,
            "about" | "around" | "roughly" | "approximately" | "approx" | "circa" | "nearly" | "almost"
            | "estimated",
        ) => (Bound::About, 1),
        (_, _, "some") if !lexemes.glued(at) => (Bound::About, 1),
        (_, _, "~" | "≈" | "∼") => (Bound::About, 1),
        (_, _, "over" | "above" | "exceeding" | "topping" | ">") => (Bound::More, 1),
        (_, _, "under" | "below" | "<") => (Bound::Less, 1),
        (_, _, "≥") => (Bound::AtLeast, 1),
        (_, _, "≤") => (Bound::AtMost, 1),
        _ => return None,
    };
    Some((found.0, at - found.1))
}

/// The bound that begins right at `at`, and one past it: `or more`, `or so`.
pub(super) fn after(lexemes: &Lexemes, at: usize, to: usize) -> Option<(Bound, usize)> {
    let (first, second) = (lexemes.word(at), lexemes.word(at + 1));
    let found = match (first, second) {
        ("or", "more" | "greater" | "above" | "higher") => (Bound::AtLeast, 2),
        ("or", "less" | "fewer" | "under" | "below") => (Bound::AtMost, 2),
        ("or", "so") => (Bound::About, 2),
        ("plus", _) if !lexemes.glued(at) => (Bound::AtLeast, 1),
        ("+", _) if lexemes.glued(at) => (Bound::AtLeast, 1),
        ("-" | "–", "odd" | "plus" | "some") if lexemes.glued(at) => (Bound::About, 2),
        _ => return None,
    };
    (at + found.1 <= to).then_some((found.0, at + found.1))
}

/// Whether `over` before a length of time at `at` means throughout it, not more than it: `40 hours over four days`, `spread
/// over two weeks`.
pub(super) fn throughout(s: &Section, at: usize) -> bool {
    const HELD: [&str; 8] =
        ["spread", "stretched", "held", "staggered", "conducted", "played", "place", "out"];
    let before = s.before(at, 2);
    s.before(at, 1) == "over" && (HELD.contains(&before) || (s.is_word(at.wrapping_sub(2)) && plural(before)))
}
