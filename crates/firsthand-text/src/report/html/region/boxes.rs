//! Boxes that hold a picture and a few words: a caption that no name calls one.

use super::{Node, node_of, weight};
use crate::page::{Page, Role};
use crate::report::html::class::Class;
use crate::report::line::Line;

/// Most words in the box of a picture: of 275 labelled captions of news pages all but one are shorter.
const WORDS: usize = 60;

/// Most blocks in it: a caption, a credit, a control.
const BLOCKS: usize = 4;

#[derive(Debug, Clone, Copy, Default)]
struct Held {
    words: usize,
    blocks: usize,
    /// Headings, links, tables: what no caption is.
    others: usize,
}

/// Calls the smallest element that holds a picture and text a caption, where the text is short.
pub(super) fn pictures(page: &Page, nodes: &mut [Node<'_>], lines: &[Line<'_>]) {
    let mut held = vec![Held::default(); nodes.len()];
    let mut total = 0;
    for line in lines {
        let Some(held) = held.get_mut(node_of(line)) else { continue };
        let other = !matches!(line.block.role, Role::Paragraph | Role::Caption | Role::Control | Role::Time);
        held.words += line.words;
        held.blocks += 1;
        held.others += usize::from(other || line.block.link_share > 0.5);
        total += weight(line);
    }
    for id in (1..nodes.len()).rev() {
        let (Some(own), Some(parent)) = (held.get(id).copied(), nodes.get(id).map(|n| n.parent)) else {
            continue;
        };
        if let Some(parent) = held.get_mut(parent) {
            parent.words += own.words;
            parent.blocks += own.blocks;
            parent.others += own.others;
        }
    }
    for (at, _) in page.elements.iter().enumerate().filter(|(_, e)| e.picture) {
        let mut id = at + 1;
        while id != 0 && held.get(id).is_some_and(|h| h.blocks == 0) {
            id = nodes.get(id).map_or(0, |n| n.parent);
        }
        let Some(held) = held.get(id).filter(|_| id != 0) else { continue };
        let short =
            held.words <= WORDS && held.words * 4 <= total && held.blocks <= BLOCKS && held.others == 0;
        if let Some(node) = nodes.get_mut(id)
            && short
            && matches!(node.class, Class::Plain | Class::Standfirst)
            && is_box(node.label)
        {
            node.class = Class::Caption;
        }
    }
}

/// Elements that may be made for a picture.
fn is_box(label: &str) -> bool {
    let name = label.split(['.', '#', '@', '!', '~']).next().unwrap_or("");
    !matches!(name, "p" | "li" | "td" | "article" | "main" | "body" | "section" | "header" | "span" | "a")
}
