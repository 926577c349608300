//! Whose voice is heard, and in which words: source, cue and content of each attribution, by learned weights.
//!
//! Half of the words that attribute are on no list (Newell, Margolin and Ruths 2018), so a word is taken for a cue by what
//! stands around it. Two steps, both linear: [`cue`] asks of every word whether it attributes something; for each that
//! does, [`extent`] labels the words of its sentence as source, cue, content or none of it, as semantic-role labellers do
//! (Gildea and Jurafsky 2002), and [`spread`] carries the content over the rest of the quotation.

pub mod cue;
pub mod extent;
mod spread;
pub mod view;

#[cfg(test)]
mod tests;

use super::tree::Tree;
use firsthand_text::language::Tag;
use firsthand_text::language::weights::Weights;
use std::sync::OnceLock;
use view::View;

/// One attribution, as tokens of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// The word that attributes: a verb, a noun, `according`, a colon.
    pub anchor: usize,
    /// Runs of the cue: first, one past the last.
    pub cue: Vec<(usize, usize)>,
    /// Runs of the source; none where nobody is named.
    pub source: Vec<(usize, usize)>,
    /// Runs of the content, over several sentences where a quotation goes on.
    pub content: Vec<(usize, usize)>,
    /// How far the score of the anchor is over its threshold.
    pub margin: i32,
}

/// What the two steps have learnt.
#[derive(Debug, Clone, Default)]
pub struct Ear {
    /// Weights of [`cue`]: one class.
    pub cues: Weights,
    /// Weights of [`extent`]: one class for each label.
    pub extents: Weights,
}

impl Ear {
    /// The ear that comes with the program.
    pub fn built_in() -> &'static Ear {
        static EAR: OnceLock<Ear> = OnceLock::new();
        EAR.get_or_init(|| {
            let read = |bytes: &'static [u8]| Weights::read(bytes).unwrap_or_default();
            Ear {
                cues: read(include_bytes!("../../../models/cues.bin")),
                extents: read(include_bytes!("../../../models/extents.bin")),
            }
        })
    }
}

/// All attributions of a report, in order of their anchors.
pub fn hear(tree: &Tree<'_>, ear: &Ear) -> Vec<Voice> {
    let view = View::of(tree);
    let mut out = Vec::new();
    let mut keys = Vec::new();
    for sentence in &tree.report.sentences {
        let anchors: Vec<(usize, i32)> = (sentence.first..sentence.last)
            .filter(|&t| cue::possible(tree, t))
            .filter_map(|t| {
                cue::keys(&view, t, &mut keys);
                let mut score = [0];
                ear.cues.add(&keys, &mut score);
                (score[0] > 0).then_some((t, score[0]))
            })
            .collect();
        for &(anchor, margin) in &anchors {
            let labels = extent::label(&view, (sentence.first, sentence.last), anchor, ear);
            let runs = |wanted| extent::runs(&labels, sentence.first, wanted);
            let (mut source, content) = (runs(extent::SOURCE), runs(extent::CONTENT));
            if source.is_empty() {
                source.extend(subject(tree, anchor, &labels, sentence.first));
            }
            if content.is_empty() || is_own(&view, anchor, &source) {
                continue;
            }
            out.push(Voice { anchor, cue: runs(extent::CUE), source, content, margin });
        }
    }
    spread::spread(tree, &mut out);
    out
}

/// The subject of an anchor that got no source, where none of its words is content or cue: `…, promising to build`.
fn subject(tree: &Tree<'_>, anchor: usize, labels: &[u8], first: usize) -> Option<(usize, usize)> {
    if tree.tag(anchor) != Tag::Verb || tree.passive(anchor) {
        return None;
    }
    let subject = tree.subject(anchor)?;
    let free = |t: usize| labels.get(t.checked_sub(first)?).filter(|l| **l == extent::NONE);
    free(subject)?;
    let words = tree.subtree(subject);
    let near = |t: &usize| free(*t).is_some() && !tree.below(anchor, *t);
    let from = (words[0]..=subject).rev().take_while(near).last()?;
    let to = (subject..=*words.last()?).take_while(near).last()?;
    Some((from, to + 1))
}

/// Whether a speaker says it of himself inside a quotation: `“I think …”` is his content and no further attribution.
pub fn is_own(view: &View<'_>, anchor: usize, source: &[(usize, usize)]) -> bool {
    const OWN: [&str; 5] = ["i", "we", "you", "me", "us"];
    let own = |t: usize| OWN.contains(&view.tree.report.word(t).to_lowercase().as_str());
    let first = view.tree.subject(anchor);
    view.quotes[anchor] != 0
        && (source.iter().any(|r| r.1 == r.0 + 1 && own(r.0))
            || (source.is_empty() && first.is_some_and(own)))
}
