//! Countries: their names, their peoples, their capitals, and the words that stand for their governments.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// One country or territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2: `KP`.
    pub code: &'static str,
    /// ISO 3166-1 alpha-3: `PRK`.
    pub code3: &'static str,
    /// Short English name: `North Korea`.
    pub name: &'static str,
    /// Other names: `DPRK`, `N. Korea`.
    pub names: &'static [&'static str],
    /// Words for its people and things: `North Korean`.
    pub demonyms: &'static [&'static str],
    /// Capital, which often stands for the government: `Pyongyang`. Empty where there is none of its own name.
    pub capital: &'static str,
    /// Every spelling of the capital, and a second seat of government where there is one.
    pub capitals: &'static [&'static str],
    /// Houses and areas that stand for it: `Kremlin`, `Gaza`.
    pub seats: &'static [&'static str],
}

/// What a word is to the country it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sense {
    /// `North Korea`, `DPRK`
    Name,
    /// `North Korean`, `North Koreans`
    Demonym,
    /// `Pyongyang`
    Capital,
    /// `Kremlin`
    Seat,
}

/// Names that are common words or given names when they are not capitalised.
const WORDS: [&str; 17] = [
    "turkey", "china", "jordan", "chad", "jersey", "polish", "turk", "pole", "dane", "brit", "kiwi", "finn",
    "swede", "mali", "beehive", "emirates", "georgia",
];

/// Every form by its folded form; one form stands in it once.
struct Table {
    countries: &'static [Country],
    forms: FxHashMap<String, Form>,
    /// Countries by both of their codes.
    codes: FxHashMap<[u8; 3], u16>,
}

struct Form {
    /// Written in capitals only (`US`, `ROK`), which the word must then be, too.
    capitals: bool,
    sense: Sense,
    country: u16,
}

/// The country that a name, a demonym, a capital or a seat of government stands for.
///
/// Case, accents, points and a leading `the` do not matter, with two exceptions: abbreviations (`US`) must stand
/// in capitals, and names that are also words (`turkey`) must be capitalised.
pub fn of(word: &str) -> Option<&'static Country> {
    sense(word).map(|(country, _)| country)
}

/// The country and what the word is to it.
pub fn sense(word: &str) -> Option<(&'static Country, Sense)> {
    let folded = fold(word);
    if folded.is_empty() {
        return None;
    }
    let lower = !word.chars().any(char::is_uppercase);
    if lower && WORDS.contains(&folded.as_str()) {
        return None;
    }
    let table = table();
    let upper = !word.chars().any(char::is_lowercase);
    let found = look_up(table, &folded, upper).or_else(|| {
        // The plural of a people: Iranians, Yemenis.
        let singular = folded.strip_suffix('s').filter(|s| s.len() > 3 && !s.ends_with(['s', 'h']))?;
        look_up(table, singular, upper).filter(|f| f.sense == Sense::Demonym)
    })?;
    Some((table.countries.get(usize::from(found.country))?, found.sense))
}

/// The country of which this is a name: `Iran`, `Islamic Republic of Iran`.
pub fn named(word: &str) -> Option<&'static Country> {
    as_sense(word, Sense::Name)
}

/// The country whose people or things this is a word for: `Iranian`, `Iranians`.
pub fn of_demonym(word: &str) -> Option<&'static Country> {
    as_sense(word, Sense::Demonym)
}

/// The country of an ISO 3166-1 code of two or three letters, in any case.
pub fn of_code(code: &str) -> Option<&'static Country> {
    let table = table();
    table.countries.get(usize::from(*table.codes.get(&code_key(code)?)?))
}

/// All countries, by alpha-2 code as listed.
pub fn all() -> &'static [Country] {
    table().countries
}

fn as_sense(word: &str, wanted: Sense) -> Option<&'static Country> {
    sense(word).filter(|(_, sense)| *sense == wanted).map(|(country, _)| country)
}

fn look_up<'t>(table: &'t Table, folded: &str, upper: bool) -> Option<&'t Form> {
    table.forms.get(folded).filter(|f| upper || !f.capitals)
}

/// Plain lower-case letters, digits and single blanks; points and apostrophes gone, a leading `the` gone.
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut own = [0; 4];
    for c in word.chars() {
        let plain = if c.is_ascii() { c.encode_utf8(&mut own) } else { any_ascii::any_ascii_char(c) };
        for p in plain.chars() {
            if p.is_ascii_alphanumeric() {
                out.push(p.to_ascii_lowercase());
            } else if !matches!(p, '.' | '\'' | '`') && !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        }
    }
    out.truncate(out.trim_end().len());
    match out.strip_prefix("the ") {
        Some(rest) if !rest.is_empty() => rest.to_string(),
        _ => out,
    }
}

