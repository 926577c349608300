//! Text between tags: what stands in the source, with character references resolved.

use crate::Span;
use crate::page::clean::Clean;
use crate::page::encoding::Source;
use crate::page::head;

/// Adds the text of one token. `value` is what the tokenizer made of the source at `span`.
///
/// Stops when the block holds `most` bytes.
pub(super) fn push(clean: &mut Clean, source: &Source<'_>, value: &[u8], span: Span, most: usize) {
    let raw = span.of(&source.text);
    if raw.as_bytes() == value {
        let raw = head(raw, most.saturating_sub(clean.text.len()).max(4));
        let span = Span::new(span.start, span.start + raw.len());
        clean.push_source(source, span);
        return;
    }
    let value = String::from_utf8_lossy(value);
    let (mut at, mut chars) = (0, value.chars().peekable());
    while let Some(c) = chars.next() {
        if clean.text.len() >= most {
            return;
        }
        let rest = raw.get(at..).unwrap_or("");
        // A line break is one character to the tokenizer, whatever bytes make it.
        let taken = match rest.chars().next() {
            None => 0,
            Some('\r') if c == '\n' => 1 + usize::from(rest.as_bytes().get(1) == Some(&b'\n')),
            Some('&') => reference(rest, c, chars.peek().copied()),
            Some(other) => other.len_utf8(),
        };
        let here = Span::new(span.start + at, span.start + (at + taken).min(raw.len()));
        let is_second = taken == 0;
        let here =
            if is_second { Span::new(here.start.saturating_sub(1).max(span.start), here.end) } else { here };
        clean.push(c, source.page(here));
        at += taken;
    }
}

/// Bytes of the character reference at the head of `rest`, which became `c` (and perhaps `next`, for the few that
/// stand for two characters); 1 where the ampersand stands for itself.
fn reference(rest: &str, c: char, next: Option<char>) -> usize {
    let body = rest.get(1..).unwrap_or("");
    let name = body.find(|b: char| !(b.is_ascii_alphanumeric() || b == '#')).unwrap_or(body.len()).min(32);
    let closed = body.as_bytes().get(name) == Some(&b';');
    if c == '&' && !body.starts_with("amp") && !body.starts_with("AMP") && !body.starts_with('#') {
        return 1;
    }
    if closed {
        return name + 2;
    }
    if body.starts_with('#') {
        let digits = if body.as_bytes().get(1).is_some_and(|x| x | 32 == b'x') {
            2 + body.get(2..).unwrap_or("").bytes().take_while(u8::is_ascii_hexdigit).count()
        } else {
            1 + body.get(1..).unwrap_or("").bytes().take_while(u8::is_ascii_digit).count()
        };
        return if digits > 1 { digits + 1 } else { 1 };
    }
    // Without a semicolon (`&copy2024`): the shortest name after which the next character follows.
    let end = (2..=name).find(|n| body.get(*n..).and_then(|b| b.chars().next()) == next);
    1 + end.unwrap_or(name)
}
