//! `firsthand watch FEEDS.opml|URL…`: polls feeds, keeps their reports, tells who wants to be told.

use crate::args::watch::Watching;
use crate::exit::Exit;
use crate::fetch::{Client, Clock, Limits, Pace, Policy, Settings, System, is_address};
use crate::watch::{Config, Desk, Round, Settled, Stop, Teller, Until, outlines};
use crate::wording::clean;
use crate::{tell, watchlist};
use anyhow::Context;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Runs the command.
pub fn run(watching: &Watching) -> anyhow::Result<Exit> {
    let (config, archive) = match config(watching) {
        Ok(both) => both,
        Err(message) => {
            tell::error(&message);
            return Ok(Exit::Usage);
        }
    };
    let secrets = |name: &str| std::env::var(name).ok();
    if let Err(message) = Round::<Desk>::check(&config, &secrets) {
        tell::error(&message);
        return Ok(Exit::Usage);
    }
    let lists = watchlist::read(&config.watchlists)?;
    let desk = Desk::open_with(&archive, lists).map_err(anyhow::Error::msg)?;
    let client = Client::new(settings(&config)?);
    let printer = Box::new(Printer { says: watching.says });
    let feeds = config.feeds.len();
    let mut round = Round::open(config, desk, client, printer, &secrets).map_err(anyhow::Error::msg)?;
    let until = if watching.once {
        Until::Once
    } else {
        let stop = Stop::default();
        stop.on_signals().context("the system gives no signals")?;
        let feeds = if feeds == 1 { "1 feed".to_owned() } else { format!("{feeds} feeds") };
        Printer { says: watching.says }.say(&format!("watching {feeds}; Ctrl-C ends it"));
        Until::Stopped(stop)
    };
    let settled = round.run(&until).map_err(anyhow::Error::msg)?;
    Printer { says: watching.says }.say(&summary(settled));
    Ok(if watching.once && settled.troubles > 0 { Exit::Partly } else { Exit::Fine })
}

fn summary(settled: Settled) -> String {
    let Settled { new, changed, alerts, troubles } = settled;
    format!("ended: {new} new and {changed} changed reports, {alerts} alerts, {troubles} troubles")
}

/// The config with what the command line adds: every feed by its address, and the archive. Errors: one line.
fn config(watching: &Watching) -> Result<(Config, PathBuf), String> {
    let mut config = match &watching.config {
        None => Config::default(),
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .map_err(|error| format!("{}: could not be read ({error})", path.display()))?;
            let folder = path.parent().unwrap_or(Path::new(""));
            Config::read(&text, folder).map_err(|error| format!("{}: {error}", path.display()))?
        }
    };
    config.feeds.extend(watching.feeds.iter().cloned());
    config.feeds = feeds(&config.feeds)?;
    config.watchlists.extend(watching.watchlists.iter().cloned());
    if config.feeds.is_empty() {
        return Err("no feeds; name their addresses, or a list of them (OPML)".into());
    }
    let archive =
        watching.archive.clone().or_else(|| config.archive.clone()).or_else(|| watching.usual.clone());
    let archive = archive
        .ok_or("no archive to keep reports in; name one (--archive news.db, or archive = in the config)")?;
    Ok((config, archive))
}

/// The addresses of feeds, with those of the lists among them, each once.
fn feeds(named: &[String]) -> Result<Vec<String>, String> {
    let mut feeds: Vec<String> = Vec::new();
    for name in named {
        let found = if is_address(name) {
            vec![name.trim().to_owned()]
        } else {
            let bytes =
                std::fs::read(name).map_err(|error| format!("{name}: could not be read ({error})"))?;
            let list = outlines(&bytes).map_err(|error| format!("{name}: {error}"))?;
            list.into_iter().map(|o| o.address).collect()
        };
        for feed in found {
            if !is_address(&feed) {
                return Err(format!("{name}: {feed:?} is no address of http or https"));
            }
            // The address is what messages and the archive call the feed by.
            if url::Url::parse(&feed).is_ok_and(|u| !u.username().is_empty() || u.password().is_some()) {
                let list = if is_address(name) { "feeds" } else { name.as_str() };
                return Err(format!("{list}: an address with a user or password in it is not asked"));
            }
            if !feeds.contains(&feed) {
                feeds.push(feed);
            }
        }
    }
    Ok(feeds)
}

fn settings(config: &Config) -> anyhow::Result<Settings> {
    let standard = Settings::default();
    Ok(Settings {
        policy: Policy::allowing(&config.allow_private).map_err(anyhow::Error::msg)?,
        limits: Limits::default(),
        pace: Pace {
            pause: config.host.pause.0,
            longest: config.host.longest_delay.0,
            ..standard.pace.clone()
        },
        agent: config.user_agent.clone().unwrap_or_else(|| standard.agent.clone()),
        ..standard
    })
}

/// Prints what happens, each line with its time of day (UTC).
struct Printer {
    says: bool,
}

impl Teller for Printer {
    fn say(&mut self, line: &str) {
        if self.says {
            let time = System.now().strftime("%H:%M:%S").to_string();
            // Whoever reads may have gone; the watch goes on.
            let _ = writeln!(std::io::stdout().lock(), "{time} {}", clean(line));
        }
    }
    fn complain(&mut self, about: &str, message: &str) {
        tell::about(about, message);
    }
}
