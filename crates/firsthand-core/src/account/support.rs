//! How many independent origins? A range, by one rule for each kind of source (DESIGN.md, *What counts as one origin?*).

use super::{Measure, Support};
use std::collections::{BTreeMap, BTreeSet};

/// What one statement adds to a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Testimony {
    /// The origin: testimonies of the same key are of one origin.
    pub origin: String,
    /// Its name, or the name of the report whose own words it is.
    pub name: String,
    /// The origin it speaks for, and its name: an officer and his body are one for certain.
    pub speaks_for: Option<(String, String)>,
    /// What it is.
    pub kind: TestimonyKind,
    /// The report (id).
    pub report: String,
}

/// How far a testimony stands on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TestimonyKind {
    /// A person, a body, an agency or outlet that is named as the source.
    Named,
    /// Something written. Of two documents nobody can tell whether they are one.
    Written,
    /// A report's own words, without a source.
    Own,
    /// Somebody without a name.
    Unnamed,
}

/// More reasons than this are not told.
const REASONS: usize = 6;

/// Counts the origins behind some testimonies; zero to zero where there are none.
pub fn count(testimonies: &[Testimony], measure: Measure) -> Support {
    let possible: BTreeSet<&str> = testimonies.iter().map(|t| t.origin.as_str()).collect();
    let firm: BTreeSet<&str> = testimonies.iter().filter_map(group).collect();
    let certain = firm.len().max(usize::from(!possible.is_empty()));
    let mut because = Vec::new();
    if possible.len() > certain {
        because.extend(spoken(testimonies));
        because.extend(written(testimonies));
        because.extend(open(testimonies));
    }
    because.extend(repeated(testimonies));
    because.truncate(REASONS);
    Support { certain, possible: possible.len(), measure, because }
}

/// Testimonies of one group are one origin for certain; those without may be of any.
fn group(t: &Testimony) -> Option<&str> {
    match t.kind {
        TestimonyKind::Named => Some(t.speaks_for.as_ref().map_or(t.origin.as_str(), |(body, _)| body)),
        TestimonyKind::Written => Some("written"),
        TestimonyKind::Unnamed | TestimonyKind::Own => None,
    }
}

/// Officers beside the body they speak for, or beside one another.
fn spoken(testimonies: &[Testimony]) -> Vec<String> {
    let mut groups: BTreeMap<&str, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for t in testimonies.iter().filter(|t| t.kind == TestimonyKind::Named) {
        groups.entry(group(t).unwrap_or_default()).or_default().insert((&t.origin, &t.name));
    }
    let body =
        |origin: &str| testimonies.iter().find(|t| t.origin == origin).and_then(|t| t.speaks_for.as_ref());
    let mut out = Vec::new();
    for members in groups.values().filter(|m| m.len() > 1) {
        for (origin, name) in members {
            if let Some((_, body)) = body(origin) {
                out.push(format!("{name} speaks for {body}, which counts as one"));
            }
        }
    }
    out
}

fn written(testimonies: &[Testimony]) -> Option<String> {
    let names: BTreeSet<(&str, &str)> = testimonies
        .iter()
        .filter(|t| t.kind == TestimonyKind::Written)
        .map(|t| (t.origin.as_str(), t.name.as_str()))
        .collect();
    let names: Vec<&str> = names.into_iter().map(|(_, name)| name).collect();
    (names.len() > 1).then(|| format!("{} may be one document", list(&names)))
}

/// Those who are not named, and reports that name nobody.
fn open(testimonies: &[Testimony]) -> Vec<String> {
    let mut out = Vec::new();
    let of = |kind| testimonies.iter().filter(move |t| t.kind == kind);
    // One origin in several reports is told once, by the first that has it.
    let mut first: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for t in of(TestimonyKind::Unnamed) {
        first.entry(&t.origin).or_insert((&t.report, &t.name));
    }
    let unnamed: BTreeSet<(&str, &str)> = first.into_values().collect();
    if !unnamed.is_empty() {
        let who: Vec<String> = unnamed.iter().map(|(report, name)| format!("“{name}” ({report})")).collect();
        let who: Vec<&str> = who.iter().map(String::as_str).collect();
        out.push(format!("{} not named, and may be any of the others", are(&who)));
    }
    let own: BTreeSet<&str> = of(TestimonyKind::Own).map(|t| t.report.as_str()).collect();
    if !own.is_empty() {
        let own: Vec<&str> = own.into_iter().collect();
        let verb = if own.len() == 1 { "names" } else { "name" };
        out.push(format!("{} {verb} no source, and may have it from any of the others", list(&own)));
    }
    out
}

