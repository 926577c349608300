//! A disk in memory that SQLite takes for the machine's, and that fails when it is told to.
//!
//! It knows what was synced: when the power goes, only that is sure to be there.

mod sharing;

use crate::chance::Chance;
use sqlite_vfs::LockKind;
use sqlite_vfs::wip::WalIndexLock;
use std::collections::BTreeMap;
use std::io::{Error, ErrorKind, Result};
use std::sync::{LazyLock, Mutex, MutexGuard};

/// Bytes that a disk writes whole or not at all.
const SECTOR: usize = 512;

/// Bytes of one region of the index beside a WAL file.
pub(crate) const REGION: usize = 32_768;

/// What SQLite may ask of a disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Call {
    Open,
    Delete,
    Exists,
    Size,
    Read,
    Write,
    Truncate,
    Sync,
    Lock,
    Reserved,
    Map,
    ShareLock,
}

/// When the disk fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Never.
    None,
    /// At this call, the first being 1.
    Once(usize),
    /// At this call and all that follow.
    From(usize),
    /// As `From`, and writings fail for want of room.
    Full(usize),
}

#[derive(Debug)]
enum Pending {
    Write(usize, Vec<u8>),
    Length(usize),
}

#[derive(Debug, Default)]
struct File {
    now: Vec<u8>,
    synced: Vec<u8>,
    pending: Vec<Pending>,
    locks: BTreeMap<u64, LockKind>,
    regions: BTreeMap<u32, Box<[u8; REGION]>>,
    shared: BTreeMap<(u64, u8), WalIndexLock>,
}

/// All files, and how often the disk was asked.
#[derive(Debug)]
pub(crate) struct Disk {
    files: BTreeMap<String, File>,
    fault: Fault,
    /// What was asked since it was set.
    pub(crate) asked: Vec<Call>,
    /// The calls that failed.
    pub(crate) failed: Vec<Call>,
    handles: u64,
}

static DISK: LazyLock<Mutex<Disk>> = LazyLock::new(|| Mutex::new(Disk::empty(Fault::None)));

/// The disk.
pub(crate) fn disk() -> MutexGuard<'static, Disk> {
    DISK.lock().unwrap_or_else(|broken| broken.into_inner())
}

impl Disk {
    /// A disk without files.
    pub(crate) fn empty(fault: Fault) -> Disk {
        Disk { files: BTreeMap::new(), fault, asked: Vec::new(), failed: Vec::new(), handles: 0 }
    }

    /// Fails from now on as this says; calls are counted anew.
    pub(crate) fn set(&mut self, fault: Fault) {
        (self.fault, self.asked) = (fault, Vec::new());
    }

    /// The power goes: of what was not synced some writings are there, one of them torn, in whatever order. Nobody holds
    /// a lock any more.
    pub(crate) fn lose_power(&mut self, chance: &mut Chance) {
        for file in self.files.values_mut() {
            let mut left = std::mem::take(&mut file.synced);
            for pending in std::mem::take(&mut file.pending) {
                match (pending, chance.below(4)) {
                    (_, 0 | 1) => {}
                    (Pending::Length(length), _) => left.resize(length, 0),
                    (Pending::Write(at, bytes), 2) => {
                        put(&mut left, at, &bytes[..chance.below(bytes.len() / SECTOR + 1) * SECTOR]);
                    }
                    (Pending::Write(at, bytes), _) => put(&mut left, at, &bytes),
                }
            }
            *file = File { now: left.clone(), synced: left, ..File::default() };
        }
    }

    fn ask(&mut self, call: Call) -> Result<()> {
        self.asked.push(call);
        let calls = self.asked.len();
        let (fails, full) = match self.fault {
            Fault::None => (false, false),
            Fault::Once(n) => (calls == n, false),
            Fault::From(n) => (calls >= n, false),
            Fault::Full(n) => (calls >= n && matches!(call, Call::Write | Call::Truncate), true),
        };
        if !fails {
            return Ok(());
        }
        self.failed.push(call);
        let kind = if full { ErrorKind::WriteZero } else { ErrorKind::Other };
        Err(Error::new(kind, "the disk fails"))
    }

    fn file(&mut self, name: &str) -> Result<&mut File> {
        self.files.get_mut(name).ok_or_else(|| ErrorKind::NotFound.into())
    }

    /// Opens a file; gives a number to lock it by.
    pub(crate) fn open(&mut self, name: &str, create: bool) -> Result<u64> {
        self.ask(Call::Open)?;
        if create {
            self.files.entry(name.to_owned()).or_default();
        }
        self.file(name)?;
        self.handles += 1;
        Ok(self.handles)
    }

    pub(crate) fn close(&mut self, name: &str, handle: u64) {
        if let Ok(file) = self.file(name) {
            file.locks.remove(&handle);
            file.shared.retain(|(held, _), _| *held != handle);
        }
    }

    pub(crate) fn delete(&mut self, name: &str) -> Result<()> {
        self.ask(Call::Delete)?;
        self.files.remove(name).map(drop).ok_or_else(|| ErrorKind::NotFound.into())
    }

    pub(crate) fn exists(&mut self, name: &str) -> Result<bool> {
        self.ask(Call::Exists)?;
        Ok(self.files.contains_key(name))
    }

    pub(crate) fn size(&mut self, name: &str) -> Result<u64> {
        self.ask(Call::Size)?;
        Ok(self.file(name)?.now.len() as u64)
    }

    pub(crate) fn read(&mut self, name: &str, into: &mut [u8], at: usize) -> Result<()> {
        self.ask(Call::Read)?;
        into.fill(0);
        let file = self.file(name)?;
        let held = file.now.get(at..).unwrap_or_default();
        let most = held.len().min(into.len());
        into[..most].copy_from_slice(&held[..most]);
        if most < into.len() { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
    }

    pub(crate) fn write(&mut self, name: &str, bytes: &[u8], at: usize) -> Result<()> {
        let asked = self.ask(Call::Write);
        let file = self.file(name)?;
        // A writing that fails may have written some of it.
        let done = if asked.is_err() { &bytes[..bytes.len() / 2] } else { bytes };
        put(&mut file.now, at, done);
        file.pending.push(Pending::Write(at, done.to_vec()));
        asked
    }

    pub(crate) fn truncate(&mut self, name: &str, length: usize) -> Result<()> {
        self.ask(Call::Truncate)?;
        let file = self.file(name)?;
        file.now.resize(length, 0);
        file.pending.push(Pending::Length(length));
        Ok(())
    }

    pub(crate) fn sync(&mut self, name: &str) -> Result<()> {
        self.ask(Call::Sync)?;
        let file = self.file(name)?;
        file.pending.clear();
        file.synced.clone_from(&file.now);
        Ok(())
    }
}

fn put(into: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if into.len() < end {
        into.resize(end, 0);
    }
    into[at..end].copy_from_slice(bytes);
}
