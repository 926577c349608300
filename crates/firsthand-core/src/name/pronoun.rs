//! Who is `he`? The one who spoke last, or the only one there is; where two may be meant, nobody.

use super::entity::Draft;
use super::mention::put;
use super::sheet::Sheet;
use super::{Manner, Mention, gender};
use firsthand_text::language::{NameKind, Relation};
use std::collections::BTreeMap;

/// Verbs of speech by their dictionary forms.
const SAY: &[&str] = &[
    "say",
    "tell",
    "add",
    "warn",
    "note",
    "claim",
    "explain",
    "argue",
    "stress",
    "assert",
    "state",
    "confirm",
    "insist",
    "continue",
    "describe",
    "reveal",
    "announce",
    "declare",
    "write",
    "admit",
    "deny",
    "acknowledge",
    "maintain",
    "believe",
    "think",
    "point",
    "conclude",
    "suggest",
    "report",
    "comment",
    "remark",
    "recall",
    "call",
    "urge",
    "blame",
    "ask",
    "reply",
    "respond",
    "reiterate",
    "predict",
    "testify",
    "tweet",
    "express",
    "emphasise",
    "emphasize",
    "caution",
    "joke",
];

/// A person or body that may be meant.
#[derive(Clone, Copy)]
struct Candidate {
    entity: usize,
    sentence: usize,
    subject: bool,
    speaker: bool,
    /// The verb of which it is the subject, as a token.
    verb: Option<usize>,
}

/// What a pronoun is in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    /// `he`
    Subject,
    /// `him`
    Object,
    /// `his`
    Owner,
    /// `himself`
    Self_,
}

/// Adds the pronouns whose meaning is clear.
pub(super) fn add(sheet: &Sheet<'_>, mentions: &mut Vec<Mention>, drafts: &[Draft]) {
    let mut out: Vec<Mention> = mentions.clone();
    let mut genders: BTreeMap<usize, bool> = BTreeMap::new();
    let mut known: Vec<Candidate> = Vec::new();
    let mut next = 0;
    for t in 0..sheet.len() {
        while let Some(m) = mentions.get(next).filter(|m| m.last <= t) {
            // Who is named in a quotation is spoken of.
            if !sheet.quoted.get(m.first).copied().unwrap_or(false) {
                known.push(candidate(sheet, m));
            }
            gender_of(sheet, m, &mut genders);
            next += 1;
        }
        if sheet.quoted.get(t).copied().unwrap_or(false) {
            continue;
        }
        let (she, person, case) = match sheet.lower(t) {
            "he" => (false, true, Case::Subject),
            "him" => (false, true, Case::Object),
            "his" => (false, true, Case::Owner),
            "himself" => (false, true, Case::Self_),
            "she" => (true, true, Case::Subject),
            "her" if owns(sheet, t) => (true, true, Case::Owner),
            "her" => (true, true, Case::Object),
            "hers" => (true, true, Case::Owner),
            "herself" => (true, true, Case::Self_),
            "it" => (false, false, Case::Subject),
            _ => continue,
        };
        let here = sheet.sentence.get(t).copied().unwrap_or(0);
        let speaks = is_subject(sheet, t, t + 1) && says(sheet, t, t + 1);
        let fits = |c: &&Candidate| {
            let kind = drafts.get(c.entity).map(|d| d.entity.kind);
            let right =
                if person { kind == Some(NameKind::Person) } else { kind == Some(NameKind::Organisation) };
            right && (!person || genders.get(&c.entity).is_none_or(|g| *g == she))
        };
        let list: Vec<Candidate> = known.iter().filter(fits).copied().collect();
        let found = match case {
            _ if !person => speaking_body(&list, here, speaks),
            Case::Subject => antecedent(&list, here, speaks),
            Case::Object => object(&list, here, verb_over(sheet, t)),
            Case::Owner => owner(&list, here),
            Case::Self_ => itself(&list, here),
        };
        let Some(entity) = found else { continue };
        if put(sheet, &mut out, t, t + 1, entity, Manner::Pronoun) {
            if person {
                genders.entry(entity).or_insert(she);
            }
            known.push(Candidate {
                entity,
                sentence: here,
                subject: is_subject(sheet, t, t + 1),
                speaker: speaks,
                verb: verb_of(sheet, t, t + 1),
            });
        }
    }
    out.sort_unstable_by_key(|m| m.first);
    *mentions = out;
}

