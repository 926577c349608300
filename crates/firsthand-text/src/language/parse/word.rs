//! What the parser knows of a word before it looks at the others.

use crate::language::tag::feature::View;
use crate::language::weights::mix;
use crate::language::{Form, Tag};

/// Kinds of keys: the word, its ending of three letters and of two, its look, its cluster and coarse cluster, its tag.
pub const KINDS: usize = 7;
/// The kind that is the word itself.
pub const WORD: usize = 0;
/// The kind that is the tag.
pub const TAG: usize = 6;

/// The keys of the words of a sentence; 0 where there is nothing to say.
pub fn keys(view: &View, tags: &[(Tag, Form)]) -> Vec<[u64; KINDS]> {
    let known = |kind: u64, value: u64| if value == 0 { 0 } else { mix(kind, value) };
    let keys = |(w, &(tag, form)): (&crate::language::tag::feature::Word, &(Tag, Form))| {
        [
            word(w.lower),
            mix(2, w.suffix[2]),
            mix(3, w.suffix[1]),
            mix(4, w.shape),
            known(5, w.cluster),
            known(6, w.coarse),
            mix(7, tag as u64 * 16 + form as u64 + 1),
        ]
    };
    view.words.iter().zip(tags).map(keys).collect()
}

/// The key of a word, from the hash of its small letters.
pub fn word(lower: u64) -> u64 {
    mix(1, lower)
}
