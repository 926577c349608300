//! From a host to its addresses, and whether they may be connected to. What is checked here is what is connected to:
//! there is no second look.

use super::policy::Policy;
use std::fmt;
use std::io;
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Who knows the addresses of hosts.
pub trait Lookup: fmt::Debug + Send + Sync {
    /// The addresses of a host (a name, or an address without brackets). Errors: it is not known.
    fn addresses(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>>;
}

/// The machine's own way of looking up names.
#[derive(Debug, Clone, Copy, Default)]
pub struct Names;

impl Lookup for Names {
    fn addresses(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        Ok((host, port).to_socket_addrs()?.collect())
    }
}

/// Looks hosts up and refuses what the policy refuses.
#[derive(Debug)]
pub(super) struct Guarded {
    pub(super) policy: Policy,
    pub(super) lookup: Arc<dyn Lookup>,
}

/// A host that may not be connected to.
#[derive(Debug)]
pub(super) struct Refusal(pub(super) String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

/// More addresses of one host are not tried.
const MOST: usize = 16;

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &ureq::http::Uri,
        _: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let host = uri.host().ok_or(ureq::Error::HostNotFound)?;
        let host = host.strip_prefix('[').and_then(|h| h.strip_suffix(']')).unwrap_or(host);
        let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") { 443 } else { 80 });
        let found = self.within(host, port, timeout)?;
        // One refused address refuses the host: a name that leads inside and outside is a trick, or a mistake.
        for address in &found {
            if let Some(what) = self.policy.refuses(host, address.ip()) {
                let message =
                    format!("{host} leads to {}, {what}; refused (allow_private allows it)", address.ip());
                return Err(ureq::Error::Other(Box::new(Refusal(message))));
            }
        }
        let mut kept = self.empty();
        for address in found.into_iter().take(MOST) {
            kept.push(address);
        }
        if kept.is_empty() { Err(ureq::Error::HostNotFound) } else { Ok(kept) }
    }
}

impl Guarded {
    /// Looks a host up in a thread of its own, as the machine's way of doing it knows no limit of time.
    fn within(&self, host: &str, port: u16, timeout: NextTimeout) -> Result<Vec<SocketAddr>, ureq::Error> {
        let (give, take) = mpsc::sync_channel(1);
        let (lookup, name) = (Arc::clone(&self.lookup), host.to_owned());
        std::thread::spawn(move || give.send(lookup.addresses(&name, port)).ok());
        match take.recv_timeout(*timeout.after) {
            Ok(Ok(found)) => Ok(found),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(ureq::Error::HostNotFound),
            Err(RecvTimeoutError::Timeout) => Err(ureq::Error::Timeout(timeout.reason)),
        }
    }
}
