//! What is watched, how politely, and who is told: `firsthand.toml`.

use super::span::Span;
use super::watched::{Target, Watched};
use crate::fetch::{Policy, is_address};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The config, every default filled in.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The archive.
    pub archive: Option<PathBuf>,
    /// Addresses of feeds, and files of OPML that list them.
    pub feeds: Vec<String>,
    /// Who we say we are.
    pub user_agent: Option<String>,
    /// Hosts, addresses and ranges that may be asked though they are not of the open Internet.
    pub allow_private: Vec<String>,
    /// How many hosts are asked at once.
    pub hosts_at_once: usize,
    /// When feeds are asked again.
    pub interval: Intervals,
    /// How hosts are spared.
    pub host: Sparing,
    /// How known pages are followed.
    pub follow: Following,
    /// Lists of names; who may stand on one is told in alerts.
    pub watchlists: Vec<PathBuf>,
    /// What is watched for.
    pub watch: Vec<Watched>,
}

/// When feeds are asked again: sooner if they bring news, later if they do not.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Intervals {
    /// At first.
    pub first: Span,
    /// At the soonest.
    pub least: Span,
    /// At the latest, also after errors.
    pub most: Span,
}

/// How hosts are spared.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sparing {
    /// The pause between two requests to one host.
    pub pause: Span,
    /// The longest pause that a host's Crawl-delay brings about.
    pub longest_delay: Span,
}

/// How known pages are followed.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Following {
    /// For how many days; 0 is not at all.
    pub days: u16,
    /// When a page is asked for again the first time; from then on the interval doubles while it does not change.
    pub first: Span,
    /// The longest interval.
    pub most: Span,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            archive: None,
            feeds: Vec::new(),
            user_agent: None,
            allow_private: Vec::new(),
            hosts_at_once: 8,
            interval: Intervals::default(),
            host: Sparing::default(),
            follow: Following::default(),
            watchlists: Vec::new(),
            watch: Vec::new(),
        }
    }
}

impl Default for Intervals {
    fn default() -> Intervals {
        Intervals { first: Span::seconds(900), least: Span::seconds(300), most: Span::seconds(6 * 3600) }
    }
}

impl Default for Sparing {
    fn default() -> Sparing {
        Sparing { pause: Span::seconds(2), longest_delay: Span::seconds(60) }
    }
}

impl Default for Following {
    fn default() -> Following {
        Following { days: 7, first: Span::seconds(1800), most: Span::seconds(24 * 3600) }
    }
}

impl Config {
    /// Reads a config. Paths in it are relative to the folder it stands in. Errors: one line that names the key.
    pub fn read(text: &str, folder: &Path) -> Result<Config, String> {
        let mut config: Config = toml::from_str(text).map_err(|error| said(text, &error))?;
        let place = |path: &mut PathBuf| *path = folder.join(&*path);
        config.archive.iter_mut().chain(&mut config.watchlists).for_each(place);
        for feed in config.feeds.iter_mut().filter(|f| !is_address(f)) {
            *feed = folder.join(&*feed).to_string_lossy().into_owned();
        }
        for target in config.watch.iter_mut().flat_map(|w| &mut w.send) {
            target.jsonl.iter_mut().chain(target.atom.iter_mut()).for_each(place);
        }
        config.check()?;
        Ok(config)
    }

    /// Errors: what makes no sense, with its key.
    pub fn check(&self) -> Result<(), String> {
        Policy::allowing(&self.allow_private).map_err(|error| format!("allow_private: {error}"))?;
        if self.hosts_at_once == 0 || self.hosts_at_once > 64 {
            return Err("hosts_at_once: from 1 to 64".into());
        }
        let agent = self.user_agent.as_deref().unwrap_or("firsthand");
        if agent.trim().is_empty() || !agent.chars().all(|c| matches!(c, ' '..='~')) {
            return Err("user_agent: one line of ASCII that says who asks".into());
        }
        if self.interval.least > self.interval.most {
            return Err("interval.least: longer than interval.most".into());
        }
        if self.interval.least.0.as_secs() < 10 {
            return Err("interval.least: no feed is asked more often than every 10s".into());
        }
        if self.follow.days > 0 && self.follow.first.0.as_secs() < 60 {
            return Err("follow.first: no page is asked for more often than every 60s".into());
        }
        let mut names = std::collections::BTreeSet::new();
        for (n, watch) in self.watch.iter().enumerate() {
            let label = watch.matter().and_then(|matter| {
                watch.send.iter().try_for_each(Target::check)?;
                Ok(matter.label())
            });
            let label = label.map_err(|error| format!("watch {}: {error}", n + 1))?;
            if !names.insert(label.clone()) {
                return Err(format!("watch {}: {label} is watched for twice", n + 1));
            }
        }
        Ok(())
    }
}

