//! What a figure measures: which side of a thing, which stretch of a game, of which player; and what it is when the report
//! breaks it down or converts it.

use super::filler::is_more;
use super::likeness::likeness;
use super::point::Told;
use super::value::{Amount, Standing};
use super::{Value, Variant};
use crate::statement::Role;
use firsthand_text::language::number::{Quantity, QuantityKind};
use firsthand_text::language::{Annotated, Relation};

/// Whether two amounts can measure one thing: the one no more than five times the other; the same side of it; of the same stretch and player, if they are figures of a
/// game; and neither report breaks the figure down in the same breath.
pub(super) fn one_measure(told: &Told<'_>, (x, s): (&Amount, usize), (y, t): (&Amount, usize)) -> bool {
    let (low, high) = (x.low.min(y.low), x.high.max(y.high));
    if low <= 0.0 || high > 5.0 * low {
        return false;
    }
    let (Some((r, p)), Some((o, q))) = (quantity(told, x, s), quantity(told, y, t)) else { return true };
    let sides = (side(r, p), side(o, q));
    if matches!(sides, (Some(a), Some(b)) if a != b) {
        return false;
    }
    if names_kind(r, p) != names_kind(o, q) {
        return false;
    }
    let (a, b) = (stretches(told, s), stretches(told, t));
    if !a.is_empty() && !b.is_empty() && a != b {
        return false;
    }
    if is_broken_down(told, p, s) || is_broken_down(told, q, t) || is_some(told, p, s) != is_some(told, q, t)
    {
        return false;
    }
    if !is_of_play(x) && !is_of_play(y) {
        return true;
    }
    let player =
        |s: usize| told.statements[s].arguments.iter().find(|a| a.role == Role::Agent).and_then(|a| a.entity);
    a == b && player(s).is_some() && player(s) == player(t)
}

/// The quantity an amount was read from: of the statement, or of its sentence.
fn quantity<'a>(told: &'a Told<'_>, x: &Amount, s: usize) -> Option<(&'a Annotated, &'a Quantity)> {
    let statement = &told.statements[s];
    let report = told.reports[statement.report];
    let is = |q: &&Quantity| q.low == x.low && q.high == x.high && q.unit == x.unit && q.kind == x.kind;
    let own = statement.quantities.iter().map(|&q| &report.quantities[q]).find(is);
    own.or_else(|| within(told, s).find(is)).map(|q| (report, q))
}

/// Whether a quantity counts some of those whom a relative clause tells of, and not all: `the bodies of two people who had been
/// missing` is no word on how many were missing, `the two people who died` is one on how many died.
fn is_some(told: &Told<'_>, q: &Quantity, s: usize) -> bool {
    let statement = &told.statements[s];
    let report = told.reports[statement.report];
    let token = &report.tokens[statement.predicate];
    let Some(noun) = token.head.filter(|_| token.relation == Relation::Acl) else { return false };
    let counts = |t: usize| q.span.meets(report.tokens[t].span);
    let own = |t: &usize| report.tokens[*t].head == Some(noun);
    let before = noun.saturating_sub(6)..noun;
    let definite = |t: usize| {
        ["the", "all", "those", "these", "both"].iter().any(|w| report.word(t).eq_ignore_ascii_case(w))
    };
    (counts(noun) || before.clone().filter(own).any(counts))
        && !before.filter(own).any(definite)
        && (noun + 1..statement.predicate).any(|t| matches!(report.word(t), "who" | "which" | "that"))
}

/// Whether an amount of a statement counts only some of those whom the statement tells of.
pub(super) fn counts_some(told: &Told<'_>, x: &Amount, s: usize) -> bool {
    quantity(told, x, s).is_some_and(|(_, q)| is_some(told, q, s))
}

/// The quantities of a statement's sentence.
fn within<'a>(told: &'a Told<'_>, s: usize) -> impl Iterator<Item = &'a Quantity> {
    let report = told.reports[told.statements[s].report];
    let sentence = report.sentences[told.statements[s].sentence].span;
    report.quantities.iter().filter(move |q| sentence.holds(q.span))
}

/// Which side of a thing is measured: how deep it is is no word on how wide.
fn side(report: &Annotated, q: &Quantity) -> Option<u8> {
    const SIDES: [&[&str]; 8] = [
        &["deep", "depth"],
        &["wide", "width", "across", "diameter", "broad", "breadth"],
        &["radius"],
        &["tall", "high", "height", "altitude", "elevation"],
        &["long", "length"],
        &["thick", "thickness"],
        &["away", "distance"],
        &["weight", "heavy", "weighing", "weighed"],
    ];
    if q.kind != QuantityKind::Measure {
        return None;
    }
    let of =
        |word: &str| SIDES.iter().position(|side| side.contains(&word)).and_then(|n| u8::try_from(n).ok());
    // `16-foot-deep` is one token, so the text is read.
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    };
    let sentence = report.sentences.iter().find(|s| s.span.holds(q.span))?.span;
    let after = report.text(firsthand_text::Span { start: q.span.end, ..sentence });
    let before = report.text(firsthand_text::Span { end: q.span.start, ..sentence });
    let behind = words(after.split([',', ';', '(']).next().unwrap_or("")).into_iter().take(3);
    let ahead = words(before.rsplit([',', ';']).next().unwrap_or("")).into_iter().rev().take(3);
    behind.chain(ahead).find_map(|w| of(&w))
}

/// The noun that a length of time only describes: `a five-minute clip` is no word on how long the clip was online, and a
/// `seven-day average` is another average than one of 14 days.
fn names_kind(report: &Annotated, q: &Quantity) -> Option<String> {
    let hyphen = report.text(q.span).contains('-');
    if q.kind != QuantityKind::Duration || !hyphen {
        return None;
    }
    let after = report.tokens.iter().find(|t| t.span.start >= q.span.end)?;
    let noun = after.lemma.to_lowercase();
    Some(if noun == "average" { format!("{noun} of {}", q.low) } else { noun })
}

