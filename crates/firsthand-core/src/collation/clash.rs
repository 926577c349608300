//! Where two reports tell one happening in all but one thing: another place, another doer, or that it was not.

use super::denial;
use super::event::Event;
use super::filler::is_more;
use super::label;
use super::likeness::likeness;
use super::point::Told;
use super::scope::is_firm;
use super::value::{Amount, Date, Standing};
use super::{Point, Slot, Value, Variant};
use crate::account::Status;
use crate::name::Manner;
use crate::statement::{Certainty, Role};
use firsthand_text::language::country::{self, Sense};
use firsthand_text::language::number::{Quantity, QuantityKind};
use firsthand_text::language::{NameKind, Tag, place};

/// Two sentences with this much in common by their rare words tell one happening if their verbs mean alike; and this much if
/// nothing is known of their verbs. Set on sentences of fiction (docs/quality.md); the gold accounts lose nothing by it.
const WORDS: f64 = 0.25;
const WORDS_ALONE: f64 = 0.4;
/// So many answers (day, number, place, person or body) must be the same where one is not.
const SAME: usize = 2;

/// What a sentence answers.
struct Answers {
    /// Its first statement by a verb.
    statement: usize,
    days: Vec<Date>,
    counts: Vec<Amount>,
    places: Vec<usize>,
    parties: Vec<usize>,
    denied: bool,
}

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

/// Sentences with two answers or more, each by its first statement.
fn answers(told: &Told<'_>) -> Vec<Answers> {
    let mut out = Vec::new();
    let mut last = None;
    for (n, s) in told.statements.iter().enumerate() {
        let report = told.reports[s.report];
        if report.tokens[s.predicate].tag != Tag::Verb || last == Some((s.report, s.sentence)) {
            continue;
        }
        last = Some((s.report, s.sentence));
        let sentence = report.sentences[s.sentence];
        let inside = |span: firsthand_text::Span| sentence.span.holds(span);
        let days = report.times.iter().filter(|t| inside(t.span)).filter_map(Date::of).filter(Date::is_day);
        let counted =
            |q: &&Quantity| inside(q.span) && q.kind != QuantityKind::Ordinal && !is_more(report, q);
        let counts = report.quantities.iter().filter(counted);
        let noun = |q: &Quantity| {
            q.noun.filter(|&t| t < report.tokens.len()).map(|t| report.tokens[t].lemma.to_lowercase())
        };
        let said = |span: firsthand_text::Span| {
            s.attribution.iter().any(|a| a.span.meets(span) || a.source.span.meets(span))
        };
        let mentions = told.names.mentions.get(s.report).map_or(&[][..], Vec::as_slice);
        let named: Vec<usize> = mentions
            .iter()
            .filter(|m| m.manner == Manner::Name && inside(m.span) && !said(m.span))
            .map(|m| m.entity)
            .collect();
        let kind = |e: &&usize| told.names.entities[**e].kind;
        let party = |e: &&usize| matches!(kind(e), NameKind::Person | NameKind::Organisation);
        let one = Answers {
            statement: n,
            days: days.collect(),
            counts: counts.map(|q| Amount::of(q, noun(q))).collect(),
            places: named.iter().filter(|e| kind(e).is_place()).copied().collect(),
            parties: named.iter().filter(party).copied().collect(),
            denied: negative(told, n),
        };
        let filled =
            [one.days.is_empty(), one.counts.is_empty(), one.places.is_empty(), one.parties.is_empty()];
        let firm = is_firm(told, n) || (one.denied && s.certainty != Certainty::Possible);
        if firm && !told.features[n].remote && filled.iter().filter(|e| !**e).count() >= SAME {
            out.push(one);
        }
    }
    out
}

/// Whether a statement of this one's sentence says that something was not, or befell nobody.
fn negative(told: &Told<'_>, first: usize) -> bool {
    let place = |s: usize| (told.statements[s].report, told.statements[s].sentence);
    (first..told.statements.len())
        .take_while(|&s| place(s) == place(first))
        .any(|s| told.statements[s].negative || nobody(told, s))
}

/// Whether two names have a word in common: one name in two spellings, or two of one family.
fn share_a_word(a: &str, b: &str) -> bool {
    a.split([' ', '-']).any(|x| x.len() > 2 && b.split([' ', '-']).any(|y| x.eq_ignore_ascii_case(y)))
}

/// Whether nobody does it, or it is done to nobody: `killed no passengers`.
fn nobody(told: &Told<'_>, s: usize) -> bool {
    let statement = &told.statements[s];
    let report = told.reports[statement.report];
    statement.arguments.iter().filter(|a| matches!(a.role, Role::Agent | Role::Patient)).any(|a| {
        let text = report.text(a.span).to_lowercase();
        matches!(text.split(' ').next(), Some("no" | "nobody" | "none" | "nothing"))
    })
}

