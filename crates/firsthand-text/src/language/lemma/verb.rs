//! Verbs: `-s`, `-ed`, `-ing`.

use super::{irregular, is_vowel, strip, vowel_groups};
use std::borrow::Cow;

/// The infinitive of a verb form in lower case.
pub(super) fn lemma(word: &str) -> Cow<'_, str> {
    if let Some(base) = irregular::verb(word) {
        return Cow::Borrowed(base);
    }
    // `re-elected`, `air-dropped`: the last part is inflected
    if let Some((head, last)) = word.rsplit_once('-')
        && !last.is_empty()
        && let base = lemma_of_part(last)
        && base != last
    {
        return Cow::Owned(format!("{head}-{base}"));
    }
    lemma_of_part(word)
}

fn lemma_of_part(word: &str) -> Cow<'_, str> {
    if !word.is_ascii() {
        return Cow::Borrowed(word);
    }
    if let Some(base) = irregular::verb(word).or_else(|| irregular::prefixed(word)) {
        return Cow::Borrowed(base);
    }
    if let Some(stem) = strip(word, "ying", 1).filter(|s| ["d", "l", "t", "v", "unt", "bel"].contains(s)) {
        return Cow::Owned(format!("{stem}ie"));
    }
    if let Some(stem) = strip(word, "ing", 2).filter(|s| vowel_groups(s) > 0) {
        return base(stem);
    }
    if let Some(stem) = strip(word, "ied", 2) {
        return Cow::Owned(format!("{stem}y"));
    }
    if let Some(stem) = strip(word, "eed", 2) {
        let past = ["agr", "disagr", "fr", "guarant", "decr", "refer", "pedigr", "fl", "gr"].contains(&stem);
        return if past { Cow::Owned(format!("{stem}ee")) } else { Cow::Borrowed(word) };
    }
    if let Some(stem) = strip(word, "ed", 2).filter(|s| vowel_groups(s) > 0) {
        return base(stem);
    }
    third_person(word)
}

fn third_person(word: &str) -> Cow<'_, str> {
    if word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") || word.len() < 4 {
        return Cow::Borrowed(word);
    }
    if let Some(stem) = strip(word, "ies", 2) {
        return Cow::Owned(format!("{stem}y"));
    }
    let hissing = ["sses", "shes", "zzes", "xes", "oes", "tches"].iter().any(|e| word.ends_with(e));
    let focuses = ["focuses", "biases", "quizzes"].contains(&word);
    let ches = word.ends_with("ches") && !word.ends_with("aches")
        || [
            "reaches",
            "teaches",
            "preaches",
            "poaches",
            "attaches",
            "detaches",
            "coaches",
            "approaches",
            "breaches",
            "impeaches",
            "beaches",
            "bleaches",
            "encroaches",
        ]
        .contains(&word);
    if hissing || focuses || ches {
        return Cow::Borrowed(&word[..word.len() - 2]);
    }
    Cow::Borrowed(word.strip_suffix('s').unwrap_or(word))
}

/// The infinitive of a stem that `-ed` or `-ing` was cut from.
fn base(stem: &str) -> Cow<'_, str> {
    if let Some(undoubled) = undoubled(stem) {
        return Cow::Borrowed(undoubled);
    }
    if let Some(c) =
        stem.strip_suffix("ck").filter(|s| ["pani", "mimi", "traffi", "picni", "froli"].contains(s))
    {
        return Cow::Owned(format!("{c}c"));
    }
    if needs_e(stem) { Cow::Owned(format!("{stem}e")) } else { Cow::Borrowed(stem) }
}

