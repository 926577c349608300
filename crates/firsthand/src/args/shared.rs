//! Options that several commands have, word for word.

use super::typed::Colour;
use clap::Args;
use std::num::NonZeroUsize;
use std::path::PathBuf;

// The types have no docs: clap would print them in place of the command's.
#[allow(missing_docs)]
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct Lists {
    /// Link the people and bodies of the reports to entries of this list, with what speaks for it and against it: a table
    /// with a column `name`, or FollowTheMoney entities as OpenSanctions publishes them; may be given several times
    #[arg(long, value_name = "FILE")]
    pub watchlist: Vec<PathBuf>,
}

#[allow(missing_docs)]
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Running {
    /// How many threads [default: one for each core]
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
    /// When to use colour; auto: on a terminal, unless NO_COLOR is set
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
    /// No progress and no notes on stderr, only errors
    #[arg(long, short)]
    pub quiet: bool,
}
