//! The command line as meant: every default filled in, every contradiction refused.

use super::typed::{self, Colour, Command, Typed};
use super::{archive, check, export};
use clap_complete::Shell;
use firsthand_intake::Fields;
use std::path::{Path, PathBuf};

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Meant {
    /// Read reports and show their accounts.
    Read(Reading),
    /// Show how pages were read.
    Page(Proofing),
    /// List who says what.
    Statements(super::statements::Listing),
    /// Copies among reports.
    Copies(super::copies::Comparing),
    /// Explain one id of an account.
    Why(Question),
    /// Serve an archive over HTTP.
    Serve(super::serve::Serving),
    /// Answer an agent about this archive.
    Mcp(super::serve::Answering),
    /// Add reports to an archive.
    Add(archive::Add),
    /// List stories.
    Stories(super::stories::Telling),
    /// Show a story.
    Story(archive::Story),
    /// Find reports.
    Search(archive::Search),
    /// Show a lineage.
    Lineage(super::lineage::Descending),
    /// Merge two stories.
    Merge(archive::Merge),
    /// Split a story.
    Split(archive::Split),
    /// Pin a report.
    Pin(archive::Pin),
    /// Take a decision back.
    Undo(archive::Undo),
    /// Check an archive.
    Verify(archive::Verify),
    /// Copy an archive.
    Backup(archive::Backup),
    /// Read pages again.
    Rebuild(archive::Rebuild),
    /// Write an archive in the formats of others.
    Export(export::Exporting),
    /// Read an export back.
    Import(export::Import),
    /// Poll feeds and keep their reports.
    Watch(super::watch::Watching),
    /// Check claims against reports.
    Check(check::Checking),
    /// Print the schema.
    Schema,
    /// Print completions.
    Completions(Shell),
    /// Print a manual page: the program's, or that of this command.
    Man(Option<String>),
}

pub use firsthand_intake::Place;

/// In which form accounts are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For a person, all sections.
    Full,
    /// For a person with a minute.
    Brief,
    /// For a program: one JSON object a line.
    Json,
}

/// `firsthand read`, as meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Where the reports are.
    pub inputs: Vec<Place>,
    /// Which fields of JSON records are what.
    pub fields: Fields,
    /// How to print.
    pub form: Form,
    /// Where to print.
    pub out: Place,
    /// Where to write the page, if one is wanted.
    pub page: Option<PathBuf>,
    /// Lists whose entries the people and bodies may be.
    pub watchlists: Vec<PathBuf>,
    /// Number of threads; 0 is one for each core.
    pub threads: usize,
    /// Whether notes and progress go to stderr.
    pub notes: bool,
    /// When to colour what is printed.
    pub colour: anstream::ColorChoice,
}

/// `firsthand page`, as meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Proofing {
    /// Where the pages are.
    pub inputs: Vec<Place>,
    /// Which fields of JSON records are what.
    pub fields: Fields,
    /// As JSON, one page a line.
    pub json: bool,
    /// Where to print.
    pub out: Place,
    /// When to colour what is printed.
    pub colour: anstream::ColorChoice,
}

/// `firsthand why`, as meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The id to explain.
    pub id: String,
    /// Where the accounts are.
    pub account: Place,
    /// The story the id is of, where it is said.
    pub story: Option<String>,
    /// When to colour what is printed.
    pub colour: anstream::ColorChoice,
}

