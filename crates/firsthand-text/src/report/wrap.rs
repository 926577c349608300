//! Lines of plain text, and hard-wrapped ones joined to paragraphs again.

use super::line::{Line, ends_with_stop};
use crate::page::Block;
use crate::span::Run;
use crate::{Map, Span};
use std::borrow::Cow;

/// Widest column at which text is taken to be wrapped, in characters.
const WIDEST: usize = 100;

/// The lines of a page; where it is wrapped at a column, the lines of a paragraph become one.
pub(super) fn lines(blocks: &[Block]) -> Vec<Line<'_>> {
    if !is_wrapped(blocks) {
        return blocks.iter().map(|b| Line::new(Cow::Borrowed(b))).collect();
    }
    let mut out = Vec::new();
    let mut rest = blocks;
    while let Some((first, more)) = rest.split_first() {
        let width = |b: &Block| b.text.chars().count();
        // A line goes on in the next one if the column, not the sentence, ended it.
        let run = more
            .iter()
            .zip(rest)
            .take_while(|(next, this)| next.gap == 0 && next.role == this.role && width(this) > 40)
            .count();
        let (group, after) = rest.split_at(run + 1);
        rest = after;
        out.push(if run == 0 {
            Line::new(Cow::Borrowed(first))
        } else {
            Line::new(Cow::Owned(joined(group)))
        });
    }
    out
}

/// Whether most lines that are followed at once by another end in the middle of a sentence and at a like width.
fn is_wrapped(blocks: &[Block]) -> bool {
    let pairs =
        blocks.windows(2).filter(|w| w.last().is_some_and(|b| b.gap == 0)).filter_map(<[Block]>::first);
    let (mut all, mut open) = (0, 0);
    for line in pairs {
        let width = line.text.chars().count();
        if width > WIDEST {
            return false;
        }
        all += 1;
        open += usize::from(width > 40 && !ends_with_stop(&line.text));
    }
    all >= 4 && open * 10 >= all * 6
}

fn joined(group: &[Block]) -> Block {
    let mut out = Block::default();
    if let Some(first) = group.first() {
        (out.role, out.gap) = (first.role, first.gap);
    }
    for block in group {
        let whole = Span::new(0, block.text.len());
        // The blank that stands for the line break leads to the break itself.
        let before = out.map.runs().last().map(|r| r.page.end);
        let after = block.map.runs().first().map(|r| r.page.start);
        if !out.text.is_empty() {
            let at = out.text.len();
            out.text.push(' ');
            if let (Some(before), Some(after)) = (before, after)
                && before < after
            {
                out.map.push(Run { clean: Span::new(at, at + 1), page: Span::new(before, after) });
            }
        }
        append(&mut out.map, &block.map, whole, out.text.len());
        out.text.push_str(&block.text);
    }
    out
}

fn append(map: &mut Map, other: &Map, part: Span, at: usize) {
    map.append(other, part, at);
}
