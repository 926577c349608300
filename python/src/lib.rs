//! firsthand for Python: reading, checking and archives. What goes over is JSON; `firsthand/__init__.py` makes objects of it.

mod archive;
mod fault;
mod reading;

use pyo3::prelude::*;

#[pymodule]
mod _native {
    #[pymodule_export]
    use super::archive::Archive;
    #[pymodule_export]
    use super::fault::FirsthandError;
    #[pymodule_export]
    use super::reading::{check, page, read};
}
