//! Adjectives and adverbs: comparatives and superlatives.

use crate::language::Tag;
use std::borrow::Cow;

/// The positive form of an adjective or adverb in lower case.
pub(super) fn lemma(word: &str, tag: Tag) -> Cow<'_, str> {
    match word {
        "better" | "best" => return Cow::Borrowed(if tag == Tag::Adv { "well" } else { "good" }),
        "worse" | "worst" => return Cow::Borrowed("bad"),
        "farther" | "farthest" | "further" | "furthest" if tag == Tag::Adj => return Cow::Borrowed("far"),
        "elder" | "eldest" => return Cow::Borrowed("old"),
        "fewer" | "fewest" => return Cow::Borrowed("few"),
        _ => {}
    }
    let Some(stem) = word.strip_suffix("er").or_else(|| word.strip_suffix("est")) else {
        return Cow::Borrowed(word);
    };
    let b = stem.as_bytes();
    if let Some(head) = stem.strip_suffix('i') {
        let base = format!("{head}y");
        return if BASES.contains(&base.as_str()) { Cow::Owned(base) } else { Cow::Borrowed(word) };
    }
    if b.len() > 2 && b[b.len() - 1] == b[b.len() - 2] && BASES.contains(&&stem[..stem.len() - 1]) {
        return Cow::Borrowed(&stem[..stem.len() - 1]);
    }
    if BASES.contains(&stem) {
        return Cow::Borrowed(stem);
    }
    let base = format!("{stem}e");
    if BASES.contains(&base.as_str()) { Cow::Owned(base) } else { Cow::Borrowed(word) }
}

/// Adjectives and adverbs that are compared with `-er` and `-est`.
const BASES: &[&str] = &[
    "able", "angry", "big", "bitter", "bloody", "bold", "bright", "brief", "broad", "busy", "calm", "cheap",
    "clean", "clear", "clever", "close", "cold", "cool", "costly", "crazy", "cruel", "dark", "deadly",
    "deep", "dense", "dirty", "dry", "early", "easy", "faint", "fair", "far", "fast", "fat", "few", "fierce",
    "fine", "firm", "flat", "fresh", "full", "funny", "gentle", "grave", "great", "green", "grim", "happy",
    "hard", "harsh", "healthy", "heavy", "high", "hot", "huge", "hungry", "kind", "large", "late", "lazy",
    "lengthy", "light", "likely", "long", "loose", "loud", "low", "lucky", "mad", "mild", "narrow", "near",
    "new", "nice", "noisy", "old", "poor", "proud", "quick", "quiet", "rare", "rich", "risky", "rough",
    "sad", "safe", "sharp", "short", "shallow", "sick", "simple", "slim", "slow", "small", "smart", "smooth",
    "soft", "soon", "steady", "steep", "strange", "strict", "strong", "sure", "tall", "thick", "thin",
    "tight", "tiny", "tough", "ugly", "vast", "warm", "weak", "wealthy", "wet", "wide", "wild", "wise",
    "young",
];
