//! What the archive has on a claim.

use super::super::asked::Asked;
use super::super::claim::answer;
use super::super::problem::Problem;
use super::super::query::{Claimed, Query};
use super::super::state::State;
use super::json;
use axum::extract;
use axum::response::Response;
use firsthand_store::Reader;
use std::sync::Arc;

/// Statements of the archive that speak of a claim, with their sentences and origins; not whether it is true
#[utoipa::path(get, path = "/api/v1/check", tag = "search", params(Claimed), responses(
    (status = 200, description = "What was found", body = super::document::AnswerSchema),
    (status = 400, response = super::document::Malformed),
    (status = 422, response = super::document::Senseless),
))]
pub(crate) async fn check(
    extract::State(state): extract::State<Arc<State>>,
    asked: Asked,
    Query(query): Query<Claimed>,
) -> Result<Response, Problem> {
    let claim = query.claim()?;
    let claim = claim.ok_or_else(|| Problem::senseless("claim is missing: a sentence to look up"))?;
    state.answer(asked, move |reader: &Reader| json(&answer(reader, &claim)?)).await
}
