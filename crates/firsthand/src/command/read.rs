//! `firsthand read PATH…`: reads reports, groups them into stories, prints an account of each.

use crate::args::meant::{Form, Reading};
use crate::exit::Exit;
use crate::gather::{self, Input};
use crate::progress::Progress;
use crate::{output, page, show, tell};
use anyhow::Context;
use firsthand_core::account::{Account, Measure, account};
use firsthand_core::{story, version};
use firsthand_text::Trouble;
use firsthand_text::language::{Annotated, Models};
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Of one file no more than this is read, in bytes. The longest pages of news sites have a few MB, scripts included.
pub const LIMIT: usize = 32 << 20;

/// One line for stderr.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Complaint {
    location: String,
    message: String,
    gravity: Gravity,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gravity {
    /// Nothing is lost.
    Remark,
    /// The report was read, but not as well as it should.
    Flaw,
    /// The input was left out.
    Loss,
}

/// Runs the command.
pub fn run(reading: &Reading) -> anyhow::Result<Exit> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(reading.threads)
        .build()
        .context("no threads could be started")?;
    let (accounts, complaints) = pool.install(|| read(reading));
    for complaint in complaints.iter().filter(|c| reading.notes || c.gravity == Gravity::Loss) {
        tell::about(&complaint.location, &complaint.message);
    }
    if accounts.is_empty() {
        tell::error("no report could be read; nothing to measure");
        return Ok(Exit::Unmeasured);
    }
    print(reading, &accounts)?;
    if accounts.iter().all(|a| a.story.measure == Measure::Unmeasured) {
        return Ok(Exit::Unmeasured);
    }
    Ok(if complaints.iter().all(|c| c.gravity == Gravity::Remark) { Exit::Fine } else { Exit::Partly })
}

/// Reads everything; gives the accounts in order of story and the complaints in order of location.
fn read(reading: &Reading) -> (Vec<Account>, Vec<Complaint>) {
    let gathered = gather::gather(&reading.inputs);
    let mut complaints: Vec<Complaint> = gathered
        .missing
        .into_iter()
        .map(|(location, message)| Complaint { location, message, gravity: Gravity::Loss })
        .collect();

    let models = Models::built_in();
    let progress = Progress::start("reading", gathered.inputs.len(), reading.notes);
    let read: Vec<(Option<Annotated>, Option<Complaint>)> = gathered
        .inputs
        .par_iter()
        .map(|input| {
            let one = read_one(input, &models);
            progress.step();
            one
        })
        .collect();
    progress.end();

    let mut reports = Vec::with_capacity(read.len());
    for (report, said) in read {
        reports.extend(report);
        complaints.extend(said);
    }
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
    (accounts, complaints)
}

/// Reads one report; None where it cannot be used. Whatever is wrong with it makes one complaint.
fn read_one(input: &Input, models: &Models) -> (Option<Annotated>, Option<Complaint>) {
    let complain =
        |message: String, gravity| Complaint { location: input.location.clone(), message, gravity };
    let (bytes, cut) = match bytes(input.path.as_deref()) {
        Ok(read) => read,
        Err(error) => {
            let message = format!("{}; skipped", gather::plainly(error.kind()));
            return (None, Some(complain(message, Gravity::Loss)));
        }
    };
    let report = firsthand_text::read(&input.location, &bytes, models);
    let notes = &report.report.notes;
    let mut messages: Vec<String> = notes.iter().map(|note| note.message.clone()).collect();
    let mut worst = notes.iter().map(|note| gravity(note.trouble)).max();
    if cut {
        let size = LIMIT >> 20;
        messages.insert(0, format!("the file has more than {size} MiB, only the first {size} were read"));
        worst = worst.max(Some(Gravity::Flaw));
    }
    if worst == Some(Gravity::Loss) {
        messages.push("left out".into());
    }
    let complaint = worst.map(|worst| complain(messages.join("; "), worst));
    ((worst != Some(Gravity::Loss)).then_some(report), complaint)
}

fn gravity(trouble: Trouble) -> Gravity {
    match trouble {
        _ if trouble.is_fatal() => Gravity::Loss,
        // A date that cannot be read is left out of the account, which is what a reader expects of it.
        Trouble::Date => Gravity::Remark,
        _ => Gravity::Flaw,
    }
}

/// The bytes of a file or of standard input, and whether they were cut at [`LIMIT`].
fn bytes(path: Option<&Path>) -> io::Result<(Vec<u8>, bool)> {
    let mut bytes = Vec::new();
    let most = LIMIT as u64 + 1;
    match path {
        Some(path) => File::open(path)?.take(most).read_to_end(&mut bytes)?,
        None => io::stdin().lock().take(most).read_to_end(&mut bytes)?,
    };
    let cut = bytes.len() > LIMIT;
    if cut {
        bytes.truncate(whole_characters(&bytes, LIMIT));
    }
    Ok((bytes, cut))
}

/// The greatest length up to `most` that does not cut a character of UTF-8 in two.
fn whole_characters(bytes: &[u8], most: usize) -> usize {
    let back = (0..4).find(|back| bytes.get(most - back).is_none_or(|b| b & 0xC0 != 0x80));
    most - back.unwrap_or(0)
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
fn json(accounts: &[Account]) -> anyhow::Result<String> {
    let mut lines = String::new();
    for account in accounts {
        lines.push_str(&serde_json::to_string(account)?);
        lines.push('\n');
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_leaves_whole_characters() {
        let text = "aé€😀".as_bytes(); // 1, 2, 3 and 4 bytes
        let ends: Vec<usize> = (1..text.len()).map(|most| whole_characters(text, most)).collect();
        assert_eq!(ends, [1, 1, 3, 3, 3, 6, 6, 6, 6]);
    }
}
