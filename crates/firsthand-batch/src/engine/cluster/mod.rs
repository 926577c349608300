//! Ballista: tasks on other machines.
//!
//! One job is one task, `SELECT firsthand_task('…')`: no job has a second stage. Ballista 55.0 handles the loss of an executor
//! well in jobs of one stage, and not in others: rows are doubled, or the job hangs (measured; DESIGN.md). What a lost executor
//! costs is the tasks it had in hand, and what a task leaves counts only once the manifest of its stage is written.

mod client;
mod executor;
mod health;
mod scheduler;

pub use client::{Asked, Client};
pub use executor::{Post, execute};
pub use scheduler::{Hall, schedule};

use super::function::TaskFunction;
use ballista_core::extension::SessionConfigExt;
use datafusion::error::Result;
use datafusion::execution::SessionStateBuilder;
use datafusion::execution::session_state::SessionState;
use datafusion::logical_expr::ScalarUDF;
use datafusion::prelude::SessionConfig;
use std::sync::Arc;

/// How all parts of a cluster are set: a task has one partition, and there is nothing to repartition.
fn config() -> SessionConfig {
    SessionConfig::new_with_ballista().with_target_partitions(1).with_round_robin_repartition(false)
}

/// What client, scheduler and executors know: DataFusion, and our function by its name.
fn state(config: SessionConfig) -> Result<SessionState> {
    let mut builder = SessionStateBuilder::new().with_default_features().with_config(config);
    let function = Arc::new(ScalarUDF::from(TaskFunction::answering()));
    builder.scalar_functions().get_or_insert_default().push(function);
    Ok(builder.build())
}