fn candidate(sheet: &Sheet<'_>, m: &Mention) -> Candidate {
    let subject = is_subject(sheet, m.first, m.last);
    let speaker = (subject && says(sheet, m.first, m.last))
        || according_to(sheet, m.first)
        || sheet.word(m.last) == ":";
    let sentence = sheet.sentence.get(m.first).copied().unwrap_or(0);
    let verb = verb_of(sheet, m.first, m.last);
    Candidate { entity: m.entity, sentence, subject: subject || speaker, speaker, verb }
}

/// `according to bank president Dana Reyes`: only words of a role between.
fn according_to(sheet: &Sheet<'_>, first: usize) -> bool {
    let mut t = first;
    while t > 0 && first - t < 10 && (sheet.is_nominal(t - 1) || sheet.is_possessive(t - 1)) {
        t -= 1;
    }
    t > 1 && sheet.lower(t - 1) == "to" && sheet.lower(t - 2) == "according"
}

/// The person a pronoun stands for.
fn antecedent(list: &[Candidate], here: usize, speaks: bool) -> Option<usize> {
    if speaks && let Some(last) = list.iter().rev().find(|c| c.speaker) {
        // Anybody else named since then might be meant.
        let newer = list.iter().rev().any(|c| c.entity != last.entity && c.sentence > last.sentence);
        if here.saturating_sub(last.sentence) <= 4 && !newer {
            return Some(last.entity);
        }
    }
    for back in 0..=2 {
        let near: Vec<&Candidate> = list.iter().filter(|c| c.sentence + back == here).collect();
        if near.is_empty() {
            continue;
        }
        if let Some(only) = one(near.iter().map(|c| c.entity)) {
            return (back < 2 || speaks).then_some(only);
        }
        // `Orlik told Petrov he would go`: either may go.
        if back == 0 && !speaks {
            return None;
        }
        return one(near.iter().filter(|c| c.subject || c.speaker).map(|c| c.entity));
    }
    None
}

/// Whom `him` means: the one person of this sentence and the last who is not the subject of the verb over it. Where two
/// can be meant it is nobody.
fn object(list: &[Candidate], here: usize, verb: Option<usize>) -> Option<usize> {
    let local: Vec<usize> = list
        .iter()
        .filter(|c| c.sentence == here && verb.is_some() && c.verb == verb)
        .map(|c| c.entity)
        .collect();
    let near = list.iter().filter(|c| c.sentence + 1 >= here && !local.contains(&c.entity));
    one(near.map(|c| c.entity))
}

/// Whose something is: the one person of this sentence and the last; of several the one who is speaking in this sentence
/// (`Orlik said his ship was late`).
fn owner(list: &[Candidate], here: usize) -> Option<usize> {
    let near: Vec<&Candidate> = list.iter().filter(|c| c.sentence + 1 >= here).collect();
    if near.is_empty() {
        return None;
    }
    let own: Vec<&&Candidate> = near.iter().filter(|c| c.sentence == here).collect();
    one(near.iter().map(|c| c.entity)).or_else(|| {
        let speaker = one(own.iter().filter(|c| c.speaker).map(|c| c.entity))?;
        own.iter().all(|c| c.entity == speaker).then_some(speaker)
    })
}

/// Who does it to himself: the only subject of the sentence.
fn itself(list: &[Candidate], here: usize) -> Option<usize> {
    one(list.iter().filter(|c| c.sentence == here && c.subject).map(|c| c.entity))
}

/// Whether `her` belongs to a noun after it.
fn owns(sheet: &Sheet<'_>, token: usize) -> bool {
    sheet.together(token, token + 1) && sheet.is_nominal(token + 1) && !sheet.is_verb(token + 1)
}