/// The stem without its doubled consonant, if it was doubled by the ending.
fn undoubled(stem: &str) -> Option<&str> {
    const DOUBLE: &[&str] = &["add", "err", "egg", "butt", "purr", "ebb", "inn", "putt", "boycott", "whirr"];
    const LL: &[&str] = &[
        "install",
        "recall",
        "enroll",
        "forestall",
        "befall",
        "overspill",
        "foretell",
        "recall",
        "appall",
        "pinball",
    ];
    let b = stem.as_bytes();
    let [.., x, y] = b else { return None };
    if x != y || DOUBLE.contains(&stem) {
        return None;
    }
    let doubled = match y {
        b'b' | b'd' | b'g' | b'm' | b'n' | b'p' | b'r' | b't' | b'k' | b'v' => true,
        b'l' => {
            (vowel_groups(stem) > 1 || ["fuell", "duell", "diall"].contains(&stem)) && !LL.contains(&stem)
        }
        b's' => ["buss", "gass", "focuss", "biass"].contains(&stem),
        b'z' => stem == "quizz",
        _ => false,
    };
    doubled.then(|| &stem[..stem.len() - 1])
}

/// Whether a silent e was dropped before the ending.
fn needs_e(stem: &str) -> bool {
    let b = stem.as_bytes();
    let Some((&last, before)) = b.split_last() else { return false };
    let Some(&prev) = before.last() else { return false };
    if E.contains(&stem) {
        return true;
    }
    if NO_E.contains(&stem) {
        return false;
    }
    let pair = is_vowel(prev) && is_pair(stem, before);
    let single_vowel = is_vowel(prev) && !pair;
    match last {
        b'c' | b'v' | b'u' => true,
        b'z' => is_vowel(prev) || prev == b'y',
        b's' => prev != b's' && !matches!(prev, b'k' | b't'),
        b'g' => matches!(prev, b'd' | b'r' | b'l') || is_vowel(prev) || (prev == b'n' && nasal_e(stem)),
        b'w' | b'x' | b'y' | b'h' | b'f' | b'q' | b'j' => false,
        // enable, handle, struggle; not hurl
        b'l' if !is_vowel(prev) => !matches!(prev, b'r' | b'l' | b'w' | b'y'),
        b'r' if !is_vowel(prev) => matches!(prev, b't' | b'c'),
        b'p' if prev == b'y' => true,
        _ if !is_vowel(prev) => false,
        // a verb of one syllable would have doubled its consonant: nam-ed, vot-ed, fir-ed
        _ if single_vowel && vowel_groups(stem) == 1 => true,
        _ if stem.ends_with("eat") || stem.ends_with("oat") => stem.ends_with("creat"),
        _ => single_vowel && long_stem_needs_e(prev, last),
    }
}

/// Whether the stem's last vowel is written with two letters: `repeat`, `question`, not `require`, `initiate`.
fn is_pair(stem: &str, before: &[u8]) -> bool {
    let [.., first, second] = before else { return false };
    let glide = (*first == b'u' && stem.contains("qu")) || (matches!(first, b'i' | b'u') && *second == b'a');
    is_vowel(*first) && !glide
}

/// A stem of several syllables that ends with one vowel and one consonant.
fn long_stem_needs_e(vowel: u8, last: u8) -> bool {
    let endings: &[u8] = match vowel {
        b'a' => b"tdkr",
        b'i' => b"drnbkz",
        b'o' => b"dkb",
        b'u' => b"tdmrbkln",
        _ => b"",
    };
    endings.contains(&last)
}

/// `change`, `challenge`, `plunge`, but `bring`, `belong`.
fn nasal_e(stem: &str) -> bool {
    const PLAIN: &[&str] = &[
        "bring", "ring", "sing", "swing", "sting", "string", "wring", "cling", "fling", "spring", "ping",
        "wing", "ding", "zing",
    ];
    let vowel = stem.as_bytes().iter().rev().nth(2);
    match vowel {
        Some(b'a') => {
            !["hang", "bang", "clang", "gang", "overhang", "harangu", "twang", "slang"].contains(&stem)
        }
        Some(b'o') => stem == "spong" || stem == "loung",
        Some(b'i') => !PLAIN.contains(&stem),
        Some(b'e' | b'u') => true,
        _ => false,
    }
}

