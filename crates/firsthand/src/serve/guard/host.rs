//! Is the request meant for this server? Guards against DNS rebinding: a page of the web whose name was made to point to
//! this machine asks under its own name, and is refused.

use super::super::problem::Problem;
use super::super::state::State;
use axum::extract::Request;
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

/// Lets through what is asked for under a name of this server, by nobody else's page.
pub(in super::super) async fn guard(
    state: axum::extract::State<Arc<State>>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    check(&state, request.uri().host(), request.headers())?;
    Ok(next.run(request).await)
}

fn check(state: &State, in_uri: Option<&str>, headers: &HeaderMap) -> Result<(), Problem> {
    let Some(host) = one(headers, HOST)? else {
        return Err(Problem::malformed("the request has no Host header"));
    };
    let strict = state.loopback || !state.names.is_empty();
    let known = |name: &str| own(name) || state.names.iter().any(|own| own == name);
    let asked = name(host).ok_or_else(|| Problem::malformed("the Host header is no name of a host"))?;
    if strict && !(known(&asked) && in_uri.and_then(name).is_none_or(|name| known(&name))) {
        return Err(Problem::new(
            StatusCode::MISDIRECTED_REQUEST,
            "this server is not reached under that name; ask for localhost, or start it with --host-name",
        ));
    }
    let Some(origin) = one(headers, ORIGIN)? else { return Ok(()) };
    let page = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://")).and_then(name);
    // Behind a proxy the port differs, so that names alone are compared.
    if page.is_some_and(|page| page == asked || (strict && known(&page))) {
        return Ok(());
    }
    Err(Problem::new(StatusCode::FORBIDDEN, "pages of other sites may not ask this server"))
}

/// The one value of a header. Errors: it has several, or one that is no text.
fn one(headers: &HeaderMap, name: axum::http::HeaderName) -> Result<Option<&str>, Problem> {
    let mut values = headers.get_all(&name).iter();
    let (first, second) = (values.next(), values.next());
    match (first.map(|value| value.to_str()), second) {
        (None, _) => Ok(None),
        (Some(Ok(text)), None) => Ok(Some(text)),
        _ => Err(Problem::malformed(format!("the {name} header makes no sense"))),
    }
}

/// Whether a name is that of the machine itself.
fn own(name: &str) -> bool {
    matches!(name, "localhost" | "127.0.0.1" | "::1")
}

/// The name in `name:port`, `[address]:port` or either without port, in lower case.
fn name(authority: &str) -> Option<String> {
    let port = |rest: &str| rest.is_empty() || rest.strip_prefix(':').is_some_and(digits);
    if let Some(rest) = authority.strip_prefix('[') {
        let (address, rest) = rest.split_once(']')?;
        address.parse::<std::net::Ipv6Addr>().ok()?;
        return port(rest).then(|| address.to_ascii_lowercase());
    }
    let end = authority.find(':').unwrap_or(authority.len());
    let (name, rest) = authority.split_at(end);
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let name = name.trim_end_matches('.');
    (port(rest) && !name.is_empty() && name.chars().all(plain)).then(|| name.to_ascii_lowercase())
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_hosts() {
        for (authority, expected) in [
            ("localhost:8484", Some("localhost")),
            ("LOCALHOST", Some("localhost")),
            ("localhost.", Some("localhost")),
            ("127.0.0.1:1", Some("127.0.0.1")),
            ("[::1]:8484", Some("::1")),
            ("[::1]", Some("::1")),
            ("evil.example", Some("evil.example")),
            ("localhost:8484.evil.example", None),
            ("localhost@evil.example", None),
            ("user@localhost", None),
            ("[::1]evil", None),
            ("[localhost]", None),
            ("::1", None),
            ("localhost:", None),
            ("localhost:port", None),
            (":80", None),
            ("", None),
            ("local host", None),
        ] {
            assert_eq!(name(authority).as_deref(), expected, "{authority}");
        }
    }
}
