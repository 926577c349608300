//! The body of an article as structured data states it: `"articleBody": "…"`, with the way back through JSON's escapes.

use crate::page::encoding::Source;
use crate::page::{Block, MAX_TEXT};
use crate::span::Run;
use crate::{Map, Span};

const KEY: &str = "\"articleBody\"";

/// Fewest bytes of a body; shorter ones are teasers.
const FEWEST: usize = 200;

/// Whether a script may state a body.
pub(super) fn states_body(script: &str) -> bool {
    script.contains(KEY)
}

/// The paragraphs of the first body that a script states; `at` is where the script stands.
pub(super) fn body(source: &Source<'_>, at: Span) -> Option<Vec<Block>> {
    let script = at.of(&source.text);
    let keys = script.match_indices(KEY).map(|(n, key)| n + key.len());
    let strings = keys.filter_map(|end| {
        let rest = script.get(end..)?;
        let value = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        Some(at.start + script.len() - value.len())
    });
    let inner = strings.map(|from| unescaped(source, from, at.end)).find(|s| s.text.len() >= FEWEST)?;
    let mut blocks = super::blocks(&inner);
    // Markup that was escaped as text is markup all the same.
    if let [one] = blocks.as_slice()
        && ["<p>", "<p ", "<br", "</p>"].iter().any(|tag| one.text.contains(tag))
    {
        blocks = super::blocks(&inner.part(one.text.clone(), one.map.clone()));
    }
    blocks.iter_mut().for_each(|b| b.element = None);
    Some(blocks)
}

/// The JSON string that begins at `from`, unescaped; line breaks become breaks of markup.
fn unescaped<'a>(source: &Source<'_>, from: usize, end: usize) -> Source<'a> {
    let rest = Span::new(from, end).of(&source.text);
    let (mut text, mut map) = (String::new(), Map::new());
    let mut at = 0;
    while let Some(c) = rest.get(at..).and_then(|r| r.chars().next()).filter(|c| *c != '"') {
        let (c, taken) = if c == '\\' { escape(rest.get(at..).unwrap_or("")) } else { (c, c.len_utf8()) };
        let clean = text.len();
        match c {
            '\n' => text.push_str("<br><br>"),
            c => text.push(c),
        }
        let page = source.page(Span::new(from + at, from + at + taken));
        map.push(Run { clean: Span::new(clean, text.len()), page });
        at += taken;
        if text.len() >= MAX_TEXT {
            break;
        }
    }
    source.part(text, map)
}

/// The character an escape stands for, and its length in bytes (RFC 8259, 7).
fn escape(rest: &str) -> (char, usize) {
    let unit = |at: usize| u32::from_str_radix(rest.get(at..at + 4)?, 16).ok();
    match rest.as_bytes().get(1) {
        Some(b'n') => ('\n', 2),
        Some(b'u') => match (unit(2), rest.get(6..8).filter(|u| *u == "\\u").and_then(|_| unit(8))) {
            (Some(high @ 0xd800..0xdc00), Some(low @ 0xdc00..0xe000)) => {
                let scalar = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                (char::from_u32(scalar).unwrap_or('\u{fffd}'), 12)
            }
            (Some(one), _) => (char::from_u32(one).unwrap_or('\u{fffd}'), 6),
            (None, _) => ('\u{fffd}', 2),
        },
        Some(b'b' | b'f' | b'r' | b't') => (' ', 2),
        Some(_) => {
            let c = rest.get(1..).and_then(|r| r.chars().next()).unwrap_or(' ');
            (c, 1 + c.len_utf8())
        }
        None => (' ', 1),
    }
}
