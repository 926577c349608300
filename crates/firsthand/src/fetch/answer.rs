//! What a request gives.

use firsthand_intake::Item;
use std::time::Duration;

/// What makes the next request for the same page a conditional one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Validators {
    /// `ETag`, as given.
    pub etag: Option<String>,
    /// `Last-Modified`, as given.
    pub last_modified: Option<String>,
}

/// What came of asking for a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// The page.
    Page(Box<Page>),
    /// It is as it was (304).
    NotModified {
        /// What to ask with next time; what the answer left out is as it was.
        validators: Validators,
        /// For how long the server says it stays so.
        age: Option<Duration>,
    },
}

/// A page, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The page for the text stages: its location and address are the final address.
    pub item: Item,
    /// The address that gave it, after redirects.
    pub address: String,
    /// Where the page has moved to for good: the address behind redirects that are all permanent.
    pub moved: Option<String>,
    /// Media type, in lower case, without parameters.
    pub media: Option<String>,
    /// What to ask with next time.
    pub validators: Validators,
    /// For how long the server says it stays so.
    pub age: Option<Duration>,
}
