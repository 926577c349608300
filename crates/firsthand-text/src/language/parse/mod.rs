//! Which word hangs on which?
//!
//! A greedy arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta 2011) trained with a dynamic oracle (Goldberg and
//! Nivre 2013), averaged perceptron, hashed features, 8-bit weights. Time is linear in the length of the sentence;
//! every tree is projective and has one root.

pub mod feature;
pub mod state;

#[cfg(test)]
mod tests;

use super::tag::feature::View;
use super::weights::Weights;
use super::{Models, Relation, Sentence, Token};
use feature::Nodes;
use state::{Move, State};

/// The weights of the parser and what its classes mean.
///
/// Class 0 is a shift, class 1 + r an arc to the left with relation r, class 1 + R + r one to the right.
#[derive(Debug, Clone, Default)]
pub struct Parser {
    weights: Weights,
    relations: Vec<Relation>,
}

impl Parser {
    /// A parser with these weights. None if a label is not a relation.
    pub fn new(weights: Weights) -> Option<Parser> {
        let relations = weights.labels().iter().map(|l| Relation::named(l)).collect::<Option<Vec<_>>>()?;
        Some(Parser { weights, relations })
    }

    /// Heads (None: the root) and relations of a sentence's words.
    pub fn parse(&self, nodes: &Nodes) -> Vec<(Option<usize>, Relation)> {
        let count = nodes.count();
        if self.weights.is_empty() {
            return vec![(None, Relation::Dep); count];
        }
        let mut state = State::new(count);
        let mut keys = Vec::new();
        let mut scores = vec![0i32; 1 + 2 * self.relations.len()];
        while !state.is_done() {
            feature::keys(nodes, &state, &mut keys);
            scores.fill(0);
            self.weights.add(&keys, &mut scores);
            let Some(class) = self.best(&state, &scores) else { break };
            state.step(Move::of_class(class, self.relations.len()));
        }
        let arc = |i: usize| {
            let head = state.head(i);
            let relation = self.relations.get(usize::from(state.label(i))).copied().unwrap_or_default();
            if head == count { (None, Relation::Root) } else { (Some(head), relation) }
        };
        (0..count).map(arc).collect()
    }

    /// The best class that is allowed.
    fn best(&self, state: &State, scores: &[i32]) -> Option<usize> {
        let count = self.relations.len();
        let legal = state.legal();
        let mut best: Option<usize> = None;
        let mut consider = |classes: std::ops::Range<usize>| {
            for class in classes {
                if best.is_none_or(|b| scores[class] > scores[b]) {
                    best = Some(class);
                }
            }
        };
        if legal.shift {
            consider(0..1);
        }
        if legal.left {
            consider(1..1 + count);
        }
        if legal.right {
            consider(1 + count..1 + 2 * count);
        }
        best
    }
}

/// Fills in heads and relations. Tags and forms must be there.
pub fn parse(text: &str, tokens: &mut [Token], sentences: &[Sentence], models: &Models) {
    if models.parser.weights.is_empty() {
        return;
    }
    for sentence in sentences {
        let Some(part) = tokens.get_mut(sentence.first..sentence.last) else { continue };
        let view = View::of(part.iter().map(|t| t.span.of(text)));
        let nodes = Nodes::new(&view, part.iter().map(|t| (t.tag, t.form)));
        for (token, (head, relation)) in part.iter_mut().zip(models.parser.parse(&nodes)) {
            token.head = head.map(|h| sentence.first + h);
            token.relation = relation;
        }
    }
}
