//! The function an engine applies to every row of a work list.

use crate::stage;
use crate::work::{Outcome, Task};
use anyhow::Context;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, RecordBatch, StringArray};
use datafusion::arrow::datatypes::DataType;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// `firsthand_task(task) -> outcome`, both JSON. Volatile: it writes files, and no engine may leave it out or call it twice.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct TaskFunction {
    signature: Signature,
    /// Whether a task that fails is an answer. An engine that tries again what fails must not see it as an error: it would
    /// fail again; and errors that are left are the engine's own.
    answers: bool,
}

/// What a task on another machine comes to.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// It is done.
    Done(Outcome),
    /// It cannot be done, and why.
    Failed(String),
}

impl TaskFunction {
    /// An error of a task is an error of the function; its result is an [`Outcome`].
    pub(super) fn failing() -> TaskFunction {
        TaskFunction {
            signature: Signature::exact(vec![DataType::Utf8], Volatility::Volatile),
            answers: false,
        }
    }

    /// An error of a task is a result: an [`Answer`].
    #[cfg(feature = "cluster")]
    pub(super) fn answering() -> TaskFunction {
        TaskFunction { answers: true, ..TaskFunction::failing() }
    }
}

impl ScalarUDFImpl for TaskFunction {
    fn name(&self) -> &str {
        "firsthand_task"
    }
    fn signature(&self) -> &Signature {
        &self.signature
    }
    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8)
    }
    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let rows = args.number_rows;
        let tasks = match args.args.into_iter().next() {
            Some(tasks) => tasks.to_array(rows)?,
            None => return Err(DataFusionError::Plan("firsthand_task takes a task".into())),
        };
        let one = |task: Option<&str>| self.one(task.unwrap_or_default()).map(Some);
        let outcomes = tasks.as_string::<i32>().iter().map(one);
        let outcomes: ArrayRef = Arc::new(outcomes.collect::<Result<StringArray>>()?);
        Ok(ColumnarValue::Array(outcomes))
    }
}

impl TaskFunction {
    fn one(&self, task: &str) -> Result<String> {
        let external = |error: anyhow::Error| DataFusionError::External(format!("{error:#}").into());
        let done = done(task);
        let text = match self.answers {
            false => serde_json::to_string(&done.map_err(external)?),
            true => serde_json::to_string(&match done {
                Ok(outcome) => Answer::Done(outcome),
                Err(error) => Answer::Failed(format!("{error:#}")),
            }),
        };
        text.map_err(|error| external(error.into()))
    }
}

fn done(task: &str) -> anyhow::Result<Outcome> {
    let task: Task =
        serde_json::from_str(task).context("the task is of another version; use one program everywhere")?;
    stage::perform(&task)
}

/// The texts in a batch of results.
pub(super) fn answers(batch: &RecordBatch) -> Vec<String> {
    let column = batch.column(0).as_string_opt::<i32>();
    let cells = column.into_iter().flat_map(|c| (0..c.len()).map(|n| c.value(n).to_owned()));
    cells.collect()
}
