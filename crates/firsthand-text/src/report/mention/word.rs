//! The words of a text as names of agencies are looked for: folded, runs of dotted capitals as one, glued names apart.

use crate::Span;

/// One word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it stands.
    pub(super) span: Span,
    /// In small letters of the Latin alphabet without marks: `Havàs` is `havas`, `D. N. B.` is `dnb`.
    pub(super) key: String,
    /// Whether it opens with a capital.
    pub(super) capital: bool,
    /// Whether all its letters are capitals.
    pub(super) capitals: bool,
}

/// The words of a text. `ValeAssociated` is two: pages glue a name to what follows.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut start = None;
    let mut small = false;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            if let Some(from) = start.filter(|_| small && c.is_uppercase()) {
                push(text, from, at, &mut out);
                start = Some(at);
            }
            start.get_or_insert(at);
            small = c.is_lowercase();
        } else if let Some(from) = start.take() {
            push(text, from, at, &mut out);
        }
    }
    if let Some(from) = start {
        push(text, from, text.len(), &mut out);
    }
    out
}

fn push(text: &str, from: usize, to: usize, out: &mut Vec<Word>) {
    let span = Span::new(from, to);
    let written = span.of(text);
    let mut letters = written.chars().filter(|c| c.is_alphabetic()).peekable();
    let is_letters = letters.peek().is_some();
    let capitals = is_letters && letters.all(char::is_uppercase);
    let one = capitals && written.chars().count() == 1;
    // `A. F. P.` is one word; `M. P. Vale` is none of an agency and does no harm as one.
    if one
        && let Some(last) = out.last_mut()
        && last.capitals
        && last.key.len() < 6
        && joins(text, last.span, from)
    {
        last.span.end = to;
        last.key.push_str(&written.to_lowercase());
        return;
    }
    let key = if written.is_ascii() {
        written.to_ascii_lowercase()
    } else {
        any_ascii::any_ascii(&written.replace('ſ', "s")).to_lowercase()
    };
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    out.push(Word { span, key, capital, capitals });
}

/// Whether nothing but a point and at most one blank parts a letter from a word of such letters.
fn joins(text: &str, last: Span, from: usize) -> bool {
    let dotted =
        last.of(text).chars().filter(|c| c.is_alphanumeric()).count() == 1 || last.of(text).contains('.');
    dotted && text.get(last.end..from).is_some_and(|gap| matches!(gap, "." | ". "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_words_whatever_print_did_to_them() {
        for (text, want) in [
            ("Vik, 3 (D. N. B.).", "vik 3 dnb"),
            ("(A.F.P.)", "afp"),
            ("l'Agence Havàs", "l agence havas"),
            ("United Preß", "united press"),
            ("Ada ValeAssociated Press", "ada vale associated press"),
            ("ORIG AFP_17J9", "orig afp 17j9"),
            ("", ""),
        ] {
            let keys: Vec<String> = words(text).into_iter().map(|w| w.key).collect();
            assert_eq!(keys.join(" "), want, "{text}");
        }
        let dotted = &words("(A. F. P.) x")[0];
        assert!(dotted.capitals && dotted.span == Span::new(1, 8));
    }
}
