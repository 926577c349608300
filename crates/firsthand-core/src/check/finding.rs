//! The answer in one sentence.

use super::shape::{Answer, Side, Stance, Verdict};
use crate::account::Measure;
use crate::collation::spoken::count;

/// `4 reports say Tuesday 23 April 2024, all from KCNA; 1 says Monday 22 April 2024, from KCNA via AFP`.
pub(super) fn finding(answer: &Answer) -> String {
    let looked = || format!("{} of {}", count(answer.reports, "report"), count(answer.stories, "story"));
    match answer.verdict {
        Verdict::NotMeasured => answer.unmeasured.clone().unwrap_or_default(),
        Verdict::NotFound if answer.reports == 0 => "no report has its names and words".to_owned(),
        Verdict::NotFound => format!("no statement about it in {}", looked()),
        Verdict::Mentioned => {
            let reports = answer.sides.iter().map(|s| s.reports.len()).sum();
            let verb = if reports == 1 { "speaks" } else { "speak" };
            let rest = answer.differences.first().map(|d| format!(": {d}")).unwrap_or_default();
            format!("{} {verb} of it, none says or denies just this{rest}", count(reports, "report"))
        }
        Verdict::Supported | Verdict::Disputed | Verdict::Both => {
            let told = answer.sides.iter().filter(|s| s.stance != Stance::Mentions);
            told.enumerate().map(|(n, s)| side(s, n == 0)).collect::<Vec<_>>().join("; ")
        }
    }
}

fn side(side: &Side, first: bool) -> String {
    let n = side.reports.len();
    let count = if first { count(n, "report") } else { n.to_string() };
    let says = side.says.as_deref().unwrap_or("so");
    let verb = if n == 1 { "says" } else { "say" };
    format!("{count} {verb} {says}, {}", origins(side))
}

/// `all from KCNA`, `2 origins: A and B`, `1 to 2 origins: ...`.
fn origins(side: &Side) -> String {
    let names: Vec<&str> = side.origins.iter().map(|o| o.name.as_str()).collect();
    if side.measure == Measure::Unmeasured {
        return "origins not measured".to_owned();
    }
    let lead = if side.measure == Measure::Partial { "at least " } else { "" };
    match names[..] {
        [only] => {
            let all = if side.reports.len() > 1 { "all " } else { "" };
            format!("{all}from {only}{}", via(side, only))
        }
        _ => {
            let shown = match names.len() {
                n if n > 3 => format!("{}, {} and {} more", names[0], names[1], n - 2),
                n => format!("{} and {}", names[..n - 1].join(", "), names[n - 1]),
            };
            let count = if side.certain == side.possible {
                count(side.possible, "origin")
            } else {
                format!("{} to {} origins", side.certain, side.possible)
            };
            format!("{lead}{count}: {shown}")
        }
    }
}

/// The relay between a single report and its origin: `via AFP`.
fn via(side: &Side, origin: &str) -> String {
    let [only] = side.reports.as_slice() else { return String::new() };
    let Some(first) = side.statements.first() else { return String::new() };
    let between: Vec<&str> =
        first.chain.iter().map(String::as_str).filter(|c| *c != origin && *c != only.name).collect();
    if between.is_empty() { String::new() } else { format!(" via {}", between.join(" and ")) }
}
