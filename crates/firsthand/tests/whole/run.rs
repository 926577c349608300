//! Runs the program.

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::process::{Command, Stdio};

/// A run to be.
pub(crate) struct Run {
    args: Vec<OsString>,
    archive: Option<OsString>,
    stdin: Vec<u8>,
}

/// A run that is over.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Done {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    pub(crate) fn new<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Run {
        Run {
            args: args.into_iter().map(|a| a.as_ref().to_owned()).collect(),
            archive: None,
            stdin: Vec::new(),
        }
    }
    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Run {
        self.args.push(arg.as_ref().to_owned());
        self
    }
    /// The archive that is meant where none is named.
    pub(crate) fn usual_archive(mut self, path: impl AsRef<OsStr>) -> Run {
        self.archive = Some(path.as_ref().to_owned());
        self
    }
    pub(crate) fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Run {
        self.stdin = bytes.into();
        self
    }
    pub(crate) fn done(self) -> Done {
        let mut child = Command::new(env!("CARGO_BIN_EXE_firsthand"))
            .args(&self.args)
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .env_remove("COLUMNS")
            .envs(self.archive.iter().map(|path| ("FIRSTHAND_ARCHIVE", path)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The program may end without reading its input.
        let _ = child.stdin.take().unwrap().write_all(&self.stdin);
        let output = child.wait_with_output().unwrap();
        Done {
            code: output.status.code().expect("ended by a signal"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
