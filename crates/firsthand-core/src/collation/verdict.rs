//! How do the answers to a point stand to one another, and what explains a difference before it is called a dispute?

use super::likeness::{Likeness, likeness};
use super::point::Told;
use super::value::{Amount, Standing};
use super::{Slot, Value, Variant};
use crate::statement::{Certainty, Role};
use firsthand_text::language::number::{Bound, QuantityKind};

/// How two answers stand.
pub fn standing(told: &Told<'_>, a: &Value, b: &Value) -> Standing {
    match (a, b) {
        (Value::Date(a), Value::Date(b)) => a.standing(b),
        (Value::Amount(a), Value::Amount(b)) => a.standing(b),
        (Value::Entity(a), Value::Entity(b)) if a == b => Standing::Same,
        (Value::Entity(a), Value::Entity(b)) => {
            let name = |e: &usize| told.names.entities[*e].name.as_str();
            let within = firsthand_text::language::place::within;
            if within(name(a), name(b)) || within(name(b), name(a)) {
                Standing::Finer
            } else {
                Standing::Apart
            }
        }
        _ => Standing::Apart,
    }
}

/// How two answers of one question stand once scope, precision and the time of reporting have been tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Both can be true, one more exact than the other.
    Finer,
    /// The larger count was published later.
    Grown,
    /// Both cannot be true of the same happening.
    Disputed,
    /// Nothing ties them to one question.
    Unrelated,
}

/// How two answers stand, among all answers of the same question.
pub fn relation(told: &Told<'_>, slot: Slot, a: &Variant, b: &Variant, all: &[Variant]) -> Relation {
    let apart = match standing(told, &a.value, &b.value) {
        Standing::Same => return Relation::Finer,
        Standing::Finer => {
            if let (Value::Amount(x), Value::Amount(y)) = (&a.value, &b.value)
                && x.outgrows(y)
            {
                return Relation::Unrelated;
            }
            exclude(told, a, b)
        }
        Standing::Apart => true,
    };
    if apart && slot == Slot::Quantity && (counts_several(told, a, all) || counts_several(told, b, all)) {
        if std::env::var("DBG").is_ok() {
            eprintln!("SEVERAL {} | {}", super::label::value(told,&a.value), super::label::value(told,&b.value));
        }
        return if standing(told, &a.value, &b.value) == Standing::Finer {
            Relation::Finer
        } else {
            Relation::Unrelated
        };
    }
    if apart && disputes(told, slot, a, b) {
        return Relation::Disputed;
    }
    if standing(told, &a.value, &b.value) == Standing::Finer {
        return Relation::Finer;
    }
    if slot == Slot::Quantity && grows(told, a, b) { Relation::Grown } else { Relation::Unrelated }
}

/// Whether a report that gives this amount also gives another of the same predicate: it speaks of several things, and
/// nothing tells which of them another report means.
fn counts_several(told: &Told<'_>, v: &Variant, all: &[Variant]) -> bool {
    let alike = |x: usize, y: usize| {
        told.statements[x].report == told.statements[y].report
            && likeness(&told.features[x], &told.features[y]).predicate >= 0.85
    };
    all.iter().any(|c| {
        standing(told, &c.value, &v.value) == Standing::Apart
            && c.statements.iter().any(|&x| v.statements.iter().any(|&y| alike(x, y)))
    })
}

/// Whether bounds keep apart what is near: 400 and more than 400, nearly three and more than three.
fn exclude(told: &Told<'_>, a: &Variant, b: &Variant) -> bool {
    let (Value::Amount(x), Value::Amount(y)) = (&a.value, &b.value) else { return false };
    let short = |v: &Variant, over: &Amount| {
        over.bound == Bound::More
            && is_nearly(told, v)
            && matches!(&v.value, Value::Amount(v) if v.low <= over.low)
    };
    x.exceeds(y) || y.exceeds(x) || short(a, y) || short(b, x)
}

/// Whether an answer is given as nearly so much: about, but less.
fn is_nearly(told: &Told<'_>, v: &Variant) -> bool {
    let Value::Amount(amount) = &v.value else { return false };
    amount.bound == Bound::About
        && v.statements.iter().any(|&s| {
            let report = told.reports[told.statements[s].report];
            told.statements[s].quantities.iter().map(|&q| &report.quantities[q]).any(|q| {
                let words = report.text(q.span).to_lowercase();
                q.low == amount.low && NEARLY.iter().any(|n| words.starts_with(n))
            })
        })
}

const NEARLY: [&str; 5] = ["nearly", "almost", "close to", "just under", "not quite"];

/// Whether a statement says what it says of its own accord or another's, and neither denies nor supposes it.
pub fn is_firm(told: &Told<'_>, s: usize) -> bool {
    let s = &told.statements[s];
    !s.negative && matches!(s.certainty, Certainty::Asserted | Certainty::Alleged)
}

