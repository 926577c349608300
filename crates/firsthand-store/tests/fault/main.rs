//! The disk fails at every call in turn, and nothing that was acknowledged is lost.
//!
//! The life of an archive is run again and again on a disk in memory. Each time another call of SQLite to the disk fails:
//! once, from then on, for want of room, or because the power went with everything that was not synced. What the archive
//! says then must be one clear line; when the disk is well again the archive must be whole, have all that was acknowledged,
//! and after the rest was done be equal to one that met no fault.
#![allow(clippy::unwrap_used)]

mod chance;
mod content;
mod disk;
mod life;
mod mount;

use chance::Chance;
use content::{content, holds};
use disk::{Call, Disk, Fault, disk};
use life::{Life, STEPS};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard};

/// Of each kind of call the first ones fail, then every so many'th; with `FIRSTHAND_FAULTS=all` in the environment, all.
const FIRST: usize = 8;
const STRIDE: usize = 17;

/// There is one disk: one test at a time.
static TURN: Mutex<()> = Mutex::new(());

fn turn() -> MutexGuard<'static, ()> {
    mount::mount();
    TURN.lock().unwrap_or_else(|broken| broken.into_inner())
}

/// What comes after a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    /// The same process goes on with the archive it has open.
    GoesOn,
    /// Another process opens it.
    OpenedAgain,
    /// The power went.
    PowerLost,
}

/// Says where it was when a test panics.
struct At(usize, fn(usize) -> Fault, After);

impl Drop for At {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("fault: {:?}, then {:?}", self.1(self.0), self.2);
        }
    }
}

/// The calls at which faults are tried, the first being 1; `from` tells which of those of one kind.
fn places(calls: &[Call], from: usize) -> Vec<usize> {
    let all = std::env::var("FIRSTHAND_FAULTS").is_ok_and(|asked| asked == "all");
    let mut counts: BTreeMap<Call, usize> = BTreeMap::new();
    let mut places = Vec::new();
    for (n, call) in (1..).zip(calls) {
        let count = counts.entry(*call).or_default();
        if all || *count < FIRST || *count % STRIDE == from {
            places.push(n);
        }
        *count += 1;
    }
    places
}

/// Runs a life again and again, each time with a fault at another call; gives which kinds of calls failed, and how often
/// somebody was told.
fn everywhere(from: usize, fault: fn(usize) -> Fault, after: fn(usize) -> After) -> (BTreeSet<Call>, usize) {
    let folder = tempfile::tempdir().unwrap();
    let mut life = Life::new(folder.path());
    *disk() = Disk::empty(Fault::None);
    STEPS.iter().for_each(|(_, step)| step(&mut life).unwrap());
    life.close();
    let calls = std::mem::take(&mut disk().asked);
    *disk() = Disk::empty(Fault::None);
    let mut whole = vec![content(&mut life)];
    for (_, step) in STEPS {
        step(&mut life).unwrap();
        whole.push(content(&mut life));
    }
    life.close();
    let (mut kinds, mut told) = (BTreeSet::new(), 0);
    for n in places(&calls, from) {
        let _at = At(n, fault, after(n));
        *disk() = Disk::empty(fault(n));
        told += usize::from(one(&mut life, &whole, after(n), n as u64));
        kinds.extend(std::mem::take(&mut disk().failed));
    }
    (kinds, told)
}

/// One life; whether the fault was told.
fn one(life: &mut Life, whole: &[content::Content], after: After, seed: u64) -> bool {
    let mut done = 0;
    let mut error = None;
    for (name, step) in STEPS {
        if let Err(e) = step(life) {
            error = Some((name, e));
            break;
        }
        done += 1;
    }
    let told = error.is_some();
    if let Some((name, error)) = error {
        let line = error.to_string();
        assert!(line.starts_with(&life.path.display().to_string()) || name == "read", "{name}: {line}");
        assert!(!line.contains('\n') && line.len() < 300, "{name}: {line}");
    }
    match after {
        After::GoesOn => disk().set(Fault::None),
        After::OpenedAgain => {
            disk().set(Fault::None);
            life.close();
        }
        After::PowerLost => {
            // What a program still writes when it ends reaches nothing.
            disk().set(Fault::From(1));
            life.close();
            disk().set(Fault::None);
            disk().lose_power(&mut Chance::of(seed));
        }
    }
    let found = content(life);
    assert!(holds(&found, &whole[done]), "acknowledged and lost after {done} steps: {found:#?}");
    assert!(
        whole[done..].iter().take(2).any(|state| *state == found),
        "neither before nor after step {done}: {found:#?}"
    );
    for (_, step) in &STEPS[done..] {
        step(life).unwrap();
    }
    let found = content(life);
    assert_eq!(found, *whole.last().unwrap());
    life.close();
    told
}

#[test]
fn a_call_that_fails_once_is_told_and_can_be_done_again() {
    let _turn = turn();
    let after = |n: usize| if n.is_multiple_of(2) { After::GoesOn } else { After::OpenedAgain };
    let (kinds, told) = everywhere(1, Fault::Once, after);
    for call in [Call::Open, Call::Read, Call::Write, Call::Sync, Call::Lock, Call::Map, Call::ShareLock] {
        assert!(kinds.contains(&call), "{call:?} never failed: {kinds:?}");
    }
    assert!(told > 20, "{told}");
}

#[test]
fn a_disk_that_fails_from_then_on_loses_nothing() {
    let _turn = turn();
    let after = |n: usize| if n.is_multiple_of(2) { After::GoesOn } else { After::OpenedAgain };
    assert!(everywhere(3, Fault::From, after).1 > 20);
}

#[test]
fn a_full_disk_loses_nothing() {
    let _turn = turn();
    let after = |n: usize| if n.is_multiple_of(2) { After::GoesOn } else { After::OpenedAgain };
    assert!(everywhere(5, Fault::Full, after).1 > 20);
}

#[test]
fn when_the_power_goes_what_was_acknowledged_is_there() {
    let _turn = turn();
    assert!(everywhere(2, Fault::From, |_| After::PowerLost).1 > 20);
}