/// Stretches of a game, a season or a year that a sentence names.
fn stretches(told: &Told<'_>, s: usize) -> Vec<&'static str> {
    const STRETCHES: [&str; 16] = [
        "first half",
        "second half",
        "first quarter",
        "second quarter",
        "third quarter",
        "fourth quarter",
        "first period",
        "second period",
        "third period",
        "overtime",
        "season",
        "seasons",
        "career",
        "record",
        "tournament",
        "playoffs",
    ];
    let text = told.sentence_words(s);
    STRETCHES.into_iter().filter(|w| text.contains(&format!(" {w} "))).collect()
}

/// Whether the sentence gives another amount of what is counted here: `two touchdowns on the ground, three on returns` are
/// parts, and nothing tells which of them another report means. `300 of 400` is one part of one whole.
fn is_broken_down(told: &Told<'_>, q: &Quantity, s: usize) -> bool {
    let report = told.reports[told.statements[s].report];
    let noun =
        |q: &Quantity| q.noun.filter(|&n| n < report.tokens.len()).map(|n| report.tokens[n].lemma.clone());
    let of = |a: &Quantity, b: &Quantity| {
        let between =
            report.text(firsthand_text::Span { start: a.span.end, end: b.span.start.max(a.span.end) });
        between.trim() == "of" || between.trim().ends_with("out of")
    };
    // `a burst of six shots followed by four more`
    let follows = |a: &Quantity, b: &Quantity| {
        let between =
            report.text(firsthand_text::Span { start: a.span.end, end: b.span.start.max(a.span.end) });
        is_more(report, b) && between.to_lowercase().contains("followed by")
    };
    !matches!(q.kind, QuantityKind::Age | QuantityKind::Duration | QuantityKind::Ordinal)
        && within(told, s).any(|other| {
            other.span != q.span
                && other.kind == q.kind
                && other.unit == q.unit
                && (q.unit.is_some() || (noun(q).is_some() && (noun(other) == noun(q) || follows(q, other))))
                && Amount::of(other, None).standing(&Amount::of(q, None)) == Standing::Apart
                && !(of(q, other) || of(other, q))
        })
}

/// Whether another count of persons stands between an amount and the verb it is read with: in `30 people, 22 of them police,
/// were held after clashes that left 25 hurt` the 30 are not the hurt.
pub(super) fn is_far(told: &Told<'_>, x: &Amount, s: usize) -> bool {
    let Some((report, q)) = quantity(told, x, s) else { return false };
    let verb = report.tokens[told.statements[s].predicate].span;
    let between = |o: &Quantity| {
        (q.span.end <= o.span.start && o.span.end <= verb.start)
            || (verb.end <= o.span.start && o.span.end <= q.span.start)
    };
    // `20 people, including three children, were killed`
    let included = |o: &Quantity| {
        let before =
            report.text(firsthand_text::Span { start: q.span.end.min(o.span.start), end: o.span.start });
        before.to_lowercase().trim_end().ends_with("including")
    };
    let counts = |o: &&Quantity| o.kind == QuantityKind::Count && o.unit.is_none() && !included(o);
    q.kind == QuantityKind::Count && within(told, s).filter(counts).any(between)
}

/// Whether the amount counts the very noun that carries the statement: `nine votes` tells no more than that there were votes.
pub(super) fn counts_predicate(told: &Told<'_>, x: &Amount, s: usize) -> bool {
    quantity(told, x, s).is_some_and(|(_, q)| q.noun == Some(told.statements[s].predicate))
}

/// Whether a figure is one of a game.
fn is_of_play(x: &Amount) -> bool {
    const PLAY: [&str; 24] = [
        "point",
        "goal",
        "run",
        "touchdown",
        "td",
        "yard",
        "rebound",
        "assist",
        "wicket",
        "try",
        "hit",
        "strikeout",
        "steal",
        "carry",
        "catch",
        "reception",
        "homer",
        "save",
        "shot",
        "block",
        "basket",
        "throw",
        "pass",
        "sack",
    ];
    let noun = x.noun.as_deref().or(x.unit.as_deref()).unwrap_or("").to_lowercase();
    let singular = noun.strip_suffix('s').unwrap_or(&noun);
    PLAY.contains(&singular)
        || PLAY.contains(&noun.as_str())
        || matches!(noun.as_str(), "tries" | "carries" | "catches" | "passes")
}

/// Whether both give the same amount in another unit beside it: then they converted it at different rates, or rounded.
pub(super) fn is_converted(told: &Told<'_>, a: &Variant, b: &Variant) -> bool {
    let (Value::Amount(x), Value::Amount(y)) = (&a.value, &b.value) else { return false };
    // The amount in another unit right beside one, across a bracket or an `or`.
    let beside = |x: &Amount, s: usize| -> Vec<Amount> {
        let Some((_, q)) = quantity(told, x, s) else { return Vec::new() };
        let near = |o: &&Quantity| {
            o.kind == q.kind
                && o.unit != q.unit
                && o.unit.is_some()
                && o.span.start.saturating_sub(q.span.end).max(q.span.start.saturating_sub(o.span.end)) <= 5
        };
        within(told, s).filter(near).map(|o| Amount::of(o, None)).collect()
    };
    a.statements.iter().any(|&s| {
        b.statements.iter().any(|&t| {
            let given = beside(y, t);
            beside(x, s)
                .iter()
                .any(|p| given.iter().any(|q| p.unit == q.unit && p.standing(q) == Standing::Same))
                && likeness(&told.features[s], &told.features[t]).words > 0.0
        })
    })
}
