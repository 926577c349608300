//! `firsthand page PATH…`: shows how pages were read, block by block.

use crate::args::meant::Proofing;
use crate::exit::Exit;
use crate::gather;
use crate::{output, proof, tell};
use std::io::Read;

/// Runs the command.
pub fn run(proofing: &Proofing) -> anyhow::Result<Exit> {
    let gathered = gather::gather(&proofing.inputs);
    for (location, message) in &gathered.missing {
        tell::about(location, message);
    }
    let mut exit = if gathered.missing.is_empty() { Exit::Fine } else { Exit::Partly };
    let (mut text, mut read) = (String::new(), 0);
    let width = output::width(&proofing.out);
    for input in &gathered.inputs {
        let mut bytes = Vec::new();
        let got = match &input.path {
            Some(path) => std::fs::File::open(path).and_then(|mut f| f.read_to_end(&mut bytes)),
            None => std::io::stdin().lock().read_to_end(&mut bytes),
        };
        if let Err(error) = got {
            tell::about(&input.location, &format!("{}; skipped", gather::plainly(error.kind())));
            exit = Exit::Partly;
            continue;
        }
        let page = firsthand_text::page::page(&input.location, &bytes);
        let report = firsthand_text::report::report(&page);
        let proof = proof::proof(&page, &report);
        read += 1;
        if proofing.json {
            text.push_str(&serde_json::to_string(&proof)?);
            text.push('\n');
        } else {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&proof::shown(&proof, width));
        }
    }
    if read == 0 {
        tell::error("no page could be read");
        return Ok(Exit::Unmeasured);
    }
    if proofing.json {
        output::plain(&proofing.out, text.as_bytes())?;
    } else {
        output::styled(&proofing.out, &text, proofing.colour)?;
    }
    Ok(exit)
}
