//! How do the answers to a point stand to one another, and what explains a difference before it is called a dispute?

use super::against::set_against;
use super::likeness::{Likeness, likeness};
use super::point::Told;
use super::scope::{self, is_firm, same_time};
use super::value::{Amount, Standing};
use super::{Slot, Value, Variant, counted, measured, moment};
use firsthand_text::language::number::{Bound, QuantityKind};

/// How two answers stand.
pub fn standing(told: &Told<'_>, a: &Value, b: &Value) -> Standing {
    match (a, b) {
        (Value::Date(a), Value::Date(b)) => a.standing(b),
        (Value::Amount(a), Value::Amount(b)) => a.standing(b),
        (Value::Entity(a), Value::Entity(b)) if a == b => Standing::Same,
        (Value::Entity(a), Value::Entity(b)) => {
            if told.meet(*a, *b) {
                Standing::Finer
            } else {
                Standing::Apart
            }
        }
        (Value::Text(a), Value::Text(b)) if a == b => Standing::Same,
        _ => Standing::Apart,
    }
}

/// How two answers of one question stand once scope, precision, time zone and the time of reporting have been tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Both can be true, one more exact than the other.
    Finer,
    /// They differ, and this is why: the rule that holds, in words.
    Explained(&'static str),
    /// Both cannot be true of the same happening.
    Disputed,
    /// Nothing ties them to one question.
    Unrelated,
}

/// How two answers stand, among all answers of the same question. A statement that gives both of two amounts sets them side by side
/// (`the one agency reported five, the other four`); what tells is then who gives one of them.
pub fn relation(told: &Told<'_>, slot: Slot, a: &Variant, b: &Variant, all: &[Variant]) -> Relation {
    let shared = || a.statements.iter().any(|s| b.statements.contains(s));
    if slot == Slot::Quantity && shared() && standing(told, &a.value, &b.value) == Standing::Apart {
        let (x, y) = (without(told, a, b), without(told, b, a));
        if !x.statements.is_empty() && !y.statements.is_empty() {
            return of_givers(told, slot, &x, &y, all);
        }
    }
    of_givers(told, slot, a, b, all)
}

/// An answer without the statements that give the other too.
fn without(told: &Told<'_>, v: &Variant, other: &Variant) -> Variant {
    let mut own = v.clone();
    own.statements.retain(|s| !other.statements.contains(s));
    own.reports = own.statements.iter().map(|&s| told.statements[s].report).collect();
    own.reports.sort_unstable();
    own.reports.dedup();
    own
}

fn of_givers(told: &Told<'_>, slot: Slot, a: &Variant, b: &Variant, all: &[Variant]) -> Relation {
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
    if apart && set_against(told, a, b) {
        return Relation::Disputed;
    }
    if apart && slot == Slot::Quantity && (counts_several(told, a, all) || counts_several(told, b, all)) {
        return if standing(told, &a.value, &b.value) == Standing::Finer {
            Relation::Finer
        } else {
            Relation::Unrelated
        };
    }
    if apart && let Some((s, t)) = differ(told, slot, a, b) {
        return explained(told, (a, s), (b, t)).map_or(Relation::Disputed, Relation::Explained);
    }
    if standing(told, &a.value, &b.value) == Standing::Finer {
        return Relation::Finer;
    }
    if slot == Slot::Quantity && grows(told, a, b) && counts_one(told, a, b) {
        return Relation::Explained(GROWN);
    }
    Relation::Unrelated
}

/// Whether a statement counts up to the day of its report, and nobody knows which that is: `50 people have been held`.
fn is_running(told: &Told<'_>, s: usize) -> bool {
    let statement = &told.statements[s];
    let report = told.reports[statement.report];
    report.report.published.day.is_none()
        && scope::befalls(told, s)
        && (statement.predicate.saturating_sub(3)..statement.predicate)
            .any(|t| matches!(report.word(t).to_lowercase().as_str(), "has" | "have" | "'ve" | "’ve"))
}

/// Whether two amounts can count one thing, by any two of their statements.
fn counts_one(told: &Told<'_>, a: &Variant, b: &Variant) -> bool {
    let (Value::Amount(x), Value::Amount(y)) = (&a.value, &b.value) else { return false };
    a.statements.iter().any(|&s| b.statements.iter().any(|&t| scope::comparable(told, (x, s), (y, t))))
}

const GROWN: &str = "the larger count was published later";

