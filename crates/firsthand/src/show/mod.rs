//! The account on a terminal.

use firsthand_core::account::Account;

/// All sections.
pub fn full(account: &Account, width: usize) -> String {
    let _ = width;
    format!("{} {}\n", account.story.id, account.story.headline)
}

/// What can be read in a minute.
pub fn brief(account: &Account, width: usize) -> String {
    full(account, width)
}
