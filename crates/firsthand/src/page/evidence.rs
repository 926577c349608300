//! A passage in its sentence, with whose word it is.

use super::markup::{piece, text};
use super::part::Part;
use firsthand_core::account::{Passage, Statement};

/// A statement's sentence; the words that answer the slot of a point are marked.
pub(super) fn statement(part: &Part<'_>, statement: &Statement, slot: &str) -> String {
    let sentence = &statement.passage.text;
    let shown =
        match words(statement, slot).and_then(|words| sentence.split_once(words).map(|cut| (words, cut))) {
            Some((words, (before, after))) => marked(before, words, after),
            None => text(sentence),
        };
    let source = part.to_statement(statement, &text(&part.index.chain(statement)));
    quotation(&shown, &source, &statement.id)
}

/// A passage marked in its sentence.
pub(super) fn passage(part: &Part<'_>, report: &str, passage: &Passage, id: &str) -> String {
    let report = passage.report.as_deref().unwrap_or(report);
    let (before, words, after) = part.index.sentence(report, passage);
    let whole = before.trim().is_empty() && after.trim().is_empty();
    let shown = if whole { text(&words) } else { marked(&before, &words, &after) };
    quotation(&shown, &part.to_passage(report, passage, &text(&part.index.name(report))), id)
}

/// A sentence (HTML already) with its source (HTML already) below it.
fn quotation(shown: &str, source: &str, id: &str) -> String {
    let id = if id.is_empty() { String::new() } else { format!(" <code>{}</code>", text(id)) };
    format!(
        "<figure>\n<blockquote><p>{shown}</p></blockquote>\n<figcaption>{source}{id}</figcaption>\n</figure>\n"
    )
}

fn marked(before: &str, words: &str, after: &str) -> String {
    format!("{}<mark>{}</mark>{}", piece(before), text(words), piece(after))
}

/// The words of a statement that answer a point of this slot.
fn words<'a>(statement: &'a Statement, slot: &str) -> Option<&'a str> {
    let words = match slot {
        "date" => statement.time.as_ref().map(|t| &*t.text),
        "quantity" => statement.quantities.first().map(|q| &*q.text),
        "place" => statement.place.as_ref().map(|p| &*p.text),
        _ => None,
    };
    words.filter(|w| !w.is_empty())
}
