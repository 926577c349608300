//! What is compared of one mention of a happening.

use super::kind;
use crate::Reports;
use crate::collation::date::Date;
use crate::collation::likeness::content_word;
use crate::name::{Manner, Names};
use crate::statement::clause::LIGHT;
use crate::statement::{Role, Statement, alike, lexicon};
use firsthand_text::language::name::lexicon as words;
use firsthand_text::language::{Annotated, Relation, Tag};
use jiff::civil::DateTime;
use std::collections::BTreeMap;
use std::ops::Range;

/// Particles that turn a verb into another: `checks in`, `checks out`.
const PARTICLES: [&str; 9] = ["in", "into", "out", "up", "down", "off", "on", "back", "over"];
/// Words of the sentence outside the clause count this much of what those inside count.
const OUTSIDE: f32 = 0.4;

/// One mention of a happening.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Index of the report.
    pub report: usize,
    /// Index of its sentence.
    pub sentence: usize,
    /// Dictionary form of its head, spelled one way.
    pub lemma: String,
    /// Words that say what happened: the head, what else the mention holds, the object of a verb that means little by itself.
    pub meanings: Vec<String>,
    /// Particles of the mention.
    pub particles: Vec<&'static str>,
    /// Groups of `data/alike.tsv`, ascending.
    pub groups: Vec<usize>,
    /// Kinds of `data/happenings.tsv`, ascending.
    pub kinds: Vec<usize>,
    /// Classes of `data/predicates.tsv`, ascending.
    pub classes: Vec<u8>,
    /// Clusters of words used alike, ascending.
    pub clusters: Vec<u64>,
    /// Participants with weights, 1 as a participant, less further away.
    pub parties: BTreeMap<Party, f32>,
    /// Who does it.
    pub agents: Vec<Party>,
    /// To whom or what it is done.
    pub patients: Vec<Party>,
    /// All participants of its own.
    pub own: Vec<Party>,
    /// Entities the sentence names anywhere, ascending.
    pub around: Vec<usize>,
    /// Content words of the sentence but its own, by stem, those of its clause with full weight; not yet weighed by rarity.
    pub clause: BTreeMap<String, f32>,
    /// Stretches of time it is placed in.
    pub days: Vec<(DateTime, DateTime)>,
    /// Stretches of time the sentence names.
    pub dates: Vec<(DateTime, DateTime)>,
    /// Places among its participants.
    pub places: Vec<Party>,
    /// Numbers the sentence gives.
    pub numbers: Vec<f64>,
    /// The word it hangs on.
    pub governor: Option<String>,
    /// Whether it is a verb.
    pub verb: bool,
    /// Whether it is a noun.
    pub noun: bool,
    /// Whether the head is a verb that means little by itself.
    pub light: bool,
    /// Whether it is a verb of saying.
    pub saying: bool,
    /// Whether it is only said that it may, will or should be.
    pub modal: bool,
    /// Whether it is denied.
    pub negative: bool,
}

/// A participant: an entity of the story or a common noun by its stem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// An entity.
    Entity(usize),
    /// A noun.
    Noun(String),
}

/// The first letters of a word, enough to put `evacuate` and `evacuation` together.
pub fn stem(word: &str) -> String {
    word.chars().take(6).collect()
}

impl Sheet {
    /// What is known of a statement whose mention is these words of its report.
    pub fn of(reports: &Reports<'_>, names: &Names, s: &Statement, mention: &Range<usize>) -> Sheet {
        let report = reports[s.report];
        let head = &report.tokens[s.predicate];
        let sentence = report.sentences[s.sentence];
        let lemma = alike::spelled(&head.lemma);
        let light = head.tag == Tag::Verb && LIGHT.contains(&head.lemma.as_str());
        let meant = meanings(report, s, mention, light);
        let mut clusters: Vec<u64> = [report.word(s.predicate).to_lowercase(), head.lemma.clone()]
            .iter()
            .map(|w| words::entry(w).cluster)
            .filter(|&c| c > 0)
            .collect();
        clusters.sort_unstable();
        clusters.dedup();
        let at = |t: usize| {
            let meant = names.at(s.report, t).filter(|m| m.manner != Manner::Pronoun);
            meant.map(|m| m.entity)
        };
        let mut around: Vec<usize> =
            (sentence.first..sentence.last).filter_map(|t| names.at(s.report, t)).map(|m| m.entity).collect();
        around.sort_unstable();
        around.dedup();
        let mut sheet = Sheet {
            report: s.report,
            sentence: s.sentence,
            lemma,
            meanings: meant.words,
            groups: meant.groups,
            kinds: meant.kinds,
            classes: meant.classes,
            clusters,
            around,
            light,
            particles: particles(report, s, mention),
            noun: head.tag == Tag::Noun,
            verb: matches!(head.tag, Tag::Verb | Tag::Aux),
            saying: lexicon::is_speech(&head.lemma),
            modal: (sentence.first..sentence.last).any(|t| {
                let token = &report.tokens[t];
                token.head == Some(s.predicate) && token.relation == Relation::Aux && may(&token.lemma)
            }),
            negative: s.negative,
            governor: head.head.map(|h| report.tokens[h].lemma.clone()),
            days: s.times.iter().filter_map(|&t| stretch(&report.times[t])).collect(),
            dates: report.times.iter().filter(|t| sentence.span.holds(t.span)).filter_map(stretch).collect(),
            numbers: report
                .quantities
                .iter()
                .filter(|q| sentence.span.holds(q.span))
                .map(|q| q.low)
                .collect(),
            ..Sheet::default()
        };
        sheet.take_part(report, names, s);
        for t in sentence.first..sentence.last {
            match at(t) {
                Some(e) => sheet.add(Party::Entity(e), 0.4),
                None if report.tokens[t].tag == Tag::Noun && t != s.predicate => {
                    sheet.add(Party::Noun(stem(&report.tokens[t].lemma)), 0.3);
                }
                None => {}
            }
            let Some(word) = content_word(report, t).filter(|_| !mention.contains(&t)) else { continue };
            let near = head.head == Some(t)
                || std::iter::successors(Some(t), |&t| report.tokens[t].head)
                    .take(sentence.last - sentence.first)
                    .any(|t| t == s.predicate);
            let weight = sheet.clause.entry(stem(&word)).or_insert(0.0);
            *weight = weight.max(if near { 1.0 } else { OUTSIDE });
        }
        sheet
    }

