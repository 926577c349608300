//! Errors of the program as errors of Python.

use pyo3::PyErr;
use pyo3::create_exception;
use pyo3::exceptions::PyException;

create_exception!(
    firsthand,
    FirsthandError,
    PyException,
    "What could not be done: one line that says what to do."
);

/// One line, causes and all.
pub(crate) fn fault(error: impl Into<anyhow::Error>) -> PyErr {
    FirsthandError::new_err(format!("{:#}", error.into()))
}
