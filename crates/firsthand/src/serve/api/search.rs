//! Search in the words of reports.

use super::super::asked::Asked;
use super::super::problem::Problem;
use super::super::query::{self, Query, Words};
use super::super::state::State;
use super::listed;
use super::shape::HitList;
use axum::extract;
use axum::response::Response;
use firsthand_store::Reader;
use std::sync::Arc;

/// Reports with these words, the newest first
#[utoipa::path(get, path = "/api/v1/search", tag = "search", params(Words), responses(
    (status = 200, description = "A piece of what was found", body = HitList),
    (status = 400, response = super::document::Malformed),
    (status = 422, response = super::document::Senseless),
))]
pub(crate) async fn search(
    extract::State(state): extract::State<Arc<State>>,
    asked: Asked,
    Query(query): Query<Words>,
) -> Result<Response, Problem> {
    let (search, paging) = query.search()?;
    if query.q.is_none() {
        return Err(Problem::senseless("q is missing: the words to search for"));
    }
    let address = asked.address.clone();
    let make = move |reader: &Reader| {
        let listing = query::found(reader, &search, &paging)?;
        listed(&HitList::of(&listing), &address, listing.next.as_deref())
    };
    state.answer(asked, make).await
}
