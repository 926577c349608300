//! Speech, or a few words set apart?

use crate::Span;

/// Fewer words than this may be words set apart.
const FEW: usize = 5;

/// Subjects that make a clause of few words: `We won`.
const SUBJECTS: &[&str] = &[
    "i", "we", "you", "he", "she", "they", "it", "there", "this", "that", "i'm", "we're", "it's", "they're",
    "he's", "she's", "you're", "that's", "there's", "don't", "let's", "i've", "we've", "i'll", "we'll",
    "nobody", "everyone", "nothing",
];

/// Verbs of saying that stand after the words spoken, or before them.
const SAYING: &[&str] = &[
    "said",
    "says",
    "say",
    "told",
    "tells",
    "added",
    "adds",
    "asked",
    "wrote",
    "writes",
    "tweeted",
    "replied",
    "stated",
    "shouted",
    "declared",
    "shouting",
    "chanted",
    "chanting",
    "read",
    "reads",
    "insisted",
    "warned",
    "posted",
    "exclaimed",
];

/// Whether the words between the two marks are set apart rather than spoken.
pub(super) fn is_scare(text: &str, region: Span, open: Span, inner: Span, close: Span) -> bool {
    let words: Vec<String> =
        inner.of(text).split_whitespace().map(|w| w.replace('’', "'").to_lowercase()).collect();
    if words.len() >= FEW {
        return false;
    }
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    if words.len() > 1 && words.iter().take(words.len() - 1).any(|w| SUBJECTS.contains(&bare(w).as_str())) {
        return false;
    }
    let before = text.get(region.start..open.start).unwrap_or("").trim_end();
    let heads = before.is_empty() || before.ends_with(['.', '!', '?', ':', ',', '”', '"']);
    if heads && inner.of(text).ends_with(['.', '!', '?']) {
        return false;
    }
    let after = text.get(close.end..region.end).unwrap_or("");
    let comma = inner.of(text).ends_with([',', '?', '!']) || after.starts_with(',');
    let said = |s: &str| s.split_whitespace().take(4).any(|w| SAYING.contains(&bare(w).as_str()));
    if comma && (heads || words.len() > 1) && said(after) {
        return false;
    }
    let led = before.ends_with([',', ':'])
        && before.rsplit(' ').take(4).any(|w| SAYING.contains(&bare(w).as_str()));
    !led
}
