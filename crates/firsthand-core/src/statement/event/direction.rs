//! Does the one act on the other, or do both do a thing together?

use super::feature;
use super::lexis::lexis;
use super::pair::{Pair, Path};
use crate::statement::voice::view::View;
use firsthand_text::language::weights::mix;
use firsthand_text::language::{Relation, Tag};

/// The features of direction: few, since there is little to learn from; kinds of dealing and the tree.
pub fn keys(view: &View<'_>, pair: &Pair, out: &mut Vec<u64>) {
    out.clear();
    let tree = view.tree;
    let path = Path::of(tree, pair);
    let mut push = |template: u64, value: u64| out.push(mix(7200 + template, value));
    push(0, 0);
    let relation = |t: Option<usize>| t.map_or(77, |t| tree.relation(t) as u64);
    let (rs, rt) = (relation(path.source), relation(path.target));
    let order = u64::from(pair.source < pair.target);
    push(1, mix(rs, rt));
    push(2, mix(rs, mix(rt, order)));
    for (n, head) in [path.source, path.target].into_iter().enumerate() {
        let Some(head) = head else { continue };
        let n = n as u64;
        push(3, mix(n, view.who(head)));
        push(4, mix(n, view.lemmas[head]));
        push(5, mix(n, view.coarse(head)));
        push(
            6,
            mix(n, tree.preposition(head).map_or(0, |p| firsthand_text::language::weights::hash(p.bytes()))),
        );
    }
    let near = [path.over_source.first(), path.over_target.first(), path.predicate(tree).as_ref()]
        .map(|t| t.copied());
    for (n, token) in near.into_iter().enumerate() {
        let n = n as u64;
        let Some(token) = token else {
            push(7, n);
            continue;
        };
        push(8, mix(n, view.lemmas[token]));
        push(9, mix(n, view.clusters[token]));
        push(10, mix(n, view.coarse(token)));
        push(11, view.lemmas[token]);
        let verb = tree.tag(token) == Tag::Verb;
        for &class in lexis().of(tree.lemma(token), verb) {
            push(12, mix(n, u64::from(class)));
            push(13, u64::from(class));
            push(14, mix(u64::from(class), mix(rs, rt)));
        }
        push(15, mix(n, feature::mood(view, token)));
    }
    let dealing = dealing(view, &path);
    push(22, dealing);
    push(23, mix(dealing, mix(rs, rt)));
    push(24, mix(dealing, order));
    for weight in 0..8 {
        // A kind of dealing says more than single words can: it counts as much as several of them.
        push(25 + weight, dealing);
    }
    let (first, last) = pair.extent(tree);
    let runs: Vec<(usize, usize)> = pair.runs().collect();
    let between = |t: usize| runs.len() == 2 && runs[0].1 <= t && t < runs[1].0;
    for t in (first..last).filter(|&t| !runs.iter().any(|r| r.0 <= t && t < r.1)) {
        let verb = matches!(tree.tag(t), Tag::Verb | Tag::Aux);
        if matches!(tree.tag(t), Tag::Verb | Tag::Noun) {
            push(16, view.lemmas[t]);
            push(17, mix(view.lemmas[t], u64::from(between(t))));
        }
        for &class in lexis().of(tree.lemma(t), verb) {
            push(18, u64::from(class));
            push(19, mix(u64::from(class), u64::from(between(t))));
        }
        if between(t) {
            push(20, view.lemmas[t]);
        }
    }
    if tree.by(path.meet.unwrap_or(0), Relation::Cc).next().is_some() {
        push(21, mix(rs, rt));
    }
    out.sort_unstable();
    out.dedup();
}

/// The kind of dealing told by the nearest predicate that tells any: of the lowest over both first, then of those over
/// the target and over the source. As a number: 0 none, 1 talk, travel or care, 2 harm or law, 3 both.
fn dealing(view: &View<'_>, path: &Path) -> u64 {
    let tree = view.tree;
    let near =
        path.meet.into_iter().chain(path.over_target.iter().copied()).chain(path.over_source.iter().copied());
    for t in near {
        let classes = lexis().of(tree.lemma(t), tree.tag(t) == Tag::Verb);
        let has = |names: &[&str]| u64::from(classes.iter().any(|c| names.contains(&lexis().name(*c))));
        let kind =
            has(&["contact", "move", "care", "CONSULT"]) + 2 * has(&["hurt", "law", "ASSAULT", "COERCE"]);
        if kind > 0 {
            return kind;
        }
    }
    0
}
