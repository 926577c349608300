//! The outlets of the archive.

use super::super::asked::Asked;
use super::super::problem::Problem;
use super::super::query::{Nothing, Query};
use super::super::state::State;
use super::json;
use super::shape::OutletList;
use axum::extract;
use axum::response::Response;
use firsthand_store::Reader;
use std::sync::Arc;

/// Outlets with a report in the archive, by name
#[utoipa::path(get, path = "/api/v1/outlets", tag = "archive", responses(
    (status = 200, description = "The outlets", body = OutletList),
    (status = 400, response = super::document::Malformed),
))]
pub(crate) async fn outlets(
    extract::State(state): extract::State<Arc<State>>,
    asked: Asked,
    Query(Nothing {}): Query<Nothing>,
) -> Result<Response, Problem> {
    state.answer(asked, |reader: &Reader| json(&OutletList::of(reader.outlets()?))).await
}
