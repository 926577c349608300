//! One thing to be done over the network, in a thread of its own.

use crate::fetch::{Client, Fetched, Trouble, Validators};
use std::sync::Arc;
use std::sync::mpsc::Sender;

/// A thing to be done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Job {
    /// Send an alert: the watch's label, the target's label, the alert's id.
    Send(String, String, String),
    /// Poll a feed.
    Feed(String),
    /// Read the page of an entry: the feed, the entry's place among those that came of it, and its id. What came first is read
    /// first, so that the order in which reports come in does not hang on their addresses.
    Entry(String, u64, String),
    /// Ask for a known page again.
    Page(String),
}

/// What it takes to do it.
#[derive(Debug, Clone)]
pub(super) enum Errand {
    /// Ask for an address.
    Fetch { address: String, validators: Validators },
    /// Post a message.
    Post { address: String, body: Vec<u8>, headers: Vec<(&'static str, String)> },
}

/// How it went.
#[derive(Debug)]
pub(super) enum Outcome {
    Fetched(Result<Fetched, Trouble>),
    Posted(Result<(), Trouble>),
}

/// Does it; the outcome goes to whoever waits for it.
pub(super) fn start(client: &Arc<Client>, job: Job, errand: Errand, done: &Sender<(Job, Outcome)>) {
    let (client, done) = (Arc::clone(client), done.clone());
    std::thread::spawn(move || {
        let outcome = match errand {
            Errand::Fetch { address, validators } => {
                Outcome::Fetched(client.fetch_again(&address, &validators))
            }
            Errand::Post { address, body, headers } => {
                let headers: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (*n, v.as_str())).collect();
                Outcome::Posted(client.post(&address, &body, &headers))
            }
        };
        // Nobody waits any more when the watch has ended.
        let _ = done.send((job, outcome));
    });
}
