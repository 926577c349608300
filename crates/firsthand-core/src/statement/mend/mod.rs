//! Repairs of dependency trees before clauses are read from them, each with its reason.
//!
//! A parser likes to hang what follows a noun on that noun. Where the words themselves tell otherwise
//! (`bought it for $90 million`, `found on a ship off Lorne on Monday in fog`) the phrase is hung higher.

mod clause;
mod noun;
mod phrase;
mod verb;

pub(super) use clause::is_active;
pub(super) use phrase::is_means;

use super::tree::Tree;
use firsthand_text::language::Relation;

/// Heads and relations of a report's tokens.
pub(super) struct Mended {
    pub(super) heads: Vec<Option<usize>>,
    pub(super) relations: Vec<Relation>,
}

/// The trees of a report, mended.
pub(super) fn mend(tree: &Tree<'_>) -> Mended {
    let all = 0..tree.report.tokens.len();
    let mut mended = Mended {
        heads: all.clone().map(|t| tree.head(t)).collect(),
        relations: all.map(|t| tree.relation(t)).collect(),
    };
    noun::join_names(tree, &mut mended);
    noun::pass_over(tree, &mut mended);
    clause::hang(tree, &mut mended);
    for sentence in &tree.report.sentences {
        verb::raise(tree, sentence.first, sentence.last, &mut mended);
    }
    phrase::raise_purposes(tree, &mut mended);
    phrase::raise(tree, &mut mended);
    mended
}