/// What explains that two answers of one question, by these statements, differ: time zone or midnight, a part beside its
/// whole, another rate of conversion, a count that grew, or that each report took at its own time.
pub(super) fn explained(
    told: &Told<'_>,
    (a, s): (&Variant, usize),
    (b, t): (&Variant, usize),
) -> Option<&'static str> {
    match (&a.value, &b.value) {
        (Value::Date(x), Value::Date(y)) => moment::explained(told, (x, s), (y, t)),
        (Value::Amount(x), Value::Amount(y)) => {
            let any = |v: &Variant| v.statements.iter().any(|&s| scope::counts_whole(told, s));
            if any(a) != any(b) || counted::is_kind_of(x, y) {
                return Some("one counts the whole, another a part");
            }
            if measured::is_converted(told, a, b) {
                return Some("both convert one amount, at different rates");
            }
            if is_running(told, s) && is_running(told, t) {
                return Some("both count so far, and not all of the reports are dated");
            }
            grows(told, a, b).then_some(GROWN)
        }
        _ => None,
    }
}

/// Whether some report gives two amounts of this predicate, or two measures of one unit: it speaks of several things, and
/// nothing tells which of them another report means.
fn counts_several(told: &Told<'_>, v: &Variant, all: &[Variant]) -> bool {
    let measure = matches!(&v.value, Value::Amount(a) if a.kind == QuantityKind::Measure);
    let alike =
        |x: usize, y: usize| measure || likeness(&told.features[x], &told.features[y]).predicate >= 0.85;
    let of = |x: usize| v.statements.iter().any(|&y| alike(x, y));
    // A count of some of them (`the bodies of two who had been missing`) stands beside the count of all.
    let whole = |c: &Variant, x: usize| match &c.value {
        Value::Amount(amount) => !measured::counts_some(told, amount, x),
        _ => true,
    };
    let one_report = |x: usize, y: usize| told.statements[x].report == told.statements[y].report;
    all.iter().enumerate().any(|(n, c)| {
        all[n + 1..].iter().any(|d| {
            standing(told, &c.value, &d.value) == Standing::Apart
                && c.statements.iter().filter(|&&x| whole(c, x)).any(|&x| {
                    let mut others = d.statements.iter().filter(|&&y| whole(d, y));
                    others.any(|&y| one_report(x, y) && alike(x, y) && of(x))
                })
        })
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

/// The statements by which two answers that stand apart are a dispute, unless something explains them: said of the same
/// happening beyond doubt, by different reports, as a fact.
fn differ(told: &Told<'_>, slot: Slot, a: &Variant, b: &Variant) -> Option<(usize, usize)> {
    // A report that gives both speaks of two things.
    if a.reports.iter().any(|r| b.reports.contains(r)) {
        return None;
    }
    let firm = |v: &'_ Variant| -> Vec<usize> {
        v.statements.iter().copied().filter(|&s| is_firm(told, s)).collect()
    };
    let (xs, ys) = (firm(a), firm(b));
    let one_end = |x: usize, y: usize| match (&a.value, &b.value) {
        (Value::Amount(p), Value::Amount(q)) => scope::same_end(told, (p, x), (q, y)),
        _ => false,
    };
    let mut pairs: Vec<(Likeness, usize, usize)> = xs
        .iter()
        .flat_map(|&x| ys.iter().map(move |&y| (x, y)))
        .filter(|&(x, y)| same_time(told, x, y) || one_end(x, y))
        .map(|(x, y)| (likeness(&told.features[x], &told.features[y]), x, y))
        .collect();
    pairs.sort_by(|x, y| x.0.score().total_cmp(&y.0.score()));
    // The statements most alike that answer one question; of dates only the most alike are asked, for more is told in passing.
    let asked = if matches!(a.value, Value::Date(_)) { 1 } else { pairs.len() };
    let apart = |(l, s, t): &&(Likeness, usize, usize)| match (&a.value, &b.value) {
        (Value::Date(x), Value::Date(y)) => slot == Slot::Date && moment::differ(told, (x, *s), (y, *t), l),
        (Value::Amount(x), Value::Amount(y)) => {
            x.kind != QuantityKind::Ordinal
                && scope::comparable(told, (x, *s), (y, *t))
                && (scope::same_end(told, (x, *s), (y, *t)) || scope::answers_same(told, x, l, *s, *t))
        }
        _ => false,
    };
    pairs.iter().rev().take(asked).find(apart).map(|&(_, s, t)| (s, t))
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
