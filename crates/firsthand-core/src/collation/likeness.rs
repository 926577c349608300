//! How much do two statements speak of the same happening?

use super::print::{self, Print};
use super::reply;
use crate::Reports;
use crate::name::{Manner, Names};
use crate::statement::clause::LIGHT;
use crate::statement::{Role, Statement};
use crate::statement::{alike, lexicon};
use firsthand_text::language::time::TimeKind;
use firsthand_text::language::{Annotated, NameKind, Tag, country};
use jiff::civil;
use std::collections::BTreeMap;

/// What is compared of one statement.
#[derive(Debug, Clone, Default)]
pub struct Features {
    /// Classes of the predicate.
    pub classes: Vec<u8>,
    /// Groups of words that say the same which the predicate is of.
    pub groups: Vec<usize>,
    /// Dictionary form of the predicate.
    pub lemma: String,
    /// Participants: entity or common noun, with weight: 1 as a participant, less further away.
    pub parties: BTreeMap<Party, f64>,
    /// The named persons who do it and to whom it is done.
    pub persons: [Option<usize>; 2],
    /// What is compared with that of every other statement, ready to be compared.
    pub print: Print,
    /// Places the clause itself names, as names.
    pub places: Vec<String>,
    /// Days the statement is placed on.
    pub days: Vec<super::date::Date>,
    /// Days, months or years the sentence names anywhere.
    pub around: Vec<super::date::Date>,
    /// Magnitudes the sentence gives: they tell one earthquake from another.
    pub magnitudes: Vec<f64>,
    /// Whether all of them lie long before the story was published.
    pub remote: bool,
    /// Statements that are of another happening, as their sentence says.
    pub others: Vec<usize>,
}

/// A participant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// An entity of the story.
    Entity(usize),
    /// A country, by its name or its people: `Iran` and `Iranian` (ISO 3166-1 alpha-2).
    Country(&'static str),
    /// A common noun.
    Noun(String),
}

/// Two months: what happened before is background, not the story.
fn is_remote(date: &super::date::Date, now: civil::Date) -> bool {
    date.ends().is_some_and(|(_, end)| (now - end.date()).get_days() > 60)
}

/// The features of all statements, weighted by how rare a word is in the story.
pub fn features(reports: &Reports<'_>, names: &Names, statements: &[Statement]) -> Vec<Features> {
    let rarity = rarity(reports);
    let now = reports.iter().filter_map(|r| r.report.published.day).max();
    let (mut out, mut words) = (Vec::new(), Vec::new());
    for s in statements {
        let (mut f, own) = of(reports[s.report], names, s, &rarity);
        f.remote = now.is_some_and(|now| !f.days.is_empty() && f.days.iter().all(|d| is_remote(d, now)));
        out.push(f);
        words.push(own);
    }
    let prints = print::of(&out, words);
    for ((f, print), others) in out.iter_mut().zip(prints).zip(reply::parted(reports, statements)) {
        f.print = print;
        f.others = others;
    }
    out
}

/// For every content word how rare it is: log of sentences of the story over sentences with it.
fn rarity(reports: &Reports<'_>) -> BTreeMap<String, f64> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut total = 0usize;
    for report in reports {
        for sentence in &report.sentences {
            total += 1;
            let mut words: Vec<String> =
                (sentence.first..sentence.last).filter_map(|t| content_word(report, t)).collect();
            words.sort_unstable();
            words.dedup();
            for w in words {
                *seen.entry(w).or_default() += 1;
            }
        }
    }
    seen.into_iter().map(|(w, n)| (w, (1.0 + total as f64 / n as f64).ln())).collect()
}

/// The dictionary form of a token that says something of its own.
pub fn content_word(report: &Annotated, token: usize) -> Option<String> {
    let t = &report.tokens[token];
    let content = matches!(t.tag, Tag::Noun | Tag::Propn | Tag::Verb | Tag::Adj | Tag::Num | Tag::Adv);
    let word = if t.lemma.is_empty() { report.word(token).to_lowercase() } else { t.lemma.to_lowercase() };
    let empty = [
        "say", "be", "have", "do", "also", "not", "more", "other", "other", "make", "year", "tell", "then",
        "so",
    ];
    (content && word.len() > 1 && !empty.contains(&word.as_str())).then_some(word)
}

