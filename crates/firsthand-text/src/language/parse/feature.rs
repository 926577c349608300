//! What the parser looks at: the top of the stack, what comes next, and what hangs on them already (after Zhang and
//! Nivre 2011).

use super::state::State;
use crate::language::tag::feature::View;
use crate::language::weights::mix;
use crate::language::{Form, Tag};

/// The words of a sentence as the parser sees them, the root and nothing at the end.
#[derive(Debug, Clone)]
pub struct Nodes {
    words: Vec<u64>,
    tags: Vec<u64>,
    /// How many verbs stand before each node, and how many commas and colons.
    verbs: Vec<u32>,
    breaks: Vec<u32>,
}

impl Nodes {
    /// The nodes of a sentence with these tags.
    pub fn new(view: &View, tags: impl Iterator<Item = (Tag, Form)>) -> Nodes {
        let mut words: Vec<u64> = view.words.iter().map(|w| w.lower).collect();
        let count = words.len();
        words.extend([5, 7]);
        let (mut verbs, mut breaks) = (vec![0], vec![0]);
        let mut coded = Vec::with_capacity(count + 2);
        for (i, (tag, form)) in tags.take(count).enumerate() {
            coded.push(tag as u64 * 16 + form as u64 + 1);
            let verb = tag == Tag::Verb || tag == Tag::Aux;
            verbs.push(verbs[i] + u32::from(verb));
            breaks.push(breaks[i] + u32::from(tag == Tag::Punct));
        }
        coded.resize(count, 0);
        coded.extend([901, 902]);
        verbs.resize(count + 2, verbs.last().copied().unwrap_or(0));
        breaks.resize(count + 2, breaks.last().copied().unwrap_or(0));
        Nodes { words, tags: coded, verbs, breaks }
    }

    /// How many words there are.
    pub fn count(&self) -> usize {
        self.words.len() - 2
    }

    /// How many verbs and marks stand between two nodes, three at most each.
    fn between(&self, a: usize, b: usize) -> u64 {
        let (low, high) = (a.min(b), a.max(b));
        let count = |list: &[u32]| u64::from((list[high] - list[(low + 1).min(high)]).min(3));
        count(&self.verbs) * 4 + count(&self.breaks)
    }
}

/// How far two nodes are apart, in steps that grow.
fn distance(a: usize, b: usize) -> u64 {
    match a.abs_diff(b) {
        d @ 0..=4 => d as u64,
        5..=7 => 5,
        8..=12 => 6,
        _ => 7,
    }
}

