//! Plain text: a block a line.

use super::clean::Clean;
use super::encoding::Source;
use super::{Block, MAX_TEXT, Role};
use crate::{Note, Span, Trouble};

/// The lines of a plain text, each with the number of blank lines before it.
pub(super) fn blocks(source: &Source<'_>, notes: &mut Vec<Note>) -> Vec<Block> {
    let text: &str = &source.text;
    let (mut blocks, mut gap, mut held) = (Vec::new(), 0, 0);
    let mut from = 0;
    while from < text.len() {
        let (mut end, next) = line(text, from);
        if end - from + held > MAX_TEXT {
            end = from + super::kind::head(text.get(from..end).unwrap_or(""), MAX_TEXT - held).len();
            let message = format!("the text is longer than {MAX_TEXT} bytes, the rest was left out");
            notes.push(Note::new(Trouble::Limit, message));
        }
        let mut clean = Clean::default();
        clean.push_source(source, Span::new(from, end));
        held += end - from;
        if clean.text.is_empty() {
            gap += 1;
        } else {
            let role = if is_item(&clean.text) { Role::Item } else { Role::Paragraph };
            blocks.push(Block { role, text: clean.text, map: clean.map, gap, ..Block::default() });
            gap = 0;
        }
        if held >= MAX_TEXT {
            break;
        }
        from = next;
    }
    blocks
}

/// Where the line that starts at `from` ends, and where the next one starts.
fn line(text: &str, from: usize) -> (usize, usize) {
    let rest = text.get(from..).unwrap_or("");
    let is_break =
        |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let Some((at, c)) = rest.char_indices().find(|&(_, c)| is_break(c)) else {
        return (text.len(), text.len());
    };
    let width = if rest.get(at..).is_some_and(|r| r.starts_with("\r\n")) { 2 } else { c.len_utf8() };
    (from + at, from + at + width)
}

/// A line that opens with a bullet.
fn is_item(line: &str) -> bool {
    let mut chars = line.chars();
    let bullet = matches!(chars.next(), Some('•' | '▪' | '●' | '◦' | '‣' | '■' | '▶' | '►' | '*'));
    bullet && chars.next().is_some_and(|c| c == ' ' || c.is_alphabetic())
}
