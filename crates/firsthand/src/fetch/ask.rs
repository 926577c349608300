//! One request and its answer, without redirects.

use super::limits::size;
use super::line::{Watched, seen};
use super::lookup::{Guarded, Refusal};
use super::{Client, Kind, Settings, Trouble, date};
use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;
use ureq::unversioned::transport::{Connector, RustlsConnector, TcpConnector};
use ureq::{Body, Timeout};
use url::Url;

/// An answer, whole.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: ureq::http::HeaderMap,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// The value of a header, where it is text.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok().map(str::trim).filter(|v| !v.is_empty())
    }
    /// The media type, in lower case, without parameters.
    pub(super) fn media(&self) -> Option<String> {
        firsthand_intake::media_type(self.header("content-type")?)
    }
    /// The encoding the answer declares.
    pub(super) fn charset(&self) -> Option<String> {
        firsthand_intake::charset(self.header("content-type")?)
    }
}

/// Bytes that may have been read ahead of what was asked for.
const AHEAD: usize = 256 << 10;

/// How much of a body is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Most {
    /// So many bytes; more is an error.
    Whole(usize),
    /// The first so many bytes; the rest is left.
    Start(usize),
}

/// The library that speaks HTTP, set so that nothing happens behind our back: no redirects, no proxy, no line kept open.
pub(super) fn wire(settings: &Settings) -> ureq::Agent {
    let limits = &settings.limits;
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .max_idle_connections(0)
        .max_idle_connections_per_host(0)
        .max_response_header_size(limits.head)
        .user_agent(&settings.agent)
        .timeout_resolve(Some(limits.connect))
        .timeout_connect(Some(limits.connect))
        .timeout_per_read(Some(limits.quiet))
        .timeout_per_write(Some(limits.quiet))
        .timeout_global(Some(limits.whole))
        .build();
    let most = (limits.body.max(limits.robots) + limits.head + AHEAD) as u64;
    let connector =
        ().chain(TcpConnector::default()).chain(RustlsConnector::default()).chain(Watched { most });
    let guarded = Guarded { policy: settings.policy.clone(), lookup: Arc::clone(&settings.lookup) };
    ureq::Agent::with_parts(config, connector, guarded)
}

impl Client {
    /// Asks once, when the host's turn comes. `headers` go with the request.
    pub(super) fn ask(&self, url: &Url, headers: &[(&str, &str)], most: Most) -> Result<Answer, Trouble> {
        self.settings.policy.check(url)?;
        let host = url.host_str().unwrap_or_default();
        let _turn = self.hosts.turn(host).map_err(|wait| {
            let message = format!("{host} wants to be left alone for {} s; put off", wait.as_secs());
            Trouble::new(Kind::Wait, url.as_str(), message).after(Some(wait))
        })?;
        let mut request = self.wire.get(url.as_str()).header("Connection", "close");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.call().map_err(|error| self.trouble(url, error))?;
        let answer = self.taken(url, response, most)?;
        if matches!(answer.status, 429 | 503)
            && let Some(wait) = self.retry_after(&answer)
        {
            self.hosts.hold(host, wait);
        }
        Ok(answer)
    }

    /// What the answer says of when to come again. A date is meant by the server's clock, which the answer states: ours
    /// may be wrong by a year.
    pub(super) fn retry_after(&self, answer: &Answer) -> Option<Duration> {
        let now = answer.header("date").and_then(date::date).unwrap_or_else(|| self.settings.clock.now());
        date::retry_after(answer.header("retry-after")?, now)
    }

