//! Web archives, record by record: WARC 0.17 to 1.1 and ARC, plain or packed, each record by itself or all as one.

mod digest;
mod given;
mod header;
mod page;
mod walk;

use crate::bytes::Layers;
use crate::kind::{Kind, kind};
use crate::open::Out;
use header::Form;
use std::ops::ControlFlow;
use walk::{Step, Walk};

/// Reads a whole archive.
pub(crate) fn read(out: &mut Out<'_, '_>, location: &str, mut layers: Layers<'_>) -> ControlFlow<()> {
    let form = if kind(layers.bytes.peek(64)) == Kind::Arc { Form::Arc } else { Form::Warc };
    let limits = out.options.limits.clone();
    let mut walk = Walk::new(layers, form, limits);
    loop {
        match walk.next() {
            Step::End => return ControlFlow::Continue(()),
            Step::Bad(offset, message) => out.bad(&format!("{location}#{offset}"), message)?,
            Step::Other(what) => out.pass(what),
            Step::Record(record) => page::page(out, location, *record)?,
        }
    }
}
