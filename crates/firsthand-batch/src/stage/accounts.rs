//! Lineage and account of each story, made as `firsthand read` makes them.

use super::columns::{joined, small};
use crate::id::Id;
use crate::rows::{Filed, Joined, Raw};
use crate::tables::{Answer, Step, Summary};
use crate::work::Desk;
use anyhow::{Context, Result};
use firsthand_core::account::{Account, Measure, Status, account};
use firsthand_core::story::{self, Join, Story};
use firsthand_core::version::Versions;
use firsthand_text::language::{Annotated, Models, outline};
use firsthand_text::report;
use std::collections::BTreeMap;

/// Accounts for the stories of one bucket.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let bucket = desk.bucket()?;
    let models = Models::built_in();
    let mut members: BTreeMap<Id, Vec<Joined>> = BTreeMap::new();
    for row in desk.rows::<Joined>("stitch", "joined", bucket)? {
        members.entry(row.story).or_default().push(row);
    }
    let mut pages: BTreeMap<Id, Vec<(Filed, Raw)>> = BTreeMap::new();
    for row in desk.rows::<(Filed, Raw)>("fetch", "filed", bucket)? {
        pages.entry(row.0.story).or_default().push(row);
    }
    let mut lines = desk.lines("accounts")?;
    let (mut steps, mut answers) = (desk.table::<Step>("lineage")?, desk.table::<Answer>("points")?);
    let mut summaries = desk.table::<Summary>("summaries")?;
    for (id, members) in members {
        let pages = pages.remove(&id).unwrap_or_default();
        desk.count("accounts", 1);
        desk.count("compared", members.len());
        crate::progress::METER.record(members.len() as u64);
        let (account, ids) = made(id, &members, pages, &models)?;
        lines.add(&serde_json::to_string(&account)?)?;
        rows(&account, id, &ids, |row| steps.add(0, row), |row| answers.add(0, row))?;
        summaries.add(0, summary(&account, id, &members))?;
    }
    desk.keep(lines.close()?);
    desk.keep(steps.close()?);
    desk.keep(answers.close()?);
    desk.keep(summaries.close()?);
    Ok(())
}

/// The account of a story, and the number of each of its reports.
fn made(id: Id, members: &[Joined], pages: Vec<(Filed, Raw)>, models: &Models) -> Result<(Account, Vec<Id>)> {
    let mut chains: BTreeMap<Id, Vec<(Filed, Raw)>> = BTreeMap::new();
    for page in pages {
        chains.entry(page.0.newest).or_default().push(page);
    }
    let mut chains: Vec<(Id, Vec<(Filed, Raw)>)> = chains.into_iter().collect();
    chains.iter_mut().for_each(|(_, chain)| chain.sort_by_key(|(filed, _)| filed.version));
    // By the place of the newest version among all that was read, as accounts have their reports.
    chains
        .sort_by_cached_key(|(_, chain)| chain.last().map(|(filed, _)| (filed.input.clone(), filed.ordinal)));
    anyhow::ensure!(chains.len() == members.len(), "{id}: pages of the story are missing");
    let mut versions = Versions::default();
    for (_, chain) in &chains {
        let last = chain.len().saturating_sub(1);
        let read = |(n, (filed, raw)): (usize, &(Filed, Raw))| -> Result<Annotated> {
            let page = raw.item(&filed.location, filed.crawled.as_deref())?.page();
            // Of an earlier version no more is asked than its sentences.
            let whole = n == last;
            Ok(if whole {
                firsthand_text::read_page(&page, models)
            } else {
                outline(report::report(&page), models)
            })
        };
        versions.add(chain.iter().enumerate().map(read).collect::<Result<_>>()?);
    }
    let ids: Vec<Id> = chains.into_iter().map(|(newest, _)| newest).collect();
    let grouped =
        Story { reports: (0..ids.len()).collect(), joins: joins(members, &ids, &versions)?, related: None };
    let mut account = account(1, &grouped, &versions);
    account.story.id = id.to_string();
    if members.iter().any(|m| m.reports as usize > members.len())
        && account.story.measure == Measure::Measured
    {
        account.story.measure = Measure::Partial;
        account.story.support.measure = Measure::Partial;
    }
    Ok((account, ids))
}

