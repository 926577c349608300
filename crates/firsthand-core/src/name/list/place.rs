//! Nouns for sorts of places.

/// Lower-case nouns that may follow (`Vale island`) or, with `of`, precede the name of a place.
const PLACE_NOUNS: &[&str] = &[
    "province",
    "island",
    "islands",
    "district",
    "city",
    "town",
    "village",
    "county",
    "state",
    "region",
    "area",
    "camp",
    "neighborhood",
    "neighbourhood",
    "municipality",
    "governorate",
    "prefecture",
    "suburb",
    "quarter",
    "peninsula",
    "avenue",
    "street",
    "square",
    "river",
    "lake",
    "valley",
    "mountain",
    "port",
    "harbour",
    "harbor",
    "airport",
    "base",
    "sea",
    "strait",
    "canal",
    "desert",
];

/// Whether the key is that of a part of the world larger than a country.
pub(in crate::name) fn is_wide(key: &str) -> bool {
    matches!(
        key,
        "asia"
            | "europe"
            | "africa"
            | "america"
            | "americas"
            | "middleeast"
            | "westasia"
            | "eastasia"
            | "southasia"
            | "southeastasia"
            | "centralasia"
            | "northamerica"
            | "southamerica"
            | "latinamerica"
            | "persiangulf"
            | "gulf"
            | "mediterranean"
            | "west"
            | "east"
            | "balkans"
            | "caucasus"
            | "arctic"
            | "antarctica"
            | "pacific"
            | "atlantic"
    )
}

/// Whether the word (lower case) is a noun that is said with the name of a place: `Mole island`, not `the Mole area`.
pub(in crate::name) fn is_said_with_place(word: &str) -> bool {
    is_place_noun(word) && !matches!(word, "area" | "region" | "base" | "state" | "port" | "quarter")
}

/// Whether a part at the head or the end of a name makes it that of a place: `Lake`, `Street`.
pub(in crate::name) fn marks_place(parts: &[String]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let head = matches!(
        first.as_str(),
        "avenue" | "rue" | "mount" | "lake" | "wadi" | "jabal" | "tel" | "fort" | "port" | "cape"
    );
    parts.len() > 1 && (head || (is_said_with_place(last) && last != "camp"))
}

/// Whether the word (lower case) is a noun for a sort of place.
pub(in crate::name) fn is_place_noun(word: &str) -> bool {
    PLACE_NOUNS.contains(&word)
}