/// The features of a state.
pub fn keys(nodes: &Nodes, state: &State, out: &mut Vec<u64>) {
    out.clear();
    let mut template = 100;
    let mut push = |value: u64| {
        template += 1;
        out.push(mix(template, value));
    };
    let w = |node: usize| nodes.words[node];
    let t = |node: usize| nodes.tags[node];
    let r = |node: usize| u64::from(state.label(node));

    let (s0, s1, s2) = (state.stack(0), state.stack(1), state.stack(2));
    let (b0, b1, b2, b3) = (state.ahead(0), state.ahead(1), state.ahead(2), state.ahead(3));
    let (s0w, s0t, s1w, s1t, s2t) = (w(s0), t(s0), w(s1), t(s1), t(s2));
    let (b0w, b0t, b1w, b1t, b2t) = (w(b0), t(b0), w(b1), t(b1), t(b2));
    let (s0wt, s1wt, b0wt) = (mix(s0w, s0t), mix(s1w, s1t), mix(b0w, b0t));
    let (s0b0, s1s0) = (mix(s0t, b0t), mix(s1t, s0t));

    // single nodes
    push(0);
    for value in
        [s0w, s0t, s0wt, s1w, s1t, s1wt, s2t, b0w, b0t, b0wt, b1w, b1t, mix(b1w, b1t), b2t, w(b2), w(s2)]
    {
        push(value);
    }
    // top of the stack and next word
    for value in
        [mix(s0wt, b0wt), mix(s0wt, b0w), mix(s0w, b0wt), mix(s0wt, b0t), mix(s0t, b0wt), mix(s0w, b0w), s0b0]
    {
        push(value);
    }
    // top of the stack and the word below
    for value in [mix(s1wt, s0wt), mix(s1t, s0wt), mix(s1wt, s0t), mix(s1w, s0w), s1s0] {
        push(value);
    }
    // three and more
    push(mix(b0t, b1t));
    push(mix(b0w, b1t));
    push(mix(b0t, mix(b1t, b2t)));
    push(mix(s0b0, b1t));
    push(mix(s0b0, mix(b1t, b2t)));
    push(mix(s1s0, b0t));
    push(mix(s1s0, mix(b0t, b1t)));
    push(mix(s2t, mix(s1t, mix(s0t, b0t))));
    push(mix(s2t, s1s0));
    push(mix(s1w, mix(s0t, b0w)));
    push(mix(s1t, mix(s0w, b0t)));
    push(mix(s1w, mix(s0t, b0t)));
    push(mix(s1t, mix(s0t, b0w)));
    push(mix(s0w, mix(b0t, b1t)));
    push(mix(t(b3), mix(b1t, b2t)));
    // distance and what stands between
    let (d, e) = (distance(s0, b0), distance(s1, s0));
    let (x, y) = (nodes.between(s0, b0), nodes.between(s1, s0));
    for value in [
        mix(s0w, d),
        mix(s0t, d),
        mix(b0w, d),
        mix(b0t, d),
        mix(s0b0, d),
        mix(s0b0, x),
        mix(s0wt, mix(b0t, x)),
    ] {
        push(value);
    }
    for value in [mix(s1s0, e), mix(s1s0, y), mix(s1w, e), mix(s0w, mix(e, 1)), mix(s1s0, mix(b0t, y))] {
        push(value);
    }
    // what hangs on them already
    let (s0l, s0r, b0l) = (state.left(s0), state.right(s0), state.left(b0));
    let (s1l, s1r) = (state.left(s1), state.right(s1));
    for value in [
        mix(s0w, s0l.count * 8 + s0r.count),
        mix(s0t, s0l.count * 8 + s0r.count),
        mix(b0w, b0l.count),
        mix(b0t, b0l.count),
        mix(s1t, s1l.count * 8 + s1r.count),
        mix(s1w, s1r.count),
    ] {
        push(value);
    }
    for side in [s0l, s0r, b0l, s1r, s1l] {
        push(w(side.outer));
        push(t(side.outer));
        push(r(side.outer));
        push(mix(r(side.inner), r(side.outer)));
    }
    push(mix(s0t, mix(t(s0l.outer), b0t)));
    push(mix(s0t, mix(t(s0r.outer), b0t)));
    push(mix(s0t, mix(t(b0l.outer), b0t)));
    push(mix(s1s0, t(s1r.outer)));
    push(mix(s1s0, t(s1l.outer)));
    push(mix(s1s0, t(s0l.outer)));
    push(mix(s1s0, t(s0r.outer)));
    push(mix(s0w, mix(w(s0r.outer), r(s0r.outer))));
    push(mix(s1w, mix(w(s1r.outer), s0w)));
    push(mix(s0t, mix(t(s0l.outer), t(s0l.inner))));
    push(mix(s0t, mix(t(s0r.outer), t(s0r.inner))));
    push(mix(b0t, mix(t(b0l.outer), t(b0l.inner))));
    // which relations are taken
    push(mix(s0w, s0r.labels));
    push(mix(s0t, s0r.labels));
    push(mix(s0w, s0l.labels ^ 1));
    push(mix(s0t, s0l.labels ^ 1));
    push(mix(b0w, b0l.labels ^ 2));
    push(mix(b0t, b0l.labels ^ 2));
    push(mix(s1t, mix(s1r.labels, s0t)));
    push(mix(s1w, mix(s1r.labels, s0t)));
    push(mix(s0t, mix(s0l.labels, mix(s1t, s1r.labels))));
    push(mix(mix(s0wt, b0t), s0l.labels));
}
