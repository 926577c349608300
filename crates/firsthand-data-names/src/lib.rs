#![doc = include_str!("../README.md")]

/// What names look like: weights of a linear model that marks persons, organisations, places, facilities, events, works and products.
/// `firsthand_text::language::name::weights` reads them in place; no alignment is asked for.
pub static NAMES: &[u8] = include_bytes!("../models/names.bin");

/// What is known of 276,474 single words: given name, family name, usual word, cluster of words used alike. The bytes of an `fst::Map`,
/// which `firsthand_text::language::name::lexicon` reads in place.
pub static LEXICON: &[u8] = include_bytes!("../models/lexicon.fst");

/// 95,293 names of regions and cities with the places that bear them. The bytes of an `fst::Map`, which `firsthand_text::language::place`
/// reads in place. From GeoNames, CC BY 4.0.
pub static PLACES: &[u8] = include_bytes!("../models/places.fst");
