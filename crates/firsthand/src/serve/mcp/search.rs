//! `search_statements`

use super::super::problem::Problem;
use super::super::query;
use super::ledger::Ledger;
use super::shape::{State, count};
use super::speech::{StatementTold, told};
use super::tool::Ask;
use firsthand_core::account::Statement;
use firsthand_store::{Hit, Reader};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Reports looked at for one answer, unless told, and at most.
const USUAL: usize = 10;
const MOST: usize = 20;
/// Statements of one report.
const EACH: usize = 5;

/// Searches statements.
pub(super) struct SearchStatements;

/// What is searched for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// Words that the report holds, all of them.
    words: String,
    /// Only statements of this speaker: a part of the name.
    speaker: Option<String>,
    /// Only reports of this outlet, spelled as in the archive.
    outlet: Option<String>,
    /// Published this day or later, such as 2025-03-12.
    since: Option<String>,
    /// Published this day or earlier.
    until: Option<String>,
    /// `next` of the answer before, to go on.
    after: Option<String>,
    /// How many reports to look at, 1 to 20 [default: 10].
    limit: Option<usize>,
}

/// What was found.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Answer {
    /// Whether all reports with the words were looked at.
    state: State,
    /// Why.
    why: String,
    /// How many reports were looked at.
    reports_looked_at: usize,
    /// Statements whose sentences have the words, report by report; where no sentence of a report has them all, those with
    /// most of them.
    statements: Vec<StatementTold>,
    /// Statements of these reports that have the words and are not shown.
    left_out: usize,
    /// What `after` must be for the next reports; null at the end.
    next: Option<String>,
}

impl Ask for SearchStatements {
    const NAME: &'static str = "search_statements";
    const TITLE: &'static str = "Search statements";
    const ABOUT: &'static str = "Finds sentences by their words, the newest reports first, and says whose word each is, in which story it \
        stands and from which origin. Can be narrowed to a speaker, an outlet or days. For a list of events take find_stories.";
    type Question = Question;
    type Answer = Answer;

    fn answer(reader: &Reader, question: &Question) -> Result<Answer, Problem> {
        let asked = query::Words {
            q: Some(question.words.trim().to_owned()),
            about: None,
            outlet: question.outlet.clone(),
            since: question.since.clone(),
            until: question.until.clone(),
            ranked: None,
            after: question.after.clone(),
            limit: Some(query::within("limit", question.limit, USUAL, MOST)?),
        };
        let (search, paging) = asked.search()?;
        let listing = query::found(reader, &search, &paging)?;
        let wanted = Wanted {
            words: words(&search.words),
            speaker: question.speaker.as_ref().map(|s| s.to_lowercase()),
        };
        let mut gathered = Gathered::default();
        for (story, reports) in by_story(&listing.items) {
            gathered.take(reader, story, &reports, &wanted)?;
        }
        let (state, why) = gathered.state(listing.next.is_some());
        Ok(Answer {
            state,
            why: why.into(),
            reports_looked_at: listing.items.len(),
            statements: gathered.statements,
            left_out: gathered.left_out,
            next: listing.next,
        })
    }

    fn line(answer: &Answer) -> String {
        format!(
            "{} in {}, {} left out; {}",
            count(answer.statements.len(), "statement", "statements"),
            count(answer.reports_looked_at, "report", "reports"),
            answer.left_out,
            answer.why,
        )
    }
}

/// Which statements are wanted.
struct Wanted {
    words: BTreeSet<String>,
    speaker: Option<String>,
}

/// What was found so far.
#[derive(Default)]
struct Gathered {
    statements: Vec<StatementTold>,
    left_out: usize,
    /// Reports without an account or without a statement.
    mute: usize,
    heard: usize,
}

impl Gathered {
    /// Takes the statements of some reports of one story.
    fn take(
        &mut self,
        reader: &Reader,
        story: i64,
        reports: &[String],
        wanted: &Wanted,
    ) -> Result<(), Problem> {
        let Some(account) = reader.account(story)? else {
            self.mute += reports.len();
            return Ok(());
        };
        let ledger = Ledger::of(account);
        for report in reports {
            let within = ledger.within(report).map(str::to_owned);
            let own: Vec<&Statement> =
                ledger.account.statements.iter().filter(|t| Some(&t.report) == within.as_ref()).collect();
            if own.is_empty() {
                self.mute += 1;
                continue;
            }
            self.heard += 1;
            let best = wanted.best(&ledger, own);
            self.left_out += best.len().saturating_sub(EACH);
            self.statements.extend(best.into_iter().take(EACH).map(|statement| told(&ledger, statement)));
        }
        Ok(())
    }

    fn state(&self, more: bool) -> (State, &'static str) {
        match (self.heard, self.mute, more) {
            (0, 0, _) => (State::Measured, "no report of the archive has all these words"),
            (0, ..) => {
                (State::Unmeasured, "reports have the words, but no statement could be taken from them")
            }
            (_, 0, false) => (State::Measured, "every report with the words was looked at"),
            (_, 0, true) => (State::Partial, "more reports have the words: go on with next"),
            _ => (State::Partial, "from some reports with the words no statement could be taken"),
        }
    }
}

impl Wanted {
    /// The statements whose sentences have the words; all of them, or else as many as any has.
    fn best<'a>(&self, ledger: &Ledger, statements: Vec<&'a Statement>) -> Vec<&'a Statement> {
        let spoken = statements.into_iter().filter(|statement| self.is_spoken(ledger, statement));
        let weighed: Vec<(usize, &Statement)> = spoken
            .map(|statement| (self.words.intersection(&words(&statement.passage.text)).count(), statement))
            .collect();
        let most = weighed.iter().map(|(weight, _)| *weight).max().unwrap_or_default();
        let mut seen = BTreeSet::new();
        weighed
            .into_iter()
            .filter(|(weight, _)| most > 0 && *weight == most)
            // Several statements may stand in one sentence: the sentence is shown once for each speaker.
            .filter(|(_, t)| seen.insert((t.passage.start, t.attribution.last().map(|a| a.source.clone()))))
            .map(|(_, statement)| statement)
            .collect()
    }
    fn is_spoken(&self, ledger: &Ledger, statement: &Statement) -> bool {
        let Some(speaker) = &self.speaker else { return true };
        statement.attribution.iter().any(|a| ledger.name(&a.source).to_lowercase().contains(speaker.trim()))
    }
}

/// The words of a text, in lower case.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The hits by story, stories in the order of their first hit.
fn by_story(hits: &[Hit]) -> Vec<(i64, Vec<String>)> {
    let mut order = Vec::new();
    let mut reports: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for hit in hits {
        let of = reports.entry(hit.report.story).or_default();
        if of.is_empty() {
            order.push(hit.report.story);
        }
        of.push(format!("r{}", hit.report.id));
    }
    order.into_iter().map(|story| (story, reports.remove(&story).unwrap_or_default())).collect()
}
