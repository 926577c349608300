//! Which moves lose nothing? The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013, section 4).

use firsthand_text::language::parse::state::{Kinds, State};

/// The kinds of moves, out of the legal ones, after which every arc of the gold tree that can still be reached can
/// still be reached. `heads` are the gold heads, the number of words standing for the root.
pub(super) fn free(state: &State, heads: &[usize]) -> Kinds {
    let mut kinds = state.legal();
    let stack = state.whole_stack();
    let next = state.ahead(0);
    let gold = |node: usize| heads.get(node).copied();
    if kinds.shift {
        // arcs between the next word and the stack are lost, but the one from its top
        let below = stack.len().saturating_sub(1);
        let as_head = stack.iter().any(|&k| gold(k) == Some(next));
        let as_dependent = stack[..below].iter().any(|&k| gold(next) == Some(k));
        kinds.shift = !as_head && !as_dependent;
    }
    let Some(&top) = stack.last() else { return kinds };
    let waits = (next..heads.len()).any(|k| gold(k) == Some(top));
    if kinds.left {
        let head = gold(top);
        let under = stack.len() > 1 && head == Some(state.stack(1));
        let later = head.is_some_and(|h| h > next && h <= heads.len());
        kinds.left = !waits && !under && !later;
    }
    if kinds.right {
        let later = gold(top).is_some_and(|h| h >= next && h <= heads.len());
        kinds.right = !waits && !later;
    }
    kinds
}