/// Speakers heard by more than one report.
fn repeated(testimonies: &[Testimony]) -> Vec<String> {
    let mut reports: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for t in testimonies.iter().filter(|t| t.kind == TestimonyKind::Named) {
        reports.entry((&t.origin, &t.name)).or_default().insert(&t.report);
    }
    let many = reports.into_iter().filter(|(_, r)| r.len() > 1);
    many.map(|((_, name), r)| format!("{name} is one origin, however many heard it ({} reports)", r.len()))
        .collect()
}

fn are(names: &[&str]) -> String {
    format!("{} {}", list(names), if names.len() == 1 { "is" } else { "are" })
}

/// `a`, `a and b`, `a, b and 3 more`.
fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, other] => format!("{one} and {other}"),
        [one, other, third] => format!("{one}, {other} and {third}"),
        [one, other, rest @ ..] => format!("{one}, {other} and {} more", rest.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::TestimonyKind::{Named, Own, Unnamed, Written};
    use super::*;

    fn of(origin: &str, kind: TestimonyKind, report: &str) -> Testimony {
        let (origin, body) = origin.split_once('>').map_or((origin, None), |(o, b)| (o, Some(b)));
        let speaks_for = body.map(|b| (b.to_owned(), b.to_owned()));
        Testimony { origin: origin.into(), name: origin.into(), speaks_for, kind, report: report.into() }
    }

    #[test]
    fn each_kind_of_source_has_its_rule() {
        type Case<'t> = (&'t str, &'t [(&'t str, TestimonyKind, &'t str)], (usize, usize), &'t str);
        let cases: [Case<'_>; 11] = [
            ("nothing", &[], (0, 0), ""),
            (
                "a speaker who was asked twice",
                &[("Orsolya Veng", Named, "r1"), ("Orsolya Veng", Named, "r2")],
                (1, 1),
                "one origin",
            ),
            (
                "one press conference",
                &[("mayor", Named, "r1"), ("mayor", Named, "r2"), ("mayor", Named, "r3")],
                (1, 1),
                "(3 reports)",
            ),
            ("two speakers", &[("a", Named, "r1"), ("b", Named, "r2")], (2, 2), ""),
            (
                "an officer and his body",
                &[("Lt. Brod>police", Named, "r1"), ("police", Named, "r2")],
                (1, 2),
                "speaks for police",
            ),
            (
                "two officers of one body",
                &[("a>police", Named, "r1"), ("b>police", Named, "r2")],
                (1, 2),
                "speaks for police",
            ),
            (
                "an official beside a speaker",
                &[("a", Named, "r1"), ("official r2", Unnamed, "r2")],
                (1, 2),
                "not named",
            ),
            (
                "two officials",
                &[("official r1", Unnamed, "r1"), ("official r2", Unnamed, "r2")],
                (1, 2),
                "are not named",
            ),
            (
                "own words beside a speaker",
                &[("a", Named, "r1"), ("Mail", Own, "r2")],
                (1, 2),
                "r2 names no source",
            ),
            (
                "own words alone",
                &[("Mail", Own, "r1"), ("Post", Own, "r2")],
                (1, 2),
                "r1 and r2 name no source",
            ),
            (
                "documents",
                &[("filing", Written, "r1"), ("letter", Written, "r2"), ("a", Named, "r3")],
                (2, 3),
                "may be one document",
            ),
        ];
        for (what, testimonies, range, says) in cases {
            let all: Vec<Testimony> = testimonies.iter().map(|(o, k, r)| of(o, *k, r)).collect();
            let support = count(&all, Measure::Measured);
            assert_eq!((support.certain, support.possible), range, "{what}");
            assert!(support.because.join("; ").contains(says), "{what}: {:?}", support.because);
        }
    }
}
