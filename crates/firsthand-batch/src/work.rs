//! What is handed to whoever runs a stage: a task a row, and what comes back.

use crate::depot::{Depot, Entry};
use crate::table::{self, Lines, Piece, Record, Sheet};
use crate::tables::Notice;
use crate::turn::Turn;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::rc::Rc;

/// How a run was asked for. What changes results is part of each stage's fingerprint; the rest is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Into how many buckets reports, outlets, fingerprints and stories are parted. Results do not hang on it.
    pub buckets: u32,
    /// Bytes of rows a file holds before it writes them.
    pub held: usize,
    /// Days of a window.
    pub window: i32,
    /// Days two windows have in common.
    pub overlap: i32,
    /// Stories of fewer reports get no account.
    pub least: u32,
    /// No more reports of a story are compared.
    pub most: u32,
    /// Of more reports than this no fingerprint finds pairs, however many there are.
    pub common: u32,
}

/// One task of a stage: whoever has the files of the run can do it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Where everything goes.
    pub root: Depot,
    /// Where names of inputs begin that are no whole paths: an executor may stand in another folder.
    pub base: PathBuf,
    /// The stage.
    pub stage: String,
    /// What it reads: the name of an input, a bucket, a window.
    pub input: String,
    /// What its files are called: a function of `input`.
    pub output: String,
    /// What stands for all it reads.
    pub fingerprint: String,
    /// How the run was asked for.
    pub settings: Settings,
    /// The turn in which it may write; None where it ends with the run.
    pub turn: Option<Turn>,
}

/// What a task did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outcome {
    /// What stood for all it read.
    pub fingerprint: String,
    /// The files it wrote.
    pub pieces: Vec<Piece>,
    /// What it counted.
    pub counts: BTreeMap<String, u64>,
}

/// What a stage left, once it is whole.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// The stage.
    pub stage: String,
    /// The program.
    pub program: String,
    /// Numbers of what results of the stage depend on: weights, and sources of the crates it uses.
    pub made_by: BTreeMap<String, String>,
    /// What stands for all it read and for how it was asked.
    pub fingerprint: String,
    /// How the run was asked for.
    pub settings: Option<Settings>,
    /// Its files; readers read no others.
    pub pieces: Vec<Piece>,
    /// What its tasks counted together.
    pub counts: BTreeMap<String, u64>,
}

/// The folder of a stage, from the output folder on.
pub fn folder(stage: &str) -> String {
    format!("stages/{stage}")
}

/// The manifest of a stage; None where it is not whole. A store that does not answer is an error: what it has may be whole.
pub fn manifest(root: &Depot, stage: &str) -> Result<Option<Manifest>> {
    let text = root.entry(&format!("{}/MANIFEST.json", folder(stage))).read()?;
    Ok(text.and_then(|text| serde_json::from_slice(&text).ok()))
}

/// The files of one table among these.
pub fn of_table<'p>(pieces: &'p [Piece], stage: &str, table: &str) -> impl Iterator<Item = &'p Piece> {
    let head = format!("{}/{table}-", folder(stage));
    let own = format!("{table}/");
    pieces.iter().filter(move |p| p.name.starts_with(&head) || p.name.starts_with(&own))
}

/// Where a task is done: what it may read, where it writes, what it says.
#[derive(Debug)]
pub struct Desk<'t> {
    /// The task.
    pub task: &'t Task,
    outcome: Outcome,
    notes: Vec<Notice>,
    manifests: RefCell<BTreeMap<String, Rc<Manifest>>>,
}

impl<'t> Desk<'t> {
    /// A clean one.
    pub fn new(task: &'t Task) -> Desk<'t> {
        let outcome = Outcome { fingerprint: task.fingerprint.clone(), ..Outcome::default() };
        Desk { task, outcome, notes: Vec::new(), manifests: RefCell::default() }
    }

    /// How the run was asked for.
    pub fn settings(&self) -> &'t Settings {
        &self.task.settings
    }

    /// The bucket the task is about.
    pub fn bucket(&self) -> Result<u32> {
        self.task.input.parse().with_context(|| format!("{}: is no bucket", self.task.input))
    }

    /// The files of a table that an earlier stage left.
    pub fn files(&self, stage: &str, table: &str) -> Result<Vec<Entry>> {
        let manifest = self.manifest(stage)?;
        Ok(of_table(&manifest.pieces, stage, table).map(|p| self.task.root.entry(&p.name)).collect())
    }

