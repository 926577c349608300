//! A few readers of the archive for any number of requests.

use super::problem::Problem;
use firsthand_core::watchlist::Watchlist;
use firsthand_store::{Error, Reader};
use std::path::Path;
use std::sync::{Arc, Mutex};
use tokio::sync::Semaphore;

/// Readers at work at one time. SQLite answers most questions within a millisecond: many more readers than cores would
/// only wait for one another.
const READERS: usize = 8;

/// Readers of one archive; each request borrows one, in the order of coming.
#[derive(Debug)]
pub struct Pool {
    /// Never lent: the others are made from it and share the accounts it keeps in memory.
    source: Mutex<Reader>,
    idle: Mutex<Vec<Reader>>,
    turns: Semaphore,
}

impl Pool {
    /// Opens the archive once, so that a wrong name is said at the start; accounts are linked to the lists. Errors: as
    /// [`Reader::open`].
    pub fn open(path: &Path, lists: Arc<Watchlist>) -> Result<Arc<Pool>, Error> {
        let source = Reader::open(path)?.with_watchlist(lists);
        Ok(Arc::new(Pool {
            source: Mutex::new(source),
            idle: Mutex::new(Vec::new()),
            turns: Semaphore::new(READERS),
        }))
    }

    /// Asks the archive, on a thread that may wait. Errors: what the question gives, and 500 where the archive cannot
    /// be read.
    pub async fn read<T, F>(self: &Arc<Pool>, question: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&Reader) -> Result<T, Problem> + Send + 'static,
    {
        let _turn = self.turns.acquire().await.map_err(|_| Problem::stopping())?;
        let pool = Arc::clone(self);
        let asked = tokio::task::spawn_blocking(move || {
            let reader = pool.take()?;
            let answer = question(&reader);
            pool.give(reader);
            answer
        });
        asked.await.unwrap_or_else(|_| Err(Problem::internal("a request ended in a panic")))
    }

    fn take(&self) -> Result<Reader, Problem> {
        let idle = self.idle.lock().map_or(None, |mut idle| idle.pop());
        if let Some(reader) = idle {
            return Ok(reader);
        }
        let source =
            self.source.lock().map_err(|_| Problem::internal("a thread fell while it opened the archive"))?;
        Ok(source.another()?)
    }

    fn give(&self, reader: Reader) {
        if let Ok(mut idle) = self.idle.lock() {
            idle.push(reader);
        }
    }
}
