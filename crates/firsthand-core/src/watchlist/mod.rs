//! Which of the people and bodies of a story stand on a list that somebody watches?
//!
//! A link is never a merge: it says which spelling of the reports is like which spelling of the list, what speaks for it
//! and what against it. Names of one word are linked only if the list has exactly that word for a body: a family name
//! alone is nobody's.

mod alike;

#[cfg(test)]
mod tests;

use crate::account::{Account, Entity, Listed as Link};
use crate::name::spelling::parts;
use crate::name::transliterate::consonants;
use firsthand_text::language::country;
use std::collections::{BTreeMap, BTreeSet};

/// Who or what an entry of a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A person.
    Person,
    /// A company, an agency, a party ...
    Organisation,
    /// The list does not say, or it is something else (a ship).
    Unknown,
}

/// One entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The list, as it is named in the account.
    pub list: String,
    /// Its key on the list.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its names, the main one first.
    pub names: Vec<String>,
    /// ISO 3166-1 alpha-2, upper case; empty where the list does not say.
    pub countries: Vec<String>,
    /// Its offices, as the list has them.
    pub roles: Vec<String>,
}

/// Lists, ready to be looked up in.
#[derive(Debug, Clone, Default)]
pub struct Watchlist {
    entries: Vec<Entry>,
    /// Entry and name by the consonants of the name's first and last part.
    by_part: BTreeMap<String, Vec<(usize, usize)>>,
}

impl Watchlist {
    /// Puts the entries in order of list and key, so that the outcome does not hang on the order of the files.
    pub fn new(mut entries: Vec<Entry>) -> Watchlist {
        entries.sort_by(|a, b| (&a.list, &a.id, &a.names).cmp(&(&b.list, &b.id, &b.names)));
        entries.dedup();
        let mut by_part: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for (at, entry) in entries.iter().enumerate() {
            for (name, text) in entry.names.iter().enumerate() {
                for key in keys(&parts(text)) {
                    by_part.entry(key).or_default().push((at, name));
                }
            }
        }
        Watchlist { entries, by_part }
    }

    /// All entries, in order of list and key.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Links the entities of an account to the entries they may be. Links are in order of list and key; of one entry only the
    /// nearest spelling is told.
    pub fn link(&self, account: &mut Account) {
        for entity in &mut account.entities {
            entity.listed = self.of(entity);
        }
    }

    fn of(&self, entity: &Entity) -> Vec<Link> {
        let kind = match &*entity.kind {
            "person" => Kind::Person,
            "organisation" => Kind::Organisation,
            "place" | "group" | "facility" | "event" | "work" => return Vec::new(),
            _ => Kind::Unknown,
        };
        let mut nearest: BTreeMap<usize, (alike::Alike, usize, &str)> = BTreeMap::new();
        for form in &entity.forms {
            let own = parts(&form.text);
            let met: BTreeSet<(usize, usize)> =
                keys(&own).iter().filter_map(|key| self.by_part.get(key)).flatten().copied().collect();
            for (at, name) in met {
                let Some(entry) = self.entries.get(at) else { continue };
                let Some(listed) = entry.names.get(name) else { continue };
                if let Some(alike) = alike::alike(kind, &form.text, entry.kind, listed) {
                    let found = (alike, name, &*form.text);
                    let kept = nearest.entry(at).or_insert(found);
                    if (found.0, found.1) < (kept.0, kept.1) {
                        *kept = found;
                    }
                }
            }
        }
        nearest
            .into_iter()
            .filter_map(|(at, found)| Some(link(entity, self.entries.get(at)?, found)))
            .collect()
    }
}

/// What a name is filed under: the consonants of its first and of its last part, whichever is the family name.
fn keys(parts: &[String]) -> BTreeSet<String> {
    [parts.first(), parts.last()].into_iter().flatten().map(|part| consonants(part)).collect()
}

fn link(entity: &Entity, entry: &Entry, (alike, name, form): (alike::Alike, usize, &str)) -> Link {
    let listed = entry.names.get(name).cloned().unwrap_or_default();
    let mut link = Link {
        list: entry.list.clone(),
        id: entry.id.clone(),
        form: form.to_owned(),
        reasons: vec![alike.because(form, &listed)],
        against: Vec::new(),
        name: listed,
    };
    if let Some(code) = &entity.country
        && !entry.countries.is_empty()
    {
        let own = named(code);
        if entry.countries.contains(code) {
            link.reasons.push(format!("both are of {own}"));
        } else {
            let theirs: Vec<String> = entry.countries.iter().map(|c| named(c)).collect();
            link.against.push(format!("the reports place it in {own}, the list in {}", theirs.join(", ")));
        }
    }
    for role in entity.roles.iter().filter(|r| entry.roles.iter().any(|o| same_office(r, o))) {
        link.reasons.push(format!("both say “{role}”"));
    }
    link
}

fn named(code: &str) -> String {
    country::of_code(code).map_or_else(|| code.to_owned(), |c| c.name.to_owned())
}

/// Whether the words of one office are all in the other.
fn same_office(a: &str, b: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let all = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        all.filter(|w| w.len() > 2 && !matches!(&**w, "the" | "for" | "and")).collect()
    };
    let (a, b) = (words(a), words(b));
    a.len().min(b.len()) > 1 && (a.is_subset(&b) || b.is_subset(&a))
}
