//! The archive in a browser.

pub mod page;
