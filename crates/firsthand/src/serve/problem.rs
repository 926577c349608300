//! What went wrong with a request, as RFC 9457 has it.
//!
//! A problem says what the asker can do about it, never how the program or the machine looks inside; that goes to
//! stderr.

use crate::tell;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use firsthand_store as store;
use serde::Serialize;
use utoipa::ToSchema;

/// Why a request has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The status of the answer.
    pub status: StatusCode,
    /// What is wrong and what to do, one line.
    pub detail: String,
}

/// A problem as it is sent: `application/problem+json` (RFC 9457).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(super) struct Written {
    /// Always `about:blank`: the status says what kind of problem it is.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status in words.
    title: &'static str,
    /// The status.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What is wrong and what to do.
    detail: String,
    /// The address that was asked for, without its query.
    instance: String,
}

impl Problem {
    /// A problem of this status.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Problem {
        Problem { status, detail: detail.into() }
    }
    /// 400: the request is not one.
    pub fn malformed(detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::BAD_REQUEST, detail)
    }
    /// 404: there is no such thing.
    pub fn missing(detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::NOT_FOUND, detail)
    }
    /// 422: the request is one, but a value in it makes no sense.
    pub fn senseless(detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
    }
    /// 500; `why` is for stderr.
    pub fn internal(why: &str) -> Problem {
        tell::error(why);
        Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "the archive could not be read; the server's log says why",
        )
    }
    /// 503: the server is about to end.
    pub fn stopping() -> Problem {
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "the server is being stopped; try again later")
    }
    /// The problem behind a status that came without one.
    pub(super) fn of_status(status: StatusCode) -> Problem {
        let detail = match status {
            StatusCode::NOT_FOUND => "nothing is at this address",
            StatusCode::METHOD_NOT_ALLOWED => {
                "this address does not know the method; the Allow header names those it knows"
            }
            StatusCode::PAYLOAD_TOO_LARGE => "the request is too long",
            StatusCode::UNSUPPORTED_MEDIA_TYPE => "the body is not of a type this address takes",
            StatusCode::BAD_REQUEST => "the request could not be read",
            _ if status.is_server_error() => "the request could not be answered; try again later",
            _ => "the request could not be answered",
        };
        Problem::new(status, detail)
    }
    /// As the answer to a request for this path.
    pub(super) fn written(&self, path: &str) -> Written {
        Written {
            kind: "about:blank",
            title: self.status.canonical_reason().unwrap_or("Error"),
            status: self.status.as_u16(),
            detail: self.detail.clone(),
            instance: path.to_owned(),
        }
    }
    /// The answer, whole.
    pub(super) fn answer(&self, path: &str) -> Response {
        let body = serde_json::to_vec(&self.written(path)).unwrap_or_default();
        let mut response = (self.status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Problem {
        match error.kind() {
            // Days are checked before they come here: what is left is the cursor.
            store::Kind::Request => {
                Problem::senseless("after is no cursor that this archive gave; start from the first page")
            }
            store::Kind::Busy => Problem::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "another program has been writing to the archive for too long; try again later",
            ),
            _ => Problem::internal(&error.to_string()),
        }
    }
}

/// A problem travels with its answer; the outermost layer writes it down, for it knows what was asked for.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_as_it_is_sent() {
        let problem = Problem::senseless("limit is 1 to 100");
        assert_eq!(
            serde_json::to_value(problem.written("/api/v1/stories")).unwrap(),
            serde_json::json!({
                "type": "about:blank",
                "title": "Unprocessable Entity",
                "status": 422,
                "detail": "limit is 1 to 100",
                "instance": "/api/v1/stories",
            })
        );
    }

    #[test]
    fn what_went_wrong_inside_stays_inside() {
        assert!(!Problem::internal("/home/anna/news.db: disk I/O error").detail.contains("anna"));
    }
}
