//! `firsthand stories`: what stories there are in reports or in an archive, newest first.

use super::read;
use crate::args::archive::Filter;
use crate::args::check::Record;
use crate::args::meant::Reading;
use crate::args::stories::Telling;
use crate::exit::Exit;
use crate::listing::{self, Line};
use crate::{output, show, tell};
use firsthand_core::account::Account;
use firsthand_core::story::Story;
use firsthand_core::version::Versions;
use firsthand_store::{Paging, Reader, Wanted};
use std::cmp::Reverse;
use std::path::Path;

/// Runs the command.
pub fn run(telling: &Telling) -> anyhow::Result<Exit> {
    match &telling.of {
        Record::Archive(path) => of_archive(telling, path),
        Record::Reports(reading) => match super::among::archive(&reading.inputs) {
            None => of_reports(telling, reading),
            Some(path) => match reading.inputs.len() == 1 && reading.watchlists.is_empty() {
                true => of_archive(telling, &path),
                false => {
                    let only = "is an archive; list it alone and as it stands";
                    tell::error(&format!("{}: {only}", path.display()));
                    Ok(Exit::Usage)
                }
            },
        },
    }
}

/// Which part of a list is asked for.
pub(super) fn paging(filter: &Filter) -> Paging {
    Paging { after: filter.after.clone(), most: filter.limit.map_or(20, Into::into) }
}

/// Things as JSON, one a line.
pub(super) fn lines<T: serde::Serialize>(items: &[T]) -> anyhow::Result<String> {
    let mut out = String::new();
    for item in items {
        out.push_str(&serde_json::to_string(item)?);
        out.push('\n');
    }
    Ok(out)
}

fn of_archive(telling: &Telling, path: &Path) -> anyhow::Result<Exit> {
    let reader = Reader::open(path)?;
    let found = reader.stories(&telling.wanted, &telling.paging())?;
    let mut stories = Vec::with_capacity(found.items.len());
    for item in found.items {
        let (id, line) = (item.id, Line::from(item));
        stories.push(if telling.why {
            line.because(reader.reasons(id)?, &reader.reports(id)?, reader.turns(id)?)
        } else {
            line
        });
    }
    let next = found.next.map(|next| format!("more: --after {next}"));
    print(telling, &stories, next.as_deref())?;
    Ok(Exit::Fine)
}

fn of_reports(telling: &Telling, reading: &Reading) -> anyhow::Result<Exit> {
    let wanted = &telling.wanted;
    let takes = |story: &Story, versions: &Versions| {
        story.reports.len() >= wanted.least && fitting(wanted, story, versions).next().is_some()
    };
    let line = |account: Account, story: &Story, versions: &Versions| {
        let fits = fitting(wanted, story, versions).any(|n| names(wanted, &account, n));
        let number = account.story.id.trim_start_matches('s').parse().unwrap_or_default();
        fits.then(|| {
            let line = Line::of(&account, number, telling.why.then_some(story));
            Line { related: listing::related(story, versions).into_iter().collect(), ..line }
        })
    };
    let heard = read::each(reading, takes, line)?;
    if heard.stories == 0 {
        tell::error("no report could be read; nothing to measure");
        return Ok(Exit::Unmeasured);
    }
    let mut stories: Vec<Line> = heard.told.into_iter().flatten().collect();
    stories.retain(|s| !wanted.disputed || s.kept.as_ref().is_some_and(|k| k.disputed > 0));
    stories.sort_by(|a, b| (Reverse(&a.last), a.id).cmp(&(Reverse(&b.last), b.id)));
    let all = stories.len();
    stories.truncate(telling.most.unwrap_or(all));
    let more = all - stories.len();
    let next = (more > 0).then(|| format!("… and {more} more (a greater --limit shows them)"));
    print(telling, &stories, next.as_deref())?;
    Ok(if heard.whole { Exit::Fine } else { Exit::Partly })
}

/// Places in the story of the reports that are of the outlet and the days that are wanted.
fn fitting<'a>(
    wanted: &'a Wanted,
    story: &'a Story,
    versions: &'a Versions,
) -> impl Iterator<Item = usize> + 'a {
    let reports = story.reports.iter().enumerate();
    reports
        .filter(|(_, r)| versions.reports.get(**r).is_some_and(|r| wanted.takes(&r.report)))
        .map(|(n, _)| n)
}

/// Whether the report at this place of an account names what is wanted, in any form that the report uses.
fn names(wanted: &Wanted, account: &Account, at: usize) -> bool {
    if wanted.about.is_none() {
        return true;
    }
    let Some(report) = account.reports.get(at) else { return false };
    let mut forms = account.entities.iter().flat_map(|e| &e.forms);
    forms.any(|f| f.reports.contains(&report.id) && wanted.is_about(&f.text))
}

fn print(telling: &Telling, stories: &[Line], next: Option<&str>) -> anyhow::Result<()> {
    if telling.json {
        return output::plain(&telling.out, lines(stories)?.as_bytes());
    }
    output::styled(
        &telling.out,
        &show::stories::show(stories, next, output::width(&telling.out)),
        telling.colour,
    )
}
