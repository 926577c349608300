//! Which element holds the story: the one into which most of the page's running text falls.

use super::class::{Class, class};
use crate::page::{Page, Role};
use crate::report::Why;
use crate::report::line::Line;
use std::collections::HashMap;

mod boxes;
mod spare;

/// What is known of one block's place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// What the telling elements around it are.
    pub(super) class: Class,
    /// Whether it stands in the element of the story.
    pub(super) inside: bool,
    /// Whether it stands above that element and shares an article or main element with it.
    pub(super) near: bool,
    /// Whether it shares an article or main element with the story.
    pub(super) held: bool,
}

/// The element of the story.
#[derive(Debug)]
pub(super) struct Region {
    /// One for each line.
    pub(super) places: Vec<Place>,
    /// Whether the story is set in tables.
    pub(super) in_tables: bool,
}

/// One element; the first node is the page.
#[derive(Debug, Clone)]
struct Node<'p> {
    label: &'p str,
    class: Class,
    parent: usize,
    /// Words of running text in it.
    words: usize,
    /// The same without what its inner elements say is something else.
    clean: usize,
    /// First headings in it.
    titles: usize,
    /// First line in it.
    first: usize,
    /// Whether it or an element around it is something else than the story.
    cut: bool,
}

impl Node<'_> {
    fn is_article(&self) -> bool {
        self.label == "article" || self.label.starts_with("article.") || self.label.starts_with("article#")
    }
    fn is_holder(&self) -> bool {
        self.label.starts_with("article") || self.label.starts_with("main")
    }
    /// Its name without the id, where that says more than that it is a `div`.
    fn kind(&self) -> Option<&str> {
        let kind = self.label.split('#').next()?;
        kind.contains(['.', '@']).then_some(kind)
    }
}

/// Words of running text of one block.
fn weight(line: &Line<'_>) -> usize {
    let block = &line.block;
    let text = matches!(block.role, Role::Paragraph | Role::Quote | Role::Item | Role::Table);
    let reads = (line.stop && line.words >= 5) || line.words >= 15;
    if text && reads && block.link_share < 0.5 { line.words } else { 0 }
}

fn node_of(line: &Line<'_>) -> usize {
    line.block.element.map_or(0, |at| at + 1)
}

/// Finds the element of the story; `title` is the line of the title, where it is known.
pub(super) fn find(page: &Page, lines: &[Line<'_>], title: Option<usize>) -> Region {
    let mut nodes = nodes(page, lines);
    let around_title: Vec<usize> =
        title.and_then(|t| lines.get(t)).map(|l| ancestors(&nodes, node_of(l))).unwrap_or_default();
    spare::spare(&mut nodes, lines, &around_title);
    boxes::pictures(page, &mut nodes, lines);
    clean(&mut nodes, lines);
    let story = whole(&nodes, named(&nodes, descend(&nodes, &around_title)));
    let holder = ancestors(&nodes, story)
        .into_iter()
        .find(|id| nodes.get(*id).is_some_and(|n| n.is_holder()))
        .unwrap_or(0);
    let start = nodes.get(story).map_or(0, |n| n.first);
    let classes = classes(&nodes, story);
    let places: Vec<Place> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let (class, inside, below) = classes.of(node_of(line), holder);
            let held = holder == 0 || below;
            Place { class, inside, held, near: at < start && start - at <= 40 && held }
        })
        .collect();
    let weigh = |role: fn(Role) -> bool| -> usize {
        let inside = lines.iter().zip(&places).filter(|(l, p)| p.inside && role(l.block.role));
        inside.map(|(l, _)| weight(l)).sum()
    };
    let in_tables = weigh(|r| r == Role::Table) * 2 > weigh(|_| true);
    Region { places, in_tables }
}

/// What the elements of a page make of what stands in them.
struct Classes {
    /// For each node: what is said inside the story (or of the whole page, outside it), and whether it is inside.
    found: Vec<(Class, bool)>,
    parents: Vec<usize>,
}

impl Classes {
    /// The class of a node, whether it lies in the story, and whether in the holder.
    fn of(&self, node: usize, holder: usize) -> (Class, bool, bool) {
        let (class, inside) = self.found.get(node).copied().unwrap_or((Class::Plain, false));
        let mut at = node;
        while at != 0 && at != holder {
            at = self.parents.get(at).copied().unwrap_or(0);
        }
        (class, inside, at == holder)
    }
}

