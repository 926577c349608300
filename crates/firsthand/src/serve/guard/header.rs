//! What stands at the head of every answer, and how problems are written down.

use super::super::asked::names_html;
use super::super::problem::Problem;
use super::super::{page, view};
use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::http::header::{ALLOW, CONTENT_LENGTH, CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;

/// Type of a page.
pub(in super::super) const HTML: &str = "text/html; charset=utf-8";

const ALWAYS: [(&str, &str); 6] = [
    ("content-security-policy", page::POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
];

/// The outermost layer: writes down problems and puts the headers of safety on every answer.
pub(in super::super) async fn guard(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let page = names_html(request.headers()) && !path.starts_with("/api/");
    let head = request.method() == Method::HEAD;
    let mut response = written(next.run(request).await, &path, page);
    if head {
        // What a GET would be told of the length stays; the bytes do not go out.
        let length = response.body().size_hint().exact();
        if let Some(length) = length.filter(|&length| length > 0) {
            response.headers_mut().entry(CONTENT_LENGTH).or_insert(length.into());
        }
        *response.body_mut() = Body::empty();
    }
    for (name, value) in ALWAYS {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response
}

/// The answer; a problem as JSON, or as a page for who wants one.
fn written(response: Response, path: &str, page: bool) -> Response {
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    let problem = response.extensions().get::<Problem>().cloned();
    // An answer with a type is one that somebody wrote: the login, or MCP.
    if !failed || (problem.is_none() && response.headers().contains_key(CONTENT_TYPE) && !plain(&response)) {
        return response;
    }
    let problem = problem.unwrap_or_else(|| Problem::of_status(status));
    let mut answer = if page { view::problem(&problem) } else { problem.answer(path) };
    for kept in [ALLOW, WWW_AUTHENTICATE] {
        if let Some(value) = response.headers().get(&kept) {
            answer.headers_mut().insert(kept, value.clone());
        }
    }
    answer
}

/// Whether the answer is a plain line, as libraries write them.
fn plain(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/plain"))
}
