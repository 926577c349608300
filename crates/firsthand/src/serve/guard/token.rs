//! Does the asker know the token? By a Bearer header or, in a browser, by the cookie that the login gave.

use super::super::asked;
use super::super::problem::Problem;
use super::super::state::State;
use super::login;
use axum::extract::Request;
use axum::http::header::{AUTHORIZATION, COOKIE, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use std::sync::Arc;
use subtle::ConstantTimeEq;

/// Name of the cookie.
pub(super) const COOKIE_NAME: &str = "firsthand";
/// A shorter token can be guessed.
const SHORTEST: usize = 16;
/// A longer one does not fit a header.
const LONGEST: usize = 512;

/// A secret that everybody who asks must know.
#[derive(Clone)]
pub struct Token {
    secret: String,
    /// What stands in the cookie: made from the secret, so that the cookie does not tell it.
    cookie: String,
}

impl Token {
    /// Takes a token as it stands in a file: white space around it is no part of it. Errors: what is wrong with it.
    pub fn new(text: &str) -> Result<Token, String> {
        let secret = text.trim();
        if !secret.bytes().all(|b| b.is_ascii_graphic()) {
            return Err("the token has signs that cannot stand in a header; use letters and digits".into());
        }
        if !(SHORTEST..=LONGEST).contains(&secret.len()) {
            return Err(format!(
                "the token has {} signs; use {SHORTEST} to {LONGEST}, such as `openssl rand -hex 32` prints",
                secret.len()
            ));
        }
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(|error| error.to_string())?;
        mac.update(b"firsthand: a browser that has logged in");
        let cookie = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Token { secret: secret.to_owned(), cookie })
    }
    /// Whether this is the token.
    pub(super) fn is(&self, given: &str) -> bool {
        same(&self.secret, given)
    }
    /// What the cookie of a browser that has logged in holds.
    pub(super) fn cookie(&self) -> &str {
        &self.cookie
    }
    fn admits(&self, headers: &HeaderMap) -> bool {
        let bearer = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).and_then(bearer);
        if let Some(given) = bearer {
            return self.is(given);
        }
        let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        cookies
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .any(|(name, value)| name == COOKIE_NAME && same(&self.cookie, value))
    }
}

/// The secret stays out of logs.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Lets through who knows the token, and everybody to the login.
pub(in super::super) async fn guard(
    state: axum::extract::State<Arc<State>>,
    request: Request,
    next: Next,
) -> Response {
    let Some(token) = &state.token else { return next.run(request).await };
    let open = request.uri().path() == login::PATH || request.uri().path() == "/assets/firsthand.css";
    if open || token.admits(request.headers()) {
        return next.run(request).await;
    }
    if request.method() == Method::GET && asked::names_html(request.headers()) {
        let wanted = request.uri().path_and_query().map_or("/", |wanted| wanted.as_str());
        return login::form(StatusCode::UNAUTHORIZED, wanted, None);
    }
    let problem = "a token is needed; send it as `Authorization: Bearer TOKEN`";
    let mut response = Problem::new(StatusCode::UNAUTHORIZED, problem).into_response();
    response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"firsthand\""));
    response
}

fn bearer(value: &str) -> Option<&str> {
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// In constant time, so that the time of an answer does not say how much of a guess was right.
fn same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "correct-horse-battery";

    #[test]
    fn who_is_let_in() {
        let token = Token::new(&format!(" {SECRET}\n")).unwrap();
        let cookie = format!("{COOKIE_NAME}={}", token.cookie());
        for (name, value, yes) in [
            (AUTHORIZATION, format!("Bearer {SECRET}"), true),
            (AUTHORIZATION, format!("bearer  {SECRET} "), true),
            (AUTHORIZATION, format!("Basic {SECRET}"), false),
            (AUTHORIZATION, SECRET.to_owned(), false),
            (AUTHORIZATION, "Bearer ".to_owned(), false),
            (AUTHORIZATION, format!("Bearer {}", &SECRET[1..]), false),
            (AUTHORIZATION, format!("Bearer {SECRET}x"), false),
            (AUTHORIZATION, format!("Bearer {}", token.cookie()), false),
            (COOKIE, cookie.clone(), true),
            (COOKIE, format!("a=b; {cookie}; c=d"), true),
            (COOKIE, format!("x{cookie}"), false),
            (COOKIE, format!("{COOKIE_NAME}={SECRET}"), false),
            (COOKIE, format!("{COOKIE_NAME}="), false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(name, value.parse().unwrap());
            assert_eq!(token.admits(&headers), yes, "{value}");
        }
        assert!(!token.admits(&HeaderMap::new()));
    }

    #[test]
    fn tokens_that_are_none() {
        for text in
            ["", "  \n", "short", "fifteen-signs-x", "with a space in the middle", "mit-ümlaut-im-token"]
        {
            assert!(Token::new(text).is_err(), "{text}");
        }
        assert!(Token::new(&"x".repeat(LONGEST + 1)).is_err());
        assert_eq!(format!("{:?}", Token::new(SECRET).unwrap()), "Token(…)");
    }
}
