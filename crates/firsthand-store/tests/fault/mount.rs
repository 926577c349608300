//! The disk as SQLite asks it: thin hands around [`Disk`](crate::disk::Disk).

use crate::disk::{REGION, disk};
use sqlite_vfs::wip::{WalIndex, WalIndexLock};
use sqlite_vfs::{DatabaseHandle, LockKind, OpenAccess, OpenOptions, Vfs};
use std::io::Error;
use std::ops::Range;
use std::sync::Once;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// From now on every connection of this process is on the disk in memory.
pub(crate) fn mount() {
    static DONE: Once = Once::new();
    DONE.call_once(|| sqlite_vfs::register("memory", Mount::default(), true).unwrap());
}

#[derive(Debug, Default)]
struct Mount {
    given: AtomicU64,
}

impl Mount {
    fn next(&self) -> u64 {
        self.given.fetch_add(1, Ordering::SeqCst)
    }
}

impl Vfs for Mount {
    type Handle = Handle;

    fn open(&self, name: &str, options: OpenOptions) -> Result<Handle, Error> {
        let create = matches!(options.access, OpenAccess::Create | OpenAccess::CreateNew);
        let number = disk().open(name, create)?;
        Ok(Handle { name: name.to_owned(), number })
    }
    fn delete(&self, name: &str) -> Result<(), Error> {
        disk().delete(name)
    }
    fn exists(&self, name: &str) -> Result<bool, Error> {
        disk().exists(name)
    }
    fn temporary_name(&self) -> String {
        format!("temporary-{}", self.next())
    }
    fn random(&self, buffer: &mut [i8]) {
        let first = self.next();
        for (n, byte) in (0..).zip(buffer) {
            *byte = (first.wrapping_mul(31).wrapping_add(n) % 127) as i8;
        }
    }
    fn sleep(&self, time: Duration) -> Duration {
        // Nobody else is there to be waited for.
        time
    }
}

/// An open file.
#[derive(Debug)]
pub(crate) struct Handle {
    name: String,
    number: u64,
}

impl Drop for Handle {
    fn drop(&mut self) {
        disk().close(&self.name, self.number);
    }
}

impl DatabaseHandle for Handle {
    type WalIndex = Index;

    fn size(&self) -> Result<u64, Error> {
        disk().size(&self.name)
    }
    fn read_exact_at(&mut self, into: &mut [u8], at: u64) -> Result<(), Error> {
        disk().read(&self.name, into, at as usize)
    }
    fn write_all_at(&mut self, bytes: &[u8], at: u64) -> Result<(), Error> {
        disk().write(&self.name, bytes, at as usize)
    }
    fn sync(&mut self, _data_only: bool) -> Result<(), Error> {
        disk().sync(&self.name)
    }
    fn set_len(&mut self, length: u64) -> Result<(), Error> {
        disk().truncate(&self.name, length as usize)
    }
    fn lock(&mut self, kind: LockKind) -> Result<bool, Error> {
        disk().lock(&self.name, self.number, kind)
    }
    fn reserved(&mut self) -> Result<bool, Error> {
        disk().reserved(&self.name)
    }
    fn current_lock(&self) -> Result<LockKind, Error> {
        Ok(disk().held(&self.name, self.number))
    }
    fn wal_index(&self, _readonly: bool) -> Result<Index, Error> {
        Ok(Index { name: self.name.clone(), number: self.number })
    }
}

/// The index beside a WAL file, as one connection has it.
#[derive(Debug)]
pub(crate) struct Index {
    name: String,
    number: u64,
}

impl WalIndex for Index {
    fn map(&mut self, region: u32) -> Result<[u8; REGION], Error> {
        disk().map(&self.name, region)
    }
    fn lock(&mut self, places: Range<u8>, lock: WalIndexLock) -> Result<bool, Error> {
        disk().share(&self.name, self.number, places, lock)
    }
    fn delete(self) -> Result<(), Error> {
        disk().forget(&self.name);
        Ok(())
    }
    fn pull(&mut self, region: u32, data: &mut [u8; REGION]) -> Result<(), Error> {
        disk().pull(&self.name, region, data);
        Ok(())
    }
    fn push(&mut self, region: u32, data: &[u8; REGION]) -> Result<(), Error> {
        disk().push(&self.name, region, data);
        Ok(())
    }
}