/// The verb whose subject stands in these tokens.
fn verb_of(sheet: &Sheet<'_>, first: usize, last: usize) -> Option<usize> {
    let tokens = &sheet.report.tokens;
    let subject = |t: &usize| {
        tokens.get(*t).is_some_and(|t| matches!(t.relation, Relation::Nsubj | Relation::NsubjPass))
    };
    (first..last).find(subject).and_then(|t| tokens[t].head)
}

/// The verb an object hangs on, through the preposition or noun between.
fn verb_over(sheet: &Sheet<'_>, token: usize) -> Option<usize> {
    let mut at = sheet.report.tokens.get(token)?.head?;
    for _ in 0..3 {
        if sheet.is_verb(at) {
            return Some(at);
        }
        at = sheet.report.tokens.get(at)?.head?;
    }
    None
}

/// The body that `it said` means: only the last one that spoke.
fn speaking_body(list: &[Candidate], here: usize, speaks: bool) -> Option<usize> {
    if !speaks {
        return None;
    }
    let near: Vec<&Candidate> =
        list.iter().filter(|c| here.saturating_sub(c.sentence) <= 1 && c.speaker).collect();
    one(near.iter().map(|c| c.entity))
}

/// The one entity of a list, if there is one only.
fn one(mut list: impl Iterator<Item = usize>) -> Option<usize> {
    let first = list.next()?;
    list.all(|e| e == first).then_some(first)
}

/// Whether a mention is the subject of a verb, or stands right before one.
fn is_subject(sheet: &Sheet<'_>, first: usize, last: usize) -> bool {
    let tokens = &sheet.report.tokens;
    let by_tree = (first..last)
        .filter_map(|t| tokens.get(t))
        .any(|t| matches!(t.relation, Relation::Nsubj | Relation::NsubjPass));
    by_tree || sheet.is_verb(last) || is_say(sheet, last) || after_apposition(sheet, first, last)
}

/// Whether a verb of speech goes with the mention.
fn says(sheet: &Sheet<'_>, first: usize, last: usize) -> bool {
    let tokens = &sheet.report.tokens;
    let heads = (first..last)
        .filter_map(|t| tokens.get(t))
        .filter(|t| t.relation == Relation::Nsubj)
        .filter_map(|t| t.head);
    let inverted = first.checked_sub(1).is_some_and(|b| is_plain_say(sheet, b)) && !sheet.is_verb(last);
    heads.into_iter().any(|h| is_say(sheet, h))
        || is_say(sheet, last)
        || (sheet.lower(last).ends_with("ly") && is_say(sheet, last + 1))
        || inverted
        || after_apposition(sheet, first, last)
}

/// `Dana Reyes, the mayor of Mole, told`: the verb after an aside in commas.
fn after_apposition(sheet: &Sheet<'_>, first: usize, last: usize) -> bool {
    if sheet.word(last) != "," {
        return false;
    }
    let close = (last + 1..last + 16).find(|&t| sheet.word(t) == ",");
    close.is_some_and(|t| sheet.together(first, t + 1) && is_say(sheet, t + 1) && sheet.is_verb(t + 1))
}

fn is_plain_say(sheet: &Sheet<'_>, token: usize) -> bool {
    matches!(sheet.lower(token), "said" | "says" | "added" | "warned" | "explained" | "noted")
}

fn is_say(sheet: &Sheet<'_>, token: usize) -> bool {
    let Some(found) = sheet.report.tokens.get(token) else { return false };
    SAY.contains(&found.lemma.as_str())
        || matches!(sheet.lower(token), "said" | "says" | "told" | "added" | "warned" | "explained")
}

/// Titles, roles and first names that tell a gender.
fn gender_of(sheet: &Sheet<'_>, m: &Mention, genders: &mut BTreeMap<usize, bool>) {
    let told = match m.manner {
        Manner::Name => gender::of(sheet, m.first, m.last),
        _ => (m.first..m.last).find_map(|t| gender::by_title(sheet.lower(t))),
    };
    if let Some(she) = told {
        genders.entry(m.entity).or_insert(she);
    }
}
