//! In which mode: `CONSULT` by phone or by a visit. Told by words only; data in `data/modes.tsv`.

use super::lexis::Lexis;
use crate::statement::tree::Tree;
use firsthand_text::language::Tag;
use std::sync::OnceLock;

fn modes() -> &'static Lexis {
    static MODES: OnceLock<Lexis> = OnceLock::new();
    MODES.get_or_init(|| Lexis::read(include_str!("../../../data/modes.tsv")))
}

/// The mode that words tell of this root, those of the deed in order of place; None where none does.
pub fn mode(tree: &Tree<'_>, words: &[usize], root: &str) -> Option<&'static str> {
    let lemmas: Vec<&str> = words.iter().map(|&t| tree.lemma(t)).collect();
    let mut found: Vec<u8> = Vec::new();
    for (at, &t) in words.iter().enumerate() {
        found.extend(modes().of(lemmas[at], matches!(tree.tag(t), Tag::Verb | Tag::Aux)));
        found.extend(modes().phrases(&lemmas[at..]));
    }
    found.sort_unstable();
    let of_root = |class: &u8| modes().name(*class).split_once('/').filter(|(r, _)| *r == root).map(|m| m.1);
    found.iter().find_map(of_root)
}
