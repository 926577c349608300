//! `firsthand copies PATH…`: reports that are copies of one text, whole or in part.

use crate::args::copies::Comparing;
use crate::args::meant::Form;
use crate::exit::Exit;
use crate::{copied, output, show, tell};
use firsthand_core::story::copy::{Copies, copies};
use firsthand_text::language::{Annotated, Models, quote};
use firsthand_text::page::Page;

/// Runs the command.
pub fn run(comparing: &Comparing) -> anyhow::Result<Exit> {
    let reading = &comparing.reading;
    let (reports, found, whole) = super::read::threads(reading)?.install(|| {
        let (reports, whole) = super::read::reports(reading, quoted);
        let found = copies(&reports);
        (reports, found, whole)
    });
    if reports.is_empty() {
        tell::error("no report could be read; nothing to compare");
        return Ok(Exit::Unmeasured);
    }
    print(comparing, &reports, &found)?;
    Ok(if whole { Exit::Fine } else { Exit::Partly })
}

/// A report with its quotations, which is all that is read of its language here.
fn quoted(page: &Page, _: &Models) -> Annotated {
    let report = firsthand_text::report::report(page);
    Annotated { quotes: quote::find(&report), report, ..Annotated::default() }
}

fn print(comparing: &Comparing, reports: &[Annotated], found: &Copies) -> anyhow::Result<()> {
    let out = &comparing.reading.out;
    if comparing.reading.form == Form::Json {
        let mut lines = String::new();
        for row in copied::rows(reports, found) {
            lines.push_str(&serde_json::to_string(&row)?);
            lines.push('\n');
        }
        return output::plain(out, lines.as_bytes());
    }
    let text = show::copies::show(reports, found, comparing.full, output::width(out));
    output::styled(out, &text, comparing.reading.colour)
}
