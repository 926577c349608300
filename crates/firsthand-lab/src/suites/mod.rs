//! The suites of time phrases of other projects: which of their cases occur in news, and which fail.

mod case;
mod news;
mod page;
mod shape;

use anyhow::{Context, Result};
use case::{Case, cases, matched, right};
use news::{Apart, News};
use serde_json::Value;
use std::path::Path;

/// The suites: file, and what the page calls it.
const SUITES: &[(&str, &str)] =
    &[("chrono", "chrono"), ("ms_datetime", "Microsoft Recognizers, DateTime"), ("duckling", "Duckling")];

/// What became of one case.
#[derive(Debug, Clone)]
struct Outcome {
    case: Case,
    /// Whether the start is right, and whether both ends are.
    right: (bool, bool),
    /// Why it is no case of news, if it is none.
    apart: Option<Apart>,
    miss: Miss,
}

/// What is wrong with a case that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Miss {
    /// Nothing is read there.
    Nothing,
    /// What is read has no day.
    NoDay,
    /// Less is read than stands there.
    Part,
    /// It is read as another day or hour.
    Other,
}

impl Miss {
    const ALL: &[Miss] = &[Miss::Nothing, Miss::NoDay, Miss::Part, Miss::Other];

    fn reason(self) -> &'static str {
        match self {
            Miss::Nothing => "nothing is read",
            Miss::NoDay => "read as a length or a reference, without a day",
            Miss::Part => "only a part of it is read",
            Miss::Other => "read as another day or hour",
        }
    }
}

/// One suite and what became of its cases.
pub(crate) struct Suite {
    /// File name without ending.
    pub(crate) file: &'static str,
    name: &'static str,
    outcomes: Vec<Outcome>,
}

impl Suite {
    /// Percent of the cases with a right start, and with both ends right: of all, or of those that occur in news.
    pub(crate) fn percent(&self, of_news: bool) -> (f64, f64) {
        let (mut total, mut start, mut both) = (0u32, 0u32, 0u32);
        for o in self.outcomes.iter().filter(|o| !of_news || o.apart.is_none()) {
            total += 1;
            start += u32::from(o.right.0);
            both += u32::from(o.right.1);
        }
        let share = |n: u32| 100.0 * f64::from(n) / f64::from(total.max(1));
        (share(start), share(both))
    }

    /// How many cases occur in news.
    pub(crate) fn of_news(&self) -> usize {
        self.outcomes.iter().filter(|o| o.apart.is_none()).count()
    }
}

/// Runs the suites under `shared`; with how many pieces of news were read for the rule.
pub(crate) fn run(shared: &Path) -> Result<(Vec<Suite>, usize)> {
    let mut suites = Vec::new();
    for (file, name) in SUITES {
        let path = shared.join(format!("data/time/{file}.jsonl.gz"));
        let mut outcomes = Vec::new();
        for line in crate::predict::text(&path)?.lines().filter(|l| !l.trim().is_empty()) {
            let record: Value = serde_json::from_str(line)?;
            let cases = cases(&record);
            let Some(first) = cases.first() else { continue };
            let times = crate::predict::times(&first.text, Some(first.told));
            // The other expressions of the record take their matches too, placed or not.
            for (case, time) in cases.iter().zip(matched(&cases, &times)) {
                let right = time.map_or((false, false), |t| right(case, t));
                let miss = match time {
                    None => Miss::Nothing,
                    Some(t) if t.low.is_none() && t.high.is_none() => Miss::NoDay,
                    Some(t) if t.span.start > case.span.0 + 5 || t.span.end + 1 < case.span.1 => Miss::Part,
                    Some(_) => Miss::Other,
                };
                outcomes.push(Outcome { case: case.clone(), right, apart: None, miss });
            }
        }
        suites.push(Suite { file, name, outcomes });
    }
    let all: Vec<&Case> = suites.iter().flat_map(|s| s.outcomes.iter().map(|o| &o.case)).collect();
    let news = News::read(shared, &all)?;
    for outcome in suites.iter_mut().flat_map(|s| &mut s.outcomes) {
        outcome.apart = news.apart(&outcome.case);
    }
    Ok((suites, news.pieces))
}

/// Runs the suites and writes the page that lists every case that fails.
pub(crate) fn write(shared: &Path, out: &Path) -> Result<()> {
    let (suites, pieces) = run(shared)?;
    std::fs::write(out, page::page(&suites, pieces))
        .with_context(|| format!("cannot write {}", out.display()))?;
    for s in &suites {
        let ((start, both), (all, _)) = (s.percent(true), s.percent(false));
        println!(
            "{}: {} of {} cases occur in news; start right {start:.1} %, both ends {both:.1} %; of all {all:.1} %",
            s.file,
            s.of_news(),
            s.outcomes.len()
        );
    }
    Ok(())
}
