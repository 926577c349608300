//! Places of the world and which lies in which.

/// Whether `inner` lies within `outer` (Tehran in Iran), both as written. False where it is not known.
pub fn within(inner: &str, outer: &str) -> bool {
    let _ = (inner, outer);
    false
}

/// Whether the name is that of a known place (a country, a region, a city).
pub fn known(name: &str) -> bool {
    let _ = name;
    false
}

/// The country (ISO 3166-1 alpha-2) a place lies in, where the name leaves no doubt: the largest place of the name wins.
pub fn country(name: &str) -> Option<&'static str> {
    let _ = name;
    None
}
