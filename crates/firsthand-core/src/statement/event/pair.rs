//! Who acts on whom in a sentence, as two runs of tokens, and the words that join them.

use crate::statement::clause;
use crate::statement::tree::Tree;
use firsthand_text::language::Tag;

/// Two runs of tokens: first, one past the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pair {
    /// Who acts.
    pub source: Option<(usize, usize)>,
    /// On whom.
    pub target: Option<(usize, usize)>,
}

impl Pair {
    /// The runs in order of place.
    pub fn runs(&self) -> impl Iterator<Item = (usize, usize)> {
        let (a, b) = (self.source.min(self.target), self.source.max(self.target));
        a.into_iter().chain(b)
    }

    /// The words from which a pair is judged: its sentence, or those it spans.
    pub fn extent(&self, tree: &Tree<'_>) -> (usize, usize) {
        let first = self.runs().map(|r| r.0).min().unwrap_or(0);
        let last = self.runs().map(|r| r.1).max().unwrap_or(1).max(1) - 1;
        let sentence = |t: usize| tree.sentence.get(t).and_then(|&s| tree.report.sentences.get(s));
        (sentence(first).map_or(0, |s| s.first), sentence(last).map_or(0, |s| s.last))
    }
}

/// The words between a pair and the top of its tree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path {
    /// The token that heads the source.
    pub source: Option<usize>,
    /// The token that heads the target.
    pub target: Option<usize>,
    /// The lowest token both hang below.
    pub meet: Option<usize>,
    /// Predicates above the source, the nearest first.
    pub over_source: Vec<usize>,
    /// Predicates above the target, the nearest first.
    pub over_target: Vec<usize>,
}

impl Path {
    /// The path of a pair.
    pub fn of(tree: &Tree<'_>, pair: &Pair) -> Path {
        let head = |run: Option<(usize, usize)>| run.map(|r| clause::top(tree, r.0, r.1));
        let (source, target) = (head(pair.source), head(pair.target));
        let meet = match (source, target) {
            (Some(s), Some(t)) => {
                let above: Vec<usize> = tree.ancestors(s).collect();
                tree.ancestors(t).find(|a| above.contains(a))
            }
            _ => None,
        };
        let over = |from: Option<usize>| -> Vec<usize> {
            let inside = |t: usize| pair.runs().any(|r| r.0 <= t && t < r.1);
            from.into_iter()
                .flat_map(|f| tree.ancestors(f).skip(1))
                .filter(|&t| !inside(t) && matches!(tree.tag(t), Tag::Verb | Tag::Noun | Tag::Adj))
                .take(4)
                .collect()
        };
        Path { source, target, meet, over_source: over(source), over_target: over(target) }
    }

    /// The predicate between them: the lowest common one, or the one over the source.
    pub fn predicate(&self, tree: &Tree<'_>) -> Option<usize> {
        let carries = |t: &usize| tree.tag(*t) == Tag::Verb;
        self.meet
            .filter(|m| carries(m) && Some(*m) != self.source)
            .or_else(|| self.over_target.iter().copied().find(|t| carries(t)))
            .or_else(|| self.over_source.iter().copied().find(|t| carries(t)))
    }
}
