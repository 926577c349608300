//! How old somebody is: `Carla Moss, 44, died`, `the 44-year-old Moss`.

use super::ground::Line;
use super::judge::Judged;
use super::meant::Meant;
use super::shape::{Claim, Part, Stance};
use super::word::{Word, says};
use crate::collation::value::number;

/// Somebody's age in a claim: the place of the name or the noun for them, how old.
pub(super) fn claimed(claim: &Claim) -> Option<(Result<usize, &str>, f64)> {
    let old = claim.predicate.as_deref().is_some_and(|p| matches!(p, "old" | "age" | "aged"));
    let part = claim.agent.as_ref().or(claim.patient.as_ref())?;
    // `Moss was 52 years old`: the years may be read as what is old.
    let years = |p: &Part| matches!(p.head.as_str(), "year" | "month");
    let only = (claim.names.len() == 1 && years(part)).then_some(0);
    let name = part.name.or(only).ok_or(part.head.as_str());
    let years = claim.quantities.iter().find(|q| !q.ordinal && q.amount.value < 130.0)?;
    (old && claim.quantities.len() == 1).then_some((name, years.amount.value))
}

/// How a sentence stands to it; None where it does not give the age of the one named.
pub(super) fn judge(
    meant: &Meant<'_>,
    line: &Line<'_>,
    text: &str,
    (who, years): (Result<usize, &str>, f64),
) -> Option<Judged> {
    let told = match who {
        Ok(name) => line
            .names
            .iter()
            .filter(|(_, _, es)| es.iter().any(|e| meant.names[name].contains(e)))
            .find_map(|&(from, to, _)| age(&line.words, from, to, text))?,
        Err(noun) => ages(&line.words, noun, years)?,
    };
    let (says, claims) = (format!("{} years", number(told)), format!("{} years", number(years)));
    let same = told == years;
    Some(Judged {
        stance: if same { Stance::Supports } else { Stance::Contradicts },
        agrees: if same { vec![format!("the same age: {says}")] } else { Vec::new() },
        loosely: Vec::new(),
        differs: if same { Vec::new() } else { vec![super::amount::differ(&says, &claims)] },
        lacks: Vec::new(),
        says: (!same).then_some((says, claims)),
        denies: false,
        many: false,
        measured: true,
        cost: 0.0,
        weight: 3.0,
    })
}

/// The number between commas behind a name, or before `year-old` ahead of it.
fn age(words: &[Word], from: usize, to: usize, text: &str) -> Option<f64> {
    let years = |w: &Word| w.folded.parse::<f64>().ok().filter(|y| (0.0..130.0).contains(y));
    if let Some(next) = words.get(to).filter(|w| text.get(words[to - 1].span.1..w.span.0) == Some(", ")) {
        let closed = text.get(next.span.1..).is_some_and(|rest| rest.starts_with([',', '.', ';', ')']));
        if let Some(years) = years(next).filter(|_| closed) {
            return Some(years);
        }
    }
    let start = from.saturating_sub(7);
    let run = |at: &usize| {
        let is = |n: usize, word: &str| words.get(at + n).is_some_and(|w| w.folded == word);
        (is(1, "year") && is(2, "old")) || words[*at].folded.ends_with("-year-old")
    };
    let at = (start..from).rev().find(run)?;
    years(&words[at]).or_else(|| words[at].folded.split('-').next()?.parse().ok())
}

/// How old those of a noun are: `pupils aged 12 and 13`. That of the ages which is nearest to `years`; between two all are told.
fn ages(words: &[Word], noun: &str, years: f64) -> Option<f64> {
    let of = words.iter().any(|w| says(w, noun));
    let at = words.iter().position(|w| w.folded == "aged").filter(|_| of);
    let Some(at) = at else {
        // `his mother, Ida Moss, 61`.
        let noun = words.iter().position(|w| says(w, noun))?;
        let number = |w: &Word| w.folded.parse::<f64>().ok().filter(|y| (1.0..130.0).contains(y));
        let next = &words[noun + 1..(noun + 5).min(words.len())];
        let found = next.iter().position(|w| number(w).is_some())?;
        let named = next[..found].iter().all(|w| w.capital);
        return number(&next[found]).filter(|_| named);
    };
    let all: Vec<f64> =
        words[at + 1..].iter().take(5).filter_map(|w| w.folded.parse().ok()).filter(|y| *y < 130.0).collect();
    let (low, high) = (all.first()?, all.last()?);
    Some(years.clamp(low.min(*high), high.max(*low)))
}
