//! A passage as others can find it: with the words around it, its place in the text and in the page.

use firsthand_core::account::{Passage, Report};
use serde_json::{Value, json};

/// Scalar values before and after a passage that are given with it.
const AROUND: usize = 32;

/// A passage in the text of its report: the title, a blank line and the body, or the body alone where there is no title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote<'a> {
    /// Up to 32 scalar values before it.
    pub prefix: String,
    /// The words.
    pub exact: &'a str,
    /// Up to 32 scalar values after it.
    pub suffix: String,
    /// First scalar value in the text.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Bytes of the page: first, one past the last.
    pub bytes: Option<[usize; 2]>,
}

/// The text of one report in which quotes count: title, blank line, body.
#[derive(Debug, Clone)]
pub struct Text {
    all: Vec<char>,
    /// Where the body starts.
    body: usize,
}

impl Text {
    /// Prepares the text of a report.
    pub fn new(report: &Report) -> Text {
        let mut all: Vec<char> = Vec::new();
        if let Some(title) = &report.title {
            all.extend(title.chars());
            all.extend(['\n', '\n']);
        }
        let body = all.len();
        all.extend(report.body.chars());
        Text { all, body }
    }
    /// The text, whole.
    pub fn whole(&self) -> String {
        self.all.iter().collect()
    }
    /// Finds a passage of the report.
    pub fn quote<'p>(&self, passage: &'p Passage) -> Quote<'p> {
        let before = if passage.part.as_deref() == Some("title") { 0 } else { self.body };
        let (start, end) = (before + passage.start, before + passage.end);
        let part = |from: usize, to: usize| -> String {
            let to = to.min(self.all.len());
            self.all.get(from.min(to)..to).unwrap_or_default().iter().collect()
        };
        Quote {
            prefix: part(start.saturating_sub(AROUND), start),
            exact: &passage.text,
            suffix: part(end, end + AROUND),
            start,
            end,
            bytes: passage.bytes,
        }
    }
}

impl Quote<'_> {
    /// The selectors of the Web Annotation Data Model that say the same, the one that survives changes first.
    pub fn selectors(&self) -> Value {
        let mut quoted = json!({ "type": "TextQuoteSelector", "exact": self.exact });
        if !self.prefix.is_empty() {
            quoted["prefix"] = self.prefix.as_str().into();
        }
        if !self.suffix.is_empty() {
            quoted["suffix"] = self.suffix.as_str().into();
        }
        let mut selectors =
            vec![quoted, json!({ "type": "TextPositionSelector", "start": self.start, "end": self.end })];
        if let Some([start, end]) = self.bytes {
            selectors.push(json!({ "type": "DataPositionSelector", "start": start, "end": end }));
        }
        selectors.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        Report {
            title: Some("Åsk över hamnen".into()),
            body: "Stormen — den femte — kom på natten.".into(),
            ..Report::default()
        }
    }

    #[test]
    fn what_is_quoted_stands_where_it_is_said_to_stand() {
        let text = Text::new(&report());
        let all: Vec<char> = text.whole().chars().collect();
        for (part, start, words) in
            [(None, 10, "den femte"), (None, 0, "Stormen"), (Some("title"), 4, "över"), (None, 32, "ten.")]
        {
            let end = start + words.chars().count();
            let passage = Passage {
                part: part.map(String::from),
                start,
                end,
                text: words.into(),
                ..Passage::default()
            };
            let quote = text.quote(&passage);
            assert_eq!(all[quote.start..quote.end].iter().collect::<String>(), words);
            let whole = format!("{}{}{}", quote.prefix, quote.exact, quote.suffix);
            assert!(text.whole().contains(&whole), "{whole}");
            assert!(quote.prefix.chars().count() <= AROUND && quote.suffix.chars().count() <= AROUND);
        }
    }
}
