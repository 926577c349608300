//! What is watched for, and who is told.

use super::entry::digest;
use serde::Deserialize;
use std::path::PathBuf;
use url::Url;

/// One thing that is watched for.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Watched {
    /// A name of anybody or anything.
    pub name: Option<String>,
    /// A name of a place.
    pub place: Option<String>,
    /// A story of the archive: `s12`.
    pub story: Option<String>,
    /// A claim.
    pub claim: Option<String>,
    /// Who is told.
    pub send: Vec<Target>,
}

/// Who is told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Target {
    /// An address that alerts are posted to.
    pub webhook: Option<String>,
    /// The variable of the environment that holds the secret they are signed with.
    pub secret_env: Option<String>,
    /// A file that alerts are appended to, one a line.
    pub jsonl: Option<PathBuf>,
    /// A file that is kept as an Atom feed of the last alerts.
    pub atom: Option<PathBuf>,
}

/// What a watch is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// A name of anybody or anything.
    Name(String),
    /// A name of a place.
    Place(String),
    /// A story.
    Story(i64),
    /// A claim.
    Claim(String),
}

impl Watched {
    /// What it is for. Errors: nothing, or several things.
    pub fn matter(&self) -> Result<Matter, String> {
        let words = |text: &Option<String>| text.as_deref().map(|t| t.trim().to_owned());
        let story = |text: String| {
            text.trim_start_matches(['s', 'S'])
                .parse()
                .map_err(|_| format!("story: {text:?} is no story of an archive; write it like s12"))
        };
        let mut meant = Vec::new();
        meant.extend(words(&self.name).map(Matter::Name));
        meant.extend(words(&self.place).map(Matter::Place));
        meant.extend(words(&self.story).map(story).transpose()?.map(Matter::Story));
        meant.extend(words(&self.claim).map(Matter::Claim));
        match (meant.pop(), meant.is_empty()) {
            (Some(Matter::Name(text) | Matter::Place(text) | Matter::Claim(text)), true)
                if !text.chars().any(char::is_alphanumeric) =>
            {
                Err("a name, place or claim without a word in it".into())
            }
            (Some(matter), true) => Ok(matter),
            _ => Err("give it one of name, place, story and claim".into()),
        }
    }
}

impl Matter {
    /// What it is called, in cursors and alerts: `name Ilse Brandt`.
    pub fn label(&self) -> String {
        match self {
            Matter::Name(name) => format!("name {name}"),
            Matter::Place(place) => format!("place {place}"),
            Matter::Story(story) => format!("story s{story}"),
            Matter::Claim(claim) => format!("claim {claim}"),
        }
    }
}

impl Target {
    pub(super) fn check(&self) -> Result<(), String> {
        let given = [self.webhook.is_some(), self.jsonl.is_some(), self.atom.is_some()];
        if given.iter().filter(|g| **g).count() != 1 {
            return Err("send: give each target one of webhook, jsonl and atom".into());
        }
        if self.secret_env.is_some() && self.webhook.is_none() {
            return Err("send: secret_env goes with webhook".into());
        }
        let Some(address) = self.webhook.as_deref() else {
            return Ok(());
        };
        match Url::parse(address) {
            Ok(url) if !matches!(url.scheme(), "http" | "https") => {
                Err("send: webhook is no address of http or https".into())
            }
            Ok(url) if !url.username().is_empty() || url.password().is_some() => {
                Err("send: webhook has a user or password in it; sign with secret_env".into())
            }
            Ok(_) => Ok(()),
            Err(error) => Err(format!("send: webhook is no address ({error})")),
        }
    }

    /// What it is called where what is to be sent is kept, and in messages. An address may be a secret: of a webhook's
    /// only the host is shown.
    pub fn label(&self) -> String {
        let path = |path: &Option<PathBuf>| path.as_ref().map(|p| p.display().to_string());
        match (&self.webhook, path(&self.jsonl), path(&self.atom)) {
            (Some(address), ..) => {
                let host = Url::parse(address).ok().and_then(|u| u.host_str().map(str::to_owned));
                format!("webhook {} {}", host.unwrap_or_default(), digest(&[address]))
            }
            (_, Some(path), _) => format!("jsonl {path}"),
            (.., path) => format!("atom {}", path.unwrap_or_default()),
        }
    }
}
