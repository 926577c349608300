//! Where two reports tell one happening in all but one thing: another place, another doer, or that it was not.

use super::denial;
use super::event::Event;
use super::label;
use super::likeness::likeness;
use super::point::Told;
use super::sentence::{Answers, SAME, answers, are_sure, opposites, play_same, stand_alike};
use super::value::{Amount, Standing};
use super::{Point, Slot, Value, Variant, measured, moment, verdict};
use crate::account::Status;
use firsthand_text::language::country::{self, Sense};
use firsthand_text::language::{NameKind, place};

/// Two sentences with this much in common by their rare words tell one happening if their verbs mean alike; and this much if
/// nothing is known of their verbs. Set on sentences of fiction (docs/quality.md); the gold accounts lose nothing by it.
const WORDS: f64 = 0.25;
const WORDS_ALONE: f64 = 0.4;

/// How two sentences stand in one of their answers.
enum Stands<T> {
    /// One of them has none, or there is no telling.
    Open,
    Same,
    Apart(T, T),
}

/// The points of the one thing in which two sentences of different reports that are otherwise one clash.
pub fn points(told: &Told<'_>, events: &[Event], of: &[usize], known: &[Point]) -> Vec<Point> {
    let all = answers(told);
    let mut out: Vec<Point> = Vec::new();
    for (n, a) in all.iter().enumerate() {
        for b in &all[n + 1..] {
            if told.statements[a.statement].report == told.statements[b.statement].report {
                continue;
            }
            let Some(point) = clash(told, events, of, a, b) else { continue };
            let same = |p: &Point| {
                p.slot == point.slot
                    && p.status == Status::Disputed
                    && (p.event == point.event
                        || p.variants.iter().all(|v| point.variants.iter().any(|w| w.value == v.value)))
            };
            if !known.iter().chain(&out).any(same) {
                out.push(point);
            }
        }
    }
    out
}

/// The one thing in which two sentences of one happening clash, if it is one.
fn clash(told: &Told<'_>, events: &[Event], of: &[usize], a: &Answers, b: &Answers) -> Option<Point> {
    let name = |e: usize| told.names.entities[e].name.as_str();
    let kind = |e: usize| told.names.entities[e].kind;
    let meet = |p: &usize, q: &usize| told.meet(*p, *q);
    let days = stands(&a.days, &b.days, |x, y| x.standing(y) != Standing::Apart, |_, _| true);
    let counts = stands(&a.counts, &b.counts, |x, y| x.standing(y) != Standing::Apart, counts_one);
    let country = |e: usize| matches!(country::sense(name(e)), Some((_, Sense::Name)));
    let level = |x: &usize, y: &usize| {
        country(*x) == country(*y) && (place::known(name(*x)) || place::known(name(*y)))
    };
    let places = stands(&a.places, &b.places, meet, level);
    let parties = stands(
        &a.parties,
        &b.parties,
        |x, y| x == y,
        |x, y| kind(*x) == kind(*y) && !label::share_a_word(name(*x), name(*y)),
    );
    let agreed = [is_same(&days), is_same(&counts), is_same(&places), is_same(&parties)];
    let agreed = agreed.iter().filter(|s| **s).count();
    if agreed < SAME - usize::from(a.denied != b.denied) {
        return None;
    }
    let (s, t) = (a.statement, b.statement);
    let l = likeness(&told.features[s], &told.features[t]);
    let (x, y) = (&told.features[s], &told.features[t]);
    let alike = l.predicate >= 0.85 || x.groups.iter().any(|g| y.groups.contains(g));
    let enough = if alike { WORDS } else { WORDS_ALONE };
    if l.words < enough {
        return None;
    }
    let there = |x, y| stand_alike(told, (a, x), (b, y));
    let parts = |x, y| play_same(told, (a, x), (b, y));
    let differ = |slot, x, y| point(told, events, of, slot, (s, x), (t, y));
    match (days, counts, places, parties, a.denied, b.denied) {
        (Stands::Apart(x, y), c, p, w, false, false) if open(&c) && open(&p) && open(&w) => {
            let sure = moment::near(&x, &y) && are_sure(told, (a, &x), (b, &y));
            sure.then(|| differ(Slot::Date, Value::Date(x), Value::Date(y)))?
        }
        (d, Stands::Apart(x, y), p, w, false, false) if open(&d) && open(&p) && open(&w) => {
            let one = measured::one_measure(told, (&x, s), (&y, t));
            one.then(|| differ(Slot::Quantity, Value::Amount(x), Value::Amount(y)))?
        }
        (d, c, Stands::Apart(x, y), w, false, false)
            if is_same(&d) && open(&c) && open(&w) && there(x, y) =>
        {
            differ(Slot::Place, Value::Entity(x), Value::Entity(y))
        }
        (d, c, p, Stands::Apart(x, y), false, false)
            if is_same(&d) && open(&c) && open(&p) && parts(x, y) =>
        {
            let person = kind(x) == NameKind::Person;
            let slot = if person { Slot::Person } else { Slot::Organisation };
            differ(slot, Value::Entity(x), Value::Entity(y))
        }
        (d, c, p, w, x, y) if x != y && is_same(&d) && open(&c) && open(&p) && open(&w) => {
            let (yes, no) = opposites(told, a, b)?;
            Some(denied(told, of, yes, no))
        }
        _ => None,
    }
}

