//! Marks on a text as what the two steps are to say of its words.

use super::Marks;
use firsthand_core::statement::tree::Tree;
use firsthand_core::statement::voice::view::View;
use firsthand_core::statement::voice::{self, cue, extent};
use firsthand_text::language::{Annotated, Tag};

/// What is learnt from one text.
pub(super) struct Lesson {
    /// For each word that may attribute: its features and whether it does.
    pub(super) cues: Vec<(Vec<u64>, bool)>,
    /// For each anchor the words of its sentence.
    pub(super) extents: Vec<Extent>,
}

/// A sentence seen from one anchor.
pub(super) struct Extent {
    /// For each word its features.
    pub(super) keys: Vec<Vec<u64>>,
    /// For each word the kind of the step to it.
    pub(super) steps: Vec<u64>,
    /// For each word its label.
    pub(super) labels: Vec<u8>,
}

/// The lesson of a text.
pub(super) fn lesson(report: &Annotated, marks: &[Marks]) -> Lesson {
    let tree = Tree::new(report);
    let view = View::of(&tree);
    let anchored: Vec<(usize, &Marks)> = marks
        .iter()
        .filter_map(|m| anchor(&tree, m).map(|a| (a, m)))
        .filter(|(a, m)| !own(&view, *a, m))
        .collect();
    let mut cues = Vec::new();
    for t in (0..report.tokens.len()).filter(|&t| cue::possible(&tree, t)) {
        let mut keys = Vec::new();
        cue::keys(&view, t, &mut keys);
        cues.push((keys, anchored.iter().any(|(a, _)| *a == t)));
    }
    let mut extents = Vec::new();
    for (n, (anchor, marks)) in anchored.iter().enumerate() {
        if anchored[..n].iter().any(|(a, _)| a == anchor) {
            continue;
        }
        let sentence = report.sentences[tree.sentence[*anchor]];
        let range = sentence.first..sentence.last;
        let keys = range.clone().map(|t| {
            let mut keys = Vec::new();
            extent::keys(&view, *anchor, t, &mut keys);
            keys
        });
        let label = |t: usize| {
            let span = report.tokens[t].span;
            let held = |spans: &[(usize, usize)]| spans.iter().any(|s| s.0 < span.end && span.start < s.1);
            match () {
                () if held(&marks.cue) => extent::CUE,
                () if held(&marks.source) => extent::SOURCE,
                () if held(&marks.content) => extent::CONTENT,
                () => extent::NONE,
            }
        };
        extents.push(Extent {
            keys: keys.collect(),
            steps: range.clone().map(|t| extent::step(&view, *anchor, t)).collect(),
            labels: range.map(label).collect(),
        });
    }
    Lesson { cues, extents }
}

/// Whether a speaker says it of himself inside a quotation; the program leaves those out.
fn own(view: &View<'_>, anchor: usize, marks: &Marks) -> bool {
    let tokens = &view.tree.report.tokens;
    let run = |s: &(usize, usize)| {
        let first = tokens.partition_point(|t| t.span.end <= s.0);
        (first, tokens.partition_point(|t| t.span.start < s.1))
    };
    voice::is_own(view, anchor, &marks.source.iter().map(run).collect::<Vec<_>>())
}

/// The word of the cue through which the content hangs on it; else its highest word.
fn anchor(tree: &Tree<'_>, marks: &Marks) -> Option<usize> {
    let tokens = |spans: &[(usize, usize)]| -> Vec<usize> {
        let held = |t: &usize| {
            let span = tree.report.tokens[*t].span;
            spans.iter().any(|s| s.0 < span.end && span.start < s.1)
        };
        (0..tree.report.tokens.len()).filter(held).collect()
    };
    let words: Vec<usize> = tokens(&marks.cue).into_iter().filter(|&t| cue::possible(tree, t)).collect();
    let content = tokens(&marks.content);
    let top = |t: usize| !tree.head(t).is_some_and(|h| words.contains(&h));
    let carries = |t: usize| {
        content.iter().any(|&c| tree.head(c) == Some(t) && tree.tag(c) != Tag::Punct)
            && !matches!(tree.tag(t), Tag::Adp | Tag::Punct)
    };
    let verb = |t: usize| matches!(tree.tag(t), Tag::Verb | Tag::Noun | Tag::Adj);
    words
        .iter()
        .copied()
        .find(|&t| carries(t) && verb(t))
        .or_else(|| words.iter().copied().find(|&t| top(t) && verb(t)))
        .or_else(|| words.iter().copied().find(|&t| verb(t)))
        .or_else(|| words.iter().copied().find(|&t| top(t)))
}
