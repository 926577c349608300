//! The HTTP API: reading an archive by program, under `/api/v1/`.
//!
//! One file for each thing it gives; the OpenAPI document is made from the same functions and types (`document`).

mod changes;
mod check;
mod document;
mod fill;
mod outlets;
mod reports;
mod search;
mod shape;
mod status;
mod stories;

use super::problem::Problem;
use super::state::State;
use axum::Router;
use axum::http::header::{CONTENT_TYPE, LINK};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use document::document;
pub(super) use {check::check, reports::report_json, search::search};
pub(super) use {stories::stories, stories::whole as account};

/// Where everything of the API stands.
const ROOT: &str = "/api/v1";

/// Functions with their addresses and descriptions.
fn described() -> OpenApiRouter<Arc<State>> {
    OpenApiRouter::with_openapi(document::preface())
        .routes(routes!(stories::stories))
        .routes(routes!(stories::account))
        .routes(routes!(stories::lineage))
        .routes(routes!(stories::reports))
        .routes(routes!(reports::report))
        .routes(routes!(reports::versions))
        .routes(routes!(search::search))
        .routes(routes!(check::check))
        .routes(routes!(outlets::outlets))
        .routes(routes!(changes::changes))
        .routes(routes!(status::status))
        .routes(routes!(document::openapi))
}

/// The routes of the API.
pub(super) fn router() -> Router<Arc<State>> {
    described().split_for_parts().0
}

/// A value as JSON.
fn json<T: Serialize>(value: &T) -> Result<Response, Problem> {
    let body = serde_json::to_vec(value).map_err(|error| Problem::internal(&error.to_string()))?;
    Ok((StatusCode::OK, [(CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response())
}

/// A piece of a list as JSON, with a Link header to where it goes on.
fn listed<T: Serialize>(value: &T, address: &str, next: Option<&str>) -> Result<Response, Problem> {
    let mut response = json(value)?;
    let link = next.map(|next| format!("<{}>; rel=\"next\"", with_after(address, next)));
    if let Some(link) = link.and_then(|link| HeaderValue::from_str(&link).ok()) {
        response.headers_mut().insert(LINK, link);
    }
    Ok(response)
}

/// The address with another `after`.
fn with_after(address: &str, after: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mut made = url::form_urlencoded::Serializer::new(String::new());
    let kept = url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != "after");
    made.extend_pairs(kept).append_pair("after", after);
    format!("{path}?{}", made.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_list_goes_on() {
        for (address, expected) in [
            ("/api/v1/stories", "/api/v1/stories?after=x%2B%3E"),
            (
                "/api/v1/stories?limit=3&after=old&about=a%20b",
                "/api/v1/stories?limit=3&about=a+b&after=x%2B%3E",
            ),
        ] {
            assert_eq!(with_after(address, "x+>"), expected);
        }
    }
}
