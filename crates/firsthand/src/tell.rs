//! Lines on stderr: one for each trouble, cleaned of whatever a name or a page could smuggle into a terminal.

use crate::wording::clean;

/// Says what went wrong, without a place.
pub fn error(message: &str) {
    anstream::eprintln!("firsthand: {}", clean(message));
}

/// Says what went wrong with one input.
pub fn about(location: &str, message: &str) {
    anstream::eprintln!("{}", line(location, message));
}

/// The line [`about`] prints: `firsthand: PATH: message`.
pub fn line(location: &str, message: &str) -> String {
    format!("firsthand: {}: {}", clean(location), clean(message))
}
