//! What can go wrong with a request.

use std::fmt;
use std::time::Duration;

/// A request that gave nothing that may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What kind of trouble it is.
    pub kind: Kind,
    /// The address that was asked.
    pub address: String,
    /// One line: what is wrong, and what was done or is to be done.
    pub message: String,
    /// How long the server (or the host's pace) wants us to wait.
    pub wait: Option<Duration>,
}

/// Kinds of trouble.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The address makes no sense, or is none that is asked.
    Address,
    /// It leads where nothing may go.
    Refused,
    /// The host's robots.txt does not want us there.
    Robots,
    /// The host has asked for time: nothing was sent.
    Wait,
    /// An answer with this status, which is no page.
    Status(u16),
    /// Redirected in a circle, too often, or to nowhere.
    Redirect,
    /// Took too long.
    Time,
    /// Larger than a limit.
    Size,
    /// Ended before its end, or has another length than it says.
    Cut,
    /// Not what can be read: a picture, an encoding that was not asked for.
    Media,
    /// No sound HTTP.
    Http,
    /// The host was not found or reached, or its certificate is no good.
    Network,
}

impl Trouble {
    /// A trouble with an address.
    pub fn new(kind: Kind, address: impl Into<String>, message: impl Into<String>) -> Trouble {
        Trouble { kind, address: address.into(), message: message.into(), wait: None }
    }

    /// The same trouble, with the time to wait.
    pub fn after(mut self, wait: Option<Duration>) -> Trouble {
        self.wait = wait;
        self
    }

    /// Whether the same request may go well later.
    pub fn may_pass(&self) -> bool {
        match self.kind {
            Kind::Wait | Kind::Time | Kind::Cut | Kind::Http | Kind::Network | Kind::Size => true,
            // Refused for now: the host could not be asked, or robots.txt may change.
            Kind::Robots => self.wait.is_some(),
            Kind::Status(status) => status >= 500 || matches!(status, 408 | 421 | 423 | 425 | 429),
            Kind::Address | Kind::Refused | Kind::Redirect | Kind::Media => false,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.address, self.message)
    }
}

impl std::error::Error for Trouble {}
