//! Tags and trees for words that are cut already: a treebank's, a table's.

use super::tag::feature::View;
use super::{Form, Models, Relation, Tag};

/// What the models say of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Part of speech.
    pub tag: Tag,
    /// Grammatical form.
    pub form: Form,
    /// The word it hangs on, counted from 0, or None for the root.
    pub head: Option<usize>,
    /// How it hangs on it.
    pub relation: Relation,
}

/// Tags and parses the words of one sentence.
pub fn tree(words: &[&str], models: &Models) -> Vec<Word> {
    let view = View::of(words.iter().copied());
    let tags = models.tagger.read(&view);
    let arcs = models.parser.parse(&view, &tags);
    let word = |((tag, form), (head, relation))| Word { tag, form, head, relation };
    tags.into_iter().zip(arcs).map(word).collect()
}
