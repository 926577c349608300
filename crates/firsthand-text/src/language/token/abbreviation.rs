//! Words whose dot belongs to them, and what the dot says of the sentence's end.

/// How likely a sentence ends with an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Habit {
    /// Something always follows: a name after `Gen.`, a number after `No.`.
    Never,
    /// A sentence may end with it: `Corp.`, `U.S.`, `a.m.`
    Sometimes,
}

/// Something follows them, always. Only with a capital letter.
const TITLES: &[&str] = &[
    "Adm", "Amb", "Asst", "Atty", "Bp", "Brig", "Capt", "Cdr", "Cmdr", "Cmdt", "Col", "Comdr", "Cpl", "Cpt",
    "Dr", "Drs", "Fr", "Gen", "Gov", "Hon", "Insp", "Lieut", "Lt", "Maj", "Messrs", "Mlle", "Mme", "Mr",
    "Mrs", "Ms", "Msgr", "Mt", "Ofc", "Pfc", "Pres", "Prof", "Pvt", "Rep", "Reps", "Rev", "Rs", "Sen",
    "Sens", "Sgt", "Shri", "Smt", "Spc", "St", "Ste", "Supt", "Sr", "Ven", "Det", "Supr", "Md", "Mohd", "Ft",
    "Gp", "Wg", "Sqn", "Vol", "Fig", "Ch", "Sec",
];

/// Something follows them, always. Lower case.
const CONNECTIVES: &[&str] = &["v", "vs", "approx", "cf", "viz", "esp", "pp", "ca", "incl"];

/// A sentence may end with them. Only with a capital letter.
const NAMES: &[&str] = &[
    "Inc", "Corp", "Ltd", "Co", "Cos", "Bros", "Jr", "Esq", "Pvt", "Pty", "Plc", "Dept", "Govt", "Univ",
    "Assn", "Assoc", "Ave", "Blvd", "Rd", "Jan", "Feb", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Ala",
    "Ariz", "Ark", "Calif", "Colo", "Conn", "Fla", "Ga", "Ill", "Kan", "Ky", "Mass", "Mich", "Minn", "Mo",
    "Mont", "Neb", "Nev", "Okla", "Ont", "Pa", "Que", "Tenn", "Tex", "Va", "Vt", "Wis", "Wyo", "Intl",
    "Natl",
];

/// A sentence may end with them. Lower case.
const OTHERS: &[&str] = &["etc", "al", "dept", "govt", "est", "jr", "sr"];

/// Only before a number: elsewhere they are words of their own.
const BEFORE_NUMBER: &[&str] = &[
    "No", "Nos", "no", "nos", "Mar", "Apr", "Jun", "Jul", "Art", "art", "Para", "para", "Sat", "Sun", "Mon",
    "p", "c",
];

/// Last labels of domain names that are seen in news.
const DOMAINS: &[&str] = &[
    "com", "org", "net", "gov", "edu", "mil", "int", "info", "io", "co", "tv", "me", "uk", "us", "in", "ru",
    "ua", "de", "fr", "cn", "jp", "kr", "ir", "il", "au", "ca", "ng", "za", "ke", "pk", "bd", "lk", "np",
    "news", "app", "eu", "ai",
];

/// Whether the dot after `word` belongs to it, given the text that follows the dot.
pub fn takes_dot(word: &str, after: &str) -> bool {
    if BEFORE_NUMBER.contains(&word) {
        return after.trim_start_matches([' ', '\u{a0}']).starts_with(|c: char| c.is_ascii_digit());
    }
    if word == "al" {
        return after.starts_with([',', ')', ';', ' ']) && !after.starts_with(" \n");
    }
    habit_of(word).is_some()
}

/// The habit of an abbreviation given with its dot (`Gen.`, `U.S.`, `A.`); None for other tokens.
pub fn habit(token: &str) -> Option<Habit> {
    let word = token.strip_suffix('.')?;
    if word.is_empty() || !word.ends_with(char::is_alphanumeric) {
        return None;
    }
    if let Some(habit) = habit_of(word) {
        return Some(habit);
    }
    if BEFORE_NUMBER.contains(&word) {
        return Some(Habit::Never);
    }
    Some(Habit::Sometimes)
}

/// Whether a token is one capital letter and a dot: `A.`
pub fn is_initial(token: &str) -> bool {
    let mut chars = token.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next() == Some('.') && chars.next().is_none()
}

/// Whether a word is the last label of a domain name.
pub(super) fn is_domain_end(label: &str) -> bool {
    DOMAINS.contains(&label)
}

fn habit_of(word: &str) -> Option<Habit> {
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    if capital {
        // headlines in capitals: `GEN. HOLM`
        let titled = |list: &[&str]| {
            list.contains(&word)
                || (word.len() > 1 && list.iter().any(|w| w.len() > 2 && w.to_ascii_uppercase() == word))
        };
        if titled(TITLES) {
            return Some(Habit::Never);
        }
        return titled(NAMES).then_some(Habit::Sometimes);
    }
    if CONNECTIVES.contains(&word) {
        return Some(Habit::Never);
    }
    OTHERS.contains(&word).then_some(Habit::Sometimes)
}
