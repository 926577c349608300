//! What is a person, in the words that stand beside the name?

use super::gather::Seen;
use super::list;
use super::sheet::Sheet;
use super::spelling::on_one_line;
use firsthand_text::Span;
use firsthand_text::language::{NameKind, country};
use std::collections::BTreeSet;

/// One role as a report gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Role {
    /// The phrase without the name: `senior analyst at the Harbour Institute`.
    pub(super) phrase: String,
    /// Where it stands.
    pub(super) span: Span,
    /// First token of the phrase and one past the last.
    pub(super) tokens: (usize, usize),
    /// The role nouns in it, as listed; pairs are one (`primeminister`).
    pub(super) heads: BTreeSet<String>,
    /// Its telling words besides: what the office is of.
    pub(super) about: BTreeSet<String>,
    /// The country it names, ISO 3166-1 alpha-2.
    pub(super) country: Option<&'static str>,
}

/// Words that say when or how much, not what.
const EMPTY: &[&str] = &[
    "the",
    "a",
    "an",
    "of",
    "for",
    "at",
    "in",
    "with",
    "on",
    "and",
    "to",
    "s",
    "from",
    "by",
    "senior",
    "new",
    "then",
    "former",
    "acting",
    "top",
    "current",
    "late",
    "longtime",
    "veteran",
    "old",
    "another",
    "also",
    "one",
    "state",
    "his",
    "her",
    "its",
    "their",
    "who",
    "is",
    "was",
    "now",
    "assistant",
    "self",
    "proclaimed",
];

/// Words that end an apposition.
const ENDS: &[&str] = &[
    "who",
    "which",
    "that",
    "where",
    "when",
    "whose",
    "while",
    "said",
    "says",
    "told",
    "but",
    "because",
    "as",
    "after",
    "before",
    "he",
    "she",
    "they",
    "it",
    "if",
    "according",
];

/// The roles that the words around one person's name give.
pub(super) fn roles(sheet: &Sheet<'_>, seen: &[Seen], n: usize) -> Vec<Role> {
    let Some(s) = seen.get(n) else { return Vec::new() };
    let persons = seen.iter().filter(|b| b.kind == NameKind::Person && b.last <= s.first);
    let floor = persons.map(|b| b.last).max().unwrap_or(0);
    let mut out = Vec::new();
    let mut head = s.from;
    if let Some((first, last)) = before(sheet, s, floor) {
        // `Professor Dana Reyes of Mole University`
        let mut tail = None;
        if matches!(sheet.lower(s.last), "of" | "at" | "with" | "from") {
            let from = s.last + 1 + usize::from(matches!(sheet.lower(s.last + 1), "the" | "a"));
            tail = seen
                .iter()
                .find(|x| x.first == from && x.kind != NameKind::Person && sheet.together(s.last, from));
        }
        out.extend(role(sheet, first, last.min(s.from.max(first)), tail.map(|t| (s.last, t.last))));
        if out.is_empty() && first < s.from {
            out.extend(role(sheet, first, last, None));
        }
        head = first;
    }
    // `the operations chief, Lt. Gen. Dana Reyes`
    if let Some((first, last)) = before_comma(sheet, s, head, floor) {
        out.extend(role(sheet, first, last, None));
    }
    if let Some((first, last)) = after(sheet, seen, s) {
        out.extend(role(sheet, first, last, None));
    }
    out
}

/// `external economic relations minister` right before the name.
fn before(sheet: &Sheet<'_>, s: &Seen, floor: usize) -> Option<(usize, usize)> {
    let last = s.first;
    let mut first = last;
    while first > floor && sheet.together(first - 1, s.first) {
        let t = first - 1;
        let linked = matches!(sheet.lower(t), "of" | "for")
            && first < last
            && sheet.is_nominal(first)
            && t.checked_sub(1).is_some_and(|b| list::role(sheet.word(b)).is_some());
        let role_next = list::role(sheet.word(first)).is_some() || list::is_title(&sheet.plain(first));
        let joined = sheet.lower(t) == "and"
            && !role_next
            && first < last
            && sheet.is_name_like(first)
            && t > 0
            && sheet.is_name_like(t - 1);
        let dot = sheet.word(t) == "." && t > 0 && list::is_title(&sheet.plain(t - 1));
        if !sheet.is_nominal(t) && !linked && !joined && !dot && !sheet.is_possessive(t) {
            break;
        }
        first = t;
    }
    // The phrase ends in its role noun, or has it before `of` and `for`.
    let end =
        if sheet.word(last.saturating_sub(1)) == "." { last.checked_sub(2)? } else { last.checked_sub(1)? };
    let is_role = |t: usize| list::role(sheet.word(t)).is_some() || list::is_title(&sheet.plain(t));
    let closes = end >= first && is_role(end) && !list::is_form_of_address(&sheet.plain(end));
    let opens = (first..last).find(|&t| is_role(t) && matches!(sheet.lower(t + 1), "of" | "for"));
    if first >= last || (!closes && opens.is_none()) {
        return None;
    }
    // Whoever owns the office is not part of it.
    let role_at = opens.unwrap_or(end);
    let owned = (first..role_at.max(first)).rev().find(|&t| sheet.is_possessive(t));
    let first = owned.map_or(first, |t| if is_country(sheet, first, t) { t + 1 } else { first });
    Some((first, last))
}