/// The one thing in which two sentences of one happening clash, if it is one.
fn clash(told: &Told<'_>, events: &[Event], of: &[usize], a: &Answers, b: &Answers) -> Option<Point> {
    let name = |e: usize| told.names.entities[e].name.as_str();
    let kind = |e: usize| told.names.entities[e].kind;
    let meet = |p: &usize, q: &usize| {
        p == q || place::within(name(*p), name(*q)) || place::within(name(*q), name(*p))
    };
    let days = stands(&a.days, &b.days, |x, y| x.standing(y) != Standing::Apart, |_, _| true);
    let counts = stands(&a.counts, &b.counts, |x, y| x.standing(y) != Standing::Apart, counts_one);
    let country = |e: usize| matches!(country::sense(name(e)), Some((_, Sense::Name)));
    let level = |x: &usize, y: &usize| country(*x) == country(*y);
    let places = stands(&a.places, &b.places, meet, level);
    let parties = stands(
        &a.parties,
        &b.parties,
        |x, y| x == y,
        |x, y| kind(*x) == kind(*y) && !share_a_word(name(*x), name(*y)),
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
    let differ = |slot, x, y| point(told, events, of, slot, (s, x), (t, y));
    match (days, counts, places, parties, a.denied, b.denied) {
        (Stands::Apart(x, y), c, p, w, false, false) if open(&c) && open(&p) && open(&w) => {
            let near =
                x.ends().zip(y.ends()).is_some_and(|(x, y)| (x.0.date() - y.0.date()).get_days().abs() <= 3);
            near.then(|| differ(Slot::Date, Value::Date(x), Value::Date(y)))?
        }
        (d, Stands::Apart(x, y), p, w, false, false) if open(&d) && open(&p) && open(&w) => {
            let grown = grew(told, (s, &x), (t, &y));
            (!grown).then(|| differ(Slot::Quantity, Value::Amount(x), Value::Amount(y)))?
        }
        (d, c, Stands::Apart(x, y), w, false, false) if is_same(&d) && open(&c) && open(&w) => {
            differ(Slot::Place, Value::Entity(x), Value::Entity(y))
        }
        (d, c, p, Stands::Apart(x, y), false, false) if is_same(&d) && open(&c) && open(&p) => {
            let person = kind(x) == NameKind::Person;
            let slot = if person { Slot::Person } else { Slot::Organisation };
            differ(slot, Value::Entity(x), Value::Entity(y))
        }
        (d, c, p, w, x, y) if x != y && alike && is_same(&d) && open(&c) && open(&p) && open(&w) => {
            if y {
                denied(told, of, s, t)
            } else {
                denied(told, of, t, s)
            }
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

/// Whether the larger of two counts was published later.
fn grew(told: &Told<'_>, (s, x): (usize, &Amount), (t, y): (usize, &Amount)) -> bool {
    let day = |s: usize| told.reports[told.statements[s].report].report.published.value.clone();
    let (Some(a), Some(b)) = (day(s), day(t)) else { return false };
    let n = a.len().min(b.len());
    let (early, late) = (&a.as_bytes()[..n], &b.as_bytes()[..n]);
    x.unit.is_none() && ((x.low < y.low && early < late) || (x.low > y.low && early > late))
}

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
    let event = events.get(of[s])?;
    let label = label::question(told, slot, event, &variants[0], false);
    let words = |n: usize| label::value(told, &variants[n].value);
    let reason = format!("{} and {} cannot both be true of the same happening", words(0), words(1));
    let status = Status::Disputed;
    Some(Point {
        event: Some(of[s]),
        slot,
        key: String::new(),
        label,
        status,
        reason,
        variants,
        aside: false,
        denied: false,
    })
}

/// That it happened against that it did not.
fn denied(told: &Told<'_>, of: &[usize], yes: usize, no: usize) -> Option<Point> {
    let words = |s: usize| label::own_words(told.reports[told.statements[s].report], &told.statements[s]);
    let variant = |s: usize| Variant {
        value: Value::Text(words(s)),
        statements: vec![s],
        reports: vec![told.statements[s].report],
    };
    Some(denial::point(of[yes], vec![variant(yes), variant(no)]))
}

#[cfg(test)]
mod tests {
    use crate::account::{Status, account};
    use crate::{story, version};
    use firsthand_text::language::Models;

    /// The slots in dispute between two reports of one sentence each.
    fn disputed(models: &Models, first: &str, second: &str) -> Vec<String> {
        let page = |outlet: &str, title: &str, text: &str| {
            format!("{title}\n\n{outlet}, 6 March 2025\n\n{text}\n\nFurther details were not given.\n")
        };
        let reports = vec![
            firsthand_text::read("a.txt", page("Tarn Courier", "Late news", first).as_bytes(), models),
            firsthand_text::read("b.txt", page("Harbour Herald", "In short", second).as_bytes(), models),
        ];
        let versions = version::fold(reports);
        let both = story::Story { reports: vec![0, 1], ..story::group(&versions.reports).swap_remove(0) };
        let said = account(1, &both, &versions);
        said.points.iter().filter(|p| p.status == Status::Disputed).map(|p| p.slot.clone()).collect()
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
}
