//! `firsthand read PATH…`: reads reports, groups them into stories, prints an account of each.

use crate::args::meant::{Form, Reading};
use crate::complaint::{Complaint, Gravity, shortened};
use crate::exit::Exit;
use crate::progress::Progress;
use crate::{output, page, show, tell, watchlist};
use anyhow::Context;
use firsthand_core::account::{Account, Measure, account};
use firsthand_core::story::{self, Story};
use firsthand_core::version::{self, Versions};
use firsthand_intake::{Found, Input, Item, Options};
use firsthand_text::Trouble;
use firsthand_text::language::{Annotated, Models};
use firsthand_text::page::Page;
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
    let heard = each(reading, |_, _| true, |account, _, _| account)?;
    Ok((heard.told, heard.whole))
}

/// What was made of the stories, and how it went.
pub(super) struct Heard<T> {
    /// Something of the account of each story that was wanted, in order of story.
    pub(super) told: Vec<T>,
    /// How many stories there are, wanted or not.
    pub(super) stories: usize,
    /// Whether everything could be read as well as it should.
    pub(super) whole: bool,
}

/// As [`heard`], but makes accounts only of stories that are wanted, and keeps of each only what is told of it.
pub(super) fn each<T: Send>(
    reading: &Reading,
    wanted: impl Fn(&Story, &Versions) -> bool + Sync,
    tell: impl Fn(Account, &Story, &Versions) -> T + Sync,
) -> anyhow::Result<Heard<T>> {
    let (told, stories, complaints) = quietly(reading, wanted, tell)?;
    self::told(reading, &complaints);
    let whole = complaints.iter().all(|c| c.gravity == Gravity::Remark);
    Ok(Heard { told, stories, whole })
}

/// Reads everything and says nothing: the accounts, and what went wrong.
///
/// # Errors
/// A watchlist that cannot be read; no threads.
pub fn accounts(reading: &Reading) -> anyhow::Result<(Vec<Account>, Vec<Complaint>)> {
    let (accounts, _, complaints) = quietly(reading, |_, _| true, |account, _, _| account)?;
    Ok((accounts, complaints))
}

/// What is told of the stories that are wanted, how many stories there are, and what went wrong.
fn quietly<T: Send>(
    reading: &Reading,
    wanted: impl Fn(&Story, &Versions) -> bool + Sync,
    tell: impl Fn(Account, &Story, &Versions) -> T + Sync,
) -> anyhow::Result<(Vec<T>, usize, Vec<Complaint>)> {
    let lists = watchlist::read(&reading.watchlists)?;
    threads(reading)?.install(|| {
        let (reports, complaints) = gathered(reading, firsthand_text::read_page);
        let versions = version::fold(reports);
        let stories = story::group(&versions.reports);
        let chosen: Vec<(usize, &Story)> =
            stories.iter().enumerate().filter(|(_, s)| wanted(s, &versions)).collect();
        let progress = Progress::start("comparing", chosen.len(), reading.notes);
        let one = |&(at, story): &(usize, &Story)| {
            let mut one = account(at + 1, story, &versions);
            lists.link(&mut one);
            progress.step();
            tell(one, story, &versions)
        };
        let told: Vec<T> = chosen.par_iter().map(one).collect();
        progress.end();
        Ok((told, stories.len(), shortened(complaints)))
    })
}

/// As many threads as are asked for.
pub(super) fn threads(reading: &Reading) -> anyhow::Result<rayon::ThreadPool> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(reading.threads);
    threads.build().context("no threads could be started")
}

/// How a page becomes a report with as much of its language as is needed.
pub(super) type Reader = fn(&Page, &Models) -> Annotated;

/// Reads everything this way and says on stderr what went wrong; gives the reports, the newest version of each, and whether
/// everything could be read as well as it should.
pub(super) fn reports(reading: &Reading, reader: Reader) -> (Vec<Annotated>, bool) {
    let (reports, complaints) = gathered(reading, reader);
    let complaints = shortened(complaints);
    told(reading, &complaints);
    (version::fold(reports).reports, complaints.iter().all(|c| c.gravity == Gravity::Remark))
}

/// Says on stderr what went wrong.
fn told(reading: &Reading, complaints: &[Complaint]) {
    for complaint in complaints.iter().filter(|c| reading.notes || c.gravity == Gravity::Loss) {
        tell::about(&complaint.location, &complaint.message);
    }
}

/// The reports of all inputs and the complaints in order of location.
fn gathered(reading: &Reading, reader: Reader) -> (Vec<Annotated>, Vec<Complaint>) {
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

    let (reports, said) = pages(&gathered.inputs, reading, reader);
    complaints.extend(said);
    complaints.sort();
    complaints.dedup();
    (reports, complaints)
}

/// Reads the pages of all inputs: one thread takes them from the files, the others make reports of them.
fn pages(inputs: &[Input], reading: &Reading, reader: Reader) -> (Vec<Annotated>, Vec<Complaint>) {
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
            let (report, complaint) = made(number, file, found, &|page: &Page| reader(page, &models));
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
fn made(
    at: usize,
    file: &str,
    found: Found,
    reader: &dyn Fn(&Page) -> Annotated,
) -> (Option<Annotated>, Option<Complaint>) {
    let complain = |location: String, message: String, gravity| {
        Some(Complaint { file: file.to_owned(), at, location, message, gravity })
    };
    match found {
        Found::Page(item) => {
            let (report, said) = report(&item, reader);
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
fn report(
    item: &Item,
    reader: &dyn Fn(&Page) -> Annotated,
) -> (Option<Annotated>, Option<(String, Gravity)>) {
    let report = reader(&item.page());
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
