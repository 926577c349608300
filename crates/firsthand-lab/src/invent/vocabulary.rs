//! The words of an invented world. The head of the vocabulary is English, so that the language stages have work; its tail is
//! made of syllables and never ends before `WORDS`.

use super::chance::Chance;

/// How many nouns there are.
const WORDS: usize = 200_000;

const NOUNS: &[&str] = &[
    "harbour",
    "budget",
    "school",
    "bridge",
    "road",
    "council",
    "hospital",
    "market",
    "fire",
    "storm",
    "election",
    "court",
    "river",
    "factory",
    "railway",
    "airport",
    "strike",
    "tax",
    "price",
    "bank",
    "farm",
    "forest",
    "mine",
    "museum",
    "stadium",
    "tunnel",
    "dam",
    "ferry",
    "pipeline",
    "power station",
    "warehouse",
    "border",
    "protest",
    "inquiry",
    "report",
    "law",
    "plan",
    "contract",
    "loan",
    "fund",
    "festival",
    "match",
    "concert",
    "exhibition",
    "train",
    "bus",
    "ship",
    "lorry",
    "aircraft",
    "bicycle",
    "engine",
    "battery",
    "vaccine",
    "virus",
    "clinic",
    "nurse",
    "teacher",
    "driver",
    "pilot",
    "farmer",
    "fisherman",
    "miner",
    "student",
    "tenant",
    "owner",
    "neighbour",
    "tourist",
    "visitor",
    "worker",
    "union",
    "company",
    "ministry",
    "parliament",
    "party",
    "coalition",
    "committee",
    "agency",
    "archive",
    "library",
    "church",
    "monument",
    "statue",
    "tower",
    "square",
    "street",
    "district",
    "village",
    "valley",
    "island",
    "coast",
    "lake",
    "mountain",
    "glacier",
    "drought",
    "flood",
    "landslide",
    "earthquake",
    "harvest",
    "wheat",
    "apple",
    "cider",
    "wool",
    "steel",
    "timber",
    "copper",
    "cement",
    "sugar",
    "salt",
    "oil",
    "gas",
    "coal",
    "wind farm",
    "reservoir",
    "well",
    "sewer",
    "cable",
    "satellite",
    "telescope",
    "laboratory",
    "experiment",
    "discovery",
    "fossil",
    "painting",
    "novel",
    "film",
    "orchestra",
    "choir",
    "theatre",
    "championship",
    "referee",
    "goalkeeper",
    "cyclist",
    "runner",
    "chess",
    "regatta",
    "marathon",
    "fraud",
    "theft",
    "smuggling",
    "arrest",
    "trial",
    "verdict",
    "appeal",
    "sentence",
    "prison",
    "police station",
    "fine",
    "licence",
];
const SYLLABLES: [&str; 40] = [
    "ba", "bel", "bro", "da", "dir", "do", "fen", "ga", "gor", "gre", "ha", "hul", "jo", "ka", "kel", "kri",
    "la", "lem", "lo", "ma", "mer", "mi", "na", "nor", "o", "pa", "pel", "pri", "ra", "ro", "sa", "sel",
    "ska", "ta", "tor", "tre", "va", "ves", "wi", "zu",
];
const FIRST: &[&str] = &[
    "Maren", "Ines", "Tomas", "Nadia", "Per", "Ada", "Iva", "Anton", "Lena", "Jonas", "Mira", "Oskar",
    "Petra", "Rafael", "Sana", "Viktor", "Wanda", "Yara", "Zoran", "Elif", "Bram", "Clara", "Dario", "Edda",
    "Farid", "Greta", "Hugo", "Ilse", "Janko", "Karin",
];
const ROLES: &[&str] = &[
    "Mayor",
    "Minister",
    "Police Chief",
    "Judge",
    "Professor",
    "Governor",
    "Captain",
    "Chairman",
    "Director",
    "Senator",
    "Colonel",
    "Inspector",
];
const BODIES: &[&str] = &[
    "Bank",
    "Council",
    "Institute",
    "League",
    "Shipping Line",
    "Ministry of Works",
    "Party",
    "Port Authority",
    "Railways",
    "Union",
    "Water Board",
    "Steelworks",
    "University",
    "Coast Guard",
];

/// The noun of a rank.
pub(super) fn noun(rank: usize) -> String {
    NOUNS.get(rank).map_or_else(|| made(rank), |noun| (*noun).to_owned())
}

/// Any noun, by Zipf's law.
pub(super) fn any(chance: &mut Chance) -> String {
    noun(chance.rank(WORDS))
}

/// A rare noun, as a story has its own.
pub(super) fn rare(chance: &mut Chance) -> String {
    noun(NOUNS.len() / 2 + chance.below(WORDS))
}

/// A word of syllables, another for each number.
pub(super) fn made(number: usize) -> String {
    let (mut out, mut rest) = (String::new(), number + SYLLABLES.len());
    while rest > 0 {
        out.push_str(SYLLABLES.get(rest % SYLLABLES.len()).copied().unwrap_or_default());
        rest /= SYLLABLES.len();
    }
    out
}

/// A text with an invented word for each of its words, always the same.
pub(super) fn estranged(text: &str, out: &mut String) {
    for word in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
        if !letters.is_empty() {
            let number = letters.bytes().fold(7usize, |h, b| (h * 31 + usize::from(b)) % 1_000_003);
            out.push_str(&made(number));
        }
        out.push_str(word.get(letters.len()..).unwrap_or_default());
    }
}

/// A word as a name.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A place.
pub(super) fn place(chance: &mut Chance) -> String {
    let name = capital(&made(chance.below(30_000)));
    if chance.happens(0.2) { format!("Port {name}") } else { name }
}

/// Somebody: office and name.
pub(super) fn person(chance: &mut Chance) -> (String, String) {
    let name = format!("{} {}", chance.one(FIRST), capital(&made(chance.below(60_000))));
    (chance.one(ROLES).to_owned(), name)
}

/// A body with a name of its own.
pub(super) fn body(chance: &mut Chance) -> String {
    format!("{} {}", capital(&made(chance.below(20_000))), chance.one(BODIES))
}
