//! The log of what happened.

use super::super::asked::Asked;
use super::super::problem::Problem;
use super::super::query::{Query, Since};
use super::super::state::State;
use super::listed;
use super::shape::ChangeList;
use axum::extract;
use axum::response::Response;
use firsthand_store::Reader;
use std::sync::Arc;

/// What happened after a change that is known, the oldest first
#[utoipa::path(get, path = "/api/v1/changes", tag = "archive", params(Since), responses(
    (status = 200, description = "A piece of the log", body = ChangeList),
    (status = 400, response = super::document::Malformed),
    (status = 422, response = super::document::Senseless),
))]
pub(crate) async fn changes(
    extract::State(state): extract::State<Arc<State>>,
    asked: Asked,
    Query(query): Query<Since>,
) -> Result<Response, Problem> {
    let (after, most) = query.bounds()?;
    let address = asked.address.clone();
    let make = move |reader: &Reader| {
        let changes = reader.changes(after, most)?;
        let next = changes.last().map(|last| last.id.to_string());
        listed(&ChangeList::of(&changes), &address, next.as_deref())
    };
    state.answer(asked, make).await
}
