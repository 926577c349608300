//! Opening the file.

use crate::error::{Error, Kind};
use crate::schema;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// How long a connection waits for another that writes.
const PATIENCE: Duration = Duration::from_secs(30);

/// Bytes of one page of the database: packed web pages are longer than SQLite's 4 KiB.
const PAGE: u32 = 8192;

/// Opens an archive to write to; makes the file where there is none.
///
/// WAL, so that readers go on while one writes; every commit is synced to disk (`synchronous=FULL`): with `NORMAL`
/// the last commits could vanish with the power.
pub(crate) fn writing(path: &Path) -> Result<Connection, Error> {
    let open = || -> Result<Connection, Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        schema::check(&connection)?;
        connection.pragma_update(None, "page_size", PAGE)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "cache_size", -65_536)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        schema::migrate(&mut connection)?;
        Ok(prepared(connection))
    };
    open().map_err(|e| e.of(path))
}

/// Opens an archive for one small write that may as well be left out: it waits for nobody, and not for the disk.
pub(crate) fn briefly(path: &Path) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::ZERO)?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// Opens an archive to read from.
///
/// # Errors
/// No such file; no archive; an archive of another version.
pub(crate) fn reading(path: &Path) -> Result<Connection, Error> {
    let open = || -> Result<Connection, Error> {
        if !path.exists() {
            return Err(Error::new(
                Kind::Missing,
                "no such archive; `firsthand add PATH… --archive FILE` makes one",
            ));
        }
        let connection = to_read(path)?;
        connection.busy_timeout(PATIENCE)?;
        let version = schema::check(&connection)?;
        if version == 0 {
            return Err(Error::new(Kind::Foreign, "is empty, no archive of firsthand"));
        }
        if version < schema::VERSION {
            return Err(Error::new(
                Kind::Foreign,
                "was written by an older firsthand; `firsthand add --archive FILE` brings it up to date",
            ));
        }
        connection.pragma_update(None, "query_only", true)?;
        connection.pragma_update(None, "cache_size", -16_384)?;
        Ok(prepared(connection))
    };
    open().map_err(|e| e.of(path))
}

/// A reader of a WAL file must be able to make the shared index beside it. Only on a file system that may not be written, and
/// where all is in the file itself, is it opened as one that does not change: in a folder that merely we may not write,
/// another may change it at any time.
fn to_read(path: &Path) -> rusqlite::Result<Connection> {
    let open = |flags| Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX);
    let is_fixed = std::fs::OpenOptions::new()
        .append(true)
        .open(path)
        .is_err_and(|error| error.kind() == std::io::ErrorKind::ReadOnlyFilesystem);
    let mut wal = path.as_os_str().to_owned();
    wal.push("-wal");
    if is_fixed && std::fs::metadata(wal).map_or(true, |wal| wal.len() == 0) {
        let escaped = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        return Connection::open_with_flags(format!("file:{escaped}?immutable=1"), flags);
    }
    open(OpenFlags::SQLITE_OPEN_READ_WRITE).or_else(|_| open(OpenFlags::SQLITE_OPEN_READ_ONLY))
}

fn prepared(connection: Connection) -> Connection {
    connection.set_prepared_statement_cache_capacity(64);
    connection
}
