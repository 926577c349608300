//! Reports of files to accounts, and claims checked against them.

use crate::fault::{FirsthandError, fault};
use firsthand::args::meant::{Form, Place, Reading};
use firsthand::command::read as command;
use firsthand::complaint::{Complaint, Gravity};
use firsthand_core::account::Account;
use firsthand_core::check::{Record, claim};
use firsthand_text::language::Models;
use jiff::civil::Date;
use pyo3::prelude::*;
use std::path::PathBuf;

/// What went wrong: location, message, and whether something was left out.
pub(crate) type Said = (String, String, bool);

pub(crate) fn said(complaints: Vec<Complaint>) -> Vec<Said> {
    complaints.into_iter().map(|c| (c.location, c.message, c.gravity == Gravity::Loss)).collect()
}

/// A day as it is written. Without one, words like "yesterday" in a claim stay open: nothing hangs on when it is asked.
pub(crate) fn day(today: Option<&str>) -> PyResult<Option<Date>> {
    let read = |text: &str| {
        text.parse().map_err(|_| FirsthandError::new_err(format!("{text}: is no day; write 2031-03-05")))
    };
    today.map(read).transpose()
}

/// The accounts of reports, as JSON, and what went wrong.
#[pyfunction]
#[pyo3(signature = (paths, watchlists, threads))]
pub(crate) fn read(
    py: Python<'_>,
    paths: Vec<PathBuf>,
    watchlists: Vec<PathBuf>,
    threads: usize,
) -> PyResult<(Vec<String>, Vec<Said>)> {
    py.detach(|| {
        let reading = Reading {
            inputs: paths.into_iter().map(Place::Path).collect(),
            fields: Default::default(),
            form: Form::Json,
            out: Place::Standard,
            page: None,
            watchlists,
            threads,
            notes: false,
            colour: Default::default(),
        };
        let (accounts, complaints) = command::accounts(&reading).map_err(fault)?;
        let lines = accounts.iter().map(serde_json::to_string).collect::<Result<_, _>>().map_err(fault)?;
        Ok((lines, said(complaints)))
    })
}

/// What accounts (JSON) say to claims: an answer each, as JSON.
#[pyfunction]
pub(crate) fn check(
    py: Python<'_>,
    claims: Vec<String>,
    accounts: Vec<String>,
    today: Option<String>,
) -> PyResult<Vec<String>> {
    let today = day(today.as_deref())?;
    py.detach(|| {
        let accounts = accounts.iter().map(|a| account(a)).collect::<PyResult<Vec<Account>>>()?;
        let models = Models::built_in();
        let record = Record::new(&accounts);
        let answer = |text: &String| record.check(&claim(text, today, &models));
        claims.iter().map(|c| serde_json::to_string(&answer(c)).map_err(fault)).collect()
    })
}

/// Accounts (JSON) as one page of HTML that needs nothing else.
#[pyfunction]
pub(crate) fn page(accounts: Vec<String>) -> PyResult<String> {
    let accounts = accounts.iter().map(|a| account(a)).collect::<PyResult<Vec<Account>>>()?;
    Ok(firsthand::page::page(&accounts))
}

fn account(json: &str) -> PyResult<Account> {
    serde_json::from_str(json)
        .map_err(|error| FirsthandError::new_err(format!("this is no account: {error}")))
}
