//! The program `firsthand`: it reads scraped news reports and says how many sources they really have.
//!
//! The only crate that knows files, terminals and exit codes. What was typed ([`args::typed`]) becomes what is
//! meant ([`args::meant`]); a [`command`] does it; [`show`] and [`page`] put an account before a
//! person, [`proof`] how a page was read.

pub mod adding;
pub mod args;
pub mod asking;
pub mod command;
pub mod complaint;
pub mod copied;
pub mod draw;
pub mod exit;
pub mod fetch;
pub mod graph;
pub mod index;
pub mod ledger;
pub mod listing;
pub mod output;
pub mod page;
pub mod progress;
pub mod proof;
pub mod selection;
pub mod serve;
pub mod show;
pub mod tell;
pub mod tree;
pub mod watch;
pub mod watchlist;
pub mod why;
pub mod wording;

use args::meant::Meant;
use args::typed::Typed;
use clap::Parser;
use exit::Exit;
use std::process::ExitCode;

/// Does what the command line asks for, says on stderr what went wrong, and gives the code to exit with.
pub fn run() -> ExitCode {
    let meant = match args::meant::resolve(Typed::parse()) {
        Ok(meant) => meant,
        Err(message) => {
            tell::error(&message);
            return Exit::Usage.into();
        }
    };
    let done = match meant {
        Meant::Read(reading) => command::read::run(&reading),
        Meant::Page(proofing) => command::page::run(&proofing),
        Meant::Statements(listing) => command::statements::run(&listing),
        Meant::Copies(comparing) => command::copies::run(&comparing),
        Meant::Why(question) => command::why::run(&question),
        Meant::Serve(serving) => command::serve::run(&serving),
        Meant::Mcp(answering) => command::mcp::run(&answering),
        Meant::Add(asked) => command::add::run(&asked),
        Meant::Stories(telling) => command::stories::run(&telling),
        Meant::Story(asked) => command::story::run(&asked),
        Meant::Search(asked) => command::search::run(&asked),
        Meant::Lineage(asked) => command::lineage::run(&asked),
        Meant::Merge(asked) => command::decide::merge(&asked),
        Meant::Split(asked) => command::decide::split(&asked),
        Meant::Pin(asked) => command::decide::pin(&asked),
        Meant::Undo(asked) => command::decide::undo(&asked),
        Meant::Verify(asked) => command::keep::verify(&asked),
        Meant::Backup(asked) => command::keep::backup(&asked),
        Meant::Rebuild(asked) => command::keep::rebuild(&asked),
        Meant::Export(asked) => command::export::run(&asked),
        Meant::Import(asked) => command::import::run(&asked),
        Meant::Watch(watching) => command::watch::run(&watching),
        Meant::Check(checking) => command::check::run(&checking),
        Meant::Schema => command::schema::run(),
        Meant::Completions(shell) => command::completions::run(shell),
        Meant::Man(page) => command::man::run(page.as_deref()),
    };
    match done {
        Ok(exit) => exit.into(),
        Err(error) if output::is_closed_pipe(&error) => Exit::Fine.into(),
        Err(error) => {
            tell::error(&format!("{error:#}"));
            exit::of(&error).into()
        }
    }
}