    /// Takes the body of an answer.
    pub(super) fn taken(
        &self,
        url: &Url,
        response: ureq::http::Response<Body>,
        most: Most,
    ) -> Result<Answer, Trouble> {
        let (head, body) = response.into_parts();
        let mut answer = Answer { status: head.status.as_u16(), headers: head.headers, body: Vec::new() };
        if answer.status != 200 {
            // What stands in it is for people. It is no page.
            return Ok(answer);
        }
        let cut = |message: String| Err(Trouble::new(Kind::Cut, url.as_str(), message));
        if let Some(odd) = answer.header("content-encoding").filter(|e| !e.eq_ignore_ascii_case("identity")) {
            let message = format!("the answer is packed as {odd:?}, which was not asked for; left out");
            return Err(Trouble::new(Kind::Media, url.as_str(), message));
        }
        let told = body.content_length();
        let (limit, whole) = match most {
            Most::Whole(limit) => (limit, true),
            Most::Start(limit) => (limit, false),
        };
        let large = |message: String| Err(Trouble::new(Kind::Size, url.as_str(), message));
        if whole && told.is_some_and(|told| told > limit as u64) {
            let told = told.unwrap_or_default();
            return large(format!("the answer has {told} bytes, the limit is {}; left out", size(limit)));
        }
        // One more than the limit shows that there is more.
        let mut reader = body.into_reader().take(limit as u64 + 1);
        if let Err(error) = reader.read_to_end(&mut answer.body) {
            let got = answer.body.len();
            return match ureq::Error::from(error) {
                ureq::Error::Io(e) if is_cut(&e) => cut(match told {
                    Some(told) => format!("the answer ended after {got} of {told} bytes; left out"),
                    None => format!("the answer ended after {got} bytes, before its end; left out"),
                }),
                other => Err(self.trouble(url, other)),
            };
        }
        if answer.body.len() > limit {
            if whole {
                return large(format!("the answer has more than {}; left out", size(limit)));
            }
            answer.body.truncate(limit);
            return Ok(answer);
        }
        drop(reader);
        if let Some(told) = told.filter(|_| seen().more) {
            return cut(format!("the answer has more than the {told} bytes it says it has; left out"));
        }
        Ok(answer)
    }

    /// What an error of the library means.
    pub(super) fn trouble(&self, url: &Url, error: ureq::Error) -> Trouble {
        let limits = &self.settings.limits;
        let host = url.host_str().unwrap_or_default();
        let (kind, message) = match error {
            ureq::Error::Other(other) => match other.downcast::<Refusal>() {
                Ok(refusal) => (Kind::Refused, refusal.0),
                Err(other) => (Kind::Network, other.to_string()),
            },
            ureq::Error::Timeout(reason) => (Kind::Time, slow(reason, limits)),
            ureq::Error::HostNotFound => (Kind::Network, format!("the host {host} was not found")),
            ureq::Error::Io(e) if is_cut(&e) => {
                (Kind::Cut, "the line was closed before the answer was complete".into())
            }
            ureq::Error::Io(e) => (Kind::Network, format!("{host} could not be reached ({e})")),
            ureq::Error::LargeResponseHeader(..) => {
                (Kind::Size, format!("the head of the answer has more than {}; left out", size(limits.head)))
            }
            ureq::Error::BodyExceedsLimit(_) => {
                (Kind::Size, format!("the answer has more than {}; left out", size(limits.body)))
            }
            ureq::Error::Decompress(_, e) if is_cut(&e) => {
                (Kind::Cut, "the packed answer ended before its end; left out".into())
            }
            ureq::Error::Decompress(_, e) => {
                (Kind::Cut, format!("the answer cannot be unpacked ({e}); left out"))
            }
            ureq::Error::Protocol(e) if e.to_string().contains("too many headers") => {
                (Kind::Size, "the head of the answer has more than 128 lines; left out".into())
            }
            ureq::Error::Protocol(e) => (Kind::Http, format!("the answer is no sound HTTP ({e})")),
            ureq::Error::Http(e) => (Kind::Address, format!("the address cannot be asked ({e})")),
            ureq::Error::BadUri(e) => (Kind::Address, format!("the address cannot be asked ({e})")),
            other => (Kind::Network, format!("{host} could not be asked ({other})")),
        };
        Trouble::new(kind, url.as_str(), message)
    }
}

fn is_cut(error: &io::Error) -> bool {
    use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
    matches!(error.kind(), UnexpectedEof | ConnectionReset | ConnectionAborted | BrokenPipe)
}

fn slow(reason: Timeout, limits: &super::Limits) -> String {
    let (what, limit) = match reason {
        Timeout::Resolve => ("its host was not found", limits.connect),
        Timeout::Connect => ("no line could be opened", limits.connect),
        Timeout::PerRead | Timeout::PerWrite => ("nothing came", limits.quiet),
        _ => ("the answer was not complete", limits.whole),
    };
    format!("{what} within {} s; left out", limit.as_secs_f64())
}
