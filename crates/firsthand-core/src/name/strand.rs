//! All places of one report where one spelling stands, and what is said around them.

use super::gather::Seen;
use super::role::{Role, roles};
use super::sheet::Sheet;
use super::spelling::on_one_line;
use super::{gender, list, script};
use firsthand_text::language::{NameKind, country};
use std::collections::{BTreeMap, BTreeSet};

/// One spelling in one report.
#[derive(Debug, Clone)]
pub(super) struct Strand {
    /// Which report.
    pub(super) report: usize,
    /// Its key.
    pub(super) key: String,
    /// Its parts.
    pub(super) parts: Vec<String>,
    /// As written first.
    pub(super) text: String,
    /// What English calls it, where the report is in another language and a list knows.
    pub(super) english: Option<&'static str>,
    /// What it names, by vote over the story.
    pub(super) kind: NameKind,
    /// Indices into the list of names.
    pub(super) seen: Vec<usize>,
    /// Roles beside it.
    pub(super) roles: Vec<Role>,
    /// Country it belongs to, where the words say so.
    pub(super) country: Option<&'static str>,
    /// Keys of the other names in its sentences.
    pub(super) beside: BTreeSet<String>,
    /// Nouns for the sort of place or body beside it: `village`.
    pub(super) nouns: BTreeSet<String>,
    /// Whether it is written in its own script, not in Latin letters.
    pub(super) native: bool,
    /// Whether a person is a woman, where a title, a role or a first name says so.
    pub(super) she: Option<bool>,
    /// Whether it is a family name that `Mr` and `Mrs` in one report give to two persons, and stands without a title.
    pub(super) unclear: bool,
}

impl Strand {
    /// Whether a person's name is more than a family name: `Osei-Tutu` is none, `Dana Osei-Tutu` is.
    pub(super) fn is_full(&self) -> bool {
        if self.native {
            return script::is_full(&self.text);
        }
        self.parts.len() > 1 && self.text.contains(char::is_whitespace)
    }
    /// Whether this is the end of a fuller name and no first name opens it: `Osei-Tutu`, `Ruiz Peñalba`.
    pub(super) fn ends(&self, full: &Strand) -> bool {
        self.parts.len() > 1
            && self.parts.len() < full.parts.len()
            && full.parts.ends_with(&self.parts)
            && !self.parts.first().is_some_and(|p| p.len() < 3 || list::is_first_name(p))
    }
}

/// Ties the names of a story into strands, in order of report and place.
pub(super) fn strands(sheets: &[Sheet<'_>], seen: &[Seen]) -> Vec<Strand> {
    let mut out: Vec<Strand> = Vec::new();
    let mut index: BTreeMap<(usize, String, Option<bool>), usize> = BTreeMap::new();
    let mut from = 0;
    while from < seen.len() {
        let report = seen[from].report;
        let to = from + seen[from..].iter().take_while(|s| s.report == report).count();
        let here = &seen[from..to];
        let Some(sheet) = sheets.get(report) else { break };
        let couples = couples(sheet, here);
        for (n, s) in here.iter().enumerate() {
            let kind = s.kind;
            let she = (kind == NameKind::Person).then(|| gender::of(sheet, s.first, s.last)).flatten();
            let couple = kind == NameKind::Person && couples.contains(&s.key);
            let at = *index.entry((report, s.key.clone(), she.filter(|_| couple))).or_insert_with(|| {
                out.push(Strand {
                    report,
                    key: s.key.clone(),
                    parts: s.parts.clone(),
                    text: on_one_line(sheet.text(s.first, s.last)),
                    english: sheet.english(&on_one_line(sheet.text(s.first, s.last))),
                    kind,
                    seen: Vec::new(),
                    roles: Vec::new(),
                    country: None,
                    beside: BTreeSet::new(),
                    nouns: BTreeSet::new(),
                    native: script::is_native(sheet.text(s.first, s.last)),
                    she: None,
                    unclear: couple && she.is_none(),
                });
                out.len() - 1
            });
            let strand = &mut out[at];
            strand.seen.push(from + n);
            strand.she = strand.she.or(she);
            if kind == NameKind::Person && !sheet.foreign {
                strand.roles.extend(roles(sheet, here, n));
            }
            strand.country = strand.country.or_else(|| owner(sheet, s, kind));
            let sentence = sheet.sentence.get(s.first);
            let others = here.iter().filter(|o| o.key != s.key && sheet.sentence.get(o.first) == sentence);
            strand.beside.extend(others.map(|o| o.key.clone()));
            strand.nouns.extend(nouns(sheet, s));
        }
        from = to;
    }
    for strand in &mut out {
        if strand.kind == NameKind::Person {
            strand.country = strand.country.or_else(|| strand.roles.iter().find_map(|r| r.country));
        }
    }
    out
}

/// Family names under which a report has a man and a woman: `Mr Gull` and `Mrs Gull`.
fn couples(sheet: &Sheet<'_>, here: &[Seen]) -> BTreeSet<String> {
    let mut told: BTreeMap<&str, BTreeSet<bool>> = BTreeMap::new();
    for s in here.iter().filter(|s| s.kind == NameKind::Person && s.parts.len() == 1) {
        told.entry(&s.key).or_default().extend(gender::of(sheet, s.first, s.last));
    }
    told.into_iter().filter(|(_, both)| both.len() > 1).map(|(key, _)| key.to_owned()).collect()
}

/// The country a body belongs to, by the words before it: `Seoul's`, `Iraqi`; or a place's own.
fn owner(sheet: &Sheet<'_>, s: &Seen, kind: NameKind) -> Option<&'static str> {
    let text = sheet.text(s.first, s.last);
    match kind {
        NameKind::Place | NameKind::Group => {
            return country::sense(sheet.english(text).unwrap_or(text)).map(|(c, _)| c.code);
        }
        NameKind::Organisation => {}
        _ => return None,
    }
    // Inside the name: `Iraqi Ministry of Defence`.
    for n in (1..=3.min(s.last - s.first)).rev() {
        if let Some(found) = country::of(sheet.text(s.first, s.first + n)).filter(|_| s.last - s.first > n) {
            return Some(found.code);
        }
    }
    let end = if sheet.is_possessive(s.from.checked_sub(1)?) { s.from - 1 } else { s.from };
    // `Envoy leaves for Iran: KCNA`: what a mark parts from the name does not own it.
    if !sheet.word(end.checked_sub(1)?).contains(char::is_alphanumeric) {
        return None;
    }
    (1..=3.min(end))
        .filter(|n| sheet.together(end - n, s.first))
        .find_map(|n| country::of(sheet.text(end - n, end)))
        .map(|c| c.code)
}

/// Nouns for sorts of places near a name: right after it, or before it (`the villages of A and B`).
pub(super) fn nouns(sheet: &Sheet<'_>, s: &Seen) -> Vec<String> {
    let mut out = Vec::new();
    for t in s.last..(s.last + 2).min(sheet.len()) {
        if list::is_place_noun(sheet.lower(t)) && sheet.together(s.first, t) {
            out.push(sheet.lower(t).to_owned());
        }
    }
    let mut t = s.first;
    while t > 0 && s.first - t < 6 && sheet.together(t - 1, s.first) {
        t -= 1;
        let word = sheet.lower(t);
        let one = word.strip_suffix('s').unwrap_or(word);
        if list::is_place_noun(one) && sheet.word(t).chars().next().is_some_and(char::is_lowercase) {
            out.push(one.to_owned());
        } else if !sheet.is_name_like(t) && !matches!(word, "of" | "and" | "the" | "called" | "named") {
            break;
        }
    }
    out
}
