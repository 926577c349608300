//! Where what is printed goes: standard output or a file.

use crate::args::meant::Place;
use anstream::{AutoStream, ColorChoice};
use anyhow::Context;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Width of lines where there is no terminal to ask.
pub const WIDTH: usize = 80;
/// Lines longer than this are hard to read, however wide the terminal is.
const WIDEST: usize = 100;
/// Below this, wrapping helps nobody.
const NARROWEST: usize = 40;

/// Width for lines printed to this place, in columns.
pub fn width(to: &Place) -> usize {
    match (to, terminal_size::terminal_size_of(io::stdout())) {
        (Place::Standard, Some((terminal_size::Width(columns), _))) => {
            usize::from(columns).clamp(NARROWEST, WIDEST)
        }
        _ => WIDTH,
    }
}

/// Writes a text with styles; they are taken out again where the place is no terminal or wants none.
pub fn styled(to: &Place, text: &str, colour: ColorChoice) -> anyhow::Result<()> {
    match to {
        Place::Standard => {
            let mut stream = AutoStream::new(io::stdout().lock(), choice(colour));
            stream.write_all(text.as_bytes())?;
            Ok(stream.flush()?)
        }
        Place::Path(path) => file(path, anstream::adapter::strip_str(text).to_string().as_bytes()),
    }
}

/// Writes plain bytes.
pub fn plain(to: &Place, bytes: &[u8]) -> anyhow::Result<()> {
    match to {
        Place::Standard => {
            let mut stream = BufWriter::new(io::stdout().lock());
            stream.write_all(bytes)?;
            Ok(stream.flush()?)
        }
        Place::Path(path) => file(path, bytes),
    }
}

/// Writes a file, whole.
pub fn file(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("{}: could not be written", path.display()))
}

/// Whether an error is only that nobody reads on: `firsthand read … | head`.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
}

fn choice(wanted: ColorChoice) -> ColorChoice {
    match wanted {
        ColorChoice::Auto => AutoStream::choice(&io::stdout()),
        other => other,
    }
}