/// Why each report is in the story; what two share is found here.
fn joins(members: &[Joined], ids: &[Id], versions: &Versions) -> Result<Vec<Join>> {
    let place: BTreeMap<Id, usize> = ids.iter().enumerate().map(|(n, id)| (*id, n)).collect();
    let join = |m: &Joined| {
        // A report may be nearest to one that is beyond the bound.
        let (report, nearest) = (*place.get(&m.id)?, *place.get(&m.nearest)?);
        let (one, other) = (versions.reports.get(report)?, versions.reports.get(nearest)?);
        let shares = story::shares(&one.report, &other.report);
        (report != nearest).then_some(Join { report, nearest, score: m.score, shares })
    };
    members.first().context("a story without reports")?;
    Ok(members.iter().filter_map(join).collect())
}

fn summary(account: &Account, id: Id, members: &[Joined]) -> Summary {
    let story = &account.story;
    let measure = match story.measure {
        Measure::Measured => "measured",
        Measure::Partial => "partial",
        Measure::Unmeasured => "unmeasured",
    };
    Summary {
        story: id.to_string(),
        headline: story.headline.clone(),
        finding: story.finding.clone(),
        reports: members.first().map_or(0, |m| i32::try_from(m.reports).unwrap_or(i32::MAX)),
        compared: small(members.len()),
        origins: small(story.support.certain),
        origins_possible: small(story.support.possible),
        measure: measure.to_owned(),
        disputed: small(account.points.iter().filter(|p| p.status == Status::Disputed).count()),
    }
}

/// Steps and answers as rows.
fn rows(
    account: &Account,
    id: Id,
    ids: &[Id],
    mut step: impl FnMut(Step) -> Result<()>,
    mut answer: impl FnMut(Answer) -> Result<()>,
) -> Result<()> {
    let place = |local: &str| account.reports.iter().position(|r| r.id == local);
    let report = |local: &str| place(local).and_then(|n| ids.get(n)).map(Id::to_string);
    let name = |local: &str| match place(local).and_then(|n| account.reports.get(n)) {
        Some(r) => r.outlet.clone().unwrap_or_else(|| r.location.clone()),
        None => account.origins.iter().find(|o| o.id == local).map(|o| o.name.clone()).unwrap_or_default(),
    };
    for edge in &account.lineage {
        let evidence: Vec<String> = edge.evidence.iter().map(|e| format!("{}: {}", e.cue, e.says)).collect();
        step(Step {
            story: id.to_string(),
            local: edge.id.clone(),
            child: report(&edge.from),
            child_name: name(&edge.from),
            parent: report(&edge.to),
            parent_name: name(&edge.to),
            kind: edge.kind.clone(),
            coverage: edge.share,
            reason: edge.reason.clone(),
            further: edge.second,
            confidence: edge.confidence,
            evidence: joined(&evidence),
        })?;
    }
    for point in &account.points {
        let status = match point.status {
            Status::Disputed => "disputed",
            Status::Refined => "refined",
            Status::Agreed => "agreed",
            Status::Single => "single",
        };
        for (n, variant) in point.variants.iter().enumerate() {
            let reports: Vec<String> = variant.reports.iter().filter_map(|r| report(r)).collect();
            answer(Answer {
                story: id.to_string(),
                point: point.id.clone(),
                label: point.label.clone(),
                slot: point.slot.clone(),
                status: status.to_owned(),
                reason: point.reason.clone(),
                variant: small(n + 1),
                value: variant.value.clone(),
                reports: reports.join("; "),
                origins: small(variant.support.certain),
                origins_possible: small(variant.support.possible),
            })?;
        }
    }
    Ok(())
}
