//! The one place that speaks HTTP outwards: what may be asked, how politely, and how much of an answer is taken.
//!
//! In: an address. Out: a page as an [`Item`](firsthand_intake::Item), or the one line that says why there is none. An
//! answer that is cut off, too long or too slow is never a page.

mod address;
mod answer;
mod ask;
mod chance;
mod clock;
mod date;
mod item;
mod limits;
mod line;
mod lookup;
mod pace;
mod policy;
mod post;
mod robots;
mod rules;
mod trouble;

pub use address::{REFUSED, Range, refused};
pub use answer::{Fetched, Page, Validators};
pub use chance::{seed, share};
pub use clock::{Clock, Set, System, later, until};
pub use limits::Limits;
pub use lookup::{Lookup, Names};
pub use pace::Pace;
pub use policy::{Allowed, Policy};
pub use robots::Rules;
pub use trouble::{Kind, Trouble};

use pace::Hosts;
use std::sync::Arc;
use std::time::Duration;

/// Whether what somebody typed is an address of the web and no file.
pub fn is_address(typed: &str) -> bool {
    let typed = typed.trim_start().to_ascii_lowercase();
    typed.starts_with("http:") || typed.starts_with("https:")
}

/// How requests are made.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where they may go.
    pub policy: Policy,
    /// How much is taken, and how long it may take.
    pub limits: Limits,
    /// How hosts are spared.
    pub pace: Pace,
    /// Who we say we are.
    pub agent: String,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Who knows the addresses of hosts.
    pub lookup: Arc<dyn Lookup>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            policy: Policy::default(),
            limits: Limits::default(),
            pace: Pace::default(),
            agent: agent(),
            clock: Arc::new(System),
            lookup: Arc::new(Names),
        }
    }
}

/// Who we say we are, unless told otherwise: `firsthand/0.1.0 (+https://…)`.
pub fn agent() -> String {
    let name = concat!("firsthand/", env!("CARGO_PKG_VERSION"));
    match env!("CARGO_PKG_REPOSITORY") {
        "" => name.to_owned(),
        repository => format!("{name} (+{repository})"),
    }
}

/// Makes requests. Shared by threads: hosts are asked one request at a time, several hosts at once.
#[derive(Debug)]
pub struct Client {
    settings: Settings,
    wire: ureq::Agent,
    hosts: Hosts,
    rules: rules::Kept,
}

impl Client {
    /// A client with these settings.
    pub fn new(settings: Settings) -> Client {
        let hosts = Hosts::new(settings.pace.clone(), Arc::clone(&settings.clock));
        Client { wire: ask::wire(&settings), hosts, rules: rules::Kept::default(), settings }
    }

    /// How the client was set.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// How long it is until a host may be asked again.
    pub fn wait(&self, host: &str) -> Duration {
        self.hosts.wait(host)
    }
}
