//! Files of tokens with tags, and their tokens joined to the words the program itself would cut.

use firsthand_text::language::name::lexicon;

/// One word: a run of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    /// Its text.
    pub(crate) text: String,
    /// First token.
    pub(crate) first: usize,
    /// One past the last token.
    pub(crate) last: usize,
}

/// Documents as sentences as (token, rest of the line).
pub(crate) fn documents(text: &str) -> Vec<Vec<Vec<(String, String)>>> {
    let mut out: Vec<Vec<Vec<(String, String)>>> = Vec::new();
    let mut sentence = Vec::new();
    let flush = |out: &mut Vec<Vec<_>>, sentence: &mut Vec<_>| {
        if sentence.is_empty() {
            return;
        }
        if out.is_empty() {
            out.push(Vec::new());
        }
        if let Some(last) = out.last_mut() {
            last.push(std::mem::take(sentence));
        }
    };
    for line in text.split('\n') {
        if line.starts_with("# doc") {
            flush(&mut out, &mut sentence);
            out.push(Vec::new());
        } else if line.is_empty() {
            flush(&mut out, &mut sentence);
        } else {
            let (token, tag) = line.split_once('\t').unwrap_or((line, ""));
            sentence.push((token.to_string(), tag.to_string()));
        }
    }
    flush(&mut out, &mut sentence);
    out.retain(|d| !d.is_empty());
    out
}

/// Abbreviations before names that keep their point.
const POINTED: [&str; 26] = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Cpl", "Spc", "Adm", "Brig",
    "Gov", "Sen", "Rep", "Rev", "St", "Jr", "Sr", "Inc", "Corp", "Ltd", "Co",
];

/// Joins tokens that are one word: `U . S .`, `Won - gon`, `O ’ Brien`, `Gen .`, `’ s`. `joins` says whether two
/// parts around a hyphen are.
pub(crate) fn groups(tokens: &[&str], joins: impl Fn(&str, &str) -> bool) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let length = length(tokens, at, &joins);
        out.push(Group { text: tokens[at..at + length].concat(), first: at, last: at + length });
        at += length;
    }
    out
}

/// Whether the parts around a hyphen are likely one name, where only the tokens are known: `Won - gon`, but not
/// `Tehran - based`.
pub(crate) fn one_name(left: &str, right: &str) -> bool {
    let usual = lexicon::entry(&right.to_lowercase()).bits & lexicon::USUAL != 0;
    let capital = |w: &str| w.starts_with(char::is_uppercase);
    let article = ["al", "el", "ul", "ad", "as"].contains(&left.to_lowercase().as_str());
    (capital(left) && (capital(right) || !usual))
        || (article && capital(right))
        || (!capital(left) && !capital(right))
}

fn length(tokens: &[&str], at: usize, joins: &impl Fn(&str, &str) -> bool) -> usize {
    let token = |i: usize| tokens.get(i).copied().unwrap_or("");
    let letter = |w: &str| w.len() == 1 && w.chars().all(|c| c.is_ascii_uppercase());
    if matches!(token(at), "'" | "’") && token(at + 1) == "s" {
        return 2;
    }
    if letter(token(at)) && token(at + 1) == "." && at + 2 < tokens.len() {
        let mut length = 2;
        while letter(token(at + length)) && token(at + length + 1) == "." {
            length += 2;
        }
        return length;
    }
    if POINTED.contains(&token(at)) && token(at + 1) == "." && at + 2 < tokens.len() {
        return 2;
    }
    let word = |w: &str| w.starts_with(char::is_alphanumeric);
    let mut length = 1;
    loop {
        let (left, mark, right) = (token(at + length - 1), token(at + length), token(at + length + 1));
        let hyphen = mark == "-" && word(left) && word(right) && joins(left, right);
        let ending = ["s", "t", "re", "ve", "ll", "d", "m", "S"].contains(&right);
        let capital = left.starts_with(char::is_uppercase);
        let apostrophe = matches!(mark, "'" | "’") && capital && word(right) && !ending;
        if !(hyphen || apostrophe) {
            return length;
        }
        length += 2;
    }
}
