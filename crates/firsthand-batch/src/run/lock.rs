//! One run at a time in one place: what two of them write would not fit together.
//!
//! In a folder the file `.lock` is locked, and free when the program ends, however it ends. A store knows no such locks. There an
//! object is made that must not be there yet, and taken away at the end; a run that was killed leaves it, and whoever goes on
//! says so (`--unlock`). Time would tell as well, but of two clocks, and a run that slept would wake beside another.

use crate::depot::{Bucket, Depot, Entry, Fault, blocking, cannot};
use anyhow::{Result, anyhow, bail};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::Builder;

/// What locks are called.
const NAME: &str = ".lock";

/// Keeps other runs out until it is dropped. Parts of the first stage may be at work beside each other.
#[derive(Debug)]
pub(super) enum Lock {
    /// Of a folder; the system holds it.
    Held { _file: File },
    /// Of a store.
    Made { bucket: Bucket, key: String, held: Arc<AtomicBool> },
}

impl Lock {
    /// Takes the lock of a place; for a part of the first stage with others.
    pub(super) fn take(root: &Depot, shard: Option<(usize, usize)>) -> Result<Lock> {
        match root {
            Depot::Folder(folder) => folder_lock(folder, shard.is_some()),
            Depot::Bucket { bucket, .. } => stored(root, Bucket::open(bucket)?, shard),
        }
    }
}

fn folder_lock(folder: &Path, shared: bool) -> Result<Lock> {
    fs::create_dir_all(folder).map_err(|error| anyhow!(cannot(folder.display(), &error)))?;
    let path = folder.join(NAME);
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(|error| anyhow!(cannot(path.display(), &error)))?;
    let locked = if shared { file.try_lock_shared() } else { file.try_lock() };
    match locked {
        Err(TryLockError::WouldBlock) => {
            bail!("{}: another run is at work in this folder; wait for it to end", folder.display())
        }
        // Some file systems know no locks: then it is up to whoever starts the runs.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Lock::Held { _file: file }),
    }
}

fn stored(root: &Depot, bucket: Bucket, shard: Option<(usize, usize)>) -> Result<Lock> {
    let own = shard.map_or_else(|| NAME.to_owned(), |(part, of)| format!("{NAME}-{part}-of-{of}"));
    let Entry::Object { key, .. } = root.entry(&own) else { bail!("{root}: is no store") };
    let owner = format!("{{\"process\":{},\"begun\":\"{}\"}}", std::process::id(), jiff::Timestamp::now());
    match bucket.create(&key, owner.into_bytes()) {
        Err(Fault::There(_)) => return Err(taken(root, &own)),
        made => made?,
    }
    let held = Arc::new(AtomicBool::new(true));
    let lock = Lock::Made { bucket: bucket.clone(), key: key.clone(), held: Arc::clone(&held) };
    // First made, then looked for others: of two at the same time none is missed.
    let others = root.names("")?.into_iter().filter(|name| is_lock(name) && *name != own);
    if let Some(other) = others.into_iter().find(|other| shard.is_none() || other == NAME) {
        return Err(taken(root, &other));
    }
    released_when_stopped(bucket, key, held)?;
    Ok(lock)
}

fn is_lock(name: &str) -> bool {
    name == NAME || name.starts_with(".lock-")
}

fn taken(root: &Depot, lock: &str) -> anyhow::Error {
    let lock = root.entry(lock);
    let owner = lock.read().ok().flatten().map(|text| String::from_utf8_lossy(&text).into_owned());
    anyhow!(
        "{lock}: another run is at work here {}; wait for it to end, or if it was killed run again with --unlock",
        owner.unwrap_or_default()
    )
}

/// A run that is told to stop (Ctrl-C) takes its lock with it.
fn released_when_stopped(bucket: Bucket, key: String, held: Arc<AtomicBool>) -> Result<()> {
    let wait = move || {
        if matches!(blocking(told_to_stop()), Ok(Ok(()))) {
            if held.swap(false, Ordering::SeqCst) {
                let _ = bucket.remove(&key);
            }
            // As a shell says it of SIGINT.
            std::process::exit(130);
        }
    };
    let thread = Builder::new().name("firsthand-lock".into()).spawn(wait);
    thread.map(drop).map_err(|error| anyhow!("no threads could be started ({error})"))
}

#[cfg(unix)]
async fn told_to_stop() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        told = tokio::signal::ctrl_c() => told,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn told_to_stop() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}

/// Takes away what runs that were killed have left of locks in a store. In a folder there is nothing to do.
pub fn unlock(root: &Depot) -> Result<()> {
    if matches!(root, Depot::Folder(_)) {
        return Ok(());
    }
    root.names("")?.iter().filter(|name| is_lock(name)).try_for_each(|name| root.entry(name).remove())
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Lock::Made { bucket, key, held } = self
            && held.swap(false, Ordering::SeqCst)
        {
            // One that stays is told to the next run, with what to do.
            let _ = bucket.remove(key);
        }
    }
}
