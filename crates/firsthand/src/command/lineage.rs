//! `firsthand lineage PATH…`, `firsthand lineage s12 --archive FILE`: who has it from whom.

use crate::args::check::Record;
use crate::args::lineage::{Descending, Drawn};
use crate::args::meant::Reading;
use crate::exit::Exit;
use crate::{draw, graph, output, show, tell};
use firsthand_core::account::{Account, Measure};
use firsthand_store::Reader;
use firsthand_store::export::{Dossier, Source, jsonld};
use std::path::Path;
use std::sync::Arc;

/// Runs the command.
pub fn run(asked: &Descending) -> anyhow::Result<Exit> {
    match &asked.of {
        Record::Archive(path) => of_archive(asked, path),
        Record::Reports(reading) => match super::among::archive(&reading.inputs) {
            None => of_reports(asked, reading),
            Some(path) if reading.inputs.len() == 1 && !asked.stories.is_empty() => of_archive(asked, &path),
            Some(path) => {
                let path = path.display();
                tell::error(&format!(
                    "{path}: is an archive; name a story of it: firsthand lineage s12 --archive {path}"
                ));
                Ok(Exit::Usage)
            }
        },
    }
}

fn of_archive(asked: &Descending, path: &Path) -> anyhow::Result<Exit> {
    let reader = Reader::open(path)?;
    let mut dossiers: Vec<Dossier> = Vec::with_capacity(asked.stories.len());
    for &id in &asked.stories {
        let Some(id) = super::story::here(&reader, id)? else { return Ok(Exit::Usage) };
        // Two that were merged are one.
        if dossiers.iter().any(|d| d.id == id) {
            continue;
        }
        match reader.dossier(id).map_err(|error| anyhow::Error::msg(error.to_string()))? {
            Some(dossier) => dossiers.push(dossier),
            None => {
                super::story::unknown(id);
                return Ok(Exit::Usage);
            }
        }
    }
    print(asked, &dossiers)?;
    Ok(if is_unmeasured(&dossiers) { Exit::Unmeasured } else { Exit::Fine })
}

fn of_reports(asked: &Descending, reading: &Reading) -> anyhow::Result<Exit> {
    let (accounts, whole) = super::read::heard(reading)?;
    if accounts.is_empty() {
        tell::error("no report could be read; nothing to measure");
        return Ok(Exit::Unmeasured);
    }
    let stories = accounts.len();
    let mut dossiers: Vec<Dossier> = accounts.into_iter().map(|a| Dossier::of_files(Arc::new(a))).collect();
    if let Some(missing) = asked.stories.iter().find(|s| !dossiers.iter().any(|d| d.id == **s)) {
        let there = if stories == 1 { "one story, s1".into() } else { format!("s1 to s{stories}") };
        tell::error(&format!("there is no story s{missing} in these reports; they make {there}"));
        return Ok(Exit::Usage);
    }
    dossiers.retain(|d| asked.stories.is_empty() || asked.stories.contains(&d.id));
    print(asked, &dossiers)?;
    Ok(match () {
        () if is_unmeasured(&dossiers) => Exit::Unmeasured,
        () if whole => Exit::Fine,
        () => Exit::Partly,
    })
}

fn is_unmeasured(dossiers: &[Dossier]) -> bool {
    dossiers.iter().all(|d| d.account.story.measure == Measure::Unmeasured)
}

fn print(asked: &Descending, dossiers: &[Dossier]) -> anyhow::Result<()> {
    let accounts: Vec<&Account> = dossiers.iter().map(|d| &*d.account).collect();
    let width = output::width(&asked.out);
    let document = match asked.drawn {
        Drawn::Tree | Drawn::Why => {
            let text = show::descent::show(&accounts, asked.drawn == Drawn::Why, width);
            return output::styled(&asked.out, &text, asked.colour);
        }
        Drawn::Dot => graph::dot(&accounts),
        Drawn::GraphMl => graph::graphml(&accounts)?,
        Drawn::Json => format!("{}\n", jsonld::lineage(dossiers)),
        Drawn::Svg => draw::alone(&accounts),
    };
    output::plain(&asked.out, document.as_bytes())
}