/// An error of the parser in one line, with its place.
fn said(text: &str, error: &toml::de::Error) -> String {
    let message = error.message().split('\n').collect::<Vec<_>>().join(", ");
    match error.span().and_then(|span| text.get(..span.start)) {
        Some(before) => format!("line {}: {message}", before.matches('\n').count() + 1),
        None => message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::watched::Matter;

    fn read(text: &str) -> Result<Config, String> {
        Config::read(text, Path::new("/desk"))
    }

    #[test]
    fn a_config_is_read() {
        let config = read(
            r#"
archive = "news.db"
feeds = ["https://courier.example/feed", "feeds.opml"]
user_agent = "desk-reader/1 (+https://desk.example)"
allow_private = ["10.1.0.0/16", "intranet.example"]

[interval]
first = "10m"

[follow]
days = 3

[[watch]]
name = "Ilse Brandt"
send = [{ webhook = "https://desk.example/hook", secret_env = "HOOK" }, { jsonl = "alerts.jsonl" }]

[[watch]]
story = "s12"
send = [{ atom = "/var/www/alerts.xml" }]
"#,
        )
        .unwrap();
        assert_eq!(config.archive.as_deref(), Some(Path::new("/desk/news.db")));
        assert_eq!(config.feeds, ["https://courier.example/feed", "/desk/feeds.opml"]);
        assert_eq!((config.interval.first, config.interval.least), (Span::seconds(600), Span::seconds(300)));
        assert_eq!(config.watch[0].matter(), Ok(Matter::Name("Ilse Brandt".into())));
        assert_eq!(config.watch[1].matter(), Ok(Matter::Story(12)));
        assert_eq!(config.watch[0].send[1].label(), "jsonl /desk/alerts.jsonl");
        assert_eq!(config.watch[1].send[0].label(), "atom /var/www/alerts.xml");
        let hook = config.watch[0].send[0].label();
        assert!(hook.starts_with("webhook desk.example ") && !hook.contains("/hook"), "{hook}");
        assert_eq!(read("").unwrap(), Config::default());
    }

    #[test]
    fn what_makes_no_sense_is_named_with_its_key() {
        for (text, says) in [
            ("feed = []", "line 1: unknown field `feed`"),
            ("\n\n[interval]\nfirst = 5", "line 4"),
            ("[interval]\nfirst = \"soon\"", "\"soon\" is no length of time"),
            ("[interval]\nleast = \"7h\"", "interval.least"),
            ("[interval]\nleast = \"1s\"", "interval.least"),
            ("[follow]\nfirst = \"1s\"", "follow.first"),
            ("allow_private = [\"10.0.0.0/99\"]", "allow_private: \"10.0.0.0/99\""),
            ("hosts_at_once = 0", "hosts_at_once"),
            ("user_agent = \"a\\nb\"", "user_agent"),
            ("[[watch]]\nsend = []", "watch 1: give it one of name, place, story and claim"),
            ("[[watch]]\nname = \"a\"\nplace = \"b\"", "watch 1: give it one of"),
            ("[[watch]]\nname = \" \"", "watch 1: a name, place or claim without a word"),
            ("[[watch]]\nstory = \"storm\"", "watch 1: story: \"storm\""),
            ("[[watch]]\nname = \"a\"\n[[watch]]\nname = \"a\"", "watch 2: name a is watched for twice"),
            ("[[watch]]\nname = \"a\"\nsend = [{}]", "watch 1: send: give each target one of"),
            ("[[watch]]\nname = \"a\"\nsend = [{ webhook = \"file:///x\" }]", "watch 1: send: webhook"),
            ("[[watch]]\nname = \"a\"\nsend = [{ webhook = \"http://u:p@x.example\" }]", "user or password"),
            ("[[watch]]\nname = \"a\"\nsend = [{ jsonl = \"x\", secret_env = \"y\" }]", "secret_env"),
            ("[[watch]]\nname = \"a\"\nsend = [{ mail = \"x\" }]", "unknown field `mail`"),
        ] {
            let said = read(text).unwrap_err();
            assert!(said.contains(says), "{text}: {said}");
            assert!(!said.contains('\n'), "{said}");
        }
    }
}
