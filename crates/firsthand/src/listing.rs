//! Stories as they are listed, whether of files or of an archive: the same fields, so that who reads one reads the other.

use crate::index::Index;
use firsthand_core::account::{Account, Status};
use firsthand_core::story::Story;
use firsthand_core::version::Versions;
use firsthand_store::{Kept, Kin, Reason, ReportRow, StoryLine};
use firsthand_text::language::Annotated;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A story in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// Its number: s12 is 12.
    pub id: i64,
    /// Title of the most central report, or of the first where no account is kept.
    pub headline: String,
    /// How many reports.
    pub reports: usize,
    /// Their outlets, by name, no one twice.
    pub outlets: Vec<String>,
    /// First day of publication.
    pub first: Option<String>,
    /// Last day of publication.
    pub last: Option<String>,
    /// When it last changed (RFC 3339), in an archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<String>,
    /// The revision in which it last changed, in an archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// What its account says; None in an archive where none is kept that is still true.
    pub kept: Option<Kept>,
    /// Stories that belong to it and are not one with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Kin>,
    /// Who of it may be on a list, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub listed: Vec<String>,
    /// Why its reports are together, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joins: Option<Vec<Joined>>,
    /// How an archive came to have it so: merges and splits, each with its reason, where that was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<String>,
}

/// Why one report is in its story.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Joined {
    /// The report.
    pub report: Named,
    /// The report of the story it is nearest to; None for the one the story begins with, and where a person decided.
    pub nearest: Option<Named>,
    /// How near, 0 to 1.
    pub score: Option<f64>,
    /// What the two share, in words: names, words, days.
    pub shares: Vec<String>,
    /// Whether a person put it there.
    pub by_hand: bool,
}

/// A report by its number and by what to call it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Named {
    /// `r3`.
    pub id: String,
    /// Its outlet; the end of its location where that is not known.
    pub name: String,
    /// The name under which its page was given.
    pub location: String,
}

impl Line {
    /// The line of an account; with the reasons of its story where they are wanted.
    pub fn of(account: &Account, number: i64, why: Option<&Story>) -> Line {
        let index = Index::new(account);
        let outlets: BTreeSet<String> = account.reports.iter().filter_map(|r| r.outlet.clone()).collect();
        let story = &account.story;
        Line {
            id: number,
            headline: story.headline.clone(),
            reports: story.reports,
            outlets: outlets.into_iter().collect(),
            first: story.first_published.as_deref().map(day),
            last: story.last_published.as_deref().map(day),
            changed: None,
            version: None,
            kept: Some(Kept {
                origins: story.origins,
                measure: story.measure,
                disputed: account.points.iter().filter(|p| p.status == Status::Disputed).count(),
                finding: story.finding.clone(),
            }),
            related: Vec::new(),
            listed: account
                .entities
                .iter()
                .filter(|e| !e.listed.is_empty())
                .map(|e| e.name.clone())
                .collect(),
            joins: why.map(|story| joins(story, &index)),
            turns: Vec::new(),
        }
    }

    /// With the reasons an archive has for it.
    #[must_use]
    pub fn because(mut self, reasons: Vec<Reason>, reports: &[ReportRow], turns: Vec<String>) -> Line {
        let rows: BTreeMap<i64, &ReportRow> = reports.iter().map(|r| (r.first, r)).collect();
        let named = |id: i64| match rows.get(&id) {
            Some(row) => Named {
                id: format!("r{id}"),
                name: row.outlet.clone().unwrap_or_else(|| end(&row.location)),
                location: row.location.clone(),
            },
            // It is in another story now.
            None => Named { id: format!("r{id}"), name: String::new(), location: String::new() },
        };
        let joined = |r: Reason| Joined {
            report: named(r.report),
            nearest: r.nearest.map(named),
            score: r.score,
            shares: r.shares,
            by_hand: r.by_hand,
        };
        self.joins = Some(reasons.into_iter().map(joined).collect());
        self.turns = turns;
        self
    }
}

impl From<StoryLine> for Line {
    fn from(line: StoryLine) -> Line {
        Line {
            id: line.id,
            headline: line.headline,
            reports: line.reports,
            outlets: line.outlets,
            first: line.first,
            last: line.last,
            changed: Some(line.changed),
            version: Some(line.version),
            kept: line.kept,
            related: line.related,
            listed: Vec::new(),
            joins: None,
            turns: Vec::new(),
        }
    }
}

/// The joins of a story, after the report it begins with.
fn joins(story: &Story, index: &Index<'_>) -> Vec<Joined> {
    let places: BTreeMap<usize, usize> = story.reports.iter().enumerate().map(|(n, r)| (*r, n)).collect();
    let named = |report: &usize| {
        let found = places.get(report).and_then(|&n| index.account.reports.get(n));
        found.map(|r| Named { id: r.id.clone(), name: index.name(&r.id), location: r.location.clone() })
    };
    let bare = |report| Joined { report, nearest: None, score: None, shares: Vec::new(), by_hand: false };
    let seeds = story.reports.iter().filter(|r| story.joins.iter().all(|j| j.report != **r));
    let mut out: Vec<Joined> = seeds.filter_map(|r| named(r).map(bare)).collect();
    for join in &story.joins {
        let Some(report) = named(&join.report) else { continue };
        out.push(Joined {
            nearest: named(&join.nearest),
            score: Some(join.score),
            shares: join.shares.clone(),
            ..bare(report)
        });
    }
    out
}

/// The story of one affair with this one, of those that were read together.
pub fn related(story: &Story, versions: &Versions) -> Option<Kin> {
    let kin = story.related?;
    let (ours, theirs) = (versions.reports.get(kin.report)?, versions.reports.get(kin.nearest)?);
    let name = |r: &Annotated| r.report.outlet.clone().unwrap_or_else(|| end(&r.report.location));
    let reason = format!(
        "{} here and {} there are much alike ({:.2}), but not of one happening",
        name(ours),
        name(theirs),
        kin.score
    );
    let headline = theirs.report.title().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Kin { story: kin.story as i64 + 1, headline, reason })
}

/// The day of a date that may have a time of day; a month or a year as it is.
fn day(date: &str) -> String {
    date.get(..10).unwrap_or(date).to_owned()
}

fn end(location: &str) -> String {
    location.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(location).to_owned()
}
