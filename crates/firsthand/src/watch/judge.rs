//! What is new in a story, compared with what was told of it. Looks at nothing but accounts.

use super::alert::{Cited, Event, OriginsThen, ReportNamed};
use super::shelf::Seen;
use super::told::{Disputed, Told};
use firsthand_core::account::{Account, Measure, Passage, Point, Report, Statement, Status};
use std::collections::BTreeSet;

/// Reports of a story that came or changed since it was last looked at (numbers in the archive).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Touch {
    pub(super) new: BTreeSet<i64>,
    pub(super) changed: BTreeSet<i64>,
}

/// One thing that is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) event: Event,
    /// What makes it the same finding when it is found again.
    pub(super) key: String,
    pub(super) report: Option<ReportNamed>,
    pub(super) passages: Vec<Cited>,
    pub(super) origins: OriginsThen,
}

/// Sentences given with one finding.
const SENTENCES: usize = 6;

/// Compares. `told` is None where the story was never looked at: then what it was before is told by its reports that
/// are not new. Gives what is new, and what will have been told.
pub(super) fn judge(told: Option<&Told>, seen: &Seen, touch: &Touch) -> (Vec<Finding>, Told) {
    let view = View { account: &seen.account, numbers: &seen.numbers, touch };
    let before = match told {
        Some(told) => told.clone(),
        None => view.before(),
    };
    let after = view.origins(|_| true);
    let origins = OriginsThen {
        before: before.origins.clone(),
        after: after.clone(),
        measure: match view.account.story.measure {
            Measure::Measured => "measured",
            Measure::Partial => "partial",
            Measure::Unmeasured => "unmeasured",
        }
        .to_owned(),
    };
    let mut found = Vec::new();
    let mut find = |event, key: String, report, passages: Vec<Cited>| {
        found.push(Finding { event, key, report, passages, origins: origins.clone() });
    };
    for (report, number) in view.among(&touch.new) {
        find(Event::ReportNew, format!("r{number}"), Some(view.named(report)), view.first(report));
    }
    for (report, number) in view.among(&touch.changed) {
        let passages = view.edits(report);
        // A page of which only the surroundings changed is no news.
        if !passages.is_empty() {
            find(Event::ReportChanged, format!("r{number}"), Some(view.named(report)), passages);
        }
    }
    let mut now = Told { origins: after.clone(), ..before.clone() };
    let confirmed = view.is_confirmed();
    if !before.second && confirmed {
        find(Event::SecondOrigin, "second".into(), None, view.of_main_event());
    }
    now.second |= confirmed;
    for point in view.disputes(|_| true) {
        let dispute = disputed(point);
        if !now.knows(&dispute) {
            let key = format!("{} {}", dispute.slot, dispute.values.join(" | "));
            find(Event::Dispute, key, None, view.sides(point));
            now.disputes.push(dispute);
        }
    }
    (found, now)
}

/// An account with what is new in it.
struct View<'a> {
    account: &'a Account,
    numbers: &'a [Option<i64>],
    touch: &'a Touch,
}

impl<'a> View<'a> {
    /// What the story was without its new reports.
    fn before(&self) -> Told {
        let origins = self.origins(|s| !self.is_new(&s.report));
        let disputes = self.disputes(|s| !self.is_new(&s.report)).into_iter().map(disputed).collect();
        Told { second: self.was_confirmed(), origins, disputes }
    }

    /// Whether several reports tell of the main event and two of the origins behind it are independent for certain. Two who are
    /// quoted in one report on two matters are no second origin of anything.
    fn is_confirmed(&self) -> bool {
        let main = self.account.events.first();
        main.is_some_and(|e| e.reports.len() >= 2 && e.support.certain >= 2)
    }

    /// Whether that was so without the new reports. Origins are told apart by their ids here: where that is too many, nothing is
    /// said, since it may have been known.
    fn was_confirmed(&self) -> bool {
        let old = || self.of_main().filter(|s| !self.is_new(&s.report));
        let reports: BTreeSet<&str> = old().map(|s| s.report.as_str()).collect();
        let origins: BTreeSet<&str> = old().filter_map(|s| s.origin.as_deref()).collect();
        self.is_confirmed() && reports.len() >= 2 && origins.len() >= 2
    }

