//! How to read the pages, and the keys.

use super::shell::Shell;

const TEXT: &str = include_str!("help.html");

/// The page at `/help`.
pub fn help() -> String {
    Shell { title: "Help", here: "/help", twin: Some("/help.json"), story: None }.around(TEXT)
}
