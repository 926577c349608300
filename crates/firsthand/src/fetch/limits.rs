//! How much of anything a server may send, and how long it may take.

use std::time::Duration;

/// Limits of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a body, unpacked; as many may come over the line.
    pub body: usize,
    /// Bytes of an answer's head.
    pub head: usize,
    /// Bytes of a robots.txt that are looked at; RFC 9309 wants 500 KiB at least.
    pub robots: usize,
    /// Redirects that are followed.
    pub redirects: usize,
    /// Until the line stands, name and certificate included.
    pub connect: Duration,
    /// Between two pieces of an answer, and until the first.
    pub quiet: Duration,
    /// For one answer as a whole, redirects not counted.
    pub whole: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            body: 32 << 20,
            head: 64 << 10,
            robots: 512 << 10,
            redirects: 8,
            connect: Duration::from_secs(10),
            quiet: Duration::from_secs(20),
            whole: Duration::from_secs(60),
        }
    }
}

/// A size in words: `32 MiB`.
pub(super) fn size(bytes: usize) -> String {
    match bytes {
        b if b >= 1 << 20 && b % (1 << 20) == 0 => format!("{} MiB", b >> 20),
        b if b >= 1 << 10 && b % (1 << 10) == 0 => format!("{} KiB", b >> 10),
        b => format!("{b} bytes"),
    }
}