    /// The statements of the main event.
    fn of_main(&self) -> impl Iterator<Item = &'a Statement> {
        let ids = self.account.events.first().into_iter().flat_map(|e| &e.statements);
        ids.filter_map(|id| self.statement(id))
    }

    fn is_new(&self, report: &str) -> bool {
        let at = self.account.reports.iter().position(|r| r.id == report);
        let number = at.and_then(|at| *self.numbers.get(at)?);
        number.is_some_and(|n| self.touch.new.contains(&n))
    }

    /// The reports of these numbers, in their order.
    fn among(&self, numbers: &BTreeSet<i64>) -> Vec<(&'a Report, i64)> {
        let reports = self.account.reports.iter().zip(self.numbers);
        let mut found: Vec<(&Report, i64)> =
            reports.filter_map(|(r, n)| n.filter(|n| numbers.contains(n)).map(|n| (r, n))).collect();
        found.sort_by_key(|(_, number)| *number);
        found
    }

    /// Names of the origins of statements that fit, in order. One name may stand there twice: two unnamed sources.
    fn origins(&self, fits: impl Fn(&Statement) -> bool) -> Vec<String> {
        let held: BTreeSet<&str> =
            self.account.statements.iter().filter(|s| fits(s)).filter_map(|s| s.origin.as_deref()).collect();
        let mut names: Vec<String> = self
            .account
            .origins
            .iter()
            .filter(|o| held.contains(o.id.as_str()))
            .map(|o| o.name.clone())
            .collect();
        names.sort();
        names
    }

    /// Points on which statements that fit contradict each other.
    fn disputes(&self, fits: impl Fn(&Statement) -> bool) -> Vec<&'a Point> {
        let held: BTreeSet<&str> =
            self.account.statements.iter().filter(|s| fits(s)).map(|s| s.id.as_str()).collect();
        let stands = |p: &&Point| {
            let sides = p.variants.iter().filter(|v| v.statements.iter().any(|s| held.contains(s.as_str())));
            p.status == Status::Disputed && sides.count() >= 2
        };
        self.account.points.iter().filter(stands).collect()
    }

    fn statement(&self, id: &str) -> Option<&'a Statement> {
        self.account.statements.iter().find(|s| s.id == id)
    }

    fn named(&self, report: &Report) -> ReportNamed {
        let at = self.account.reports.iter().position(|r| r.id == report.id);
        ReportNamed {
            id: at.and_then(|at| *self.numbers.get(at)?).map(|n| format!("r{n}")),
            outlet: report.outlet.clone(),
            title: report.title.clone(),
            url: report.url.clone(),
        }
    }

    fn cited(&self, statement: &Statement) -> Option<Cited> {
        let report = self.account.reports.iter().find(|r| r.id == statement.report)?;
        let origin = self.account.origins.iter().find(|o| Some(&o.id) == statement.origin.as_ref());
        let origin = origin.map(|o| o.name.clone());
        Some(Cited { origin, ..self.passage(report, &statement.passage) })
    }

    fn passage(&self, report: &Report, passage: &Passage) -> Cited {
        Cited {
            report: self.named(report),
            part: passage.part.clone(),
            start: passage.start,
            end: passage.end,
            text: passage.text.clone(),
            ..Cited::default()
        }
    }

    /// The first sentences of a report that state something.
    fn first(&self, report: &Report) -> Vec<Cited> {
        let own = self.account.statements.iter().filter(|s| s.report == report.id);
        each_once(own.filter_map(|s| self.cited(s)), SENTENCES / 2)
    }

    /// The sentences that came with the last edit of a report.
    fn edits(&self, report: &Report) -> Vec<Cited> {
        let changes = report.versions.last().map(|v| v.changes.as_slice()).unwrap_or_default();
        let cited = changes.iter().filter_map(|change| {
            let before = change.before.as_ref().map(|p| p.text.clone());
            let cited = match (&change.after, &change.before) {
                (Some(after), _) => self.passage(report, after),
                // What was taken out stands in the older version only.
                (None, Some(before)) => Cited { text: String::new(), ..self.passage(report, before) },
                (None, None) => return None,
            };
            Some(Cited { before, ..cited })
        });
        cited.take(SENTENCES).collect()
    }

    /// Sentences of the main event: one of each origin first, then more of them.
    fn of_main_event(&self) -> Vec<Cited> {
        let mut known = BTreeSet::new();
        let (mut heads, mut tails) = (Vec::new(), Vec::new());
        for statement in self.of_main().filter(|s| s.origin.is_some()) {
            let first = known.insert(&statement.origin);
            if first { heads.push(statement) } else { tails.push(statement) }
        }
        each_once(heads.into_iter().chain(tails).filter_map(|s| self.cited(s)), SENTENCES)
    }

    /// One sentence of each side of a dispute.
    fn sides(&self, point: &Point) -> Vec<Cited> {
        let first = |ids: &Vec<String>| ids.iter().find_map(|id| self.cited(self.statement(id)?));
        each_once(point.variants.iter().filter_map(|v| first(&v.statements)), SENTENCES)
    }
}

fn each_once(cited: impl Iterator<Item = Cited>, most: usize) -> Vec<Cited> {
    let mut kept: Vec<Cited> = Vec::new();
    for one in cited {
        if kept.len() < most && !kept.iter().any(|k| k.report == one.report && k.text == one.text) {
            kept.push(one);
        }
    }
    kept
}

fn disputed(point: &Point) -> Disputed {
    let mut values: Vec<String> = point.variants.iter().map(|v| v.value.clone()).collect();
    values.sort();
    Disputed { slot: point.slot.clone(), values }
}