/// What is compared of one statement, and the content words of its sentence by their stems: those of the clause with full weight,
/// the rest with less; length 1 as a vector.
fn of(
    report: &Annotated,
    names: &Names,
    s: &Statement,
    rarity: &BTreeMap<String, f64>,
) -> (Features, BTreeMap<String, f64>) {
    // `are missing` is read as a verb here and as an adjective there; who `missed` a train is not missing.
    let missing = report.word(s.predicate).eq_ignore_ascii_case("missing");
    let noun = missing || report.tokens[s.predicate].tag != Tag::Verb;
    let lemma = if missing { "missing" } else { s.lemma.as_str() };
    let base = lemma.split(' ').next().unwrap_or(lemma).to_owned();
    let mut classes = lexicon::classes(lemma, noun).to_vec();
    if classes.is_empty() {
        classes = lexicon::classes(&base, noun).to_vec();
    }
    // `led a delegation to X` is a journey too.
    let onward = s.arguments.iter().chain(&s.nearby).any(|a| {
        matches!(&a.role, Role::With(p) if p == "to" || p == "for")
            && a.entity.is_some_and(|e| names.entities[e].kind.is_place())
    });
    if onward && ["lead", "head", "take", "bring"].contains(&base.as_str()) {
        classes.extend(lexicon::class("go"));
    }
    // `paid a visit`: the noun says what happened.
    if LIGHT.contains(&base.as_str()) {
        let object = s.arguments.iter().find(|a| a.role == Role::Patient);
        classes.extend(object.into_iter().flat_map(|a| lexicon::classes(&report.tokens[a.head].lemma, true)));
    }
    let party = |e: usize| {
        let entity = &names.entities[e];
        let country = matches!(entity.kind, NameKind::Place | NameKind::Group)
            .then(|| country::of(&entity.name))
            .flatten();
        // A capital is a place of its own, not the country.
        match country.filter(|c| !entity.name.eq_ignore_ascii_case(c.capital)) {
            Some(c) => Party::Country(c.code),
            None => Party::Entity(e),
        }
    };
    let mut parties: BTreeMap<Party, f64> = BTreeMap::new();
    let mut add = |party: Party, weight: f64| {
        let w = parties.entry(party).or_insert(0.0);
        *w = w.max(weight);
    };
    for a in s.arguments.iter().filter(|a| a.role != Role::Purpose) {
        match a.entity {
            Some(e) => add(party(e), 1.0),
            None => {
                if let Some(word) = content_word(report, a.head) {
                    add(
                        Party::Noun(word),
                        if a.role == Role::Agent || a.role == Role::Patient { 1.0 } else { 0.7 },
                    );
                }
            }
        }
    }
    for a in &s.nearby {
        if let Some(e) = a.entity {
            add(party(e), 0.7);
        }
    }
    let sentence = report.sentences[s.sentence];
    if let Some(mentions) = names.mentions.get(s.report) {
        for m in mentions.iter().filter(|m| m.first >= sentence.first && m.last <= sentence.last) {
            if m.manner != Manner::Pronoun {
                add(party(m.entity), 0.4);
            }
        }
    }
    let clause = clause(report, s);
    let mut words: BTreeMap<String, f64> = BTreeMap::new();
    for t in sentence.first..sentence.last {
        if let Some(w) = content_word(report, t) {
            let rare = rarity.get(&w).copied().unwrap_or(1.0);
            let weight = if clause.binary_search(&t).is_ok() { rare } else { rare * OUTSIDE };
            if report.tokens[t].tag == Tag::Noun && t != s.predicate {
                parties.entry(Party::Noun(w.clone())).or_insert(0.3);
            }
            let old = words.entry(stem(&w)).or_insert(0.0);
            *old = old.max(weight);
        }
    }
    let magnitudes = report
        .quantities
        .iter()
        .filter(|q| q.unit.as_deref() == Some("magnitude") && sentence.span.holds(q.span))
        .map(|q| q.low)
        .collect();
    let places = s
        .arguments
        .iter()
        .chain(&s.nearby)
        .filter_map(|a| a.entity)
        .filter(|&e| names.entities[e].kind.is_place())
        .map(|e| names.entities[e].name.clone())
        .collect();
    let norm = words.values().map(|w| w * w).sum::<f64>().sqrt().max(1e-9);
    words.values_mut().for_each(|w| *w /= norm);
    let days = s.times.iter().filter_map(|&t| super::date::Date::of(&report.times[t])).collect();
    let around = report
        .times
        .iter()
        .filter(|t| sentence.span.holds(t.span) && !matches!(t.kind, TimeKind::Duration | TimeKind::Set))
        .filter_map(super::date::Date::of)
        .collect();
    let groups = alike::of(&alike::spelled(&s.lemma)).iter().copied().collect();
    let person = |role: Role| {
        let named = s.arguments.iter().find(|a| a.role == role).and_then(|a| a.entity);
        named.filter(|&e| names.entities[e].kind == NameKind::Person)
    };
    let persons = [person(Role::Agent), person(Role::Patient)];
    let print = Print::default();
    let features = Features {
        classes,
        groups,
        lemma: base,
        parties,
        persons,
        print,
        places,
        days,
        around,
        magnitudes,
        remote: false,
        others: Vec::new(),
    };
    (features, words)
}

