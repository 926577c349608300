//! `firsthand page PATH…`: shows how pages were read, block by block.

use crate::args::meant::{Place, Proofing};
use crate::exit::Exit;
use crate::{output, proof, tell};
use firsthand_intake::{Found, Item, Options};
use std::ops::ControlFlow;

/// Runs the command.
pub fn run(proofing: &Proofing) -> anyhow::Result<Exit> {
    let gathered = firsthand_intake::gather(&proofing.inputs);
    for (location, message) in &gathered.missing {
        tell::about(location, message);
    }
    let mut exit = if gathered.missing.is_empty() { Exit::Fine } else { Exit::Partly };
    let options = Options { fields: proofing.fields.clone(), ..Options::default() };
    let (mut text, mut read) = (String::new(), 0);
    let mut printed = Ok(());
    for input in &gathered.inputs {
        let _ = firsthand_intake::read(input, &options, &mut |found| {
            match found {
                Found::Page(item) => {
                    read += 1;
                    text.push_str(&shown(proofing, &item, read));
                    // A web archive may hold more pages than fit into memory.
                    if proofing.out == Place::Standard {
                        printed = print(proofing, &std::mem::take(&mut text));
                    }
                }
                Found::Bad(bad) => {
                    tell::about(&bad.location, &bad.message);
                    exit = Exit::Partly;
                }
                Found::Passed(_) => {}
            }
            if printed.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        printed?;
        printed = Ok(());
    }
    if read == 0 {
        tell::error("no page could be read");
        return Ok(Exit::Unmeasured);
    }
    if proofing.out != Place::Standard {
        print(proofing, &text)?;
    }
    Ok(exit)
}

fn print(proofing: &Proofing, text: &str) -> anyhow::Result<()> {
    if proofing.json {
        output::plain(&proofing.out, text.as_bytes())
    } else {
        output::styled(&proofing.out, text, proofing.colour)
    }
}

/// How the page of this number was read.
fn shown(proofing: &Proofing, item: &Item, number: usize) -> String {
    let page = item.page();
    let report = firsthand_text::report::report(&page);
    let proof = proof::proof(&page, &report);
    if proofing.json {
        return serde_json::to_string(&proof).unwrap_or_default() + "\n";
    }
    let gap = if number > 1 { "\n" } else { "" };
    format!("{gap}{}", proof::shown(&proof, output::width(&proofing.out)))
}
