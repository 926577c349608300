//! A man or a woman? What titles, roles and first names say.

use super::list;
use super::sheet::Sheet;

/// Whether the person named in these tokens is a woman, by the title, the role or the first name; None where they do not
/// say.
pub(super) fn of(sheet: &Sheet<'_>, first: usize, last: usize) -> Option<bool> {
    let before = (first.saturating_sub(2)..first).rev().filter(|&t| sheet.together(t, first));
    let mut titles = before.take_while(|&t| sheet.word(t) == "." || !sheet.is_mark(t)).chain(first..last);
    titles.find_map(|t| by_title(sheet.lower(t))).or_else(|| {
        let full = last > first + 1;
        full.then(|| list::is_womans_name(sheet.lower(first))).flatten()
    })
}

/// Whether a title or role is a woman's; None where it is anybody's.
pub(super) fn by_title(word: &str) -> Option<bool> {
    match word.trim_end_matches('.') {
        "mr" | "sir" | "king" | "prince" | "spokesman" | "chairman" | "congressman" | "councilman"
        | "señor" | "herr" | "monsieur" | "imam" | "businessman" | "policeman" => Some(false),
        "mrs" | "ms" | "miss" | "mme" | "madame" | "queen" | "princess" | "spokeswoman" | "chairwoman"
        | "congresswoman" | "councilwoman" | "actress" | "señora" | "frau" | "businesswoman"
        | "policewoman" => Some(true),
        _ => None,
    }
}
