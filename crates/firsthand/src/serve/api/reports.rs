//! Reports and their versions.

use super::super::asked::Asked;
use super::super::problem::Problem;
use super::super::query::{Nothing, Query};
use super::super::state::State;
use super::super::story;
use super::json;
use super::shape::{Report, ReportList};
use axum::extract::{self, Path};
use axum::response::Response;
use firsthand_store::Reader;
use std::sync::Arc;

type Shared = extract::State<Arc<State>>;

/// A report, with its body
#[utoipa::path(get, path = "/api/v1/reports/{id}", tag = "reports",
    params(("id" = String, Path, description = "The report: `r345` or `345`", pattern = "^r?[1-9][0-9]{0,17}$")),
    responses(
        (status = 200, description = "The report", body = Report),
        (status = 400, response = super::document::Malformed),
        (status = 404, response = super::document::Missing),
    ))]
pub(crate) async fn report(
    extract::State(state): Shared,
    asked: Asked,
    Path(id): Path<String>,
    Query(Nothing {}): Query<Nothing>,
) -> Result<Response, Problem> {
    report_json(&state, asked, id).await
}

/// A report, for the address of the API or that beside its page.
pub(crate) async fn report_json(state: &State, asked: Asked, id: String) -> Result<Response, Problem> {
    state.answer(asked, move |reader: &Reader| json(&Report::of(&story::report(reader, &id)?, true))).await
}

/// All versions of a report, the oldest first
#[utoipa::path(get, path = "/api/v1/reports/{id}/versions", tag = "reports",
    params(("id" = String, Path, description = "The report: `r345` or `345`", pattern = "^r?[1-9][0-9]{0,17}$")),
    responses(
        (status = 200, description = "The versions, without their bodies", body = ReportList),
        (status = 400, response = super::document::Malformed),
        (status = 404, response = super::document::Missing),
    ))]
pub(crate) async fn versions(
    extract::State(state): Shared,
    asked: Asked,
    Path(id): Path<String>,
    Query(Nothing {}): Query<Nothing>,
) -> Result<Response, Problem> {
    let make = move |reader: &Reader| {
        let report = story::report(reader, &id)?;
        json(&ReportList::of(&reader.versions(report.id)?))
    };
    state.answer(asked, make).await
}
