//! `firsthand read PATH…`: reads reports, groups them into stories, prints an account of each.

use crate::args::meant::{Form, Reading};
use crate::complaint::{Complaint, Gravity, shortened};
use crate::exit::Exit;
use crate::progress::Progress;
use crate::{output, page, show, tell, watchlist};
use anyhow::Context;
use firsthand_core::account::{Account, Measure, account};
use firsthand_core::{story, version};
use firsthand_intake::{Found, Input, Item, Options};
use firsthand_text::Trouble;
use firsthand_text::language::{Annotated, Models};
use rayon::prelude::*;
use std::ops::ControlFlow;
use std::sync::atomic::Ordering;
use std::sync::mpsc;

/// Runs the command.
pub fn run(reading: &Reading) -> anyhow::Result<Exit> {
    printed(reading, |accounts| print(reading, accounts))
}

/// Reads everything, prints the accounts in this way, and says how it went.
pub(super) fn printed(
    reading: &Reading,
    print: impl FnOnce(&[Account]) -> anyhow::Result<()>,
) -> anyhow::Result<Exit> {
    let (accounts, whole) = heard(reading)?;
    if accounts.is_empty() {
        tell::error("no report could be read; nothing to measure");
        return Ok(Exit::Unmeasured);
    }
    print(&accounts)?;
    if accounts.iter().all(|a| a.story.measure == Measure::Unmeasured) {
        return Ok(Exit::Unmeasured);
    }
    Ok(if whole { Exit::Fine } else { Exit::Partly })
}

/// Reads everything and says on stderr what went wrong; gives the accounts, and whether everything could be read as well
/// as it should.
pub(crate) fn heard(reading: &Reading) -> anyhow::Result<(Vec<Account>, bool)> {
    let lists = watchlist::read(&reading.watchlists)?;
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(reading.threads)
        .build()
        .context("no threads could be started")?;
    let (mut accounts, complaints) = pool.install(|| read(reading));
    accounts.iter_mut().for_each(|account| lists.link(account));
    for complaint in complaints.iter().filter(|c| reading.notes || c.gravity == Gravity::Loss) {
        tell::about(&complaint.location, &complaint.message);
    }
    Ok((accounts, complaints.iter().all(|c| c.gravity == Gravity::Remark)))
}

/// Reads everything; gives the accounts in order of story and the complaints in order of location.
fn read(reading: &Reading) -> (Vec<Account>, Vec<Complaint>) {
    let gathered = firsthand_intake::gather(&reading.inputs);
    let missing = gathered.missing.into_iter();
    let mut complaints: Vec<Complaint> = missing
        .map(|(location, message)| Complaint {
            file: location.clone(),
            at: 0,
            location,
            message,
            gravity: Gravity::Loss,
        })
        .collect();

    let (reports, said) = pages(&gathered.inputs, reading);
    complaints.extend(said);
    complaints.sort();
    complaints.dedup();

    let versions = version::fold(reports);
    let stories = story::group(&versions.reports);
    let progress = Progress::start("comparing", stories.len(), reading.notes);
    let accounts = stories
        .par_iter()
        .enumerate()
        .map(|(at, story)| {
            let one = account(at + 1, story, &versions);
            progress.step();
            one
        })
        .collect();
    progress.end();
    (accounts, shortened(complaints))
}

