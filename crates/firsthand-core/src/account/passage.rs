//! From spans in a report's text to passages of the account: scalar positions in body or title, with page bytes.

use super::Passage;
use firsthand_text::report::Report;
use firsthand_text::{Offsets, Span};

/// Cuts passages out of one report.
pub(super) struct Cutter<'a> {
    report: &'a Report,
    body: Offsets,
    title: Option<Offsets>,
}

impl<'a> Cutter<'a> {
    /// Prepares a report.
    pub(super) fn new(report: &'a Report) -> Cutter<'a> {
        Cutter { report, body: Offsets::new(report.body()), title: report.title().map(Offsets::new) }
    }
    /// The passage of a span that lies in the body or in the title. A span that lies in neither is cut to what does.
    pub(super) fn cut(&self, span: Span) -> Passage {
        let r = self.report;
        let (part, home, offsets) = match (r.title, &self.title) {
            (Some(title), Some(offsets)) if title.meets(span) => (Some("title".to_owned()), title, offsets),
            _ => (None, r.body, &self.body),
        };
        let start = span.start.clamp(home.start, home.end);
        let span = Span::new(start, span.end.clamp(start, home.end));
        Passage {
            report: None,
            part,
            start: offsets.scalar(span.start - home.start),
            end: offsets.scalar(span.end - home.start),
            text: span.of(&r.text).to_owned(),
            bytes: r.map.page(span).map(|p| [p.start, p.end]),
        }
    }
    /// The same, naming the report.
    pub(super) fn cut_of(&self, id: &str, span: Span) -> Passage {
        Passage { report: Some(id.to_owned()), ..self.cut(span) }
    }
}
