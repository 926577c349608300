//! What a tool is: a name, a question, an answer.

use super::super::problem::Problem;
use firsthand_store::Reader;
use rmcp::model::{CallToolResult, ContentBlock, JsonObject, Tool, ToolAnnotations};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// One tool.
pub(super) trait Ask {
    /// Its name.
    const NAME: &'static str;
    /// Its name for people.
    const TITLE: &'static str;
    /// What it is for, and when to take another.
    const ABOUT: &'static str;
    /// The question.
    type Question: DeserializeOwned + JsonSchema + 'static;
    /// The answer.
    type Answer: Serialize + JsonSchema + 'static;
    /// Answers from the archive. Errors: what the agent can do about it, in one line.
    fn answer(reader: &Reader, question: &Self::Question) -> Result<Self::Answer, Problem>;
    /// The answer in one line, without a word of a report.
    fn line(answer: &Self::Answer) -> String;
}

/// The tool as it is listed.
pub(super) fn listed<T: Ask>() -> Tool {
    let annotations = ToolAnnotations::with_title(T::TITLE)
        .read_only(true)
        .destructive(false)
        .idempotent(true)
        .open_world(false);
    Tool::new(T::NAME, T::ABOUT, JsonObject::new())
        .with_title(T::TITLE)
        .with_input_schema::<T::Question>()
        .with_output_schema::<T::Answer>()
        .with_annotations(annotations)
}

/// Asks a tool. What goes wrong is part of the answer, so that the agent reads it.
pub(super) fn asked<T: Ask>(reader: &Reader, arguments: JsonObject) -> CallToolResult {
    let question: T::Question = match serde_json::from_value(serde_json::Value::Object(arguments)) {
        Ok(question) => question,
        Err(error) => return failed(&format!("the arguments do not fit: {error}")),
    };
    match T::answer(reader, &question) {
        Ok(answer) => told::<T>(&answer),
        Err(problem) => failed(&problem.detail),
    }
}

/// The answer: a line, and the whole as JSON, in the text too for agents that read nothing else.
fn told<T: Ask>(answer: &T::Answer) -> CallToolResult {
    let Ok(value) = serde_json::to_value(answer) else {
        return failed("the answer could not be written down");
    };
    let mut result = CallToolResult::structured(value);
    result.content.insert(0, ContentBlock::text(T::line(answer)));
    result
}

/// An answer that says what went wrong.
pub(super) fn failed(message: &str) -> CallToolResult {
    CallToolResult::error(vec![ContentBlock::text(crate::wording::clean(message))])
}
