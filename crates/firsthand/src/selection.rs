//! Which parts of an account each section shows: the same for the terminal and for the page.

use crate::index::Index;
use firsthand_core::account::{Entity, Event, Form, Listed, Point, Speech, Statement, Status};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who speaks.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice<'a> {
    /// Who (id of an origin).
    pub speaker: &'a str,
    /// What he, she or it says.
    pub sayings: Vec<Saying<'a>>,
}

/// The same words, in one report or several.
#[derive(Debug, Clone, PartialEq)]
pub struct Saying<'a> {
    /// As the first report has them.
    pub speech: &'a Speech,
    /// The reports that have them.
    pub reports: Vec<String>,
}

impl Voice<'_> {
    /// The role the reports give, where one does.
    pub fn role(&self) -> Option<&str> {
        self.sayings.iter().find_map(|s| s.speech.role.as_deref())
    }
}

/// The disputed points, in the order of the account.
pub fn disputes<'a>(index: &Index<'a>) -> Vec<&'a Point> {
    index.account.points.iter().filter(|p| p.status == Status::Disputed).collect()
}

/// The events more than one report speaks of; all events of a story of one report.
pub fn shared<'a>(index: &Index<'a>) -> Vec<&'a Event> {
    let alone = index.account.reports.len() < 2;
    index.account.events.iter().filter(|e| alone || e.reports.len() > 1).collect()
}

/// The points that a report answered otherwise before it was edited, in the order of the account.
pub fn revised<'a>(index: &Index<'a>) -> Vec<&'a Point> {
    index.account.points.iter().filter(|p| !p.history.is_empty()).collect()
}

/// The statements with these ids, of each sentence the first.
pub fn sentences<'a>(index: &Index<'a>, ids: &[String]) -> Vec<&'a Statement> {
    let mut seen = BTreeSet::new();
    let found = ids.iter().filter_map(|id| index.statement(id));
    found
        .filter(|t| seen.insert((&*t.report, t.passage.part.as_deref(), t.passage.start, t.passage.end)))
        .collect()
}

/// Who speaks, in the order in which they first do.
pub fn voices<'a>(index: &Index<'a>) -> Vec<Voice<'a>> {
    let mut voices: Vec<Voice<'a>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for speech in &index.account.quotes {
        let place = *places.entry(&speech.speaker).or_insert(voices.len());
        if place == voices.len() {
            voices.push(Voice { speaker: &speech.speaker, sayings: Vec::new() });
        }
        let Some(voice) = voices.get_mut(place) else { continue };
        match voice.sayings.iter_mut().find(|s| alike(&s.speech.passage.text, &speech.passage.text)) {
            Some(saying) if saying.reports.contains(&speech.report) => {}
            Some(saying) => saying.reports.push(speech.report.clone()),
            None => voice.sayings.push(Saying { speech, reports: vec![speech.report.clone()] }),
        }
    }
    voices
}

/// Entities that are spelled in several ways, with the spellings; short forms of the same spelling (`Brandt` beside
/// `Ilse Brandt`) are no spellings of their own.
pub fn spellings<'a>(index: &Index<'a>) -> Vec<(&'a Entity, Vec<&'a Form>)> {
    let own = |e: &'a Entity| {
        let forms: Vec<&Form> =
            e.forms.iter().filter(|f| f.text == e.name || !is_within(&f.text, &e.name)).collect();
        (e, forms)
    };
    index.account.entities.iter().map(own).filter(|(_, forms)| forms.len() > 1).collect()
}

/// Entities that may stand on a watchlist, with each entry they may be.
pub fn listed<'a>(index: &Index<'a>) -> Vec<(&'a Entity, &'a Listed)> {
    index.account.entities.iter().flat_map(|e| e.listed.iter().map(move |link| (e, link))).collect()
}

/// Whether every word of a form stands in the name.
fn is_within(form: &str, name: &str) -> bool {
    let words: BTreeSet<String> = name.split_whitespace().map(str::to_lowercase).collect();
    form.split_whitespace().all(|word| words.contains(&word.to_lowercase()))
}

/// What was left out of the bodies: kinds and how many blocks of each, the commonest first.
pub fn residue<'a>(index: &Index<'a>) -> Vec<(&'a str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for dropped in index.account.reports.iter().flat_map(|r| &r.dropped) {
        *counts.entry(&dropped.why).or_default() += 1;
    }
    let mut kinds: Vec<(&str, usize)> = counts.into_iter().collect();
    kinds.sort_by_key(|(why, n)| (Reverse(*n), *why));
    kinds
}

/// Whether two quotations have the same letters.
fn alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    letters(one).eq_ignore_ascii_case(&letters(other))
}
