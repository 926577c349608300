//! Nouns: plurals.

use super::{irregular, strip, vowel_groups};
use std::borrow::Cow;

/// The singular of a noun in lower case.
pub(super) fn lemma(word: &str) -> Cow<'_, str> {
    if !word.is_ascii() || word.len() < 3 {
        return Cow::Borrowed(word);
    }
    if let Some((head, last)) = word.rsplit_once('-')
        && !last.is_empty()
    {
        let base = singular(last);
        return if base == last { Cow::Borrowed(word) } else { Cow::Owned(format!("{head}-{base}")) };
    }
    singular(word)
}

fn singular(word: &str) -> Cow<'_, str> {
    if let Some(base) = irregular::noun(word) {
        return Cow::Borrowed(base);
    }
    if let Some(stem) = strip(word, "men", 2).filter(|_| !KEEP_MEN.contains(&word)) {
        return Cow::Owned(format!("{stem}man"));
    }
    if !word.ends_with('s')
        || word.ends_with("ss")
        || word.ends_with("us")
        || word.ends_with("is")
        || KEEP.contains(&word)
    {
        return Cow::Borrowed(word);
    }
    // politics, but mechanics and critics of the person
    if word.ends_with("ics")
        && ![
            "critics",
            "clinics",
            "topics",
            "mechanics",
            "comics",
            "fabrics",
            "skeptics",
            "sceptics",
            "academics",
            "epidemics",
            "pandemics",
            "classics",
            "lyrics",
            "picnics",
            "clerics",
            "tactics",
            "metrics",
            "relics",
            "tropics",
            "fanatics",
            "paramedics",
            "catholics",
            "republics",
            "basics",
            "medics",
            "antibiotics",
            "narcotics",
            "cosmetics",
            "ceramics",
            "characteristics",
            "statistics",
            "plastics",
        ]
        .contains(&word)
    {
        return Cow::Borrowed(word);
    }
    if let Some(stem) = strip(word, "ies", 2) {
        return if IE.contains(&word) {
            Cow::Borrowed(&word[..word.len() - 1])
        } else {
            Cow::Owned(format!("{stem}y"))
        };
    }
    let cut = if drops_es(word) { 2 } else { 1 };
    Cow::Borrowed(&word[..word.len() - cut])
}

fn drops_es(word: &str) -> bool {
    if ["shes", "sses", "xes", "zzes", "tzes", "tches"].iter().any(|e| word.ends_with(e)) {
        return word != "axes";
    }
    if let Some(stem) = word.strip_suffix("ches") {
        return ![
            "a", "heada", "tootha", "stomacha", "ca", "ni", "qui", "psy", "avalan", "mousta", "clo", "backa",
            "hearta",
        ]
        .contains(&stem);
    }
    if word.ends_with("oes") {
        return !["shoes", "toes", "foes", "canoes", "hoes", "woes", "oboes", "tiptoes", "horseshoes"]
            .contains(&word);
    }
    // viruses, campuses; but houses, excuses
    let before = word.as_bytes().iter().rev().nth(4).copied().unwrap_or(b'a');
    let us = word.ends_with("uses") && !super::is_vowel(before) && vowel_groups(word) > 2;
    (us && !["excuses", "abuses", "recluses", "refuses", "fuses"].contains(&word))
        || [
            "buses",
            "gases",
            "lenses",
            "biases",
            "canvases",
            "pluses",
            "atlases",
            "aliases",
            "minibuses",
            "christmases",
            "radiuses",
        ]
        .contains(&word)
}

/// Words that end in s in the singular.
const KEEP: &[&str] = &[
    "news",
    "series",
    "species",
    "means",
    "headquarters",
    "barracks",
    "crossroads",
    "gallows",
    "lens",
    "gas",
    "bias",
    "canvas",
    "atlas",
    "alias",
    "chaos",
    "cosmos",
    "ethos",
    "pathos",
    "diabetes",
    "rabies",
    "measles",
    "mumps",
    "scissors",
    "trousers",
    "pants",
    "jeans",
    "shorts",
    "glasses",
    "clothes",
    "premises",
    "proceeds",
    "thanks",
    "alms",
    "whereabouts",
    "sos",
    "overseas",
    "perhaps",
    "always",
    "yes",
    "kudos",
    "aids",
    "sars",
    "mers",
    "us",
    "uss",
    "gps",
    "christmas",
    "texas",
    "electronics",
    "athletics",
    "innings",
    "works",
    "congress",
    "aerospace",
    "herpes",
    "forceps",
    "corps",
    "marines",
];

/// Words in `-men` that are no plurals.
const KEEP_MEN: &[&str] = &[
    "omen", "specimen", "regimen", "abdomen", "acumen", "semen", "stamen", "bitumen", "hymen", "ramen",
    "women", "yemen",
];

/// Plurals in `-ies` of words in `-ie`.
const IE: &[&str] = &[
    "movies",
    "cookies",
    "calories",
    "zombies",
    "ties",
    "pies",
    "lies",
    "prairies",
    "rookies",
    "hoodies",
    "selfies",
    "aunties",
    "birdies",
    "dies",
    "smoothies",
    "genies",
    "hippies",
    "junkies",
    "brownies",
    "collies",
    "eyries",
    "foodies",
    "newbies",
    "veggies",
    "pixies",
    "necktie",
    "townies",
    "groupies",
    "hankies",
];
