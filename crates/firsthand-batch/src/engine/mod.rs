//! The one place that knows an engine: every task of a stage is one row to which an engine applies one function.
//!
//! A stage is map-only: rows are independent, no task reads what another of the same stage writes, and a task that is done twice
//! gives the same files. So any engine that can apply a scalar function to rows can do it: DataFusion in this process
//! ([`here`]), Ballista on many machines ([`cluster`]), and whatever starts processes, by `--shard`.

#[cfg(feature = "cluster")]
pub mod cluster;
mod function;
mod here;

use crate::work::{Outcome, Task};
use anyhow::{Context, Result};
use tokio::runtime::{Builder, Runtime};

/// Runs stages.
#[derive(Debug)]
pub struct Engine {
    runtime: Runtime,
    place: Place,
}

/// Where tasks are done.
#[derive(Debug)]
enum Place {
    /// In this process, so many at a time.
    Here(usize),
    /// By the executors of a scheduler.
    #[cfg(feature = "cluster")]
    Cluster(cluster::Client),
}

impl Engine {
    /// In this process, with so many tasks at a time.
    pub fn here(threads: usize) -> Result<Engine> {
        Ok(Engine { runtime: runtime(threads)?, place: Place::Here(threads.max(1)) })
    }

    /// On a cluster, whose scheduler is asked first whether it is there.
    ///
    /// Errors: the scheduler does not answer, or has no executor for a minute.
    #[cfg(feature = "cluster")]
    pub fn cluster(asked: &cluster::Asked, tell: &dyn Fn(&str)) -> Result<Engine> {
        let runtime = runtime(2)?;
        let client = runtime.block_on(cluster::Client::reach(asked, tell))?;
        Ok(Engine { runtime, place: Place::Cluster(client) })
    }

    /// Whether tasks may outlive this process.
    pub fn is_elsewhere(&self) -> bool {
        !matches!(self.place, Place::Here(_))
    }

    /// Does all tasks of a stage; what they did comes in no order. The first that fails ends the stage.
    pub fn run(&self, tasks: &[Task]) -> Result<Vec<Outcome>> {
        if tasks.is_empty() {
            return Ok(Vec::new());
        }
        let outcomes = match &self.place {
            Place::Here(threads) => self.runtime.block_on(here::run(tasks, *threads)),
            #[cfg(feature = "cluster")]
            Place::Cluster(client) => self.runtime.block_on(client.run(tasks)),
        }?;
        anyhow::ensure!(
            outcomes.len() == tasks.len(),
            "the engine ran {} of {} tasks",
            outcomes.len(),
            tasks.len()
        );
        Ok(outcomes)
    }
}

/// Threads for an engine.
fn runtime(threads: usize) -> Result<Runtime> {
    let mut builder = Builder::new_multi_thread();
    let runtime = builder.worker_threads(threads.max(1)).thread_name("firsthand-task").enable_all().build();
    runtime.context("no threads could be started")
}
