//! A report out of text that is clean already: a claim to be checked, a sample in a test.

use crate::Span;
use crate::report::{Paragraph, ParagraphKind, Report};

/// A report with this title and body. Paragraphs of the body are parted by blank lines.
pub fn report(title: Option<&str>, body: &str) -> Report {
    let mut out = Report::default();
    if let Some(title) = title.map(str::trim).filter(|t| !t.is_empty()) {
        out.text.push_str(title);
        out.title = Some(Span::new(0, out.text.len()));
        out.text.push_str("\n\n");
    }
    let start = out.text.len();
    for paragraph in body.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
        if out.text.len() > start {
            out.text.push_str("\n\n");
        }
        let first = out.text.len();
        out.text.push_str(paragraph);
        let span = Span::new(first, out.text.len());
        out.paragraphs.push(Paragraph { span, kind: ParagraphKind::Text });
    }
    out.body = Span::new(start, out.text.len());
    out
}
