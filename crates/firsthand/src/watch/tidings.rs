//! After reports were kept: what of it is to be told to whom.

use super::alert::{Alert, Event, ListedName, SCHEMA, StoryNamed};
use super::entry::digest;
use super::judge::{Finding, Touch, judge};
use super::matter::concerns;
use super::outbox::Watch;
use super::shelf::{Seen, Shelf};
use super::state::Waiting;
use firsthand_core::account::Listed;
use firsthand_core::check;
use std::collections::{BTreeMap, BTreeSet};

/// The cursor that says up to which event everything was looked at.
pub(super) const LOOKED: &str = "watches";

/// Events taken at once.
const STEP: usize = 1000;

/// Stories of which a watch remembers what it told: those with the highest numbers.
const REMEMBERED: usize = 2000;

/// Looks at what happened since the last time. Alerts go into the outboxes; they, and how far was looked, are kept in one
/// step. Gives the alerts.
pub(super) fn look(
    shelf: &mut impl Shelf,
    watches: &mut [Watch],
    looked: &mut i64,
    now: i64,
    at: &str,
) -> Result<Vec<Alert>, String> {
    let mut alerts = Vec::new();
    if watches.is_empty() {
        return Ok(alerts);
    }
    loop {
        let changes = shelf.changes(*looked, STEP)?;
        let Some(last) = changes.last().map(|c| c.id) else {
            return Ok(alerts);
        };
        let mut touched: BTreeMap<i64, Touch> = BTreeMap::new();
        for change in &changes {
            let story = match (change.report, change.story) {
                // A report may have moved since, with its story.
                (Some(report), story) => shelf.report(report)?.map(|r| r.story).or(story),
                (None, story) => story,
            };
            let Some(story) = story else {
                continue;
            };
            let touch = touched.entry(story).or_default();
            match (change.kind.as_str(), change.report) {
                ("report-new", Some(report)) => drop(touch.new.insert(report)),
                ("report-changed", Some(report)) => drop(touch.changed.insert(report)),
                _ => {}
            }
        }
        let mut changed = Vec::new();
        for (story, touch) in &touched {
            tell(shelf, watches, *story, touch, (now, at), &mut alerts)?;
        }
        for watch in watches.iter_mut() {
            while watch.state.stories.len() > REMEMBERED {
                watch.state.stories.pop_first();
            }
            changed.extend(watch.unwritten());
        }
        *looked = last;
        changed.push((LOOKED.to_owned(), last.to_string()));
        shelf.put(Vec::new(), &changed)?;
        if changes.len() < STEP {
            return Ok(alerts);
        }
    }
}

/// Tells of one story whoever watches for it.
fn tell(
    shelf: &impl Shelf,
    watches: &mut [Watch],
    story: i64,
    touch: &Touch,
    (now, at): (i64, &str),
    alerts: &mut Vec<Alert>,
) -> Result<(), String> {
    let Some(seen) = shelf.account(story)? else {
        return Ok(());
    };
    let reports: BTreeSet<i64> = touch.new.union(&touch.changed).copied().collect();
    for watch in watches.iter_mut() {
        if !concerns(&watch.matter, story, &seen, &reports, shelf)? {
            continue;
        }
        let before = watch.state.stories.get(&story);
        let (findings, told) = judge(before, &seen, touch);
        watch.changed |= before != Some(&told) || !findings.is_empty();
        watch.state.stories.insert(story, told);
        let named = StoryNamed { id: format!("s{story}"), headline: seen.account.story.headline.clone() };
        for finding in findings {
            let listed = listed(&seen, &finding);
            let alert = Alert { listed, ..made(&watch.label, &named, finding, at) };
            for target in &watch.targets {
                watch.state.outbox.push(Waiting {
                    target: target.label.clone(),
                    alert: alert.clone(),
                    tries: 0,
                    due: now,
                });
            }
            alerts.push(alert);
        }
    }
    Ok(())
}

fn made(watch: &str, story: &StoryNamed, finding: Finding, at: &str) -> Alert {
    let event: Event = finding.event;
    Alert {
        schema: SCHEMA.to_owned(),
        id: digest(&[watch, event.says(), &story.id, &finding.key]),
        event,
        says: event.says().to_owned(),
        watch: watch.to_owned(),
        story: story.clone(),
        report: finding.report,
        passages: finding.passages,
        origins: finding.origins,
        at: at.to_owned(),
        listed: Vec::new(),
    }
}

/// The links of those named in the sentences of a finding, or in the report it is of.
fn listed(seen: &Seen, finding: &Finding) -> Vec<ListedName> {
    let id = |number: &Option<i64>| number.map(|n| format!("r{n}"));
    let report = finding.report.as_ref().and_then(|r| r.id.clone());
    let at = report.and_then(|report| seen.numbers.iter().position(|n| id(n).as_ref() == Some(&report)));
    let own = at.and_then(|at| seen.account.reports.get(at)).map(|r| r.id.as_str());
    let mut out = Vec::new();
    for entity in seen.account.entities.iter().filter(|e| !e.listed.is_empty()) {
        let told = entity.forms.iter().any(|form| {
            own.is_some_and(|own| form.reports.iter().any(|r| r == own))
                || finding.passages.iter().any(|p| check::holds(&p.text, &form.text))
        });
        if told {
            let name = |entry: &Listed| ListedName { name: entity.name.clone(), entry: entry.clone() };
            out.extend(entity.listed.iter().map(name));
        }
    }
    out
}
