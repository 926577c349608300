//! What the program exits with.

use firsthand_store::Kind;
use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Everything was done.
    Fine,
    /// Some of it could not be done, or not as well as it should; stderr says what.
    Partly,
    /// The question makes no sense: arguments that do not fit, an account that is none, an id that does not exist.
    Usage,
    /// Nothing could be measured: no report could be read.
    Unmeasured,
}

impl Exit {
    /// The number the shell sees.
    pub fn code(self) -> u8 {
        match self {
            Exit::Fine => 0,
            Exit::Partly => 1,
            Exit::Usage => 2,
            Exit::Unmeasured => 3,
        }
    }
}

/// How a run ended that was broken off by this error.
pub fn of(error: &anyhow::Error) -> Exit {
    match error.downcast_ref::<firsthand_store::Error>().map(firsthand_store::Error::kind) {
        // The question, or the file it is put to, is not one that can be answered.
        Some(Kind::Request | Kind::Missing | Kind::Foreign) => Exit::Usage,
        _ => Exit::Partly,
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.code())
    }
}
