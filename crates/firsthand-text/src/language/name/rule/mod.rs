//! What the labels of single words leave to be mended: by lists that leave no doubt, by the kind of words a name
//! is made of, and by what the same report says elsewhere.

mod acronym;
mod agency;
mod echo;
mod list;
mod title;
mod trim;

use super::label::Found;
use super::sort;
use crate::language::NameKind;
pub use trim::without_roles;

/// The words of one sentence.
type Words<'a> = Vec<&'a str>;

/// Mends the names of a document.
pub(super) fn mend(words: &[Words], found: &mut [Vec<Found>]) {
    for (words, names) in words.iter().zip(found.iter_mut()) {
        trim::trim(words, names);
        names.iter_mut().for_each(|n| by_head(words, n));
        list::apply(words, names);
        title::apply(words, names);
        agency::apply(words, names);
    }
    acronym::apply(words, found);
    echo::apply(words, found);
}

/// Heads that make a name an organisation's whatever stands before them.
const HEADS: [&str; 31] = [
    "agency",
    "ministry",
    "university",
    "institute",
    "corps",
    "council",
    "guards",
    "guard",
    "party",
    "department",
    "police",
    "committee",
    "commission",
    "corporation",
    "corp.",
    "inc.",
    "ltd.",
    "association",
    "federation",
    "bureau",
    "army",
    "navy",
    "parliament",
    "brigades",
    "foundation",
    "organization",
    "organisation",
    "union",
    "bank",
    "airlines",
    "airways",
];

/// An agency is an organisation, and so is a Ministry of anything.
fn by_head(words: &Words, name: &mut Found) {
    let lower = |i: usize| words.get(i).map_or_else(String::new, |w| w.to_lowercase());
    use NameKind::{Event, Organisation, Product, Work};
    if name.last - name.first < 2 || matches!(name.kind, Organisation | Event | Work | Product) {
        return;
    }
    let last = HEADS.contains(&lower(name.last - 1).as_str()) && lower(name.last - 1) != "bank";
    let of =
        HEADS.contains(&lower(name.first).as_str()) && matches!(lower(name.first + 1).as_str(), "of" | "for");
    // A person can be called Guard or Bank.
    let person = name.kind == NameKind::Person && matches!(lower(name.last - 1).as_str(), "guard" | "union");
    if (last && !person) || of {
        name.kind = NameKind::Organisation;
    }
}

/// Whether the word begins with a capital.
fn capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether nothing but marks stands before the word in its sentence.
fn begins(words: &Words, at: usize) -> bool {
    !words.iter().take(at).any(|w| w.starts_with(char::is_alphanumeric))
}

/// Whether the words from `first` to before `last` touch no name.
fn free(names: &[Found], first: usize, last: usize) -> bool {
    names.iter().all(|n| n.last <= first || last <= n.first)
}

/// Adds a name, keeping the order.
fn add(names: &mut Vec<Found>, name: Found) {
    let at = names.partition_point(|n| n.first < name.first);
    names.insert(at, name);
}

/// Whether the word is a title, a month or a day.
fn listed(word: &str, bits: u32) -> bool {
    sort::bits(&word.to_lowercase()) & bits != 0
}
