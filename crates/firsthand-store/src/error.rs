//! What can go wrong with an archive.

use std::fmt;
use std::path::Path;

/// An error of the archive: one line that names the file and says what to do.
#[derive(Debug)]
pub struct Error {
    kind: Kind,
    message: String,
}

/// What kind of trouble it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// The file does not exist.
    Missing,
    /// The file is no archive, or one of a newer program.
    Foreign,
    /// The disk is full.
    Full,
    /// Another process has been writing for too long.
    Busy,
    /// The file may not be written, or not be read.
    Refused,
    /// The file is damaged.
    Damaged,
    /// What is asked for does not exist, or makes no sense.
    Request,
    /// Anything else.
    Other,
}

impl Error {
    /// An error of this kind with this line.
    pub fn new(kind: Kind, message: impl Into<String>) -> Error {
        Error { kind, message: message.into() }
    }
    /// A file that may be read and not written.
    pub(crate) fn refused() -> Error {
        Error::new(Kind::Refused, "may not be written; check the rights of the file and of its folder")
    }
    /// What kind of trouble it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }
    /// The error with the file in front, where it is about the file and does not name it yet.
    pub(crate) fn of(mut self, path: &Path) -> Error {
        let name = path.display().to_string();
        if self.kind != Kind::Request && !self.message.starts_with(&name) {
            self.message = format!("{name}: {}", self.message);
        }
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        use rusqlite::ErrorCode as Code;
        let code = error.sqlite_error_code();
        let extended = error.sqlite_error().map(|e| e.extended_code);
        let (kind, message) = match code {
            // The index beside the file (-shm) is made anew by whoever opens it first, also to read.
            Some(_) if extended == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => (Kind::Full, "the disk is full: there is no room for the index beside the archive (-shm), without which it cannot be opened; make room and repeat it".into()),
            Some(Code::DiskFull) => (Kind::Full, "the disk is full; nothing of this step was kept, what was acknowledged before is safe; make room and repeat it".into()),
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => (Kind::Busy, "another program has been writing to the archive for too long; try again when it is done".into()),
            Some(Code::CannotOpen) => (Kind::Refused, "cannot be opened; check that the folder exists and may be written".into()),
            Some(Code::ReadOnly | Code::PermissionDenied) => return Error::refused(),
            Some(Code::NotADatabase) => (Kind::Foreign, "is no archive of firsthand".into()),
            Some(Code::DatabaseCorrupt) => (Kind::Damaged, "is damaged; take the last backup, or try `sqlite3 FILE .recover`".into()),
            Some(Code::SystemIoFailure) => (Kind::Other, format!("reading or writing failed ({error}); what was acknowledged before is safe")),
            _ => (Kind::Other, error.to_string()),
        };
        Error { kind, message }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Error {
        Error::new(Kind::Damaged, format!("a stored JSON text cannot be read: {error}"))
    }
}