fn classes(nodes: &[Node<'_>], story: usize) -> Classes {
    let mut found: Vec<(Class, bool)> = Vec::with_capacity(nodes.len());
    for (id, node) in nodes.iter().enumerate() {
        let (above, inside) = if id == 0 {
            (Class::Plain, false)
        } else {
            found.get(node.parent).copied().unwrap_or((Class::Plain, false))
        };
        // What stands around the story says nothing of what is in it.
        found.push(if id == story { (Class::Plain, true) } else { (within(above, node.class), inside) });
    }
    Classes { found, parents: nodes.iter().map(|n| n.parent).collect() }
}

/// What an element is that stands in another.
fn within(outer: Class, inner: Class) -> Class {
    use Why::{Byline, Cookie, Date, Gallery, Navigation, Player, Share};
    match (outer, inner) {
        // A byline in the header of a page is a byline all the same, and so is the caption of a player's picture.
        (Class::Cut(Navigation | Date | Share), Class::Cut(Byline)) => inner,
        (Class::Cut(Player | Gallery | Cookie | Share | Byline | Date), Class::Caption) => inner,
        (Class::Cut(Player | Share), Class::Post) => inner,
        (Class::Caption | Class::Post, Class::Cut(Byline | Date | Navigation | Player | Gallery)) => outer,
        (Class::Post, Class::Cut(Share)) => outer,
        (Class::Cut(_), _) => outer,
        (_, Class::Plain | Class::Body) => outer,
        _ => inner,
    }
}

/// Every element of the page.
fn nodes<'p>(page: &'p Page, lines: &[Line<'_>]) -> Vec<Node<'p>> {
    let mut known: HashMap<&str, Class> = HashMap::new();
    let empty = Node {
        label: "",
        class: Class::Plain,
        parent: 0,
        words: 0,
        clean: 0,
        titles: 0,
        first: usize::MAX,
        cut: false,
    };
    let mut nodes = Vec::with_capacity(page.elements.len() + 1);
    nodes.push(empty.clone());
    nodes.extend(page.elements.iter().map(|e| Node {
        label: &e.label,
        parent: e.parent.map_or(0, |p| p + 1),
        ..empty.clone()
    }));
    for (at, line) in lines.iter().enumerate() {
        if let Some(node) = nodes.get_mut(node_of(line)) {
            node.words += weight(line);
            node.titles += usize::from(line.block.role == Role::Heading(1));
            node.first = node.first.min(at);
        }
    }
    // Children come after their parents.
    for id in (1..nodes.len()).rev() {
        let Some(node) = nodes.get_mut(id).filter(|n| n.first != usize::MAX) else { continue };
        node.class = *known.entry(node.label).or_insert_with(|| class(node.label));
        let (parent, words, titles, first) = (node.parent, node.words, node.titles, node.first);
        if let Some(parent) = nodes.get_mut(parent) {
            parent.words += words;
            parent.titles += titles;
            parent.first = parent.first.min(first);
        }
    }
    nodes
}

/// Weighs the running text that no element says is something else.
fn clean(nodes: &mut [Node<'_>], lines: &[Line<'_>]) {
    for id in 1..nodes.len() {
        let above = nodes.get(id).and_then(|n| nodes.get(n.parent)).is_some_and(|p| p.cut);
        if let Some(node) = nodes.get_mut(id) {
            node.cut = above || matches!(node.class, Class::Cut(_) | Class::Caption);
        }
    }
    for line in lines {
        if let Some(node) = nodes.get_mut(node_of(line)).filter(|n| !n.cut) {
            node.clean += weight(line);
        }
    }
    for id in (1..nodes.len()).rev() {
        let Some((parent, clean)) = nodes.get(id).map(|n| (n.parent, n.clean)) else { continue };
        if let Some(parent) = nodes.get_mut(parent) {
            parent.clean += clean;
        }
    }
}

/// Words of running text from which on an element may be a story of its own.
const STORY: usize = 60;

/// Goes down from the page as long as one element holds nearly all of the running text.
fn descend(nodes: &[Node<'_>], around_title: &[usize]) -> usize {
    let children = Children::new(nodes);
    let mut at = titled_article(nodes, around_title).unwrap_or(0);
    loop {
        let here = nodes.get(at).map_or(0, |n| n.clean);
        let below = || children.of(at).filter_map(|id| nodes.get(id).map(|n| (id, n)));
        let best = below().max_by_key(|(id, n)| (n.clean, usize::MAX - id));
        let Some((id, child)) = best.filter(|(_, n)| n.clean > 0) else { return at };
        let is_text = child.label.starts_with('p') && !child.label.starts_with("pre")
            || child.label.starts_with("li")
            || child.label.starts_with("span")
            || child.label.starts_with("blockquote");
        if is_text {
            return at;
        }
        let alike = |n: &Node<'_>| n.label == child.label && n.clean * 10 > here;
        let several = below().filter(|(o, n)| *o != id && alike(n)).count() > 0;
        let titles =
            child.titles > 0 && below().any(|(o, n)| o != id && n.titles > 0 && n.kind() == child.kind());
        // Stories one below the other, as endless pages load them: the one of the title, or the first, is the page's.
        if child.is_article() && several || titles && child.kind().is_some() {
            let is_story = |n: &Node<'_>| n.kind() == child.kind() && n.clean >= STORY;
            let titled = below().find(|(o, n)| around_title.contains(o) && is_story(n));
            let first = titled.or_else(|| below().find(|(_, n)| is_story(n)));
            at = first.map_or(id, |(o, _)| o);
            continue;
        }
        // A story cut into pieces that are named alike.
        let piece = |n: &Node<'_>| n.kind() == child.kind() && n.clean >= 15;
        if child.kind().is_some() && !child.is_article() && below().any(|(o, n)| o != id && piece(n)) {
            return at;
        }
        let share = child.clean * 100 / here.max(1);
        let holds_body = matches!(child.class, Class::Body) || child.is_holder();
        if share >= 88
            || (share >= 50 && holds_body && !several)
            || (share >= 70 && child.clean > 250 && tells_story(child.label))
        {
            at = id;
            continue;
        }
        return at;
    }
}

/// The article element around the title, where the page goes on with articles of other stories.
fn titled_article(nodes: &[Node<'_>], around_title: &[usize]) -> Option<usize> {
    let all = nodes.first()?.clean;
    let at = *around_title
        .iter()
        .find(|id| nodes.get(**id).is_some_and(|n| n.is_article() && n.clean >= STORY && !n.cut))?;
    let outside = all - nodes.get(at)?.clean;
    let others = nodes.iter().enumerate().filter(|(id, n)| {
        n.is_article() && *id != at && !around_title.contains(id) && n.clean >= STORY && n.titles > 0
    });
    let others: usize = others.map(|(_, n)| n.clean).sum();
    (others * 10 >= outside * 6 && others > 0).then_some(at)
}

/// The elements with running text in each element: the first one of each, and the next one beside each; 0 for none.
struct Children {
    first: Vec<usize>,
    next: Vec<usize>,
}

impl Children {
    fn new(nodes: &[Node<'_>]) -> Children {
        let mut children = Children { first: vec![0; nodes.len()], next: vec![0; nodes.len()] };
        for id in (1..nodes.len()).rev() {
            let Some(node) = nodes.get(id).filter(|n| n.clean > 0) else { continue };
            let places = (children.first.get_mut(node.parent), children.next.get_mut(id));
            if let (Some(first), Some(next)) = places {
                *next = *first;
                *first = id;
            }
        }
        children
    }

    fn of(&self, id: usize) -> impl Iterator<Item = usize> {
        let first = self.first.get(id).copied().filter(|n| *n != 0);
        std::iter::successors(first, |at| self.next.get(*at).copied().filter(|n| *n != 0))
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
fn named(nodes: &[Node<'_>], found: usize) -> usize {
    let all = nodes.get(found).map_or(0, |n| n.clean);
    let inner = nodes
        .iter()
        .enumerate()
        .filter(|(id, n)| n.class == Class::Body && n.clean * 10 >= all * 6 && is_in(nodes, *id, found));
    inner.max_by_key(|(id, n)| (n.clean, usize::MAX - id)).map_or(found, |(id, _)| id)
}

/// The element around all pieces of a body that is cut into several of one name.
fn whole(nodes: &[Node<'_>], found: usize) -> usize {
    let body =
        ancestors(nodes, found).into_iter().find(|id| nodes.get(*id).is_some_and(|n| n.class == Class::Body));
    let Some(kind) = body.and_then(|b| nodes.get(b)).and_then(|n| n.kind()) else { return found };
    let around = ancestors(nodes, found);
    let holder = around.iter().copied().find(|id| nodes.get(*id).is_some_and(|n| n.is_holder()));
    let Some(holder) = holder else { return found };
    let mut story = found;
    for (id, node) in nodes.iter().enumerate() {
        let piece = node.class == Class::Body && node.kind() == Some(kind) && node.clean >= 15 && !node.cut;
        if piece && node.titles == 0 && !is_in(nodes, id, story) && is_in(nodes, id, holder) {
            let joint = around.iter().copied().find(|a| is_in(nodes, id, *a) && is_in(nodes, story, *a));
            story = joint.unwrap_or(story);
        }
    }
    story
}

fn is_in(nodes: &[Node<'_>], id: usize, outer: usize) -> bool {
    let mut at = id;
    // An element comes after those around it.
    while at > outer {
        at = nodes.get(at).map_or(0, |n| n.parent);
    }
    at == outer
}

/// The elements around one, innermost first, itself included.
fn ancestors(nodes: &[Node<'_>], of: usize) -> Vec<usize> {
    let mut out = vec![of];
    let mut at = of;
    while at != 0 {
        at = nodes.get(at).map_or(0, |n| n.parent);
        out.push(at);
    }
    out
}