    fn add(&mut self, party: Party, weight: f32) {
        let w = self.parties.entry(party).or_insert(0.0);
        *w = w.max(weight);
    }

    /// Takes in the participants.
    fn take_part(&mut self, report: &Annotated, names: &Names, s: &Statement) {
        for a in s.arguments.iter().filter(|a| a.role != Role::Purpose) {
            let main = matches!(a.role, Role::Agent | Role::Patient);
            let party =
                a.entity.map_or_else(|| Party::Noun(stem(&report.tokens[a.head].lemma)), Party::Entity);
            self.add(party.clone(), if main || a.entity.is_some() { 1.0 } else { 0.7 });
            match a.role {
                Role::Agent => self.agents.push(party.clone()),
                Role::Patient => self.patients.push(party.clone()),
                _ => {}
            }
            self.own.push(party);
        }
        for e in s.nearby.iter().filter_map(|a| a.entity) {
            self.add(Party::Entity(e), 0.7);
        }
        let places = s.arguments.iter().chain(&s.nearby).filter_map(|a| a.entity);
        self.places = places.filter(|&e| names.entities[e].kind.is_place()).map(Party::Entity).collect();
    }
}

fn may(lemma: &str) -> bool {
    ["will", "would", "could", "may", "might", "can", "should", "must"].contains(&lemma)
}

fn stretch(time: &firsthand_text::language::Time) -> Option<(DateTime, DateTime)> {
    Date::of(time)?.ends()
}

/// What the words of a mention mean.
struct Meant {
    words: Vec<String>,
    groups: Vec<usize>,
    kinds: Vec<usize>,
    classes: Vec<u8>,
}

fn meanings(report: &Annotated, s: &Statement, mention: &Range<usize>, light: bool) -> Meant {
    let mut words = vec![alike::spelled(&report.tokens[s.predicate].lemma)];
    for t in mention.clone() {
        let token = &report.tokens[t];
        let tells = matches!(token.tag, Tag::Noun | Tag::Propn | Tag::Verb | Tag::Adj | Tag::Num | Tag::Adv);
        if tells && !LIGHT.contains(&token.lemma.as_str()) {
            words.push(alike::spelled(&token.lemma));
        }
    }
    if light {
        let object = s.arguments.iter().filter(|a| a.role == Role::Patient);
        words.extend(object.map(|a| alike::spelled(&report.tokens[a.head].lemma)));
    }
    words.sort_unstable();
    words.dedup();
    let mut keys = words.clone();
    keys.push(alike::spelled(&s.lemma));
    // `heart attack`, `take into custody`: words that stand together may be one of the lists.
    let lemmas: Vec<&str> = mention.clone().map(|t| report.tokens[t].lemma.as_str()).collect();
    keys.push(lemmas.join(" "));
    keys.extend(lemmas.windows(2).map(|w| w.join(" ")));
    let sorted = |mut of: Vec<usize>| {
        of.sort_unstable();
        of.dedup();
        of
    };
    let groups = sorted(keys.iter().flat_map(|k| alike::of(k)).copied().collect());
    let kinds = sorted(keys.iter().flat_map(|k| kind::of(k)).copied().collect());
    let of = |k: &String| [lexicon::classes(k, false), lexicon::classes(k, true)].concat();
    let mut classes: Vec<u8> = keys.iter().flat_map(of).collect();
    classes.sort_unstable();
    classes.dedup();
    Meant { words, groups, kinds, classes }
}

fn particles(report: &Annotated, s: &Statement, mention: &Range<usize>) -> Vec<&'static str> {
    let written: Vec<String> = mention.clone().map(|t| report.word(t).to_lowercase()).collect();
    let bound = s.lemma.split(' ').nth(1);
    let has = |p: &&str| bound == Some(p) || written.iter().skip(1).any(|w| w == p);
    PARTICLES.into_iter().filter(has).map(|p| if p == "into" { "in" } else { p }).collect()
}
