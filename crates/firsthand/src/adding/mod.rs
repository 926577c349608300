//! From files to committed rows: one thread takes pages out of files, others make reports of them, one writes.
//!
//! The writer puts pages back into the order in which they were found, so that the number of threads does not show.

mod cursor;

use crate::complaint::{Complaint, Gravity};
use crate::fetch::{self, Client};
use crate::progress::Progress;
use anyhow::Context;
use cursor::Cursor;
use firsthand_intake::{Bad, Found, Input, Options};
use firsthand_store::{Archive, Keeping, Outcome, Prepared, What, prepare};
use firsthand_text::Trouble;
use firsthand_text::language::Models;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// How many pages go into one transaction: measured, more gains nothing (2,500 reports a second at 500).
const BATCH: usize = 500;

/// What to add and how.
#[derive(Debug)]
pub struct Order<'a> {
    /// What to read.
    pub inputs: &'a [Input],
    /// How to read it.
    pub options: &'a Options,
    /// Whether records of web archives are kept by reference.
    pub by_reference: bool,
    /// Whether files are read again that have not changed.
    pub again: bool,
    /// Who fetches what is an address of the web.
    pub client: &'a Client,
}

/// What was added.
#[derive(Debug, Default)]
pub struct Tally {
    /// Reports not seen before.
    pub new: usize,
    /// Versions of reports that were there.
    pub versions: usize,
    /// Pages that were there, byte for byte.
    pub known: usize,
    /// Files that were read before and have not changed.
    pub unchanged: usize,
    /// What went wrong, in order.
    pub complaints: Vec<Complaint>,
}

/// One thing found in a file, numbered through all files.
struct Piece {
    number: usize,
    input: usize,
    /// How many were found in its file up to it.
    nth: u64,
    found: Made,
}

enum Made {
    Page(Box<Prepared>),
    Nothing(Option<Complaint>),
    /// The end of a file; whether all of it could be read.
    End,
}

/// Adds pages; `told` hears of every page once it is safe on disk, in order.
///
/// # Errors
/// What stops the writing: a full disk, a damaged archive. What was told before is safe.
pub fn add(
    order: &Order<'_>,
    archive: &mut Archive,
    progress: &Progress,
    told: &mut dyn FnMut(&Prepared, Outcome) -> anyhow::Result<()>,
) -> anyhow::Result<Tally> {
    step_back(WRITER);
    let starts = cursor::starts(order, archive)?;
    let mut tally = Tally { unchanged: starts.iter().filter(|s| s.is_none()).count(), ..Tally::default() };
    let waiting = 4 * rayon::current_num_threads();
    let (give, take) = sync_channel(waiting);
    // So that the others go on while the writer commits.
    let (hand, write) = sync_channel(BATCH);
    let stopped = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let unborn = "no threads could be started; end other programs or allow this one more memory";
        let thread = std::thread::Builder::new;
        thread().spawn_scoped(scope, || read(order, &starts, give, &stopped)).context(unborn)?;
        let models = Models::built_in();
        let worker = move |hand: SyncSender<Piece>, take: Receiver<(usize, usize, u64, Option<Found>)>| {
            take.into_iter().par_bridge().for_each_with(hand, |hand, (number, input, nth, found)| {
                let found = made(order, number, input, found, &models);
                // Nobody takes it when the writer has stopped.
                let _ = hand.send(Piece { number, input, nth, found });
            });
        };
        let pool = rayon::current_num_threads();
        let prepare = move || match preparing(pool).build() {
            Ok(pool) => pool.install(|| worker(hand, take)),
            Err(_) => worker(hand, take),
        };
        thread().spawn_scoped(scope, prepare).context(unborn)?;
        let done = Writing {
            order,
            archive,
            progress,
            tally: &mut tally,
            told,
            batch: Vec::new(),
            ends: BTreeMap::new(),
        }
        .run(write);
        stopped.store(true, Ordering::Relaxed);
        done
    })?;
    tally.complaints.sort();
    tally.complaints.dedup();
    Ok(tally)
}

/// The threads that prepare pages. They step back for everything else on the machine: a program that serves the same archive
/// answers at once, and on an idle machine they are as fast as ever.
fn preparing(threads: usize) -> rayon::ThreadPoolBuilder {
    rayon::ThreadPoolBuilder::new().num_threads(threads).start_handler(|_| step_back(NICE))
}

/// Steps of niceness of a preparing thread; 10 leaves it about a tenth of a core that others want (sched(7)).
const NICE: i32 = 10;
/// Those of the writer, whom the others wait for: a third of a core that others want.
const WRITER: i32 = 5;

/// On Linux the priority is that of the thread; elsewhere it would be that of the process.
#[cfg(target_os = "linux")]
fn step_back(steps: i32) {
    // Refused in some containers; then the thread is merely no nicer.
    let _ = rustix::process::setpriority_process(None, steps);
}

#[cfg(not(target_os = "linux"))]
fn step_back(_: i32) {}

/// Takes pages out of the files, those left out that were taken before.
fn read(
    order: &Order<'_>,
    starts: &[Option<u64>],
    give: SyncSender<(usize, usize, u64, Option<Found>)>,
    stopped: &AtomicBool,
) {
    let mut number = 0;
    for (at, (input, start)) in order.inputs.iter().zip(starts).enumerate() {
        let Some(start) = start else { continue };
        let mut nth = 0;
        let mut send = |nth: u64, found: Option<Found>| {
            number += 1;
            match give.send((number, at, nth, found)) {
                Ok(()) if !stopped.load(Ordering::Relaxed) => ControlFlow::Continue(()),
                _ => ControlFlow::Break(()),
            }
        };
        let mut each = |found: Found| {
            nth += 1;
            if nth <= *start { ControlFlow::Continue(()) } else { send(nth, Some(found)) }
        };
        let done = match is_address(input) {
            true => fetched(order, input, &mut each),
            false => firsthand_intake::read(input, order.options, &mut each),
        };
        if done.is_break() || send(nth, None).is_break() {
            return;
        }
    }
}

