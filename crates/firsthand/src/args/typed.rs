//! The command line as typed: what `--help`, the manual page and the completions are made from.

use super::shared::{Lists, Running};
use super::{archive, check, export};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;

const EXIT_CODES: &str = "\
Exit codes:
  0  everything was read and measured
  1  some reports could not be read, or not as well as they should; stderr says which
  2  the command line makes no sense, or the account or id asked for does not exist
  3  nothing could be measured: no report could be read";

/// Reads many reports of one event and says how many sources they really have
#[derive(Debug, Clone, Parser)]
#[command(
    name = "firsthand",
    version,
    about,
    long_about = "Reads scraped news reports of one event and says how many sources they really have: where they \
                  agree, where they differ, and who said it first. Every statement leads back to its sentence. \
                  Works offline; the same reports always give the same bytes.",
    after_help = EXIT_CODES,
    disable_help_subcommand = true
)]
pub struct Typed {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Read reports and print an account of each story
    #[command(after_help = EXIT_CODES)]
    Read(Read),
    /// Show how pages were read: what was kept, what was cut and why
    #[command(after_help = EXIT_CODES)]
    Page(Page),
    /// List who says what in reports, sentence by sentence, with the whole chain of whose word it is
    Statements(super::statements::Statements),
    /// List reports that are copies of one text, whole or in part, with the passages they share
    Copies(super::copies::Copies),
    /// Show the passages, rules and reasons behind one line of an account
    Why(Why),
    /// Add reports to an archive
    #[command(after_help = EXIT_CODES)]
    Add(archive::Add),
    /// List the stories of reports or of an archive, newest first
    #[command(after_help = EXIT_CODES)]
    Stories(super::stories::Stories),
    /// Print the account of a story of an archive
    Story(archive::Story),
    /// Find reports of an archive by their words
    Search(archive::Search),
    /// Show who has it from whom: the stories of reports, or a story of an archive
    Lineage(super::lineage::Lineage),
    /// Make two stories of an archive one
    Merge(archive::Merge),
    /// Make a story of its own of some reports of another
    Split(archive::Split),
    /// Put a report into a story, to stay there
    Pin(archive::Pin),
    /// Take back the last merge, split or pin
    Undo(archive::Undo),
    /// Check that an archive is what it was: every page, row and passage
    Verify(archive::Verify),
    /// Copy an archive while others use it
    Backup(archive::Backup),
    /// Read the pages of an archive again, as a newer firsthand reads them
    Rebuild(archive::Rebuild),
    /// Write what an archive holds in the formats of others
    Export(export::Export),
    /// Read back what export --format jsonl wrote, without loss
    Import(export::Import),
    /// Poll feeds, keep their reports in an archive, tell who wants to be told
    Watch(super::watch::Watch),
    /// Check a claim: who says it, who says otherwise, on whose word
    Check(check::Check),
    /// Show an archive in a browser; HTTP API and MCP beside it
    #[command(after_help = EXIT_CODES)]
    Serve(super::serve::Serve),
    /// Answer an agent's questions about an archive: the Model Context Protocol over standard input and output
    Mcp(super::serve::Mcp),
    /// Print the JSON Schema of an account
    Schema,
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man {
        /// The command whose page to print [default: the program's]
        command: Option<String>,
    },
}

/// `firsthand read`
#[derive(Debug, Clone, Args)]
pub struct Read {
    /// Files, folders and patterns ('news/**/*.html'); - reads standard input. HTML, plain text, feeds (RSS, Atom, JSON
    /// Feed), web archives (WARC, ARC, WACZ), JSON lines and ZIP, also packed with gzip or zstd; told by content
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Which field of JSON records is what: title=headline; text, title, url, published, updated, author, outlet,
    /// source or crawled. Usual names are known
    #[arg(long, value_name = "WHAT=FIELD")]
    pub map: Vec<String>,
    /// Lists of names.
    #[command(flatten)]
    pub lists: Lists,
    /// Only what can be read in a minute
    #[arg(long, conflicts_with = "json")]
    pub brief: bool,
    /// Print accounts as JSON, one a line
    #[arg(long)]
    pub json: bool,
    /// Also write the accounts as one HTML page that needs nothing else
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// How it runs.
    #[command(flatten)]
    pub running: Running,
}

/// `firsthand page`
#[derive(Debug, Clone, Args)]
pub struct Page {
    /// Files, folders or patterns, as for read; - reads standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Which field of JSON records is what: title=headline
    #[arg(long, value_name = "WHAT=FIELD")]
    pub map: Vec<String>,
    /// Print JSON, one page a line
    #[arg(long)]
    pub json: bool,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// When to use colour; auto: on a terminal, unless NO_COLOR is set
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
}

/// `firsthand why`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Ids:
  t statement   e entity   v event   p point   o origin   l step of the lineage   r report")]
pub struct Why {
    /// What to explain: an id of the account, such as t3, e1, v2, p4, o1, l5 or r2
    #[arg(value_name = "ID")]
    pub id: String,
    /// The account, as `firsthand read --json` prints it (one or several); - reads standard input
    #[arg(long = "in", value_name = "FILE")]
    pub account: PathBuf,
    /// The story, where the file holds several
    #[arg(long, value_name = "ID")]
    pub story: Option<String>,
    /// When to use colour; auto: on a terminal, unless NO_COLOR is set
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
}

/// When to use colour. Without a line each in `--help`: the words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum Colour {
    Auto,
    Always,
    Never,
}
