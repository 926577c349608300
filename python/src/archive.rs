//! Archives: one file, opened anew for each call, so that threads and other programs may use it beside.

use crate::fault::{FirsthandError, fault};
use crate::reading::{Said, day, said};
use firsthand::args::archive::{Add, Where};
use firsthand::asking;
use firsthand::command::add;
use firsthand_core::check;
use firsthand_store::{Paging, Reader, Search, Standing, Wanted};
use firsthand_text::language::Models;
use pyo3::prelude::*;
use serde_json::json;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// An archive, by its file.
#[pyclass(frozen)]
pub(crate) struct Archive {
    path: PathBuf,
}

/// A list and the cursor of what follows, as JSON.
type Page = PyResult<String>;

#[pymethods]
impl Archive {
    #[new]
    fn new(path: PathBuf) -> PyResult<Archive> {
        // A file that is no archive is told at once; one that is not there is made.
        firsthand_store::Archive::open(&path).map_err(fault)?;
        Ok(Archive { path })
    }

    /// Adds reports: what was added as JSON, and what went wrong.
    fn add(&self, py: Python<'_>, paths: Vec<PathBuf>, threads: usize) -> PyResult<(String, Vec<Said>)> {
        let add = Add {
            paths,
            place: Where { archive: self.path.clone() },
            map: Vec::new(),
            by_reference: false,
            again: false,
            allow_private: Vec::new(),
            threads: NonZeroUsize::new(threads),
            json: false,
            quiet: true,
        };
        py.detach(|| {
            let (_, tally, mut wrong) = add::quietly(&add).map_err(fault)?;
            let counts = json!({
                "new": tally.new, "versions": tally.versions, "known": tally.known, "unchanged": tally.unchanged,
            });
            wrong.extend(tally.complaints);
            Ok((counts.to_string(), said(wrong)))
        })
    }

    /// Stories, the one with the newest report first.
    #[allow(clippy::too_many_arguments)]
    fn stories(
        &self,
        about: Option<String>,
        outlet: Option<String>,
        since: Option<String>,
        until: Option<String>,
        least: usize,
        after: Option<String>,
        most: usize,
    ) -> Page {
        let wanted = Wanted { about, outlet, since, until, least, disputed: false };
        let page = self.reader()?.stories(&wanted, &Paging { after, most }).map_err(fault)?;
        serde_json::to_string(&page).map_err(fault)
    }

    /// Reports that have the words.
    #[allow(clippy::too_many_arguments)]
    fn search(
        &self,
        words: String,
        about: Option<String>,
        outlet: Option<String>,
        since: Option<String>,
        until: Option<String>,
        ranked: bool,
        after: Option<String>,
        most: usize,
    ) -> Page {
        let search = Search { words, any: false, about, outlet, since, until, ranked };
        let page = self.reader()?.search(&search, &Paging { after, most }).map_err(fault)?;
        serde_json::to_string(&page).map_err(fault)
    }

    /// The account of a story, under the number it has now.
    fn account(&self, py: Python<'_>, story: i64) -> PyResult<String> {
        py.detach(|| {
            let reader = self.reader()?;
            let missing = || FirsthandError::new_err(format!("s{story}: there is no such story"));
            let at = match reader.story(story).map_err(fault)?.ok_or_else(missing)? {
                Standing::Here(_) => story,
                Standing::Moved(to) => to,
            };
            let account = reader.account(at).map_err(fault)?.ok_or_else(missing)?;
            serde_json::to_string(account.as_ref()).map_err(fault)
        })
    }

    /// What the archive says to claims: an answer each.
    fn check(&self, py: Python<'_>, claims: Vec<String>, today: Option<String>) -> PyResult<Vec<String>> {
        let today = day(today.as_deref())?;
        py.detach(|| {
            let (reader, models) = (self.reader()?, Models::built_in());
            let one = |claim: &String| {
                let answer = asking::answer(&reader, &check::claim(claim, today, &models)).map_err(fault)?;
                serde_json::to_string(&answer).map_err(fault)
            };
            claims.iter().map(one).collect()
        })
    }
}

impl Archive {
    fn reader(&self) -> PyResult<Reader> {
        Reader::open(&self.path).map_err(fault)
    }
}