/// A code of two or three letters in small ones; None where it is longer.
fn code_key(code: &str) -> Option<[u8; 3]> {
    let mut key = [0; 3];
    key.get_mut(..code.len())?.copy_from_slice(code.as_bytes());
    key.make_ascii_lowercase();
    Some(key)
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(build)
}

fn build() -> Table {
    let countries: Vec<Country> =
        include_str!("../../data/countries.tsv").lines().filter_map(country).collect();
    let mut forms: FxHashMap<String, Form> = FxHashMap::default();
    for (at, c) in countries.iter().enumerate() {
        let senses = [
            (c.names, Sense::Name),
            (c.demonyms, Sense::Demonym),
            (c.capitals, Sense::Capital),
            (c.seats, Sense::Seat),
        ];
        let named = std::iter::once((c.name, Sense::Name));
        let rest = senses.iter().flat_map(|(list, sense)| list.iter().map(|word| (*word, *sense)));
        for (word, sense) in named.chain(rest) {
            let capitals = word.len() <= 6 && !word.chars().any(char::is_lowercase);
            // The same form in two senses: a name comes before a demonym, a demonym before a capital.
            let form = Form { capitals, sense, country: at as u16 };
            let kept = forms.entry(fold(word)).or_insert(form);
            if (sense, at as u16) < (kept.sense, kept.country) {
                *kept = Form { capitals, sense, country: at as u16 };
            }
        }
    }
    let mut codes = FxHashMap::default();
    for (at, c) in countries.iter().enumerate() {
        for key in [c.code, c.code3].into_iter().filter_map(code_key) {
            codes.entry(key).or_insert(at as u16);
        }
    }
    Table { countries: countries.leak(), forms, codes }
}

fn country(line: &'static str) -> Option<Country> {
    let mut fields = line.split('\t');
    let code = fields.next().filter(|c| c.len() == 2)?;
    let (code3, name) = (fields.next()?, fields.next()?);
    let mut list = || -> &'static [&'static str] {
        let words: Vec<&'static str> =
            fields.next().unwrap_or("").split('|').filter(|w| !w.is_empty()).collect();
        words.leak()
    };
    let (names, demonyms, capitals, seats) = (list(), list(), list(), list());
    let capital = capitals.first().copied().unwrap_or("");
    Some(Country { code, code3, name, names, demonyms, capital, capitals, seats })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_sense() {
        let cases = [
            ("North Korea", "KP", Sense::Name),
            ("NORTH KOREA", "KP", Sense::Name),
            ("N. Korea", "KP", Sense::Name),
            ("N.Korean", "KP", Sense::Demonym),
            ("DPRK", "KP", Sense::Name),
            ("Pyongyang", "KP", Sense::Capital),
            ("North Koreans", "KP", Sense::Demonym),
            ("Republic of Korea", "KR", Sense::Name),
            ("the Islamic Republic of Iran", "IR", Sense::Name),
            ("Iranians", "IR", Sense::Demonym),
            ("U.S.", "US", Sense::Name),
            ("US", "US", Sense::Name),
            ("the United States", "US", Sense::Name),
            ("Washington", "US", Sense::Capital),
            ("Kremlin", "RU", Sense::Seat),
            ("Türkiye", "TR", Sense::Name),
            ("Côte d’Ivoire", "CI", Sense::Name),
            ("Sao Tome and Principe", "ST", Sense::Name),
            ("Bosnia & Herzegovina", "BA", Sense::Name),
            ("Hong Kong", "HK", Sense::Name),
            ("Gaza", "PS", Sense::Seat),
            ("iran", "IR", Sense::Name),
            ("Kyiv", "UA", Sense::Capital),
            ("Swiss", "CH", Sense::Demonym),
            ("Guatemala City", "GT", Sense::Capital),
        ];
        for (word, code, sense) in cases {
            assert_eq!(super::sense(word).map(|(c, s)| (c.code, s)), Some((code, sense)), "{word}");
        }
    }

    #[test]
    fn refuses_words() {
        for word in
            ["us", "turkey", "polish", "the North", "Korea", "", "the", "Us", "uk", "Atlantis", "it", "."]
        {
            assert_eq!(of(word).map(|c| c.code), None, "{word}");
        }
    }

    #[test]
    fn each_sense_is_asked_for_by_itself() {
        assert_eq!(named("Tehran"), None);
        assert_eq!(of_demonym("Congolese").map(|c| c.code), Some("CD"));
        assert_eq!(of_code("prk").map(|c| c.name), Some("North Korea"));
    }

    #[test]
    fn table_is_sound() {
        assert!(all().len() >= 245);
        for c in all() {
            assert!(c.code3.len() == 3 && !c.name.is_empty(), "{}", c.code);
            assert_eq!(of(c.name).map(|x| x.code), Some(c.code), "{}", c.name);
            for name in c.names {
                assert_eq!(named(name).map(|x| x.code), Some(c.code), "{name}");
            }
        }
    }
}
