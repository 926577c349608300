//! What leads to English: names of the world, words of news, numbers.

use super::list;
use crate::language::tongue::Counts;

/// What English calls a name.
pub(super) fn name(written: &str) -> Option<&'static str> {
    list::known(written).map(|k| k.english)
}

/// What a word without accents counts as.
pub(super) fn word(folded: &str) -> Counts {
    if list::small_folded(folded) && !list::is_news(folded) {
        return Counts::Not;
    }
    let end = stem(folded);
    list::news(folded.get(..end).unwrap_or(folded)).map_or(Counts::Itself(end), Counts::As)
}

/// How many bytes of a folded word are left without the endings of number and gender: `heridas`, `herido`; `aviones`, `avión`.
pub(super) fn stem(folded: &str) -> usize {
    if folded.len() < 4 || !folded.is_ascii() {
        return folded.len();
    }
    let bare = folded.strip_suffix("es").filter(|b| b.len() > 3);
    let bare = bare.or_else(|| folded.strip_suffix('s')).unwrap_or(folded);
    bare.strip_suffix(['o', 'a', 'e']).filter(|b| b.len() > 2).unwrap_or(bare).len()
}

/// A number in digits as English writes it, without marks of thousands.
pub(super) fn number(written: &str) -> String {
    super::numeral::digits(written).map_or_else(|| written.to_owned(), |value| value.to_string())
}
