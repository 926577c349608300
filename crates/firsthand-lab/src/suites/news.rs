//! Which cases of a suite occur in news: a written rule (docs/time-suites.md), applied to all alike.

use super::case::Case;
use super::shape::{bare, form, of_calendar, pieces};
use anyhow::Result;
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// How often the form must stand in the news texts.
pub(super) const OFTEN: u32 = 3;

/// Forms longer than this are taken as not of news without counting.
const LONGEST: usize = 12;

/// Why a case is not one of news.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Apart {
    /// Its form stands fewer than [`OFTEN`] times in the news texts, or has nothing of a calendar.
    Form,
    /// News annotators mark most expressions of its form as lengths or references, or not at all.
    NoDay,
    /// The answer counts hours or days from the clock of the one who asks.
    Reader,
    /// It bounds a stretch that has no agreed bounds: a part of the day, a stage, a season.
    Bounds,
    /// The answer lies ahead, though nothing in the text looks ahead.
    Ahead,
}

impl Apart {
    pub(super) const ALL: &[Apart] = &[Apart::Form, Apart::NoDay, Apart::Reader, Apart::Bounds, Apart::Ahead];

    /// What the page says of it.
    pub(super) fn reason(self) -> &'static str {
        match self {
            Apart::Form => "form: hardly stands in news",
            Apart::NoDay => "no day: in news mostly a length of time, a reference or no time at all",
            Apart::Reader => "reader's clock: counted from the minute or day of the question",
            Apart::Bounds => {
                "bounds: hours of a part of the day, stages and seasons, which every suite bounds in its own way"
            }
            Apart::Ahead => "ahead: the next one of its name, where news means the last",
        }
    }
}

/// What news texts say of forms.
pub(super) struct News {
    /// How often each form stands in them.
    counts: HashMap<Vec<String>, u32>,
    /// How often the annotators of TimeBank and AQUAINT placed an expression of the (bare) form, and how often not.
    placed: HashMap<Vec<String>, (u32, u32)>,
    /// Pieces read.
    pub(super) pieces: usize,
}

/// The news texts under `shared`, and whether they are annotated.
fn texts(shared: &Path) -> Result<Vec<(PathBuf, bool)>> {
    let data = shared.join("data");
    let mut out: Vec<(PathBuf, bool)> = std::fs::read_dir(data.join("stories"))?
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(|p| p.to_string_lossy().ends_with(".jsonl.gz"))
        .map(|p| (p, false))
        .collect();
    out.extend(["polnear_dev", "polnear_train"].map(|n| (data.join(format!("quotes/{n}.jsonl.gz")), false)));
    out.push((data.join("time/wikiwars.jsonl.gz"), false));
    out.extend(["timebank", "aquaint"].map(|n| (data.join(format!("time/{n}.jsonl.gz")), true)));
    out.sort();
    Ok(out.into_iter().filter(|(p, _)| p.is_file()).collect())
}

impl News {
    /// Counts the forms of the cases in the news texts.
    pub(super) fn read(shared: &Path, cases: &[&Case]) -> Result<News> {
        let forms: HashSet<Vec<String>> =
            cases.iter().map(|c| form(c.words())).filter(|f| !f.is_empty()).collect();
        let bares: HashSet<Vec<String>> =
            forms.iter().map(|f| bare(f).to_vec()).filter(|f| !f.is_empty()).collect();
        let heads: HashSet<&String> = forms.iter().chain(&bares).filter_map(|f| f.first()).collect();
        let mut news = News { counts: HashMap::new(), placed: HashMap::new(), pieces: 0 };
        for (path, annotated) in texts(shared)? {
            for line in crate::predict::text(&path)?.lines().filter(|l| !l.trim().is_empty()) {
                let record: Value = serde_json::from_str(line)?;
                if record["lang"].as_str().is_some_and(|l| l != "en") {
                    continue;
                }
                let text = record["text"].as_str().unwrap_or("");
                let title = if annotated { "" } else { record["title"].as_str().unwrap_or("") };
                let marks = if annotated { marks(&record, text) } else { Vec::new() };
                for part in [title, text] {
                    let cut = pieces(part);
                    news.pieces += cut.len();
                    let words: Vec<String> = cut.iter().map(|p| p.form.clone()).collect();
                    for i in (0..words.len()).filter(|i| heads.contains(&words[*i])) {
                        for n in 1..=LONGEST.min(words.len() - i) {
                            let window = &words[i..i + n];
                            if forms.contains(window) {
                                *news.counts.entry(window.to_vec()).or_default() += 1;
                            }
                            if annotated && bares.contains(window) {
                                news.weigh(window, (cut[i].start, cut[i + n - 1].end), &marks);
                            }
                        }
                    }
                }
            }
        }
        Ok(news)
    }

