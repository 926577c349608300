//! What do some say and others deny? A reported disagreement: the reports need not differ, those they quote do.

use super::event::Event;
use super::label::own_words;
use super::likeness::likeness;
use super::negated::{denies_within, is_asked, is_limited, is_not_yet, is_perfect, sounds_negative};
use super::point::Told;
use super::scope::is_firm;
use super::{Point, Slot, Value, Variant};
use crate::account::Status;
use crate::statement::{Argument, Certainty, Role, Statement};
use firsthand_text::language::Tag;
use std::collections::{BTreeMap, BTreeSet};

/// Verbs that deny a thing's existence when they are negated: `has no dams`.
const HAVE: [&str; 2] = ["have", "possess"];

/// Verbs that leave what was done to the noun after them.
const LIGHT: [&str; 6] = ["take", "make", "give", "have", "do", "get"];

/// A point for each happening of which one source says that it was and another that it was not, or that what it took
/// was never there.
pub fn points(told: &Told<'_>, events: &[Event], of: &[usize]) -> Vec<Point> {
    let mut found: BTreeMap<(usize, usize), (BTreeSet<usize>, BTreeSet<usize>)> = BTreeMap::new();
    for (t, denial) in told.statements.iter().enumerate() {
        if !denies(told, denial) {
            continue;
        }
        for (s, said) in told.statements.iter().enumerate() {
            if denied_by(told, s, said, t, denial) {
                let (yes, no) = found.entry((of[s], of[t])).or_default();
                yes.insert(s);
                no.insert(t);
            }
        }
    }
    let mut out: Vec<Point> = Vec::new();
    for ((event, _), (yes, no)) in found {
        let yes = with_same_thing(told, &events[event], &yes);
        let variants: Vec<Variant> =
            [yes, no].into_iter().map(|list| variant(told, list.into_iter().collect())).collect();
        out.push(point(event, variants));
    }
    // One happening denied in two ways makes one point: the one most reports tell of.
    out.sort_by_key(|p| std::cmp::Reverse(super::point::weight(p)));
    let mut seen = BTreeSet::new();
    out.retain(|p| seen.insert(p.event));
    out
}

/// The point of one happening that the first answer says was and the second denies.
pub(super) fn point(event: usize, variants: Vec<Variant>) -> Point {
    let words = |v: &Variant| match &v.value {
        Value::Text(words) => words.clone(),
        _ => String::new(),
    };
    Point {
        event: Some(event),
        slot: Slot::Text,
        key: String::new(),
        label: format!("whether {}", words(&variants[0])),
        status: Status::Disputed,
        reason: format!("some say “{}”, others “{}”", words(&variants[0]), words(&variants[1])),
        variants,
        aside: false,
        denied: true,
    }
}

/// Whether a statement denies, in somebody's words, that somebody did something to something. `You can't play like that`
/// denies nothing.
fn denies(told: &Told<'_>, s: &Statement) -> bool {
    let report = told.reports[s.report];
    let able = (s.predicate.saturating_sub(3)..s.predicate).any(|t| {
        matches!(
            report.word(t).to_lowercase().as_str(),
            "can" | "ca" | "could" | "can't" | "couldn't" | "cannot"
        )
    });
    !s.attribution.is_empty()
        && s.certainty != Certainty::Possible
        && (s.certainty == Certainty::Denied) != s.negative
        && !able
        && !is_not_yet(told, s)
        && !is_limited(told, s)
        && is_whole(told, s)
}

/// Whether a statement is a whole sentence of its own: a verb with a doer before it and something done to after it or, in
/// the passive, before.
fn is_whole(told: &Told<'_>, s: &Statement) -> bool {
    let part = |role: Role| s.arguments.iter().find(|a| a.role == role).map(|a| a.head);
    let verb = told.reports[s.report].tokens[s.predicate].tag == Tag::Verb;
    match (part(Role::Agent), part(Role::Patient)) {
        (Some(a), Some(p)) => verb && (a < s.predicate) != (p < s.predicate),
        (None, Some(p)) => verb && p < s.predicate,
        _ => false,
    }
}

/// Whether what one statement asserts is what another denies, on the word of different sources.
fn denied_by(told: &Told<'_>, s: usize, said: &Statement, t: usize, denial: &Statement) -> bool {
    if s == t
        || !is_firm(told, s)
        || !is_whole(told, said)
        || is_asked(told, said)
        || same_source(said, denial)
        || sounds_negative(told, said)
    {
        return false;
    }
    if HAVE.contains(&denial.lemma.as_str()) {
        return takes_what_is_not(told, said, denial);
    }
    let l = likeness(&told.features[s], &told.features[t]);
    let same_word = told.features[s].lemma == told.features[t].lemma;
    let near = l.parties >= 0.5 && (0.3..0.95).contains(&l.words) && l.days >= 0.0 && l.places >= 0.0;
    // `Action was taken` and `the government has not taken action` need not be of one action.
    let light = LIGHT.contains(&told.features[t].lemma.as_str());
    let doers = [said, denial].iter().all(|s| s.arguments.iter().any(|a| a.role == Role::Agent));
    same_word
        && near
        && (!light || doers)
        && same_agent(told, said, denial)
        && same_patient(told, said, denial)
}