/// Whether an input is an address of the web.
pub fn is_address(input: &Input) -> bool {
    input.path.is_none() && fetch::is_address(&input.location)
}

/// Fetches an address and gives every page that is in what it leads to.
fn fetched(
    order: &Order<'_>,
    input: &Input,
    each: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> ControlFlow<()> {
    match order.client.read_url(&input.location, order.options, each) {
        Ok(done) => done,
        Err(trouble) => each(Found::Bad(Bad { location: trouble.address, message: trouble.message })),
    }
}

/// Makes a report of what was found, or a complaint.
fn made(order: &Order<'_>, at: usize, input: usize, found: Option<Found>, models: &Models) -> Made {
    let Some(found) = found else { return Made::End };
    let input = order.inputs.get(input);
    let file = input.map(|i| i.location.clone()).unwrap_or_default();
    let complain = |location: String, message: String, gravity| {
        Made::Nothing(Some(Complaint { file: file.clone(), at, location, message, gravity }))
    };
    match found {
        Found::Bad(bad) => complain(bad.location, bad.message, Gravity::Loss),
        Found::Passed(_) => Made::Nothing(None),
        Found::Page(item) => {
            let path = input.and_then(|i| i.path.as_deref()).filter(|_| order.by_reference);
            let keeping =
                Keeping { by_reference: path.map(|p| p.canonicalize().unwrap_or_else(|_| p.to_owned())) };
            let page = prepare(*item, &keeping, models);
            match page.fatal() {
                Some(message) => {
                    complain(page.location().to_owned(), format!("{message}; left out"), Gravity::Loss)
                }
                None => Made::Page(Box::new(page)),
            }
        }
    }
}

/// The writer's side.
struct Writing<'a> {
    order: &'a Order<'a>,
    archive: &'a mut Archive,
    progress: &'a Progress,
    tally: &'a mut Tally,
    told: &'a mut dyn FnMut(&Prepared, Outcome) -> anyhow::Result<()>,
    batch: Vec<Prepared>,
    /// Cursors of the files of this batch.
    ends: BTreeMap<usize, Cursor>,
}

impl Writing<'_> {
    fn run(mut self, pieces: Receiver<Piece>) -> anyhow::Result<()> {
        // Pieces come as they are made; they are taken in the order in which they were found.
        let mut early: BTreeMap<usize, Piece> = BTreeMap::new();
        let mut next = 1;
        for piece in pieces {
            early.insert(piece.number, piece);
            while let Some(piece) = early.remove(&next) {
                next += 1;
                self.take(piece)?;
            }
        }
        self.commit()
    }

    fn take(&mut self, piece: Piece) -> anyhow::Result<()> {
        let Some(input) = self.order.inputs.get(piece.input) else { return Ok(()) };
        let cursor = self.ends.entry(piece.input).or_insert_with(|| Cursor::of(input.path.as_deref()));
        cursor.read = piece.nth;
        match piece.found {
            Made::Page(page) => {
                self.tally.complaints.extend(flaws(&page, &input.location, piece.number));
                self.batch.push(*page);
            }
            Made::Nothing(complaint) => {
                cursor.lost |= complaint.as_ref().is_some_and(|c| c.gravity == Gravity::Loss);
                self.tally.complaints.extend(complaint);
            }
            Made::End => cursor.done = true,
        }
        if self.batch.len() >= BATCH { self.commit() } else { Ok(()) }
    }

    fn commit(&mut self) -> anyhow::Result<()> {
        let inputs = self.order.inputs;
        let cursors: Vec<(String, String)> = std::mem::take(&mut self.ends)
            .into_iter()
            .filter_map(|(at, cursor)| cursor.row(inputs.get(at)?.path.as_deref()))
            .collect();
        if self.batch.is_empty() && cursors.is_empty() {
            return Ok(());
        }
        let batch = std::mem::take(&mut self.batch);
        let outcomes = self.archive.put(&batch, &cursors)?;
        for (page, outcome) in batch.iter().zip(outcomes) {
            match outcome.what {
                What::New => self.tally.new += 1,
                What::Version { .. } => self.tally.versions += 1,
                What::Known => self.tally.known += 1,
            }
            (self.told)(page, outcome)?;
        }
        self.progress.reach(self.order.options.count.load(Ordering::Relaxed));
        Ok(())
    }
}

/// What is not as it should be with a page that is kept all the same.
fn flaws(page: &Prepared, file: &str, at: usize) -> Option<Complaint> {
    let notes = page.notes();
    // A date that cannot be read is left out, which is what a reader expects of it.
    let flawed = notes.iter().any(|n| n.trouble != Trouble::Date);
    let message = notes.iter().map(|n| n.message.as_str()).collect::<Vec<_>>().join("; ");
    let gravity = if flawed { Gravity::Flaw } else { Gravity::Remark };
    (!notes.is_empty()).then(|| Complaint {
        file: file.into(),
        at,
        location: page.location().into(),
        message,
        gravity,
    })
}

/// The name of a file's cursor.
fn source(path: &Path) -> Option<String> {
    Some(format!("file:{}", path.canonicalize().ok()?.to_string_lossy()))
}
