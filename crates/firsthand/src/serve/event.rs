//! News as they come: server-sent events of the archive's log.

use super::pool::Pool;
use super::problem::Problem;
use super::query::{Query, Since};
use super::state::State;
use axum::extract;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header::CACHE_CONTROL};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use firsthand_store::Change;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::Sender;
use tokio_stream::wrappers::ReceiverStream;

/// How often the log is looked at.
const EVERY: Duration = Duration::from_secs(1);
/// Changes told at one look; the rest follows at the next.
const AT_ONCE: usize = 100;

/// `GET /events`: every change after the one named by Last-Event-ID, or from now on. The id of an event is that of the
/// change, its name the kind, its data both with the time and the
/// numbers of the story and the report.
pub(super) async fn events(
    extract::State(state): extract::State<Arc<State>>,
    Query(since): Query<Since>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let place = Arc::clone(&state.streams).try_acquire_owned().map_err(|_| {
        let full = "as many streams as the server allows are open; ask /api/v1/changes now and then instead";
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, full)
    })?;
    let last = headers.get("last-event-id").and_then(|value| value.to_str().ok()?.trim().parse().ok());
    let after = match last.or(since.after) {
        Some(after) => after,
        None => state.pool.read(|reader| Ok(reader.last_change()?)).await?,
    };
    let (give, take) = tokio::sync::mpsc::channel(AT_ONCE);
    let (pool, mut stop) = (Arc::clone(&state.pool), state.stop.subscribe());
    tokio::spawn(async move {
        tokio::select! {
            () = tell(&pool, after, &give) => {}
            _ = stop.wait_for(|&stop| stop) => {}
        }
        drop(place);
    });
    let stream = Sse::new(ReceiverStream::new(take)).keep_alive(KeepAlive::default());
    let mut response = stream.into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// Tells changes until nobody listens.
async fn tell(pool: &Arc<Pool>, mut after: i64, give: &Sender<Result<Event, Infallible>>) {
    let begin = Event::default().retry(Duration::from_secs(3)).comment("news of the archive");
    if give.send(Ok(begin)).await.is_err() {
        return;
    }
    loop {
        // An archive that cannot be read at the moment may be readable in a second.
        let changes = pool.read(move |reader| Ok(reader.changes(after, AT_ONCE)?)).await.unwrap_or_default();
        for change in &changes {
            after = change.id;
            if give.send(Ok(event(change))).await.is_err() {
                return;
            }
        }
        if changes.len() < AT_ONCE {
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                () = give.closed() => return,
            }
        }
    }
}

fn event(change: &Change) -> Event {
    // The name of an event is one line: a kind always is.
    let event = Event::default().id(change.id.to_string()).event(change.kind.replace(['\r', '\n'], " "));
    let data = serde_json::json!({
        "id": change.id,
        "at": change.at,
        "kind": change.kind,
        "story": change.story,
        "report": change.report,
    });
    event.data(data.to_string())
}
