//! Quotation marks: where they stand and which way they face.

use crate::Span;

/// One quotation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) style: Style,
    pub(super) side: Side,
}

/// Marks that close each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `“ ” " '' „`
    Double,
    /// `‘ ’ '`
    Single,
    /// `« »`
    Guillemet,
    /// `‹ ›`
    SmallGuillemet,
    /// `「 」`
    Corner,
}

impl Style {
    pub(super) fn closes_with(self, other: Style) -> bool {
        self == other
    }
}

/// Which way a mark faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Open,
    Close,
    /// Closes if one is open, else opens.
    Either,
}

/// The quotation marks of one region of a text, in order.
pub(super) fn find(text: &str, region: Span) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = region.start;
    let mut before = None;
    while let Some(c) = text.get(at..region.end).and_then(|t| t.chars().next()) {
        let pair = text.get(at..region.end).map_or("", |t| t);
        let width = if pair.starts_with("``") || pair.starts_with("''") { 2 } else { c.len_utf8() };
        let after = text.get(at + width..region.end).and_then(|t| t.chars().next());
        if let Some((style, side)) = read(c, width == 2 && c.is_ascii(), before, after) {
            marks.push(Mark { span: Span::new(at, at + width), style, side });
        }
        at += width;
        before = Some(c);
    }
    marks
}

/// Whether a paragraph opens with a mark of the style.
pub(super) fn opens_with(paragraph: &str, style: Style) -> bool {
    let rest = paragraph.trim_start();
    match style {
        Style::Double => {
            rest.starts_with(['“', '"', '„', '‟', '”']) || rest.starts_with("``") || rest.starts_with("''")
        }
        Style::Single => rest.starts_with(['‘', '\'']),
        Style::Guillemet => rest.starts_with(['«', '»']),
        Style::SmallGuillemet => rest.starts_with('‹'),
        Style::Corner => rest.starts_with(['「', '『']),
    }
}

fn read(c: char, doubled: bool, before: Option<char>, after: Option<char>) -> Option<(Style, Side)> {
    let opening = before.is_none_or(opens_after) && after.is_some_and(|a| !a.is_whitespace());
    let closing = before.is_some_and(|b| !b.is_whitespace()) && after.is_none_or(|a| !a.is_alphanumeric());
    match c {
        '`' if doubled => Some((Style::Double, Side::Open)),
        '\'' if doubled && opening && !closing => Some((Style::Double, Side::Open)),
        '\'' if doubled => Some((Style::Double, Side::Close)),
        // the same mark opens in English and closes in German
        '“' if closing && !opening => Some((Style::Double, Side::Either)),
        '“' | '„' | '‟' => Some((Style::Double, Side::Open)),
        '”' if opening && !closing => Some((Style::Double, Side::Either)),
        '”' => Some((Style::Double, Side::Close)),
        '"' | '＂' => straight(opening, closing, before),
        '‘' if closing && !opening => Some((Style::Single, Side::Close)),
        '‘' | '‚' => Some((Style::Single, Side::Open)).filter(|_| c == '‘' || opening),
        '’' | '\'' => single(c, opening, closing, after),
        '«' => Some((Style::Guillemet, if closing && !opening { Side::Either } else { Side::Open })),
        '»' => Some((Style::Guillemet, if opening && !closing { Side::Either } else { Side::Close })),
        '‹' => Some((Style::SmallGuillemet, Side::Open)),
        '›' => Some((Style::SmallGuillemet, Side::Close)),
        '「' | '『' => Some((Style::Corner, Side::Open)),
        '」' | '』' => Some((Style::Corner, Side::Close)),
        _ => None,
    }
}

fn straight(opening: bool, closing: bool, before: Option<char>) -> Option<(Style, Side)> {
    let side = match (opening, closing) {
        (true, false) => Side::Open,
        // inches (`6"`) look the same; they close nothing where nothing is open
        (false, true) => Side::Close,
        _ if before.is_some_and(|b| b.is_ascii_digit()) => return None,
        _ => Side::Either,
    };
    Some((Style::Double, side))
}

fn single(c: char, opening: bool, closing: bool, after: Option<char>) -> Option<(Style, Side)> {
    if closing {
        return Some((Style::Single, Side::Close));
    }
    // `'90s` and `’em` are no openings
    let word = after.is_some_and(|a| a.is_alphabetic() || matches!(a, '“' | '"' | '['));
    (c == '\'' && opening && word).then_some((Style::Single, Side::Open))
}

/// What may stand directly before an opening mark.
fn opens_after(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '(' | '[' | '{' | '—' | '–' | '-' | '/' | ':' | '“' | '"' | '‘' | '\'' | '„' | '«' | '…' | '|'
        )
}
