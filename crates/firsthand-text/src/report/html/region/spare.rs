//! Names of elements that are not believed, for what they hold is the story.

use super::{Node, is_in, node_of, weight};
use crate::report::Why;
use crate::report::html::class::Class;
use crate::report::line::Line;
use std::collections::BTreeMap;

/// Names that are believed however much text they hold: comments and lists of other stories may well be longer than
/// the story, and so may a footer or a cookie notice on a short one.
fn is_believed(why: Why) -> bool {
    use Why::{Advertisement, Comments, Cookie, Copyright, Form, Navigation, Newsletter, Related, Share};
    matches!(
        why,
        Related | Comments | Form | Navigation | Share | Copyright | Cookie | Newsletter | Advertisement
    )
}

/// Takes the class from elements that hold much of the page's text: galleries, paywalls and the like are at times the
/// story itself.
pub(super) fn spare(nodes: &mut [Node<'_>], lines: &[Line<'_>], around_title: &[usize]) {
    let total = nodes.first().map_or(0, |n| n.words);
    let cut = first_cut(nodes);
    let bodies: Vec<(usize, usize)> = nodes
        .iter()
        .enumerate()
        .zip(&cut)
        .filter(|((_, n), c)| n.class == Class::Body && c.is_none())
        .map(|((id, n), _)| (id, n.words))
        .collect();
    // Whether an element named as the body holds text outside of this one.
    let has_body: Vec<bool> = nodes
        .iter()
        .enumerate()
        .map(|(id, node)| {
            let much = node.words * 5 > total * 2;
            let outside = |(body, words): &(usize, usize)| {
                let within = if is_in(nodes, id, *body) { node.words } else { 0 };
                words - within.min(*words) >= 30
            };
            much && bodies.iter().any(outside)
        })
        .collect();
    for (id, node) in nodes.iter_mut().enumerate().filter(|(_, n)| n.words * 5 > total * 2) {
        let believed = matches!(node.class, Class::Cut(why) if is_believed(why))
            && has_body.get(id) == Some(&true)
            && !around_title.contains(&id);
        if matches!(node.class, Class::Cut(_) | Class::Caption) && !believed {
            node.class = Class::Plain;
        }
    }
    let cut = first_cut(nodes);
    let mut words: BTreeMap<Class, usize> = BTreeMap::new();
    for line in lines {
        if let Some(class) = cut.get(node_of(line)).copied().flatten() {
            *words.entry(class).or_default() += weight(line);
        }
    }
    let firm =
        [Why::Related, Why::Comments, Why::Form, Why::Navigation, Why::Share, Why::Copyright, Why::Cookie];
    let much = words
        .into_iter()
        .filter(|(class, n)| n * 100 > total * 45 && !matches!(class, Class::Cut(why) if firm.contains(why)));
    let misnamed: Vec<Class> = much.map(|(class, _)| class).collect();
    for node in nodes.iter_mut().filter(|n| misnamed.contains(&n.class)) {
        node.class = Class::Plain;
    }
}

/// For each element the outermost class around it that cuts it from the story.
fn first_cut(nodes: &[Node<'_>]) -> Vec<Option<Class>> {
    let mut out: Vec<Option<Class>> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let above = out.get(node.parent).copied().flatten();
        let own = matches!(node.class, Class::Cut(_) | Class::Caption).then_some(node.class);
        out.push(above.or(own));
    }
    out
}
