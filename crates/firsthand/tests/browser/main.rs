//! The pages in a real browser: Chromium, driven through chromedriver.
//!
//! Skipped with a line on stderr where one of the two is not installed. Screenshots go to the folder `SCREENSHOTS`, or
//! to `screenshots` beside the folder for temporary files of the build.
#![allow(clippy::unwrap_used)]

mod axe;
mod chrome;
#[path = "../whole/fixture.rs"]
mod fixture;
mod keys;
mod looks;
mod pictures;
mod plain;
mod served;
#[path = "../whole/shown.rs"]
mod shown;
mod site;