/// Reads the pages of all inputs: one thread takes them from the files, the others make reports of them.
fn pages(inputs: &[Input], reading: &Reading) -> (Vec<Annotated>, Vec<Complaint>) {
    let models = Models::built_in();
    let options = Options { fields: reading.fields.clone(), ..Options::default() };
    let progress = Progress::of_bytes("reading", size(inputs), reading.notes);
    // As few pages wait as keeps the threads busy: each may be as long as the limit.
    let (give, take) = mpsc::sync_channel(2 * rayon::current_num_threads());
    let mut read: Vec<(usize, Option<Annotated>, Option<Complaint>)> = std::thread::scope(|scope| {
        let options = &options;
        scope.spawn(move || {
            let mut number = 0;
            for input in inputs {
                let done = firsthand_intake::read(input, options, &mut |found| {
                    number += 1;
                    match give.send((number, input.location.as_str(), found)) {
                        Ok(()) => ControlFlow::Continue(()),
                        Err(_) => ControlFlow::Break(()),
                    }
                });
                if done.is_break() {
                    return;
                }
            }
        });
        let each = |(number, file, found)| {
            let (report, complaint) = made(number, file, found, &models);
            progress.reach(options.count.load(Ordering::Relaxed));
            (number, report, complaint)
        };
        take.into_iter().par_bridge().map(each).collect()
    });
    progress.end();
    read.sort_by_key(|(number, _, _)| *number);
    let mut complaints = Vec::new();
    let mut reports = Vec::with_capacity(read.len());
    for (_, report, said) in read {
        reports.extend(report);
        complaints.extend(said);
    }
    (reports, complaints)
}

/// Bytes of all inputs; None where one of them has no end that is known.
pub(crate) fn size(inputs: &[Input]) -> Option<u64> {
    let of = |input: &Input| input.path.as_ref().map(|p| p.metadata().map_or(0, |m| m.len()));
    inputs.iter().map(of).sum()
}

/// Makes a report of what was found, or a complaint.
fn made(at: usize, file: &str, found: Found, models: &Models) -> (Option<Annotated>, Option<Complaint>) {
    let complain = |location: String, message: String, gravity| {
        Some(Complaint { file: file.to_owned(), at, location, message, gravity })
    };
    match found {
        Found::Page(item) => {
            let (report, said) = report(&item, models);
            (report, said.and_then(|(message, gravity)| complain(item.location, message, gravity)))
        }
        Found::Bad(bad) => (None, complain(bad.location, bad.message, Gravity::Loss)),
        Found::Passed(passed) => {
            let over: Vec<String> =
                passed.over.iter().map(|(what, count)| format!("{count} {what}")).collect();
            let pages = if passed.pages == 1 { "page" } else { "pages" };
            let message = format!("{} {pages} read, passed over: {}", passed.pages, over.join(", "));
            (None, complain(passed.location, message, Gravity::Remark))
        }
    }
}

/// Reads one page; None where it cannot be used. Whatever is wrong with it makes one message.
fn report(item: &Item, models: &Models) -> (Option<Annotated>, Option<(String, Gravity)>) {
    let report = firsthand_text::read_page(&item.page(), models);
    let notes = &report.report.notes;
    let mut messages: Vec<String> = notes.iter().map(|note| note.message.clone()).collect();
    let worst = notes.iter().map(|note| gravity(note.trouble)).max();
    if worst == Some(Gravity::Loss) {
        messages.push("left out".into());
    }
    let said = worst.map(|worst| (messages.join("; "), worst));
    ((worst != Some(Gravity::Loss)).then_some(report), said)
}

/// How bad a note is.
pub(crate) fn gravity(trouble: Trouble) -> Gravity {
    match trouble {
        _ if trouble.is_fatal() => Gravity::Loss,
        // A date that cannot be read is left out of the account, which is what a reader expects of it.
        Trouble::Date => Gravity::Remark,
        _ => Gravity::Flaw,
    }
}

fn print(reading: &Reading, accounts: &[Account]) -> anyhow::Result<()> {
    if let Some(path) = &reading.page {
        output::file(path, page::page(accounts).as_bytes())?;
    }
    let width = output::width(&reading.out);
    match reading.form {
        Form::Json => output::plain(&reading.out, json(accounts)?.as_bytes()),
        Form::Brief => {
            output::styled(&reading.out, &show::stories(accounts, width, show::brief), reading.colour)
        }
        Form::Full => {
            output::styled(&reading.out, &show::stories(accounts, width, show::full), reading.colour)
        }
    }
}

/// Accounts as JSON, one a line.
pub(crate) fn json(accounts: &[Account]) -> anyhow::Result<String> {
    let mut lines = String::new();
    for account in accounts {
        lines.push_str(&serde_json::to_string(account)?);
        lines.push('\n');
    }
    Ok(lines)
}
