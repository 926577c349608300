//! What is not there, what is gone, what went wrong.

use super::shell::Shell;
use crate::page::markup::text;

/// What is wrong.
#[derive(Debug, Clone)]
pub struct Problem<'a> {
    /// The status of the answer: 404, 410, 400, 401, 500 ...
    pub status: u16,
    /// What is wrong and what to do, in one line.
    pub detail: &'a str,
    /// Where it went, if it moved.
    pub moved: Option<&'a str>,
}

/// The page of a problem.
pub fn problem(problem: &Problem<'_>) -> String {
    let head = match problem.status {
        400 => "This question cannot be read",
        401 | 403 => "A token is needed",
        404 => "Not in this archive",
        410 => "No longer here",
        429 | 503 => "Too much at once",
        _ => "Something went wrong",
    };
    let mut main = format!("<h1>{head}</h1>\n<p>{}</p>\n", text(problem.detail));
    if let Some(to) = problem.moved {
        main.push_str(&format!("<p>It is at <a href=\"{0}\">{0}</a> now.</p>\n", text(to)));
    }
    main.push_str(&format!(
        "<p class=\"faint\">Status {}. <a href=\"/\">All stories</a> · <a href=\"/search\">Search</a></p>\n",
        problem.status
    ));
    Shell { title: head, here: "", twin: None, story: None }.around(&main)
}