/// Words of the sentence outside the clause count this much of what those inside count.
const OUTSIDE: f64 = 0.4;

/// The tokens of a statement's clause: all that hangs on its predicate, ascending.
fn clause(report: &Annotated, s: &Statement) -> Vec<usize> {
    let sentence = report.sentences[s.sentence];
    let inside = |t: &usize| {
        std::iter::successors(Some(*t), |&t| report.tokens[t].head)
            .take(sentence.last - sentence.first + 1)
            .any(|t| t == s.predicate)
    };
    (sentence.first..sentence.last).filter(inside).collect()
}

/// The first letters of a word, enough to put `consulate` and `consular`, `evacuate` and `evacuation` together.
fn stem(word: &str) -> String {
    word.chars().take(6).collect()
}

/// How alike two statements are, 0 to 1, with the parts it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Likeness {
    /// Whether the predicates mean alike: 1 the same word, less for the same class, 0 otherwise.
    pub predicate: f64,
    /// Participants shared.
    pub parties: f64,
    /// Words of the sentences shared.
    pub words: f64,
    /// 1 the same days, -2 days far apart, 0 nothing known.
    pub days: f64,
    /// 1 where the clauses name a common place or one that lies in the other's, -1 where all their places lie apart, 0
    /// where one of them names none.
    pub places: f64,
}

impl Likeness {
    /// All of it in one figure. Weights were set on the development accounts (docs/quality.md).
    pub fn score(&self) -> f64 {
        0.3 * self.predicate + 0.3 * self.parties + 0.4 * self.words + 0.15 * self.days + 0.15 * self.places
    }
}

/// Compares two statements.
pub fn likeness(a: &Features, b: &Features) -> Likeness {
    let predicate = if a.lemma == b.lemma {
        1.0
    } else if a.classes.iter().any(|c| b.classes.contains(c)) {
        0.85
    } else if a.lemma.len() > 5 && b.lemma.len() > 5 && a.lemma.get(..5) == b.lemma.get(..5) {
        0.7
    } else {
        0.0
    };
    Likeness {
        predicate,
        parties: a.print.parties(&b.print),
        words: a.print.words(&b.print),
        days: days(a, b),
        places: a.print.places(&b.print),
    }
}

/// Days of two statements: the same, a few days apart (no evidence: that may be a dispute), or far apart.
fn days(a: &Features, b: &Features) -> f64 {
    let (p, q) = (&a.magnitudes, &b.magnitudes);
    if !p.is_empty() && !q.is_empty() && !p.iter().any(|x| q.iter().any(|y| (x - y).abs() < 0.11)) {
        return -2.0;
    }
    // What names no day is told of the present: it is not likely meant by background.
    if (a.remote && b.days.is_empty()) || (b.remote && a.days.is_empty()) {
        return -1.5;
    }
    let mut best: Option<f64> = None;
    for x in &a.days {
        for y in &b.days {
            let this = match x.standing(y) {
                super::value::Standing::Same => 1.0,
                super::value::Standing::Finer => 0.5,
                super::value::Standing::Apart => {
                    let gap = match (x.ends(), y.ends()) {
                        (Some(p), Some(q)) => {
                            let (early, late) = if p.0 < q.0 { (p, q) } else { (q, p) };
                            (late.0.date() - early.0.date()).get_days()
                        }
                        _ => 30,
                    };
                    if gap <= 3 && x.is_day() && y.is_day() { 0.0 } else { -2.0 }
                }
            };
            best = Some(best.map_or(this, |b: f64| b.max(this)));
        }
    }
    best.unwrap_or(0.0)
}
