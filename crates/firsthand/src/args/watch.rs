//! `firsthand watch`, as typed and as meant.

use super::shared::ARCHIVE;
use clap::Args;
use std::path::PathBuf;

/// `firsthand watch`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Feeds are asked politely: only if they changed, as robots.txt wants it, one request at a time for each host. Where every
feed and page stands is kept in the archive with the reports, so that a watch can be ended and begun again at any time.
docs/watch.md describes the config and the alerts.")]
pub struct Watch {
    /// Addresses of feeds, and lists of them (OPML); added to those of the config
    #[arg(value_name = "FEEDS.opml|URL")]
    pub feeds: Vec<String>,
    /// The archive the reports go to; made where there is none [env: FIRSTHAND_ARCHIVE, where the config names none]
    #[arg(long, value_name = "FILE")]
    pub archive: Option<PathBuf>,
    /// What to watch for, how often to ask, whom to tell
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Tell in alerts who may stand on this list: a table with a column `name`, or FollowTheMoney entities as OpenSanctions
    /// publishes them; may be given several times; added to those of the config
    #[arg(long, value_name = "FILE")]
    pub watchlist: Vec<PathBuf>,
    /// Do everything that is due once, then end
    #[arg(long)]
    pub once: bool,
    /// Print nothing but errors
    #[arg(long, short)]
    pub quiet: bool,
}

/// `firsthand watch`, as meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watching {
    /// Addresses of feeds, and lists of them.
    pub feeds: Vec<String>,
    /// The archive, where the command line names it.
    pub archive: Option<PathBuf>,
    /// The archive where neither the command line nor the config names one.
    pub usual: Option<PathBuf>,
    /// The config.
    pub config: Option<PathBuf>,
    /// Lists of names to link people and bodies to.
    pub watchlists: Vec<PathBuf>,
    /// Whether to end when everything that is due has been done.
    pub once: bool,
    /// Whether to say what happens.
    pub says: bool,
}

/// Makes out what is meant. Errors: one line for the user.
pub fn resolve(typed: Watch) -> Result<Watching, String> {
    resolved(typed, std::env::var_os(ARCHIVE).map(PathBuf::from))
}

fn resolved(typed: Watch, usual: Option<PathBuf>) -> Result<Watching, String> {
    if typed.feeds.is_empty() && typed.config.is_none() {
        return Err("nothing to watch; name feeds, or a config that does (--config firsthand.toml)".into());
    }
    if typed.archive.is_none() && typed.config.is_none() && usual.is_none() {
        return Err("no archive to keep reports in; name one (--archive news.db)".into());
    }
    Ok(Watching {
        feeds: typed.feeds,
        archive: typed.archive,
        usual,
        config: typed.config,
        watchlists: typed.watchlist,
        once: typed.once,
        says: !typed.quiet,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::{meant, typed};
    use clap::Parser;

    fn meant(line: &str) -> Result<Watching, String> {
        let typed = typed::Typed::try_parse_from(line.split(' ')).map_err(|e| e.kind().to_string())?;
        match meant::resolve(typed)? {
            meant::Meant::Watch(watching) => Ok(watching),
            other => Err(format!("{other:?}")),
        }
    }

    #[test]
    fn what_is_typed_becomes_what_is_meant() {
        let watching =
            meant("firsthand watch feeds.opml https://courier.example/feed --archive a.db --once").unwrap();
        assert_eq!(watching.feeds, ["feeds.opml", "https://courier.example/feed"]);
        assert!(watching.once && watching.says && watching.config.is_none());
        assert!(meant("firsthand watch --config firsthand.toml -q").is_ok_and(|w| !w.says));
        for wrong in
            ["firsthand watch", "firsthand watch --archive a.db", "firsthand watch https://courier.example/"]
        {
            assert!(meant(wrong).is_err(), "{wrong}");
        }
    }
}