fn same_source(a: &Statement, b: &Statement) -> bool {
    match (a.attribution.last(), b.attribution.last()) {
        (Some(x), Some(y)) => match (x.source.entity, y.source.entity) {
            (Some(x), Some(y)) => x == y,
            _ => x.source.name.eq_ignore_ascii_case(&y.source.name),
        },
        // A report's own account of what somebody said to it is not set against that.
        _ => a.report == b.report && a.sentence == b.sentence,
    }
}

/// `opened the gates of its dams` against `does not have any dams`: the same doer, and the noun among what it is done to.
fn takes_what_is_not(told: &Told<'_>, said: &Statement, denial: &Statement) -> bool {
    let Some(thing) = patient(told, denial) else { return false };
    if is_perfect(told, denial) || denies_within(told, said, &thing) {
        return false;
    }
    let agent = |s: &Statement| s.arguments.iter().find(|a| a.role == Role::Agent).and_then(|a| a.entity);
    agent(denial).is_some() && agent(said) == agent(denial) && takes(told, said, &thing)
}

/// Whether a noun stands among what a statement's happening is done to.
fn takes(told: &Told<'_>, s: &Statement, thing: &str) -> bool {
    let report = told.reports[s.report];
    s.arguments.iter().filter(|a| a.role == Role::Patient).any(|a| {
        let first = report.tokens.partition_point(|t| t.span.start < a.span.start);
        report.tokens[first..]
            .iter()
            .take_while(|t| t.span.end <= a.span.end)
            .any(|t| t.lemma.eq_ignore_ascii_case(thing))
    })
}

/// The noun a happening is done to, where it is a common one.
fn patient(told: &Told<'_>, s: &Statement) -> Option<String> {
    let a = s.arguments.iter().find(|a| a.role == Role::Patient && a.entity.is_none())?;
    Some(told.reports[s.report].tokens[a.head].lemma.to_lowercase())
}

/// Whether both name one doer, or one of them, in the passive, names none.
pub(super) fn same_agent(told: &Told<'_>, a: &Statement, b: &Statement) -> bool {
    fn of(s: &Statement) -> Option<&Argument> {
        s.arguments.iter().find(|a| a.role == Role::Agent)
    }
    let (Some(x), Some(y)) = (of(a), of(b)) else { return true };
    let lemma = |s: &Statement, a: &Argument| told.reports[s.report].tokens[a.head].lemma.to_lowercase();
    match (x.entity, y.entity) {
        (Some(x), Some(y)) => x == y,
        _ => lemma(a, x) == lemma(b, y),
    }
}

fn same_patient(told: &Told<'_>, a: &Statement, b: &Statement) -> bool {
    let entity = |s: &Statement| s.arguments.iter().find(|a| a.role == Role::Patient).and_then(|a| a.entity);
    match (entity(a), entity(b)) {
        (Some(x), Some(y)) => x == y,
        _ => patient(told, a).is_some() && patient(told, a) == patient(told, b),
    }
}

/// What else of the event says the same: firm statements whose happening is done to the same thing.
fn with_same_thing(told: &Told<'_>, event: &Event, yes: &BTreeSet<usize>) -> BTreeSet<usize> {
    let lemmas: BTreeSet<&str> = yes.iter().map(|&s| told.features[s].lemma.as_str()).collect();
    let things: BTreeSet<String> = yes.iter().filter_map(|&s| patient(told, &told.statements[s])).collect();
    let same = |&s: &usize| {
        is_firm(told, s)
            && lemmas.contains(told.features[s].lemma.as_str())
            && things.iter().any(|thing| takes(told, &told.statements[s], thing))
    };
    event.statements.iter().copied().filter(same).chain(yes.iter().copied()).collect()
}

/// A variant in the words of the statement that says it shortest with its doer named.
fn variant(told: &Told<'_>, statements: Vec<usize>) -> Variant {
    let named = |s: usize| {
        let agent = told.statements[s].arguments.iter().find(|a| a.role == Role::Agent);
        agent.is_some_and(|a| a.entity.is_some())
    };
    // `denied that it dumped oil` has the words of what is denied.
    let words = |s: usize| {
        let said = &told.statements[s];
        let words = own_words(told.reports[said.report], said);
        if said.certainty == Certainty::Denied { format!("denied: {words}") } else { words }
    };
    let value = statements
        .iter()
        .map(|&s| (!named(s), words(s).chars().count(), words(s)))
        .min()
        .map(|(_, _, words)| words)
        .unwrap_or_default();
    let reports: BTreeSet<usize> = statements.iter().map(|&s| told.statements[s].report).collect();
    Variant { value: Value::Text(value), statements, reports: reports.into_iter().collect() }
}
