//! `firsthand serve`: an archive over HTTP, for people (pages), programs (`api`) and agents (`mcp`).
//!
//! A request passes the guards (`guard`), is routed (`route`), reads the archive through one of a few readers (`pool`)
//! and leaves with a tag that says which revision it was made from (`tag`). Whatever goes wrong is a [`problem`].

pub mod api;
mod asked;
mod claim;
mod event;
pub mod guard;
mod listen;
pub mod mcp;
pub mod page;
mod pool;
mod problem;
pub mod public;
mod query;
mod route;
mod state;
mod story;
mod tag;
mod view;

pub use pool::Pool;
pub use problem::Problem;
pub use state::State;

use anyhow::Context;
use std::net::SocketAddr;
use std::sync::Arc;

/// Serves until it is told to stop (Ctrl-C, SIGTERM). Errors: the address cannot be had.
pub fn run(state: State, address: SocketAddr) -> anyhow::Result<()> {
    runtime()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(address)
            .await
            .with_context(|| format!("{address} could not be opened for listening"))?;
        let bound = listener.local_addr().context("the address that was opened is not known")?;
        anstream::eprintln!("serving {} at http://{bound}", crate::wording::clean(&state.name));
        let state = Arc::new(state);
        listen::until_told(listener, route::router(&state), &state.stop).await;
        Ok(())
    })
}

/// Threads for connections; reading has its own, as many as the pool has readers.
fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no threads could be started")
}