/// Whether two answers that stand apart are a dispute: said of the same happening beyond doubt, by different reports,
/// as a fact, and no later count of something that grows.
pub fn disputes(told: &Told<'_>, slot: Slot, a: &Variant, b: &Variant) -> bool {
    // A report that gives both speaks of two things, or sets one source against another.
    if a.reports.iter().any(|r| b.reports.contains(r)) {
        return set_against(told, a, b);
    }
    let firm = |v: &'_ Variant| -> Vec<usize> {
        v.statements.iter().copied().filter(|&s| is_firm(told, s)).collect()
    };
    let (xs, ys) = (firm(a), firm(b));
    let nearest = xs
        .iter()
        .flat_map(|&x| ys.iter().map(move |&y| (x, y)))
        .filter(|&(x, y)| same_time(told, x, y))
        .map(|(x, y)| (likeness(&told.features[x], &told.features[y]), x, y))
        .max_by(|x, y| x.0.score().total_cmp(&y.0.score()));
    let Some((l, s, t)) = nearest else { return false };
    if std::env::var("DBG").is_ok() {
        eprintln!("DISP {} | {} : {l:?} {xs:?} {ys:?}", super::label::value(told,&a.value), super::label::value(told,&b.value));
    }
    match (&a.value, &b.value) {
        (Value::Date(x), Value::Date(y)) => {
            slot == Slot::Date && x.is_day() && y.is_day() && near_days(x, y) && alike(&l, 0.25, 0.15)
        }
        (Value::Amount(x), Value::Amount(y)) => {
            x.kind != QuantityKind::Ordinal
                && x.unit == y.unit
                && answers_same(told, x, &l, s, t)
                && !grows(told, a, b)
        }
        _ => false,
    }
}

/// Whether two statements that give amounts of one kind answer one question: what happened to those counted means the
/// same, or the same thing is measured, in whatever words.
pub fn answers_same(told: &Told<'_>, x: &Amount, l: &Likeness, s: usize, t: usize) -> bool {
    let measured = x.kind == QuantityKind::Measure && l.parties >= 0.45 && l.words >= 0.25 && l.places >= 0.0;
    // Where both sentences name the same month or day, less will do: `that temblor`, `the quake`.
    let parties = if share_date(told, s, t) { 0.1 } else { 0.3 };
    measured || (l.predicate >= 0.85 && alike(l, parties, 0.1))
}

/// Whether the sentences of two statements name the same day, month or year.
pub fn share_date(told: &Told<'_>, s: usize, t: usize) -> bool {
    let (a, b) = (&told.features[s].around, &told.features[t].around);
    a.iter().any(|x| b.iter().any(|y| x.standing(y) == Standing::Same))
}

/// Whether one report sets two sources against one another: the same measure, nearly the same amount, each by a source
/// of its own (`state television says a 5.2 quake`, `the survey put it at 5.4`).
pub fn set_against(told: &Told<'_>, a: &Variant, b: &Variant) -> bool {
    let (Value::Amount(p), Value::Amount(q)) = (&a.value, &b.value) else { return false };
    let near = p.low.min(q.low) > 0.0 && p.high.max(q.high) <= 1.25 * p.low.min(q.low);
    if p.unit != q.unit || p.kind != QuantityKind::Measure || !near || standing(told, &a.value, &b.value) != Standing::Apart {
        return false;
    }
    a.statements.iter().any(|&s| {
        b.statements.iter().any(|&t| {
            let l = likeness(&told.features[s], &told.features[t]);
            told.statements[s].report == told.statements[t].report
                && is_firm(told, s)
                && is_firm(told, t)
                && (share_date(told, s, t) || told.features[s].around.is_empty() || told.features[t].around.is_empty())
                && l.words > 0.1
                && matches!((source(told, s), source(told, t)), (Some(x), Some(y)) if x != y)
        })
    })
}

/// Who gives a figure: the innermost source of the statement, or whoever puts or estimates it.
fn source(told: &Told<'_>, s: usize) -> Option<String> {
    const GIVE: [&str; 8] = ["put", "estimate", "measure", "rate", "calculate", "register", "record", "give"];
    let statement = &told.statements[s];
    let entity = |e: usize| told.names.entities[e].name.clone();
    if let Some(a) = statement.attribution.last() {
        return Some(a.source.entity.map_or_else(|| a.source.name.to_lowercase(), entity));
    }
    if !GIVE.contains(&statement.lemma.as_str()) {
        return None;
    }
    let agent = statement.arguments.iter().find(|a| a.role == Role::Agent)?;
    let words = || told.reports[statement.report].text(agent.span).to_lowercase();
    Some(agent.entity.map_or_else(words, entity))
}

/// Whether two statements speak so much alike that they answer one question.
pub fn alike(l: &Likeness, parties: f64, words: f64) -> bool {
    l.predicate > 0.0 && l.parties >= parties && l.words >= words && l.places >= 0.0
}

/// Whether two statements can be of one time. Background is told with a month or a year, the news with a day or with no
/// date at all.
pub fn same_time(told: &Told<'_>, x: usize, y: usize) -> bool {
    let (a, b) = (&told.features[x].around, &told.features[y].around);
    let background = |days: &[super::value::Date]| !days.is_empty() && !days.iter().any(|d| d.is_day());
    match (a.is_empty(), b.is_empty()) {
        (true, false) => !background(b),
        (false, true) => !background(a),
        _ => true,
    }
}

/// Days so near that one of the two must be a slip, not another happening.
fn near_days(x: &super::value::Date, y: &super::value::Date) -> bool {
    match (x.ends(), y.ends()) {
        (Some(a), Some(b)) => (a.0.date() - b.0.date()).get_days().abs() <= 3,
        _ => false,
    }
}

/// Whether the larger count is the later one: a toll that rose, not a dispute.
pub fn grows(told: &Told<'_>, a: &Variant, b: &Variant) -> bool {
    let (Value::Amount(x), Value::Amount(y)) = (&a.value, &b.value) else { return false };
    if x.unit.is_some() {
        return false;
    }
    let (small, large) = if x.low < y.low { (a, b) } else { (b, a) };
    let published = |r: &usize| told.reports[*r].report.published.value.clone();
    let first = |v: &Variant| v.reports.iter().filter_map(published).min();
    let last = |v: &Variant| v.reports.iter().filter_map(published).max();
    match (last(small), first(large)) {
        (Some(s), Some(l)) => {
            let n = s.len().min(l.len());
            s.as_bytes()[..n] < l.as_bytes()[..n]
        }
        _ => false,
    }
}