/// Stems with a silent e that the rules would miss.
const E: &[&str] = &[
    "invit",
    "unit",
    "reunit",
    "excit",
    "recit",
    "ignit",
    "expedit",
    "incit",
    "despit",
    "complet",
    "compet",
    "delet",
    "deplet",
    "promot",
    "denot",
    "devot",
    "demot",
    "interfer",
    "persever",
    "adher",
    "rever",
    "coher",
    "explor",
    "stor",
    "restor",
    "ignor",
    "ador",
    "implor",
    "deplor",
    "rescor",
    "condon",
    "postpon",
    "telephon",
    "dethron",
    "conven",
    "interven",
    "contraven",
    "reconven",
    "becom",
    "overcom",
    "welcom",
    "consol",
    "parol",
    "cajol",
    "compil",
    "exil",
    "reconcil",
    "profil",
    "inhal",
    "exhal",
    "escap",
    "landscap",
    "reshap",
    "kidnapp",
    "conced",
    "preced",
    "reced",
    "imped",
    "supersed",
    "seced",
    "interced",
    "breath",
    "bath",
    "loath",
    "sooth",
    "cloth",
    "teeth",
    "writh",
    "seeth",
    "unleath",
    "elop",
    "telescop",
    "outdat",
    "renam",
    "surnam",
    "nicknam",
    "inflam",
    "overtim",
    "outlin",
    "eras",
    "leas",
    "releas",
    "decreas",
    "increas",
    "ceas",
    "creas",
    "purchas",
    "diagnos",
    "believ",
    "tast",
    "wast",
    "hast",
    "past",
    "chang",
    "overrid",
    "rehears",
    "ach",
    "stat",
    "programm",
    "rout",
    "hous",
    "appris",
    "clon",
    "scop",
    "microwav",
    "europ",
    "evacu",
    "ow",
    "aw",
    "dy",
    "ey",
    "ti",
    "di",
    "solv",
    "involv",
    "serv",
    "curv",
    "carv",
    "starv",
    "tranc",
    "overcharg",
    "outrag",
    "reinstal",
    "secret",
    "acced",
    "undertak",
    "overtak",
    "mistak",
    "enclos",
    "disclos",
    "clos",
    "oppos",
    "expos",
    "impos",
    "propos",
    "suppos",
    "dispos",
    "redefin",
    "airlin",
    "obsolet",
    "rewrit",
    "writ",
    "bit",
    "cit",
    "polit",
    "ho",
    "cano",
    "to",
    "sho",
    "reassur",
    "requit",
    "argu",
    "hom",
    "com",
    "som",
];

/// Stems without a silent e that the rules would give one.
const NO_E: &[&str] = &[
    "focus", "bias", "canvas", "gas", "bus", "combat", "format", "ruin", "margin", "bargain", "origin",
    "cabin", "murmur", "occur", "harbour", "stir", "consul", "blitz", "waltz", "worship", "equip", "gossip",
    "solicit", "limit", "forfeit", "profit", "visit", "deposit", "caveat", "wreath", "trek", "output",
    "input", "vacuum", "quiz", "sulfur", "pillar", "collar", "altar", "guitar", "cellar", "vet", "chat",
    "box", "fix", "log", "program", "diagram", "answer", "suffer", "cancel", "travel", "fuel", "argue",
    "gallop", "develop", "envelop", "kidnap", "pivot", "pilot", "benefit", "edit", "audit", "nonstop",
    "catalog", "dialog", "sandbag", "zigzag", "debug", "unplug", "shrug", "hid", "bus", "plus", "surplus",
    "caucus", "chorus", "discus", "lens", "summons", "ransom", "blossom", "bombard", "lizard", "hazard",
    "beg", "jog", "tag", "flag", "drag", "brag", "nag", "sag", "wag", "do", "go", "be", "curtsy", "unfold",
    "concur", "recur", "incur", "jar", "bar", "mar", "scar", "war", "star", "spar", "undergo", "forego",
    "awar", "orbit", "exhibit", "hybrid", "invalid", "avoid",
];
