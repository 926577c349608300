//! What all requests share.

use super::asked::Asked;
use super::guard::token::Token;
use super::pool::Pool;
use super::problem::Problem;
use super::tag::{Seal, Tag};
use super::{public, tag};
use crate::args::serve::Listening;
use axum::response::Response;
use firsthand_core::watchlist::Watchlist;
use firsthand_store::{Error, Reader};
use std::sync::Arc;
use tokio::sync::{Semaphore, watch};

/// Streams of news open at one time; each costs a question to the archive every second.
const STREAMS: usize = 64;

/// What all requests share.
#[derive(Debug)]
pub struct State {
    /// The name of the archive's file, without its folder.
    pub name: String,
    /// Readers of the archive.
    pub pool: Arc<Pool>,
    /// What a request must know, if anything.
    pub token: Option<Token>,
    /// Names under which the server may be asked, beside those of this machine.
    pub names: Vec<String>,
    /// Whether only this machine reaches the server.
    pub loopback: bool,
    /// Streams of news that may still be opened.
    pub streams: Arc<Semaphore>,
    /// Becomes true when the server is to stop.
    pub stop: watch::Sender<bool>,
    seal: Seal,
}

impl State {
    /// Opens the archive and puts together what requests need. Errors: as [`Reader::open`].
    pub fn open(listening: &Listening, token: Option<Token>, lists: Watchlist) -> Result<State, Error> {
        let seal = Seal::of(&listening.archive, &lists);
        Ok(State {
            name: public::location(&listening.archive.to_string_lossy()),
            pool: Pool::open(&listening.archive, lists.into())?,
            token,
            names: listening.names.clone(),
            loopback: listening.address.ip().is_loopback(),
            streams: Arc::new(Semaphore::new(STREAMS)),
            stop: watch::channel(false).0,
            seal,
        })
    }

    /// Answers from the archive. The answer carries a tag of its revision; who holds it already is told so instead.
    pub(super) async fn answer<F>(&self, asked: Asked, make: F) -> Result<Response, Problem>
    where
        F: Fn(&Reader) -> Result<Response, Problem> + Send + 'static,
    {
        let seal = self.seal;
        self.pool.read(move |reader| settled(reader, &seal, &asked, make)).await
    }
}

/// The answer at one revision. Where the archive changed meanwhile (somebody adds; an account was made for the first time and
/// kept) what was read may be of either: such an answer is right, but has no tag.
fn settled(
    reader: &Reader,
    seal: &Seal,
    asked: &Asked,
    make: impl Fn(&Reader) -> Result<Response, Problem>,
) -> Result<Response, Problem> {
    let before = reader.revision()?;
    let tag = Tag::new(seal, before, asked);
    if asked.holds(&tag) {
        return Ok(tag::unchanged(&tag, asked));
    }
    let response = make(reader)?;
    let after = reader.revision()?;
    Ok(tag::tagged(response, (after == before).then_some(&tag), asked))
}