fn is_country(sheet: &Sheet<'_>, first: usize, last: usize) -> bool {
    country::of(sheet.text(first, last)).is_some()
}

/// `A research professor at Mole University, Dana Reyes, said`: the phrase must open its clause.
fn before_comma(sheet: &Sheet<'_>, s: &Seen, head: usize, floor: usize) -> Option<(usize, usize)> {
    let comma = head.checked_sub(1).filter(|&t| sheet.word(t) == "," && sheet.together(t, s.first))?;
    let mut first = comma;
    while first > floor && sheet.together(first - 1, s.first) {
        let t = first - 1;
        let small =
            matches!(sheet.lower(t), "of" | "for" | "at" | "in" | "and" | "the" | "a" | "an" | "with" | "on");
        if !sheet.is_nominal(t) && !small && !sheet.is_possessive(t) {
            break;
        }
        first = t;
    }
    while first < comma && matches!(sheet.lower(first), "the" | "a" | "an" | "and") {
        first += 1;
    }
    let role_at = (first..comma).find(|&t| list::role(sheet.word(t)).is_some())?;
    let plain_head = (first..role_at).all(|t| sheet.is_nominal(t) || sheet.is_possessive(t));
    (plain_head && comma - first <= 16).then_some((first, comma))
}

/// `, a senior analyst at the Harbour Institute,` after the name.
fn after(sheet: &Sheet<'_>, seen: &[Seen], s: &Seen) -> Option<(usize, usize)> {
    if !matches!(sheet.word(s.last), "," | "(" | "–" | "—") || !sheet.together(s.first, s.last) {
        return None;
    }
    let mut first = s.last + 1;
    let mut last = first;
    while last < sheet.len() && sheet.together(s.first, last) && last - first < 24 {
        let word = sheet.lower(last);
        if (sheet.is_mark(last)
            && !sheet.is_possessive(last)
            && !super::spelling::is_dash(word.chars().next().unwrap_or(' ')))
            || ENDS.contains(&word)
            || (sheet.is_verb(last) && list::role(sheet.word(last)).is_none())
        {
            break;
        }
        last += 1;
    }
    while first < last
        && matches!(sheet.lower(first), "the" | "a" | "an" | "then" | "also" | "former" | "now")
    {
        first += 1;
    }
    let head = (first..last.min(first + 9)).find(|&t| list::role(sheet.word(t)).is_some())?;
    let small = |t: usize| matches!(sheet.lower(t), "of" | "and" | "in" | "at" | "for");
    if !(first..head).all(|t| sheet.is_nominal(t) || sheet.is_possessive(t) || small(t)) {
        return None;
    }
    // `Reyes, minister Tae and others`: the role is the next person's.
    let next = seen.iter().find(|x| x.kind == NameKind::Person && x.first > s.first && x.first <= last);
    if next.is_some_and(|x| x.first < last || sheet.word(last) != ",")
        && next.is_some_and(|x| x.first == head + 1)
    {
        return None;
    }
    let last = next.map_or(last, |x| x.first.min(last));
    (head < last).then_some((first, last))
}

