//! Which element holds the story: the one into which most of the page's running text falls.

use super::class::{Class, class};
use crate::page::{Page, Role};
use crate::report::line::Line;
use std::collections::BTreeMap;

/// What is known of one block's place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// What the innermost telling element around it is.
    pub(super) class: Class,
    /// Whether it stands in the element of the story.
    pub(super) inside: bool,
    /// Whether it stands above that element and shares an article or main element with it.
    pub(super) near: bool,
}

/// The element of the story.
#[derive(Debug)]
pub(super) struct Region {
    /// One for each block of the page.
    pub(super) places: Vec<Place>,
    /// Whether the story is set in tables.
    pub(super) in_tables: bool,
}

#[derive(Debug)]
struct Node {
    label: String,
    class: Class,
    parent: u32,
    /// Words of running text in it.
    words: usize,
    /// The same without what its inner elements say is something else.
    clean: usize,
    /// First block in it.
    first: usize,
}

/// Words of running text of one block.
fn weight(line: &Line<'_>) -> usize {
    let block = &line.block;
    let text = matches!(block.role, Role::Paragraph | Role::Quote | Role::Item | Role::Table);
    let reads = (line.stop && line.words >= 5) || line.words >= 15;
    if text && reads && block.link_share < 0.5 { line.words } else { 0 }
}

