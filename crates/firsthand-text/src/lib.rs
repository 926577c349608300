//! One report at a time: bytes become a page, a page becomes a report, a report becomes annotated language.
//!
//! No function here reads a file, a clock or the network, and none can fail: what goes wrong is left as a
//! [`Note`] beside the result. Every piece of text carries a [`Span`], and a [`Map`] leads back to page bytes.

pub mod language;
pub mod note;
pub mod page;
pub mod report;
pub mod span;

pub use note::{Note, Trouble};
pub use span::{Map, Offsets, Run, Span};

/// From bytes to annotated language in one step: page, report, annotate.
pub fn read(location: &str, bytes: &[u8], models: &language::Models) -> language::Annotated {
    read_page(&page::page(location, bytes), models)
}

/// From a page to annotated language: report, annotate.
pub fn read_page(page: &page::Page, models: &language::Models) -> language::Annotated {
    let mut report = report::report(page);
    let language = report.language.clone();
    report.notes.extend(language.as_deref().and_then(language::tongue::note));
    if language.is_some_and(|code| !language::tongue::known(&code)) {
        return language::words(&report);
    }
    language::annotate(&report, models)
}
