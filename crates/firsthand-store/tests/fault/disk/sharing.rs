//! How connections share a file: locks, and the index beside a WAL file.

use super::{Call, Disk, REGION};
use sqlite_vfs::LockKind;
use sqlite_vfs::wip::WalIndexLock;
use std::io::Result;
use std::ops::Range;

impl Disk {
    /// Takes or leaves a lock; false where another holds it.
    pub(crate) fn lock(&mut self, name: &str, handle: u64, kind: LockKind) -> Result<bool> {
        if kind > LockKind::Shared || (kind == LockKind::Shared && self.held(name, handle) == LockKind::None)
        {
            self.ask(Call::Lock)?;
        }
        let file = self.file(name)?;
        let others = file.locks.iter().filter(|(held, _)| **held != handle).map(|(_, kind)| *kind);
        let most = others.fold(LockKind::None, |most, kind| if kind > most { kind } else { most });
        let free = match kind {
            LockKind::None => true,
            LockKind::Shared => most < LockKind::Pending,
            LockKind::Reserved => most < LockKind::Reserved,
            LockKind::Pending | LockKind::Exclusive => most == LockKind::None,
        };
        if free {
            file.locks.insert(handle, kind);
        }
        Ok(free)
    }

    pub(crate) fn held(&mut self, name: &str, handle: u64) -> LockKind {
        let held = self.file(name).ok().and_then(|f| f.locks.get(&handle).copied());
        held.unwrap_or(LockKind::None)
    }

    pub(crate) fn reserved(&mut self, name: &str) -> Result<bool> {
        self.ask(Call::Reserved)?;
        Ok(self.file(name)?.locks.values().any(|kind| *kind >= LockKind::Reserved))
    }

    /// A region of the index beside a WAL file.
    pub(crate) fn map(&mut self, name: &str, region: u32) -> Result<[u8; REGION]> {
        self.ask(Call::Map)?;
        Ok(**self.file(name)?.regions.entry(region).or_insert_with(|| Box::new([0; REGION])))
    }

    pub(crate) fn pull(&mut self, name: &str, region: u32, data: &mut [u8; REGION]) {
        if let Some(held) = self.file(name).ok().and_then(|f| f.regions.get(&region)) {
            *data = **held;
        }
    }

    pub(crate) fn push(&mut self, name: &str, region: u32, data: &[u8; REGION]) {
        if let Ok(file) = self.file(name) {
            file.regions.insert(region, Box::new(*data));
        }
    }

    pub(crate) fn forget(&mut self, name: &str) {
        if let Ok(file) = self.file(name) {
            file.regions.clear();
            file.shared.clear();
        }
    }

    pub(crate) fn share(
        &mut self,
        name: &str,
        handle: u64,
        places: Range<u8>,
        lock: WalIndexLock,
    ) -> Result<bool> {
        if lock != WalIndexLock::None {
            self.ask(Call::ShareLock)?;
        }
        let file = self.file(name)?;
        let stands = |(held, place): &(u64, u8), kind: &WalIndexLock| {
            *held != handle
                && places.contains(place)
                && (lock == WalIndexLock::Exclusive || *kind == WalIndexLock::Exclusive)
        };
        if lock != WalIndexLock::None && file.shared.iter().any(|(key, kind)| stands(key, kind)) {
            return Ok(false);
        }
        for place in places {
            match lock {
                WalIndexLock::None => drop(file.shared.remove(&(handle, place))),
                _ => drop(file.shared.insert((handle, place), lock)),
            }
        }
        Ok(true)
    }
}