/// Makes out what is meant. Errors: one line for the user.
pub fn resolve(typed: Typed) -> Result<Meant, String> {
    match typed.command {
        Command::Read(read) => reading(read).map(Meant::Read),
        Command::Page(page) => Ok(Meant::Page(Proofing {
            fields: fields(&page.map)?,
            inputs: page.paths.iter().map(|p| place(p)).collect(),
            json: page.json,
            out: page.out.as_deref().map_or(Place::Standard, place),
            colour: colour(page.color),
        })),
        Command::Why(why) => Ok(Meant::Why(Question {
            id: why.id.trim().to_lowercase(),
            account: place(&why.account),
            story: why.story.map(|s| s.trim().to_lowercase()),
            colour: colour(why.color),
        })),
        Command::Statements(asked) => super::statements::resolve(asked).map(Meant::Statements),
        Command::Copies(asked) => super::copies::resolve(asked).map(Meant::Copies),
        Command::Serve(serve) => super::serve::resolve(serve).map(Meant::Serve),
        Command::Mcp(mcp) => super::serve::resolve_mcp(mcp).map(Meant::Mcp),
        Command::Add(asked) => Ok(Meant::Add(asked)),
        Command::Stories(asked) => super::stories::resolve(asked).map(Meant::Stories),
        Command::Story(asked) => Ok(Meant::Story(asked)),
        Command::Search(asked) => Ok(Meant::Search(asked)),
        Command::Lineage(asked) => super::lineage::resolve(asked).map(Meant::Lineage),
        Command::Merge(asked) => Ok(Meant::Merge(asked)),
        Command::Split(asked) => Ok(Meant::Split(asked)),
        Command::Pin(asked) => Ok(Meant::Pin(asked)),
        Command::Undo(asked) => Ok(Meant::Undo(asked)),
        Command::Verify(asked) => Ok(Meant::Verify(asked)),
        Command::Backup(asked) => Ok(Meant::Backup(asked)),
        Command::Rebuild(asked) => Ok(Meant::Rebuild(asked)),
        Command::Export(asked) => export::exporting(asked).map(Meant::Export),
        Command::Import(asked) => Ok(Meant::Import(asked)),
        Command::Watch(watch) => super::watch::resolve(watch).map(Meant::Watch),
        Command::Check(asked) => check::resolve(asked).map(Meant::Check),
        Command::Schema => Ok(Meant::Schema),
        Command::Completions { shell } => Ok(Meant::Completions(shell)),
        Command::Man { command } => Ok(Meant::Man(command)),
    }
}

fn reading(read: typed::Read) -> Result<Reading, String> {
    if read.html.as_deref() == Some(Path::new("-")) {
        return Err("--html needs the name of a file; the page cannot go to standard output".into());
    }
    let out = read.out.as_deref().map_or(Place::Standard, place);
    if let (Place::Path(out), Some(page)) = (&out, &read.html)
        && out == page
    {
        return Err(format!("--out and --html both name {}; give them different files", page.display()));
    }
    let form = match (read.json, read.brief) {
        (true, _) => Form::Json,
        (false, true) => Form::Brief,
        (false, false) => Form::Full,
    };
    let fields = fields(&read.map)?;
    Ok(Reading {
        fields,
        inputs: read.paths.iter().map(|p| place(p)).collect(),
        form,
        out,
        page: read.html,
        watchlists: read.lists.watchlist,
        threads: read.running.threads.map_or(0, Into::into),
        notes: !read.running.quiet,
        colour: colour(read.running.color),
    })
}

/// Which fields of JSON records are what.
pub(crate) fn fields(map: &[String]) -> Result<Fields, String> {
    let mut fields = Fields::default();
    for mapping in map {
        fields.map(mapping).map_err(|error| format!("--map: {error}"))?;
    }
    Ok(fields)
}

/// A file, or the standard stream for `-`.
pub(crate) fn place(path: &Path) -> Place {
    if path == Path::new("-") { Place::Standard } else { Place::Path(path.to_owned()) }
}

/// When to colour.
pub(crate) fn colour(typed: Colour) -> anstream::ColorChoice {
    match typed {
        Colour::Auto => anstream::ColorChoice::Auto,
        Colour::Always => anstream::ColorChoice::Always,
        Colour::Never => anstream::ColorChoice::Never,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    fn meant(line: &str) -> Result<Meant, String> {
        resolve(Typed::try_parse_from(line.split(' ')).map_err(|e| e.kind().to_string())?)
    }

    #[test]
    fn what_is_typed_becomes_what_is_meant() {
        let Ok(Meant::Read(reading)) = meant("firsthand read a - --json --threads 2 -q") else { panic!() };
        assert_eq!(reading.inputs, [Place::Path("a".into()), Place::Standard]);
        assert_eq!((reading.form, reading.threads, reading.notes), (Form::Json, 2, false));
        let Ok(Meant::Read(reading)) = meant("firsthand read a") else { panic!() };
        assert_eq!((reading.form, reading.threads, reading.notes), (Form::Full, 0, true));
        assert_eq!((reading.out, reading.page), (Place::Standard, None));
        let Ok(Meant::Why(why)) = meant("firsthand why T3 --in - --story S1") else { panic!() };
        assert_eq!((why.id.as_str(), why.account, why.story.as_deref()), ("t3", Place::Standard, Some("s1")));
    }

    #[test]
    fn contradictions_are_refused() {
        for line in [
            "firsthand",
            "firsthand read",
            "firsthand read a --json --brief",
            "firsthand read a --threads 0",
            "firsthand read a --html -",
            "firsthand read a --html x --out x",
            "firsthand read a --map title",
            "firsthand read a --map kop=title",
            "firsthand why t1",
            "firsthand why --in x",
        ] {
            assert!(meant(line).is_err(), "{line} should be refused");
        }
    }
}
