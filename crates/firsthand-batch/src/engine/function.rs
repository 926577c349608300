//! The function an engine calls for every row of a work list.

use crate::stage;
use crate::work::Task;
use datafusion::arrow::array::{ArrayRef, AsArray, StringArray};
use datafusion::arrow::datatypes::DataType;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};
use std::sync::Arc;

/// `firsthand_task(task) -> outcome`, both JSON. Volatile: it writes files, and no engine may leave it out or call it twice.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct TaskFunction {
    signature: Signature,
}

impl TaskFunction {
    /// The function.
    pub(super) fn new() -> TaskFunction {
        TaskFunction { signature: Signature::exact(vec![DataType::Utf8], Volatility::Volatile) }
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
        let outcomes = tasks.as_string::<i32>().iter().map(|task| done(task.unwrap_or_default()));
        let outcomes: ArrayRef = Arc::new(outcomes.collect::<Result<StringArray>>()?);
        Ok(ColumnarValue::Array(outcomes))
    }
}

fn done(task: &str) -> Result<Option<String>> {
    let external = |error: anyhow::Error| DataFusionError::External(format!("{error:#}").into());
    let json = |error: serde_json::Error| DataFusionError::External(error.to_string().into());
    let task: Task = serde_json::from_str(task).map_err(json)?;
    let outcome = stage::perform(&task).map_err(external)?;
    serde_json::to_string(&outcome).map(Some).map_err(json)
}