/// Reads a phrase as a role.
fn role(sheet: &Sheet<'_>, first: usize, last: usize, tail: Option<(usize, usize)>) -> Option<Role> {
    let (mut first, mut country) = (first, None);
    while first < last && (sheet.is_mark(first) || sheet.lower(first) == "and") {
        first += 1;
    }
    // A leading country is kept apart.
    for n in (1..=3.min(last.saturating_sub(first + 1))).rev() {
        if let Some(found) = country::of(sheet.text(first, first + n)) {
            country = Some(found.code);
            first += n + usize::from(sheet.is_possessive(first + n));
            break;
        }
    }
    while last > first && matches!(sheet.lower(first), "the" | "then" | "former" | "new") {
        first += 1;
    }
    let mut phrase = on_one_line(sheet.text(first, last));
    let mut words: Vec<String> = (first..last).map(|t| sheet.plain(t)).collect();
    if let Some((from, to)) = tail {
        phrase = format!("{phrase} {}", on_one_line(sheet.text(from, to)));
        words.extend((from..to).map(|t| sheet.plain(t)));
    }
    if country.is_none() && first > 0 && sheet.is_possessive(first - 1) {
        country = (1..=3.min(first - 1))
            .find_map(|n| country::of(sheet.text(first - 1 - n, first - 1)))
            .map(|c| c.code);
    }
    if country.is_none() {
        country = (first..last).find_map(|t| country::of_demonym(sheet.word(t))).map(|c| c.code);
    }
    let (heads, about) = split(words);
    if heads.is_empty() || phrase.is_empty() {
        return None;
    }
    Some(Role { phrase, span: sheet.span(first, last), tokens: (first, last), heads, about, country })
}

/// Role nouns and telling words of a phrase.
pub(super) fn split(words: Vec<String>) -> (BTreeSet<String>, BTreeSet<String>) {
    let mut words: Vec<String> = words.into_iter().filter(|w| !w.is_empty()).collect();
    list::paired(&mut words);
    let (mut heads, mut about) = (BTreeSet::new(), BTreeSet::new());
    for word in words {
        match word.as_str() {
            "mp" | "mps" => {
                heads.insert("member".to_owned());
                about.insert("parliament".to_owned());
            }
            "pm" | "primeminister" => {
                heads.insert("primeminister".to_owned());
            }
            w if EMPTY.contains(&w) => {}
            w if country::of_demonym(w).is_some() => {}
            w => match list::role(w) {
                Some(found) => {
                    heads.insert(sense(found).to_owned());
                }
                None if list::is_title(w) => {
                    heads.insert(sense(w).to_owned());
                }
                None if w.ends_with("minister") || w.ends_with("president") || w.ends_with("general") => {
                    heads.insert(word);
                }
                None => {
                    about.insert(stem(w));
                }
            },
        }
    }
    (heads, about)
}

/// Role nouns that are one office under several words.
fn sense(role: &str) -> &str {
    match role {
        "spokeswoman" | "spokesperson" => "spokesman",
        "chairwoman" | "chairperson" | "chair" => "chairman",
        "chief" | "leader" | "director" | "boss" | "commander" => "head",
        "lt" => "lieutenant",
        "capt" => "captain",
        "col" => "colonel",
        "gen" => "general",
        "sgt" => "sergeant",
        "maj" => "major",
        "lawmaker" | "parliamentarian" | "legislator" => "member",
        "gynecologist" => "gynaecologist",
        "advisor" => "adviser",
        _ => role,
    }
}

/// A word without plural and without the spellings that differ over the ocean.
fn stem(word: &str) -> String {
    let word = word.strip_suffix('s').filter(|w| w.len() > 3 && !w.ends_with('s')).unwrap_or(word);
    word.replace("defense", "defence")
        .replace("labor", "labour")
        .replace("center", "centre")
        .replace("program", "programme")
}

/// Whether two roles are one office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Accord {
    /// The same noun, and nothing said against it.
    Weak,
    /// The same noun and the same matter.
    Strong,
}

/// How far two roles agree; None where they are two offices or of two countries.
pub(super) fn accord(a: &Role, b: &Role) -> Option<Accord> {
    if a.country.zip(b.country).is_some_and(|(x, y)| x != y) || a.heads.is_disjoint(&b.heads) {
        return None;
    }
    let shared = a.about.intersection(&b.about).count();
    if shared > 0 && shared * 3 >= a.about.len().min(b.about.len()) {
        return Some(Accord::Strong);
    }
    if a.heads.iter().any(|h| b.heads.contains(h) && (h == "primeminister" || h == "president"))
        && (a.about.is_empty() || b.about.is_empty())
    {
        return Some(Accord::Strong);
    }
    (a.about.is_empty() || b.about.is_empty()).then_some(Accord::Weak)
}

/// The best accord of two lists of roles.
pub(super) fn best_accord<'r>(a: &'r [Role], b: &'r [Role]) -> Option<(Accord, &'r Role, &'r Role)> {
    let pairs = a.iter().flat_map(|x| b.iter().filter_map(move |y| Some((accord(x, y)?, x, y))));
    pairs.max_by_key(|(accord, _, _)| *accord)
}
