//! Places of the world and which lies in which.
//!
//! Countries come from [`country`](super::country); regions of the first level and cities from GeoNames, as an
//! [`fst::Map`] from folded name to one or two [`Spot`]s, made by `firsthand-lab train places`
//! (see `firsthand_data_names`).

mod spot;
mod within;

use super::country::{self, Sense, fold};
use fst::Map;
pub(crate) use spot::glance;
pub use spot::{Kind, Spot, pack, unpack};
use std::sync::OnceLock;
pub use within::{Whereabouts, lies_within, within};

/// Below this population a name that is not capitalised is not taken for a city.
const LARGE: u64 = 1_000_000;

/// Words that say what kind of place a name is and may follow it: `Anbar province`.
const SORTS: [&str; 20] = [
    "province",
    "governorate",
    "region",
    "state",
    "oblast",
    "district",
    "prefecture",
    "county",
    "city",
    "municipality",
    "canton",
    "department",
    "territory",
    "division",
    "emirate",
    "republic",
    "krai",
    "voivodeship",
    "island",
    "town",
];

/// Arabic articles as they are written before names of places; news leaves them out as often as not.
const ARTICLES: [&str; 9] = ["al ", "as ", "ash ", "ar ", "an ", "at ", "ath ", "az ", "ad "];

/// Names of cities that are large enough to be known in lower case but are also words or given names.
const WORDS: [&str; 8] = ["valencia", "victoria", "santiago", "split", "nice", "mobile", "reading", "leon"];

/// Whether the name is that of a known place (a country, a region, a city).
pub fn known(name: &str) -> bool {
    let of_country = country::sense(name);
    matches!(of_country, Some((_, Sense::Name | Sense::Capital))) || !spots(name).is_empty()
}

/// The country (ISO 3166-1 alpha-2) a place lies in, where the name leaves no doubt: the largest place of the name
/// wins. For a country it is the country itself.
pub fn country(name: &str) -> Option<&'static str> {
    if let Some((found, Sense::Name | Sense::Capital | Sense::Seat)) = country::sense(name) {
        return Some(found.code);
    }
    if let Some((_, tail)) = name.rsplit_once(", ") {
        return country(tail);
    }
    let spots = spots(name);
    let first = spots.first()?;
    // Two cities of about the same size in two countries: no telling which is meant.
    let doubt =
        spots.get(1).is_some_and(|s| s.country != first.country && s.population * 2 > first.population);
    (!doubt).then_some(first.country)
}

/// The places of a name in the gazetteer, the largest first, at most two; empty where the name is not known or is
/// more likely a word.
pub fn spots(name: &str) -> Vec<Spot> {
    let folded = fold(name);
    let lower = !name.chars().any(char::is_uppercase);
    let found = look_up(&folded);
    if !lower {
        return found;
    }
    let refused = folded.len() < 5 || WORDS.contains(&folded.as_str());
    if refused { Vec::new() } else { found.into_iter().filter(|s| s.population >= LARGE).collect() }
}

/// What the gazetteer holds under an already folded name, without its sort (`province`) or article where need be.
fn look_up(folded: &str) -> Vec<Spot> {
    if let Some(value) = map().and_then(|m| m.get(folded)) {
        return unpack(value);
    }
    if let Some((head, sort)) = folded.rsplit_once(' ')
        && SORTS.contains(&sort)
    {
        return look_up_plain(head);
    }
    let bare = ARTICLES.iter().find_map(|a| folded.strip_prefix(a));
    bare.map_or_else(Vec::new, look_up_plain)
}

fn look_up_plain(folded: &str) -> Vec<Spot> {
    let map = map();
    let get = |key: &str| map.and_then(|m| m.get(key));
    let bare = ARTICLES.iter().find_map(|a| folded.strip_prefix(a));
    get(folded).or_else(|| bare.and_then(get)).map_or_else(Vec::new, unpack)
}

/// The packed value under an already folded name, for callers that fold many words themselves.
pub(crate) fn value(folded: &str) -> Option<u64> {
    map()?.get(folded)
}

fn map() -> Option<&'static Map<&'static [u8]>> {
    static MAP: OnceLock<Option<Map<&'static [u8]>>> = OnceLock::new();
    MAP.get_or_init(|| Map::new(firsthand_data_names::PLACES).ok()).as_ref()
}

#[cfg(test)]
mod tests;
