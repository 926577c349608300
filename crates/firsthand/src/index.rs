//! An account with its ids resolved: what the sections of the terminal and of the page look things up in.

use crate::wording::{self, clean};
use firsthand_core::account::{
    Account, Edge, Entity, Event, Origin, Passage, Point, Report, Statement, Support,
};
use std::collections::BTreeMap;

/// How many names a list of reports or origins shows before it says `and 3 more`.
const NAMES: usize = 5;

/// An account and the way from every id to what it stands for.
#[derive(Debug)]
pub struct Index<'a> {
    /// The account.
    pub account: &'a Account,
    reports: BTreeMap<&'a str, &'a Report>,
    labels: BTreeMap<&'a str, String>,
    origins: BTreeMap<&'a str, &'a Origin>,
    entities: BTreeMap<&'a str, &'a Entity>,
    statements: BTreeMap<&'a str, &'a Statement>,
    events: BTreeMap<&'a str, &'a Event>,
    points: BTreeMap<&'a str, &'a Point>,
    edges: BTreeMap<&'a str, &'a Edge>,
}

impl<'a> Index<'a> {
    /// Prepares an account.
    pub fn new(account: &'a Account) -> Index<'a> {
        Index {
            account,
            reports: account.reports.iter().map(|r| (&*r.id, r)).collect(),
            labels: labels(&account.reports),
            origins: account.origins.iter().map(|o| (&*o.id, o)).collect(),
            entities: account.entities.iter().map(|e| (&*e.id, e)).collect(),
            statements: account.statements.iter().map(|t| (&*t.id, t)).collect(),
            events: account.events.iter().map(|v| (&*v.id, v)).collect(),
            points: account.points.iter().map(|p| (&*p.id, p)).collect(),
            edges: account.lineage.iter().map(|l| (&*l.id, l)).collect(),
        }
    }
    /// The report with this id.
    pub fn report(&self, id: &str) -> Option<&'a Report> {
        self.reports.get(id).copied()
    }
    /// The origin with this id.
    pub fn origin(&self, id: &str) -> Option<&'a Origin> {
        self.origins.get(id).copied()
    }
    /// The entity with this id.
    pub fn entity(&self, id: &str) -> Option<&'a Entity> {
        self.entities.get(id).copied()
    }
    /// The statement with this id.
    pub fn statement(&self, id: &str) -> Option<&'a Statement> {
        self.statements.get(id).copied()
    }
    /// The event with this id.
    pub fn event(&self, id: &str) -> Option<&'a Event> {
        self.events.get(id).copied()
    }
    /// The point with this id.
    pub fn point(&self, id: &str) -> Option<&'a Point> {
        self.points.get(id).copied()
    }
    /// The step of the lineage with this id.
    pub fn edge(&self, id: &str) -> Option<&'a Edge> {
        self.edges.get(id).copied()
    }
    /// The points of an event, in the order of the account.
    pub fn points_of<'s>(&'s self, event: &'s str) -> impl Iterator<Item = &'a Point> + 's {
        self.account.points.iter().filter(move |p| p.event.as_deref() == Some(event))
    }
    /// What to call a report or an origin: its outlet, its name; the id where nothing is known of it.
    pub fn name(&self, id: &str) -> String {
        match (self.labels.get(id), self.origins.get(id)) {
            (Some(label), _) => label.clone(),
            (None, Some(origin)) => clean(&origin.name).into_owned(),
            (None, None) => clean(id).into_owned(),
        }
    }
    /// The names of reports or origins as a list for a sentence.
    pub fn names(&self, ids: &[String]) -> String {
        let names: Vec<String> = ids.iter().map(|id| self.name(id)).collect();
        wording::list(&names, NAMES)
    }
    /// `3 reports, 1 to 2 origins`; only the reports where no origin was counted.
    pub fn counts(&self, reports: &[String], support: &Support) -> String {
        let reports = wording::count(reports.len(), "report");
        if support.possible == 0 { reports } else { format!("{reports}, {}", wording::origins(support)) }
    }
    /// Whose word a statement is, nearest to the reader first: `Evening Strand ← Calder Radio ← Meridian`.
    pub fn chain(&self, statement: &Statement) -> String {
        let mut names = vec![self.name(&statement.report)];
        for step in &statement.attribution {
            let name = self.name(&step.source);
            if names.last() != Some(&name) {
                names.push(name);
            }
        }
        names.join(" ← ")
    }
    /// The statement with the shortest sentence around a passage.
    pub fn enclosing(&self, report: &str, passage: &Passage) -> Option<&'a Statement> {
        self.account
            .statements
            .iter()
            .filter(|t| t.report == report && t.passage.part == passage.part)
            .filter(|t| t.passage.start <= passage.start && passage.end <= t.passage.end)
            .min_by_key(|t| t.passage.end - t.passage.start)
    }
    /// The sentence a passage stands in: the text before it, the passage, the text after it.
    ///
    /// Sentences are known where a statement was taken from them; otherwise it is the paragraph, cut short.
    pub fn sentence(&self, report: &str, passage: &Passage) -> (String, String, String) {
        let bare = (String::new(), passage.text.clone(), String::new());
        let Some(found) = self.report(report) else { return bare };
        let in_title = passage.part.as_deref() == Some("title");
        let text = if in_title { found.title.as_deref().unwrap_or_default() } else { &found.body };
        let Some((start, end)) = bytes(text, passage) else { return bare };
        let around = self.enclosing(report, passage).and_then(|t| bytes(text, &t.passage));
        let (from, to) = around.unwrap_or_else(|| paragraph(text, start, end));
        let part = |a: usize, b: usize| text.get(a..b).unwrap_or_default().to_owned();
        (part(from, start), part(start, end), part(end, to))
    }
}

/// The bytes of a passage in the text it counts in; None where it does not fit.
fn bytes(text: &str, passage: &Passage) -> Option<(usize, usize)> {
    let mut starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let start = starts.nth(passage.start)?;
    if passage.end <= passage.start {
        return Some((start, start));
    }
    let end = starts.nth(passage.end - passage.start - 1)?;
    Some((start, end))
}

/// The lines around a place, up to the blank line or line end before and after it.
fn paragraph(text: &str, start: usize, end: usize) -> (usize, usize) {
    let from = text.get(..start).and_then(|t| t.rfind('\n')).map_or(0, |at| at + 1);
    let to = text.get(end..).and_then(|t| t.find('\n')).map_or(text.len(), |at| end + at);
    (from, to)
}

/// A short name for every report, no two alike: the outlet, or the end of the location.
fn labels(reports: &[Report]) -> BTreeMap<&str, String> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let plain: Vec<String> = reports.iter().map(label).collect();
    for name in &plain {
        *times.entry(name.clone()).or_default() += 1;
    }
    let unique = |(report, name): (&Report, String)| {
        if times.get(&name) == Some(&1) { name } else { format!("{name} ({})", clean(&report.id)) }
    };
    reports.iter().zip(plain).map(|(r, name)| (&*r.id, unique((r, name)))).collect()
}

fn label(report: &Report) -> String {
    if let Some(outlet) = report.outlet.as_deref().map(clean).filter(|o| !o.is_empty()) {
        return outlet.into_owned();
    }
    let end = report.location.rsplit(['/', '\\']).find(|part| !part.is_empty());
    match end {
        Some("-") => "standard input".into(),
        Some(end) => clean(end).into_owned(),
        None => clean(&report.id).into_owned(),
    }
}
