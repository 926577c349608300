//! How much the archive holds.

use super::super::asked::Asked;
use super::super::problem::Problem;
use super::super::query::{Nothing, Query};
use super::super::state::State;
use super::json;
use super::shape::Status;
use axum::extract;
use axum::response::Response;
use firsthand_store::Reader;
use std::sync::Arc;

/// How much the archive holds, and its revision
#[utoipa::path(get, path = "/api/v1/status", tag = "archive", responses(
    (status = 200, description = "The archive in numbers", body = Status),
    (status = 400, response = super::document::Malformed),
))]
pub(crate) async fn status(
    extract::State(state): extract::State<Arc<State>>,
    asked: Asked,
    Query(Nothing {}): Query<Nothing>,
) -> Result<Response, Problem> {
    let make = |reader: &Reader| {
        let counts = reader.counts()?;
        json(&Status {
            version: env!("CARGO_PKG_VERSION"),
            revision: reader.revision()?,
            reports: counts.reports,
            pages: counts.pages,
            stories: counts.stories,
            outlets: counts.outlets,
        })
    };
    state.answer(asked, make).await
}
