//! Stories, their accounts, lineages and reports.

use super::super::asked::Asked;
use super::super::problem::Problem;
use super::super::public;
use super::super::query::{Nothing, Query, Stories};
use super::super::state::State;
use super::super::story::{Found, elsewhere, story};
use super::shape::{Lineage, ReportList, StoryList};
use super::{json, listed};
use axum::extract::{self, Path};
use axum::response::Response;
use firsthand_core::account::Account;
use firsthand_store::Reader;
use std::sync::Arc;

type Shared = extract::State<Arc<State>>;

/// Stories, the newest first
#[utoipa::path(get, path = "/api/v1/stories", tag = "stories", params(Stories), responses(
    (status = 200, description = "A piece of the list", body = StoryList),
    (status = 400, response = super::document::Malformed),
    (status = 422, response = super::document::Senseless),
))]
pub(crate) async fn stories(
    extract::State(state): Shared,
    asked: Asked,
    Query(query): Query<Stories>,
) -> Result<Response, Problem> {
    let (wanted, paging) = query.wanted()?;
    let address = asked.address.clone();
    let make = move |reader: &Reader| {
        let listing = reader.stories(&wanted, &paging)?;
        listed(&StoryList::of(&listing), &address, listing.next.as_deref())
    };
    state.answer(asked, make).await
}

/// The account of a story: everything known of it, each statement with its sentence
#[utoipa::path(get, path = "/api/v1/stories/{id}", tag = "stories", params(("id" = String, Path, description = "The story: `s12` or `12`", pattern = "^s?[1-9][0-9]{0,17}$")), responses(
    (status = 200, description = "The account", body = super::document::AccountSchema),
    (status = 308, response = super::document::Moved),
    (status = 400, response = super::document::Malformed),
    (status = 404, response = super::document::Missing),
    (status = 410, response = super::document::Gone),
))]
pub(crate) async fn account(
    extract::State(state): Shared,
    asked: Asked,
    Path(id): Path<String>,
    Query(Nothing {}): Query<Nothing>,
) -> Result<Response, Problem> {
    whole(&state, asked, id).await
}

/// Who has it from whom: the origins of a story and the steps between them and its reports
#[utoipa::path(get, path = "/api/v1/stories/{id}/lineage", tag = "stories", params(("id" = String, Path, description = "The story: `s12` or `12`", pattern = "^s?[1-9][0-9]{0,17}$")), responses(
    (status = 200, description = "Origins and steps", body = Lineage),
    (status = 308, response = super::document::Moved),
    (status = 400, response = super::document::Malformed),
    (status = 404, response = super::document::Missing),
    (status = 410, response = super::document::Gone),
))]
pub(crate) async fn lineage(
    extract::State(state): Shared,
    asked: Asked,
    Path(id): Path<String>,
    Query(Nothing {}): Query<Nothing>,
) -> Result<Response, Problem> {
    of_story(&state, asked, id, "/lineage", |_, account| json(&Lineage::of(account))).await
}

/// The reports of a story, each in its newest version, in the order of its account
#[utoipa::path(get, path = "/api/v1/stories/{id}/reports", tag = "stories", params(("id" = String, Path, description = "The story: `s12` or `12`", pattern = "^s?[1-9][0-9]{0,17}$")), responses(
    (status = 200, description = "The reports, without their bodies", body = ReportList),
    (status = 308, response = super::document::Moved),
    (status = 400, response = super::document::Malformed),
    (status = 404, response = super::document::Missing),
    (status = 410, response = super::document::Gone),
))]
pub(crate) async fn reports(
    extract::State(state): Shared,
    asked: Asked,
    Path(id): Path<String>,
    Query(Nothing {}): Query<Nothing>,
) -> Result<Response, Problem> {
    let make = move |reader: &Reader| match story(reader, &id)? {
        Found::Moved(to) => Ok(elsewhere(&format!("{}/stories/s{to}/reports", super::ROOT))),
        Found::Here(line) => json(&ReportList::of(&reader.reports(line.id)?)),
    };
    state.answer(asked, make).await
}

/// The account of a story, for the address of the API or that beside its page.
pub(crate) async fn whole(state: &State, asked: Asked, id: String) -> Result<Response, Problem> {
    of_story(state, asked, id, "", |_, account| json(&public::account(account))).await
}

/// Answers from the account of a story; leads on where the story was merged into another.
async fn of_story<F>(
    state: &State,
    asked: Asked,
    id: String,
    part: &'static str,
    make: F,
) -> Result<Response, Problem>
where
    F: Fn(&Reader, &Account) -> Result<Response, Problem> + Send + 'static,
{
    // The same account stands beside its page, as `/story/12.json`.
    let twin = !asked.address.starts_with(super::ROOT);
    let make = move |reader: &Reader| match story(reader, &id)? {
        Found::Moved(to) if twin => Ok(elsewhere(&format!("/story/{to}.json"))),
        Found::Moved(to) => Ok(elsewhere(&format!("{}/stories/s{to}{part}", super::ROOT))),
        Found::Here(line) => match reader.account(line.id)? {
            Some(account) => make(reader, &account),
            None => Err(Problem::missing("this story has no reports any more")),
        },
    };
    state.answer(asked, make).await
}

impl Lineage {
    /// The lineage part of an account.
    fn of(account: &Account) -> Lineage {
        Lineage {
            story: account.story.id.clone(),
            origins_count: account.story.origins,
            origins_possible: account.story.support.possible.max(account.story.origins),
            measure: account.story.measure.into(),
            origins: account.origins.clone(),
            edges: account.lineage.clone(),
            reports: account.reports.iter().map(|r| (r.id.clone(), public::number(r))).collect(),
        }
    }
}
