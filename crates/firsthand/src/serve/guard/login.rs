//! The login of a browser: a form for the token, and the cookie that stands for it afterwards.

use super::super::problem::Problem;
use super::super::state::State;
use super::token::COOKIE_NAME;
use crate::page::markup::text;
use axum::Form;
use axum::extract::Query;
use axum::http::header::{CACHE_CONTROL, LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;

/// Where the form stands and where it is sent.
pub(super) const PATH: &str = "/login";
/// How long the answer to a wrong token is held back, against guessing.
const PAUSE: Duration = Duration::from_millis(300);

/// What the form sends.
#[derive(Deserialize)]
pub(in super::super) struct Given {
    #[serde(default)]
    token: String,
    #[serde(default)]
    next: String,
}

/// `GET /login?next=`
pub(in super::super) async fn show(Query(given): Query<Given>) -> Response {
    form(StatusCode::OK, &given.next, None)
}

/// `POST /login`: gives the cookie and leads on.
pub(in super::super) async fn enter(
    state: axum::extract::State<Arc<State>>,
    given: Result<Form<Given>, axum::extract::rejection::FormRejection>,
) -> Result<Response, Problem> {
    let Form(given) = given.map_err(|rejected| Problem::of_status(rejected.status()))?;
    let Some(token) = &state.token else { return Ok(onward(&given.next)) };
    if !token.is(given.token.trim()) {
        tokio::time::sleep(PAUSE).await;
        return Ok(form(StatusCode::UNAUTHORIZED, &given.next, Some("This is not the token.")));
    }
    let cookie =
        format!("{COOKIE_NAME}={}; HttpOnly; SameSite=Strict; Path=/; Max-Age=2592000", token.cookie());
    let mut response = onward(&given.next);
    let value = HeaderValue::from_str(&cookie).map_err(|error| Problem::internal(&error.to_string()))?;
    response.headers_mut().insert(SET_COOKIE, value);
    Ok(response)
}

/// The page with the form.
pub(super) fn form(status: StatusCode, next: &str, wrong: Option<&str>) -> Response {
    let wrong = wrong.map(|wrong| format!("<p role=\"alert\">{}</p>\n", text(wrong))).unwrap_or_default();
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Log in · firsthand</title>\n\
         <link rel=\"stylesheet\" href=\"/assets/firsthand.css\">\n</head>\n<body>\n<main>\n<h1>Log in</h1>\n{wrong}\
         <form method=\"post\" action=\"{PATH}\">\n<p><label for=\"token\">Token</label>\n\
         <input id=\"token\" name=\"token\" type=\"password\" autocomplete=\"current-password\" required></p>\n\
         <input type=\"hidden\" name=\"next\" value=\"{}\">\n<p><button>Log in</button></p>\n</form>\n\
         <p>The token was chosen by whoever started this server.</p>\n</main>\n</body>\n</html>\n",
        text(inside(next))
    );
    let mut response = (status, Html(page)).into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn onward(next: &str) -> Response {
    let to = HeaderValue::from_str(inside(next)).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(LOCATION, to), (CACHE_CONTROL, HeaderValue::from_static("no-store"))])
        .into_response()
}

/// The path to lead on to: one of this server, for a link to the login must not lead elsewhere.
fn inside(next: &str) -> &str {
    let path = next.starts_with('/') && !next.starts_with("//") && !next.starts_with("/\\");
    let plain = next.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if path && plain && !next.starts_with(PATH) { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_login_leads_nowhere_else() {
        for (next, to) in [
            ("/story/1?a=b", "/story/1?a=b"),
            ("", "/"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example", "/"),
            ("/a\r\nSet-Cookie: x", "/"),
            ("/login?next=/login", "/"),
        ] {
            assert_eq!(inside(next), to, "{next}");
        }
    }
}
