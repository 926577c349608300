//! What can go wrong while an archive is written out.

use std::fmt;
use std::io;
use std::path::Path;

/// Why an export ended.
#[derive(Debug)]
pub enum Error {
    /// What was made could not be written.
    Write(io::Error),
    /// The archive could not be read.
    Archive(Box<dyn std::error::Error + Send + Sync>),
    /// What was asked for is not there, or makes no sense. One line for the user.
    Asked(String),
}

/// What names the file in an error of writing it.
pub(super) fn named(path: &Path) -> impl Fn(io::Error) -> Error {
    move |error| Error::Write(io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Write(error) => write!(f, "cannot be written: {error}"),
            Error::Archive(error) => write!(f, "{error}"),
            Error::Asked(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Write(error) => Some(error),
            Error::Archive(error) => Some(&**error),
            Error::Asked(_) => None,
        }
    }
}

impl From<crate::Error> for Error {
    fn from(error: crate::Error) -> Error {
        Error::Archive(Box::new(error))
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        crate::Error::from(error).into()
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Error {
        Error::Write(error)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Error {
        Error::Write(error.into())
    }
}
