//! The pages of the server: from what the archive gives to HTML, one file a view.
//!
//! Pure functions. They need no script for reading, load nothing from elsewhere and fit the strict [`POLICY`]: one
//! style sheet, one script, no style or script within the page. What a report says goes through
//! [`markup::text`](crate::page::markup::text).

mod address;
mod check;
mod field;
mod help;
mod problem;
mod report;
mod search;
mod shell;
mod stories;
mod story;
mod text;

pub use check::{CheckView, Evidence, Side, Stance, check};
pub use help::help;
pub use problem::{Problem, problem};
pub use report::{ReportView, report};
pub use search::{SearchView, search};
pub use stories::{StoriesView, stories};
pub use story::{StoryView, story};

/// The style sheet, served as `/assets/firsthand.css`.
pub const STYLE: &str = concat!(include_str!("../../page/style.css"), include_str!("firsthand.css"));

/// The script, served as `/assets/firsthand.js`: keys and news of new reports.
pub const SCRIPT: &str = include_str!("firsthand.js");

/// The `Content-Security-Policy` of every page.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
