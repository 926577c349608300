//! A caption taken apart: what it says of the picture, and whose picture it is.

use super::caption::LABELS;
use super::line::words;
use super::{Caption, agency};
use crate::Span;

/// Most words of a credit.
const CREDIT: usize = 12;

/// Splits the text of a caption.
pub(super) fn caption(text: &str, page: Option<Span>) -> Caption {
    let Some((at, credit)) = credit(text) else {
        return Caption { text: text.to_owned(), credit: None, page };
    };
    let said = text.get(..at).unwrap_or(text).trim_end_matches([' ', '(', '[', '|', '-', '–', '—', '/', '•']);
    Caption { text: said.to_owned(), credit: Some(credit.to_owned()), page }
}

/// Where the credit begins, and the credit without its label and brackets.
fn credit(text: &str) -> Option<(usize, &str)> {
    labelled(text).or_else(|| bracketed(text)).or_else(|| after_stop(text)).or_else(|| whole(text))
}

/// `Photo: Mel Brook/AP`, `Photograph by Ada Vale`, `© Harbour Post` at the end of a caption.
fn labelled(text: &str) -> Option<(usize, &str)> {
    const MARKS: [&str; 16] = [
        "© ",
        "©",
        "(c) ",
        "bild ©",
        "quelle:",
        "bildquelle:",
        "fotografie:",
        "fotó:",
        "kuva:",
        "foto por",
        "foto di",
        "foto de ",
        "photo de ",
        "zdjęcie:",
        "фото:",
        "写真:",
    ];
    let lower = lowered(text);
    let labels = LABELS.iter().chain(&MARKS);
    let found = labels.filter_map(|label| {
        let at = lower.rfind(label)?;
        let before = lower.get(..at).and_then(|b| b.chars().next_back());
        let rest = text.get(at + label.len()..)?;
        (before.is_none_or(|c| !c.is_alphanumeric()) && words(rest) <= CREDIT && words(rest) > 0)
            .then_some((at, at + label.len()))
    });
    // The outermost label: `Photo: Port / Photo by Ada Vale` is one credit.
    let (at, end) = found.min_by_key(|(at, end)| (*at, usize::MAX - end))?;
    let rest = text.get(end..)?;
    // A label inside a sentence that goes on is none.
    let ends = !rest.contains(". ") || words(rest) <= 6;
    ends.then(|| (at, bare(rest)))
}

/// `(AP Photo/Ada Vale)`, `[Mel Brook/KNS]` at the end of a caption.
fn bracketed(text: &str) -> Option<(usize, &str)> {
    let end = text.trim_end_matches(['.', ' ']);
    let open = match end.chars().next_back()? {
        ')' => end.rfind('(')?,
        ']' => end.rfind('[')?,
        _ => return None,
    };
    let inner = end.get(open + 1..end.len() - 1)?;
    (words(inner) <= CREDIT && names_source(inner)).then(|| (open, bare(inner)))
}

/// `The bay in spring. Ada Vale/KNS`: what follows the last sentence.
fn after_stop(text: &str) -> Option<(usize, &str)> {
    let at = text
        .match_indices(['.', '!', '?', '|', '–', '—', '”'])
        .map(|(at, mark)| at + mark.len())
        .rfind(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(' ') && words(rest) >= 1))?;
    let rest = text.get(at..)?;
    (words(rest) <= 8 && names_source(rest)).then(|| (at, bare(rest)))
}

/// Nothing but a credit: `Ada Vale/KNS`, `Getty Images`.
fn whole(text: &str) -> Option<(usize, &str)> {
    (words(text) <= 7 && !text.ends_with('.') && names_source(text)).then(|| (0, bare(text)))
}

/// Whether a few words name an agency, an archive, or a person and their house (`Ada Vale/KNS`).
fn names_source(text: &str) -> bool {
    const HOUSES: [&str; 20] = [
        "getty",
        "shutterstock",
        "istock",
        "alamy",
        "unsplash",
        "pixabay",
        "wikimedia",
        "flickr",
        "imago",
        "picture alliance",
        "handout",
        "courtesy",
        "file photo",
        "photo",
        "supplied",
        "screengrab",
        "screenshot",
        "wire",
        "images",
        "stock.adobe",
    ];
    let lower = text.to_lowercase();
    let slash = text.split(['/', '|']).filter(|p| p.chars().any(char::is_alphabetic)).count() >= 2
        && !text.contains("://");
    slash && text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase())
        || HOUSES.iter().any(|h| lower.contains(h))
        || text
            .split(['/', ',', ' '])
            .any(|w| w.len() >= 2 && agency::of(w.trim_matches(['(', ')', '.'])).is_some())
}

/// Without brackets, colons and blanks around it.
fn bare(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '|' | '[' | ']' | '•'));
    let text = text.strip_prefix("by ").unwrap_or(text).trim();
    match (text.contains('('), text.contains(')')) {
        (false, true) => text.trim_end_matches([')', '.', ' ']),
        (true, false) => text.trim_start_matches(['(', ' ']),
        _ => text.strip_prefix('(').and_then(|t| t.strip_suffix(')')).unwrap_or(text),
    }
}

/// Lower case of the same length in bytes.
fn lowered(text: &str) -> String {
    let lower = |c: char| {
        let mut all = c.to_lowercase();
        all.next().filter(|l| all.next().is_none() && l.len_utf8() == c.len_utf8()).unwrap_or(c)
    };
    text.chars().map(lower).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_stand_apart_from_what_is_said() {
        for (text, said, credit) in [
            (
                "Commerce Minister Ada Vale. (Photo: Mel Brook/KNS)",
                "Commerce Minister Ada Vale.",
                Some("Mel Brook/KNS"),
            ),
            ("The bay in spring. Ada Vale/Getty Images", "The bay in spring.", Some("Ada Vale/Getty Images")),
            ("Nets in Vik (AP Photo/Ada Vale)", "Nets in Vik", Some("AP Photo/Ada Vale")),
            ("Nets in Vik. Photograph by Ada Vale", "Nets in Vik.", Some("Ada Vale")),
            ("Der Hafen von Vik Foto: Ada Vale/dpa", "Der Hafen von Vik", Some("Ada Vale/dpa")),
            ("Nets in Vik | © Harbour Post", "Nets in Vik", Some("Harbour Post")),
            ("Photo: Collected", "", Some("Collected")),
            ("Ada Vale / Getty Images", "", Some("Ada Vale / Getty Images")),
            ("The mayor (left) speaks in Vik.", "The mayor (left) speaks in Vik.", None),
            ("The mayor speaks. She left on Monday.", "The mayor speaks. She left on Monday.", None),
            ("Ada Vale", "Ada Vale", None),
        ] {
            let found = caption(text, None);
            assert_eq!((found.text.as_str(), found.credit.as_deref()), (said, credit), "{text}");
        }
    }
}
