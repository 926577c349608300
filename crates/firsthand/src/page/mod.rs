//! The account as a page of HTML.

use firsthand_core::account::Account;

/// The page.
pub fn page(accounts: &[Account]) -> String {
    let _ = accounts;
    String::new()
}
