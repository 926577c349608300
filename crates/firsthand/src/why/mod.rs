//! Why does the account say so? The passages, rules and reasons behind one id.

mod collation;
mod entity;
mod evidence;
mod find;
mod lineage;
mod report;
mod statement;

pub use find::choose;

use crate::index::Index;
use crate::show::sheet::Sheet;
use firsthand_core::account::Account;

/// What stands behind this id, wrapped to this many columns; None where the account has no such id.
pub fn why(account: &Account, id: &str, width: usize) -> Option<String> {
    let index = Index::new(account);
    let mut sheet = Sheet::new(width);
    match id.chars().next()? {
        't' => statement::explain(&index, index.statement(id)?, &mut sheet),
        'e' => entity::explain(&index, index.entity(id)?, &mut sheet),
        'v' => collation::explain_event(&index, index.event(id)?, &mut sheet),
        'p' => collation::explain_point(&index, index.point(id)?, &mut sheet),
        'o' => lineage::explain_origin(&index, index.origin(id)?, &mut sheet),
        'l' => lineage::explain_edge(&index, index.edge(id)?, &mut sheet),
        'r' => report::explain(&index, index.report(id)?, &mut sheet),
        _ => return None,
    }
    Some(sheet.finish())
}
