//! What do the reports say of a claim?
//!
//! In: a [`Claim`], read like a sentence of a report, and accounts. Out: an [`Answer`]: which statements support it,
//! contradict it or only speak of it, with their sentences, reports and origins, and what differs, in words. There is no
//! likelihood of truth in it.

mod age;
mod amount;
mod apart;
mod being;
mod claim;
mod clock;
mod counted;
mod counts;
mod days;
mod deed;
mod denial;
mod ends;
mod finding;
mod ground;
mod happening;
mod judge;
mod language;
mod listed;
mod meant;
mod opposite;
mod reading;
mod roles;
mod score;
mod settle;
mod shape;
mod side;
mod stands;
mod told;
mod touch;
mod when;
mod whom;
mod word;

pub use claim::claim;
pub use listed::holds;
pub use shape::*;

use crate::account::{Account, Measure};
use ground::Ground;
use meant::Meant;
use side::Found;

/// Accounts, laid out once for any number of claims.
pub struct Record<'a> {
    grounds: Vec<Ground<'a>>,
}

/// Answers a claim from accounts. The order of the accounts does not matter.
pub fn check(claim: &Claim, accounts: &[Account]) -> Answer {
    Record::new(accounts).check(claim)
}

impl<'a> Record<'a> {
    /// Lays the accounts out.
    pub fn new(accounts: impl IntoIterator<Item = &'a Account>) -> Record<'a> {
        let mut all: Vec<&Account> = accounts.into_iter().collect();
        let place = |a: &Account| {
            (
                a.story.first_published.clone(),
                a.story.id.clone(),
                a.reports.first().map(|r| r.location.clone()),
            )
        };
        all.sort_by_cached_key(|a| place(a));
        Record { grounds: all.into_iter().map(Ground::new).collect() }
    }

    /// Answers a claim.
    pub fn check(&self, claim: &Claim) -> Answer {
        let mut answer = Answer {
            schema: SCHEMA.to_owned(),
            claim: claim.clone(),
            verdict: Verdict::NotMeasured,
            finding: String::new(),
            sides: Vec::new(),
            differences: Vec::new(),
            unmeasured: self.unmeasured(claim),
            notes: notes(claim),
            stories: self.grounds.len(),
            reports: self.grounds.iter().map(|g| g.account.reports.len()).sum(),
            listed: Vec::new(),
        };
        if answer.unmeasured.is_none() {
            let mut found = self.found(claim);
            settle::settle(&mut found, claim.names.is_empty() && claim.words.is_empty());
            answer.sides = side::sides(found, &self.grounds);
            answer.verdict = side::verdict(&answer.sides);
            answer.differences = side::differences(&answer.sides);
        }
        answer.finding = finding::finding(&answer);
        answer.listed = listed::listed(&answer, self.grounds.iter().map(|g| g.account));
        answer
    }

    fn unmeasured(&self, claim: &Claim) -> Option<String> {
        if let Some(why) = &claim.unmeasured {
            return Some(why.clone());
        }
        let reports: usize = self.grounds.iter().map(|g| g.account.reports.len()).sum();
        let none = self.grounds.iter().all(|g| g.account.story.measure == Measure::Unmeasured);
        (reports > 0 && none).then(|| "none of the reports could be measured".to_owned())
    }

    /// Of each sentence that speaks of it, the statement that tells most.
    fn found(&self, claim: &Claim) -> Vec<Found<'a>> {
        let mut out = Vec::new();
        for (n, ground) in self.grounds.iter().enumerate() {
            let meant = Meant::new(claim, ground);
            for line in &ground.lines {
                let judged =
                    line.statements.iter().filter_map(|s| Some((*s, judge::judge(&meant, ground, line, s)?)));
                let best = judged
                    .min_by(|(_, a), (_, b)| a.stance.cmp(&b.stance).then(b.weight.total_cmp(&a.weight)));
                out.extend(best.map(|(statement, judged)| Found { ground: n, statement, judged }));
            }
        }
        out
    }
}

/// What could not be done with a claim.
fn notes(claim: &Claim) -> Vec<String> {
    let mut out = Vec::new();
    for day in claim.dates.iter().filter(|d| d.value.is_none() && d.weekday.is_none()) {
        out.push(format!("“{}” is not placed: the day from which it counts is not given", day.text));
    }
    if claim.sentences > 1 {
        out.push(format!(
            "the claim has {} sentences; it is clearer to check each by itself",
            claim.sentences
        ));
    }
    out
}