    /// The manifest of an earlier stage. It does not change while a later one runs.
    fn manifest(&self, stage: &str) -> Result<Rc<Manifest>> {
        if let Some(manifest) = self.manifests.borrow().get(stage) {
            return Ok(Rc::clone(manifest));
        }
        let manifest = manifest(&self.task.root, stage)?;
        let manifest = Rc::new(manifest.with_context(|| format!("{stage}: the stage has no MANIFEST.json"))?);
        self.manifests.borrow_mut().insert(stage.to_owned(), Rc::clone(&manifest));
        Ok(manifest)
    }

    /// The rows of a bucket of all files of a table.
    pub fn rows<R: Record + Send>(&self, stage: &str, table: &str, bucket: u32) -> Result<Vec<R>> {
        table::bucket_of(&self.files(stage, table)?, bucket)
    }

    /// The same one by one. Of files nothing is held; objects come a few at a time.
    pub fn each<R: Record + Send>(
        &self,
        stage: &str,
        table: &str,
        bucket: u32,
        mut take: impl FnMut(R) -> Result<()>,
    ) -> Result<()> {
        for some in self.files(stage, table)?.chunks(table::AT_A_TIME) {
            match some {
                [Entry::Object { .. }, ..] => {
                    table::bucket_of(some, bucket)?.into_iter().try_for_each(&mut take)?;
                }
                files => {
                    files.iter().try_for_each(|f| table::each_of(f, Some(&[bucket]), &mut take))?;
                }
            }
        }
        Ok(())
    }

    /// The rows of the file of a table that was made for a bucket.
    pub fn own<R: Record>(&self, stage: &str, table: &str, bucket: u32) -> Result<Vec<R>> {
        let path = format!("{}/{table}-{}.parquet", folder(stage), named(bucket));
        table::all(&self.task.root.entry(&path))
    }

    /// A file for later stages.
    pub fn sheet<R: Record>(&self, table: &str) -> Result<Sheet<R>> {
        let name = format!("{}/{table}-{}.parquet", folder(&self.task.stage), self.task.output);
        Ok(Sheet::new(&self.task.root, &name, self.settings().held)?.within(self.task.turn.clone()))
    }

    /// A part of a table the run ends with.
    pub fn table<R: Record>(&self, table: &str) -> Result<Sheet<R>> {
        let name = format!("{table}/{}.parquet", self.task.output);
        Ok(Sheet::new(&self.task.root, &name, self.settings().held)?.within(self.task.turn.clone()))
    }

    /// A file of lines the run ends with.
    pub fn lines(&self, table: &str) -> Result<Lines> {
        let name = format!("{table}/{}.jsonl.gz", self.task.output);
        Ok(Lines::new(&self.task.root, &name)?.within(self.task.turn.clone()))
    }

    /// Takes note of a file that is whole.
    pub fn keep(&mut self, piece: Piece) {
        self.outcome.pieces.push(piece);
    }

    /// Counts something.
    pub fn count(&mut self, what: impl Into<String>, number: usize) {
        *self.outcome.counts.entry(what.into()).or_default() += number as u64;
    }

    /// What was counted so far.
    pub fn number(&self, what: &str) -> u32 {
        self.outcome.counts.get(what).map_or(0, |n| u32::try_from(*n).unwrap_or(u32::MAX))
    }

    /// Says what could not be done, or not as well as it should.
    pub fn note(&mut self, location: &str, kind: &str, message: impl Into<String>) {
        let stage = self.task.stage.clone();
        let (location, kind) = (location.to_owned(), kind.to_owned());
        self.count(kind.clone(), 1);
        self.notes.push(Notice { stage, location, kind, message: message.into() });
    }

    /// Writes the notes down, and what was done.
    pub fn close(mut self) -> Result<Outcome> {
        let mut sheet = self.sheet::<Notice>("notes")?;
        for note in std::mem::take(&mut self.notes) {
            sheet.add(0, note)?;
        }
        self.keep(sheet.close()?);
        self.outcome.pieces.sort();
        if let Some(turn) = &self.task.turn {
            turn.check()?;
        }
        table::settle(&self.task.root, &record(self.task), &serde_json::to_vec(&self.outcome)?)?;
        Ok(self.outcome)
    }
}

/// The file that says a task is done.
fn record(task: &Task) -> String {
    format!("{}/done-{}.json", folder(&task.stage), task.output)
}

/// What a task did when it was done before, if what it read and left is still the same.
pub fn done(task: &Task) -> Result<Option<Outcome>> {
    let text = task.root.entry(&record(task)).read()?;
    let outcome: Option<Outcome> = text.and_then(|text| serde_json::from_slice(&text).ok());
    let Some(outcome) = outcome.filter(|o| o.fingerprint == task.fingerprint) else { return Ok(None) };
    Ok(table::are_whole(&task.root, &outcome.pieces)?.then_some(outcome))
}

/// What the files of a bucket are called.
pub fn named(bucket: u32) -> String {
    format!("{bucket:05}")
}