/// Finds the element of the story; `title` is the block of the title, where it is known.
pub(super) fn find(page: &Page, lines: &[Line<'_>], title: Option<usize>) -> Region {
    let mut nodes = nodes(page, lines);
    let total = nodes.get(&0).map_or(0, |n| n.words);
    // An element that holds much of the page's text is no side matter, whatever its name.
    for node in nodes.values_mut().filter(|n| n.words * 5 > total * 2) {
        if matches!(node.class, Class::Cut(_)) {
            node.class = Class::Plain;
        }
    }
    spare_misnamed(page, lines, &mut nodes, total);
    for (block, line) in page.blocks.iter().zip(lines) {
        let cut = |id: &u32| matches!(nodes.get(id).map(|n| n.class), Some(Class::Cut(_)));
        if block.path.iter().any(cut) {
            continue;
        }
        let weight = weight(line);
        for id in block.path.iter().chain([&0]) {
            if let Some(node) = nodes.get_mut(id) {
                node.clean += weight;
            }
        }
    }
    let around_title: Vec<u32> =
        title.and_then(|t| page.blocks.get(t)).map(|b| b.path.clone()).unwrap_or_default();
    let story = named(&nodes, descend(&nodes, &around_title));
    let holder = ancestors(&nodes, story).into_iter().find(|id| {
        nodes.get(id).is_some_and(|n| n.label.starts_with("article") || n.label.starts_with("main"))
    });
    let start = nodes.get(&story).map_or(0, |n| n.first);
    let places: Vec<Place> = page
        .blocks
        .iter()
        .enumerate()
        .map(|(at, block)| {
            let inside = story == 0 || block.path.contains(&story);
            let from =
                if inside { block.path.iter().position(|id| *id == story).map_or(0, |p| p + 1) } else { 0 };
            let classes =
                block.path.get(from..).unwrap_or(&[]).iter().filter_map(|id| nodes.get(id)).map(|n| n.class);
            let class = classes.fold(Class::Plain, |all, one| match (all, one) {
                // A byline in the header of a page is a byline all the same.
                (Class::Cut("navigation" | "date" | "share"), Class::Cut("byline")) => Class::Cut("byline"),
                (Class::Cut(why), _) => Class::Cut(why),
                (all, Class::Plain | Class::Body) => all,
                (_, one) => one,
            });
            let near = at < start && start - at <= 40 && holder.is_none_or(|h| block.path.contains(&h));
            Place { class, inside, near }
        })
        .collect();
    let tables: usize = weigh(page, lines, &places, |r| r == Role::Table);
    let all: usize = weigh(page, lines, &places, |_| true);
    Region { places, in_tables: tables * 2 > all }
}

/// Galleries, paywalls and the like are at times the story itself: where those of one name hold much of the page's text,
/// the name is not believed. Comments and lists of other stories may well be longer than the story.
fn spare_misnamed(page: &Page, lines: &[Line<'_>], nodes: &mut BTreeMap<u32, Node>, total: usize) {
    let mut words: BTreeMap<&'static str, usize> = BTreeMap::new();
    for (block, line) in page.blocks.iter().zip(lines) {
        let cut = block.path.iter().find_map(|id| match nodes.get(id)?.class {
            Class::Cut(why) => Some(why),
            _ => None,
        });
        if let Some(why) = cut {
            *words.entry(why).or_default() += weight(line);
        }
    }
    const BELIEVED: [&str; 6] = ["related", "form", "navigation", "share", "copyright", "cookie"];
    let much = words.into_iter().filter(|(why, n)| n * 100 > total * 45 && !BELIEVED.contains(why));
    let misnamed: Vec<&str> = much.map(|(why, _)| why).collect();
    for node in nodes.values_mut() {
        if matches!(node.class, Class::Cut(why) if misnamed.contains(&why)) {
            node.class = Class::Plain;
        }
    }
}

fn weigh(page: &Page, lines: &[Line<'_>], places: &[Place], role: impl Fn(Role) -> bool) -> usize {
    let blocks = page.blocks.iter().zip(lines).zip(places);
    blocks.filter(|((b, _), p)| p.inside && role(b.role)).map(|((_, l), _)| weight(l)).sum()
}

/// Every element of the page that a block stands in; 0 is the page.
fn nodes(page: &Page, lines: &[Line<'_>]) -> BTreeMap<u32, Node> {
    let mut nodes = BTreeMap::new();
    let root = Node { label: String::new(), class: Class::Plain, parent: 0, words: 0, clean: 0, first: 0 };
    nodes.insert(0, root);
    for (at, (block, line)) in page.blocks.iter().zip(lines).enumerate() {
        let weight = weight(line);
        let mut parent = 0;
        for (id, label) in block.path.iter().zip(&block.within) {
            let node = nodes.entry(*id).or_insert_with(|| Node {
                label: label.clone(),
                class: class(label),
                parent,
                words: 0,
                clean: 0,
                first: at,
            });
            node.words += weight;
            parent = *id;
        }
        if let Some(root) = nodes.get_mut(&0) {
            root.words += weight;
        }
    }
    nodes
}

/// Goes down from the page as long as one element holds nearly all of the running text.
fn descend(nodes: &BTreeMap<u32, Node>, around_title: &[u32]) -> u32 {
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (id, node) in nodes.iter().filter(|(id, _)| **id != 0) {
        children.entry(node.parent).or_default().push(*id);
    }
    let mut at = 0;
    loop {
        let here = nodes.get(&at).map_or(0, |n| n.clean);
        let below = children.get(&at).map_or(&[][..], Vec::as_slice);
        let best = below
            .iter()
            .filter_map(|id| nodes.get(id).map(|n| (*id, n)))
            .max_by_key(|(id, n)| (n.clean, u32::MAX - id));
        let Some((id, child)) = best.filter(|(_, n)| n.clean > 0) else { return at };
        let is_text = child.label.starts_with('p') && !child.label.starts_with("pre")
            || child.label.starts_with("li")
            || child.label.starts_with("span")
            || child.label.starts_with("blockquote");
        if is_text {
            return at;
        }
        let alike = below
            .iter()
            .filter(|o| **o != id)
            .filter_map(|o| nodes.get(o))
            .filter(|n| n.label == child.label && n.clean * 10 > here);
        // Stories one below the other, as endless pages load them: the one of the title, or the first, is the page's.
        if child.label.starts_with("article") && alike.clone().count() > 0 {
            let is_story = |o: &&u32| nodes.get(o).is_some_and(|n| n.label == child.label && n.clean >= 60);
            let titled = below.iter().find(|o| around_title.contains(o) && is_story(o));
            let first = titled.or_else(|| below.iter().find(is_story));
            at = *first.unwrap_or(&id);
            continue;
        }
        let share = child.clean * 100 / here.max(1);
        let holds_body = matches!(child.class, Class::Body)
            || child.label.starts_with("article")
            || child.label.starts_with("main");
        if share >= 88
            || (share >= 50 && holds_body && alike.count() == 0)
            || (share >= 70 && child.clean > 250 && tells_story(&child.label))
        {
            at = id;
            continue;
        }
        return at;
    }
}

/// Whether a label speaks of a story at all.
fn tells_story(label: &str) -> bool {
    let lower = label.to_lowercase();
    ["article", "story", "content", "post", "entry", "body", "text", "detail"]
        .iter()
        .any(|w| lower.contains(w))
}

/// An element named as the body within the one found, if it holds most of its text.
fn named(nodes: &BTreeMap<u32, Node>, found: u32) -> u32 {
    let all = nodes.get(&found).map_or(0, |n| n.clean);
    let inner = nodes.iter().filter(|(id, n)| {
        n.class == Class::Body && n.clean * 10 >= all * 6 && ancestors(nodes, **id).contains(&found)
    });
    inner.max_by_key(|(id, n)| (n.clean, u32::MAX - **id)).map_or(found, |(id, _)| *id)
}

/// The elements around one, innermost first, itself included.
fn ancestors(nodes: &BTreeMap<u32, Node>, of: u32) -> Vec<u32> {
    let (mut out, mut at) = (vec![of], of);
    while at != 0 && out.len() < 600 {
        at = nodes.get(&at).map_or(0, |n| n.parent);
        out.push(at);
    }
    out
}