    /// Counts one place of a bare form in an annotated text; one inside a longer expression says nothing.
    fn weigh(
        &mut self,
        window: &[String],
        (start, end): (usize, usize),
        marks: &[(usize, usize, bool, usize)],
    ) {
        let mark = marks.iter().find(|m| m.0 < end && start < m.1);
        if mark.is_some_and(|m| m.3 > window.len()) {
            return;
        }
        let counts = self.placed.entry(window.to_vec()).or_default();
        match mark {
            Some((_, _, true, _)) => counts.0 += 1,
            _ => counts.1 += 1,
        }
    }

    /// Why the case is none of news; None where it is one.
    pub(super) fn apart(&self, case: &Case) -> Option<Apart> {
        let form = form(case.words());
        let has = |words: &[&str]| form.iter().any(|w| words.contains(&w.as_str()));
        if !of_calendar(&form) || self.counts.get(&form).is_none_or(|n| *n < OFTEN) {
            return Some(Apart::Form);
        }
        if self.placed.get(bare(&form)).is_some_and(|(yes, no)| yes + no >= OFTEN && yes < no) {
            return Some(Apart::NoDay);
        }
        let clock = has(&[":", "AM", "noon", "midnight", "clock"]);
        let vague = has(&["PART", "tonight", "midday"]) && !clock
            || has(&["early", "late", "later", "earlier", "mid", "middle", "end", "beginning", "start"]);
        let own_season =
            has(&["SEASON"]) && case.answers.iter().all(|a| a.low.is_some_and(|(t, _)| t.day() != 1));
        if vague || own_season {
            return Some(Apart::Bounds);
        }
        let hour = |a: &super::case::Answer| {
            a.low.is_some_and(|(t, day)| !day && t.time() != jiff::civil::Time::midnight())
        };
        if !clock && case.answers.iter().all(hour) || self.counted(case, &form) {
            return Some(Apart::Reader);
        }
        let picked = has(&[
            "last",
            "next",
            "this",
            "past",
            "previous",
            "following",
            "coming",
            "upcoming",
            "TODAY",
            "ago",
            "later",
            "from",
            "after",
            "now",
            "hence",
            "in",
            "current",
            "that",
            "same",
            "YEAR",
        ]);
        let ahead = case.answers.iter().all(|a| a.low.is_some_and(|(t, _)| t.date() > case.told));
        if !picked && ahead && !looks_ahead(&case.text) {
            return Some(Apart::Ahead);
        }
        None
    }

    /// Whether words that count in weeks, months or years are answered to the day.
    fn counted(&self, case: &Case, form: &[String]) -> bool {
        if !form.iter().any(|w| w == "UNIT" || w == "UNITS")
            || form.iter().any(|w| matches!(w.as_str(), "WEEKDAY" | "MONTH" | "TODAY"))
        {
            return false;
        }
        let words = case.words().to_ascii_lowercase();
        let unit = ["week", "month", "quarter", "year", "decade"].into_iter().find(|u| words.contains(u));
        let Some(unit) = unit else { return false };
        !case.answers.iter().filter_map(|a| a.low).any(|(t, _)| match unit {
            "week" => matches!(t.date().weekday().to_monday_zero_offset(), 0 | 6),
            "month" => t.day() == 1,
            "quarter" => t.day() == 1 && t.month() % 3 == 1,
            "year" => t.day() == 1 && t.month() == 1,
            _ => t.day() == 1 && t.month() == 1 && t.year() % 10 == 0,
        })
    }
}

/// Whether a verb of the text, or an order, looks ahead.
fn looks_ahead(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.contains("going to")
        || pieces(&lower).iter().any(|p| {
            matches!(p.form.as_str(), "will" | "ll" | "shall" | "upcoming" | "schedule" | "please" | "next")
        })
}

/// The TIMEX3 marks of a record: start, end (bytes), whether placed, and how many pieces without their lead.
fn marks(record: &Value, text: &str) -> Vec<(usize, usize, bool, usize)> {
    let at: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let place = |v: &Value| at.get(usize::try_from(v.as_u64()?).ok()?).copied();
    let all = record["timex"].as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter()
        .filter_map(|t| {
            let form = form(t["text"].as_str().unwrap_or(""));
            Some((place(&t["start"])?, place(&t["end"])?, t.get("lo").is_some(), bare(&form).len()))
        })
        .collect()
}
