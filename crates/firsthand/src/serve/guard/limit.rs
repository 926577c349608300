//! How much of a request is read, and how long an answer may take to begin.

use super::super::problem::Problem;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::CONTENT_LENGTH;
use axum::middleware::Next;
use axum::response::Response;
use std::time::Duration;

/// Bytes of a body: the longest is a question of an agent.
pub(in super::super) const BODY: usize = 256 * 1024;
/// Bytes of path and query: room for a claim of a few sentences, percent-encoded.
const ADDRESS: usize = 32 * 1024;
/// An answer that has not begun by then is given up. The account of a story of hundreds of reports takes seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// Refuses what is too long and gives up what takes too long.
pub(in super::super) async fn guard(request: Request, next: Next) -> Result<Response, Problem> {
    if request.uri().path_and_query().is_some_and(|address| address.as_str().len() > ADDRESS) {
        return Err(Problem::new(
            StatusCode::URI_TOO_LONG,
            format!("the address is longer than {ADDRESS} bytes"),
        ));
    }
    let stated = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    if stated.is_some_and(|length: u64| length > BODY as u64) {
        return Err(Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            format!("the body is longer than {BODY} bytes"),
        ));
    }
    tokio::time::timeout(PATIENCE, next.run(request)).await.map_err(|_| {
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "this took too long; ask for less, or try again later")
    })
}
