//! `firsthand export`: what an archive holds, in the formats of others.

use crate::args::export::{Exporting, Format, Into, Which};
use crate::exit::Exit;
use crate::tell;
use anyhow::Context;
use firsthand_intake::Place;
use firsthand_store::export::{Error, csv, ftm, jsonl, jsonld, ninjs, wacz};
use firsthand_store::{Paging, Reader, Standing, Wanted};
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Stories that are asked for at once where many are wanted.
const AT_ONCE: usize = 500;

/// Runs the command.
pub fn run(asked: &Exporting) -> anyhow::Result<Exit> {
    let reader = Reader::open(&asked.archive)?;
    let stories = match &asked.wanted {
        Which::All => fitting(&reader, &Wanted { least: 1, ..Wanted::default() })?,
        Which::Fitting(wanted) => fitting(&reader, wanted)?,
        Which::These(stories) => match these(&reader, stories)? {
            Some(stories) => stories,
            None => return Ok(Exit::Usage),
        },
    };
    let done = match &asked.into {
        Into::Lines(format, out) => lines(*format, &reader, asked, &stories, out),
        Into::Csv(folder) => csv::folder(&reader, &stories, folder),
        Into::Parquet(folder) => return tables(&reader, &stories, folder),
        Into::Wacz(_, Place::Standard) if io::stdout().is_terminal() => {
            Err(Error::Asked("a web archive is no text for a terminal: name a file with --out".into()))
        }
        Into::Wacz(_, out) => {
            let story = stories.first().copied().unwrap_or_default();
            to(out, &mut |out| wacz::write(&reader, story, out))
        }
    };
    ended(done)
}

/// What the program ends with.
fn ended(done: Result<(), Error>) -> anyhow::Result<Exit> {
    match done {
        Ok(()) => Ok(Exit::Fine),
        Err(Error::Asked(message)) => {
            tell::error(&message);
            Ok(Exit::Usage)
        }
        // Nobody reads on: that is no error, and only the bare error is known as that.
        Err(Error::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => Err(error.into()),
        Err(error) => Err(anyhow::Error::msg(error.to_string())),
    }
}

#[cfg(feature = "parquet")]
fn tables(reader: &Reader, stories: &[i64], folder: &Path) -> anyhow::Result<Exit> {
    ended(firsthand_store::export::parquet::folder(reader, stories, folder))
}

#[cfg(not(feature = "parquet"))]
fn tables(_: &Reader, _: &[i64], _: &Path) -> anyhow::Result<Exit> {
    tell::error(
        "this firsthand was built without Parquet; build it with `cargo build --release --features parquet`, or take \
         --format csv: the tables are the same",
    );
    Ok(Exit::Usage)
}

fn lines(
    format: Format,
    reader: &Reader,
    asked: &Exporting,
    stories: &[i64],
    out: &Place,
) -> Result<(), Error> {
    let some = (asked.wanted != Which::All).then_some(stories);
    match format {
        Format::Jsonl => to(out, &mut |out| jsonl::write(reader, some, out)),
        Format::Jsonld => to(out, &mut |out| jsonld::write(reader, stories, out)),
        Format::Ftm => to(out, &mut |out| ftm::write(reader, stories, out)),
        _ => match out {
            Place::Standard => to(out, &mut |out| ninjs::write(reader, stories, out, None)),
            Place::Path(path) => {
                let beside = Place::Path(beside(path));
                to(out, &mut |out| to(&beside, &mut |side| ninjs::write(reader, stories, out, Some(side))))
            }
        },
    }
}

/// The file beside one of news items, for what their standard has no field for: `news.firsthand.jsonl` of `news.jsonl`.
fn beside(path: &Path) -> PathBuf {
    path.with_extension("firsthand.jsonl")
}

/// Writes to a file or to standard output. A file is there whole or not at all: until it is, it is called `NAME.part`.
fn to(out: &Place, write: &mut dyn FnMut(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
    let Place::Path(path) = out else {
        let mut stream = BufWriter::new(io::stdout().lock());
        write(&mut stream)?;
        return Ok(stream.flush()?);
    };
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let named =
        |error: io::Error| Error::Write(io::Error::new(error.kind(), format!("{}: {error}", path.display())));
    let mut file = BufWriter::new(File::create(&part).map_err(named)?);
    let done =
        write(&mut file).and_then(|()| Ok(file.into_inner().map_err(|e| e.into_error())?.sync_all()?));
    if let Err(error) = done {
        let _ = std::fs::remove_file(&part);
        return Err(error);
    }
    std::fs::rename(&part, path).map_err(named)
}

/// The numbers of all stories that fit, ascending.
fn fitting(reader: &Reader, wanted: &Wanted) -> anyhow::Result<Vec<i64>> {
    let mut found = Vec::new();
    let mut paging = Paging { after: None, most: AT_ONCE };
    loop {
        let listing = reader.stories(wanted, &paging).context("no stories could be listed")?;
        found.extend(listing.items.iter().map(|s| s.id));
        paging.after = listing.next;
        if paging.after.is_none() {
            break;
        }
    }
    found.sort_unstable();
    found.dedup();
    if found.is_empty() {
        tell::error("no story fits; what is written is empty");
    }
    Ok(found)
}

/// These stories, or those they are part of now; None where one does not exist.
fn these(reader: &Reader, stories: &[i64]) -> anyhow::Result<Option<Vec<i64>>> {
    let mut found = Vec::new();
    for story in stories {
        match reader.story(*story)? {
            Some(Standing::Here(line)) => found.push(line.id),
            Some(Standing::Moved(to)) => {
                tell::error(&format!("s{story} is part of s{to} now; that one is written"));
                found.push(to);
            }
            None => {
                tell::error(&format!("there is no story s{story}; `firsthand stories` lists them"));
                return Ok(None);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(Some(found))
}