/// How the answers of two sentences stand: apart where one is left on either side that could be the other.
fn stands<T: Clone>(
    a: &[T],
    b: &[T],
    meet: impl Fn(&T, &T) -> bool,
    comparable: impl Fn(&T, &T) -> bool,
) -> Stands<T> {
    if a.is_empty() || b.is_empty() {
        return Stands::Open;
    }
    let left: Vec<&T> = a.iter().filter(|x| !b.iter().any(|y| meet(x, y))).collect();
    let right: Vec<&T> = b.iter().filter(|y| !a.iter().any(|x| meet(x, y))).collect();
    match (&left[..], &right[..]) {
        ([], _) | (_, []) => Stands::Same,
        ([x, others @ ..], [y, more @ ..]) if others.is_empty() && more.is_empty() && comparable(x, y) => {
            Stands::Apart((*x).clone(), (*y).clone())
        }
        _ => Stands::Open,
    }
}

fn is_same<T>(s: &Stands<T>) -> bool {
    matches!(s, Stands::Same)
}

fn open<T>(s: &Stands<T>) -> bool {
    !matches!(s, Stands::Apart(..))
}

/// Whether two amounts count one thing: the same unit, or the same noun.
fn counts_one(x: &Amount, y: &Amount) -> bool {
    x.unit == y.unit && x.kind == y.kind && (x.unit.is_some() || x.noun == y.noun)
}

/// The point of two answers that cannot both be true, unless something explains them.
fn point(
    told: &Told<'_>,
    events: &[Event],
    of: &[usize],
    slot: Slot,
    (s, x): (usize, Value),
    (t, y): (usize, Value),
) -> Option<Point> {
    let variant = |s: usize, value: Value| Variant {
        value,
        statements: vec![s],
        reports: vec![told.statements[s].report],
    };
    let variants = vec![variant(s, x), variant(t, y)];
    if verdict::explained(told, (&variants[0], s), (&variants[1], t)).is_some() {
        return None;
    }
    let event = events.get(of[s])?;
    Some(Point {
        event: Some(of[s]),
        slot,
        key: String::new(),
        label: label::question(told, slot, event, &variants[0], false),
        status: Status::Disputed,
        reason: label::cannot_both(told, &variants[0].value, &variants[1].value),
        variants,
        aside: false,
        denied: false,
    })
}

/// That it happened against that it did not.
fn denied(told: &Told<'_>, of: &[usize], yes: usize, no: usize) -> Point {
    let words = |s: usize| label::own_words(told.reports[told.statements[s].report], &told.statements[s]);
    let variant = |s: usize| Variant {
        value: Value::Text(words(s)),
        statements: vec![s],
        reports: vec![told.statements[s].report],
    };
    denial::point(of[yes], vec![variant(yes), variant(no)])
}

#[cfg(test)]
mod tests {
    use crate::account::Status;
    use crate::collation::tests::points;
    use firsthand_text::language::Models;

    /// The slots in dispute between two reports of one sentence each.
    fn disputed(models: &Models, first: &str, second: &str) -> Vec<String> {
        let points = points(models, first, second).into_iter();
        points.filter(|p| p.status == Status::Disputed).map(|p| p.slot).collect()
    }

    #[test]
    fn one_thing_differs_or_none() {
        let models = Models::built_in();
        let plain = "Marta Velik rescued 24 sailors from a ferry off Lisbon on Tuesday.";
        for (other, slots) in [
            ("Marta Velik saved 24 sailors from a ferry off Lisbon on Tuesday.", &[][..]),
            ("Marta Velik saved 24 sailors from a ferry off Lisbon on Monday.", &["date"]),
            ("Marta Velik saved 31 sailors from a ferry off Lisbon on Tuesday.", &["quantity"]),
            ("Marta Velik saved 24 sailors from a ferry off Porto on Tuesday.", &["place"]),
            ("Ion Dragu saved 24 sailors from a ferry off Lisbon on Tuesday.", &["person"]),
            ("Marta Velik did not save 24 sailors from a ferry off Lisbon on Tuesday.", &["text"]),
            ("Martha Velik saved two dozen sailors from a ferry off Portugal on 4 March.", &[]),
            // Two things differ: another ferry.
            ("Ion Dragu saved 31 sailors from a ferry off Porto on Monday.", &[]),
        ] {
            assert_eq!(disputed(&models, plain, other), slots, "{other}");
        }
    }
    #[test]
    fn a_denial_of_something_else_is_none() {
        let models = Models::built_in();
        for (first, second, slots) in [
            (
                "Police arrested Marta Velik in Porto on Tuesday for failing to file the accounts of the fund.",
                "Marta Velik was arrested in Porto on Tuesday over the accounts of the fund, police said.",
                &[][..],
            ),
            (
                "The harbour board dismissed Marta Velik in Porto on Tuesday.",
                "Marta Velik was dismissed by the harbour board in Porto on Tuesday and will not return.",
                &[],
            ),
            (
                "The harbour board dismissed Marta Velik in Porto on Tuesday.",
                "The harbour board did not dismiss Marta Velik in Porto on Tuesday.",
                &["text"],
            ),
        ] {
            assert_eq!(disputed(&models, first, second), slots, "{second}");
        }
    }
}
