//! The words of a report, as comparison needs them.

use crate::story::Word;
pub use crate::story::fingerprint::fingerprint;
use firsthand_text::Span;
use std::ops::Range;

/// Words of one seed: four in a row are the least that rewriting of single words leaves standing and chance seldom
/// repeats.
pub(super) const SEED: usize = 4;

/// A text as a row of words: each a fingerprint of its folded form, so that two texts are compared without their bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// A fingerprint for each word.
    pub words: Vec<u64>,
    /// Where each word stands in the text.
    pub spans: Vec<Span>,
    /// Whether a word stands in a quotation.
    pub quoted: Vec<bool>,
    /// Sentences as ranges of words: in order, not overlapping; words between two belong to none.
    pub sentences: Vec<Range<usize>>,
    /// Fingerprints of all seeds with their first words, in order of the fingerprints.
    pub(super) seeds: Vec<(u64, u32)>,
}

impl Body {
    /// Takes the words of a text and its quotations.
    ///
    /// A sentence ends here before every word that a mark of its end, a colon, an opening quotation mark or a new line
    /// stands before, whatever follows: what two copies of a text are cut into must not hang on what a splitter makes of
    /// an abbreviation. Pieces of fewer than four words are none.
    pub fn new(found: &[Word], quotes: &[Span]) -> Body {
        let spans: Vec<Span> = found.iter().map(|w| w.span).collect();
        let words: Vec<u64> = found.iter().map(|w| fingerprint(w.folded.bytes())).collect();
        let mut quoted = vec![false; words.len()];
        for quote in quotes {
            quoted[within(&spans, *quote)].fill(true);
        }
        let mut sentences: Vec<Range<usize>> = Vec::new();
        for (n, word) in found.iter().enumerate() {
            match sentences.last_mut() {
                Some(last) if !word.begins => last.end = n + 1,
                _ => sentences.push(n..n + 1),
            }
        }
        sentences.retain(|s| s.len() >= SEED);
        let gram = |g: &[u64]| fingerprint(g.iter().flat_map(|h| h.to_le_bytes()));
        let mut seeds: Vec<(u64, u32)> = words.windows(SEED).map(gram).zip(0..).collect();
        seeds.sort_unstable();
        Body { words, spans, quoted, sentences, seeds }
    }

    /// The place in the text of a range of words; empty where the range is.
    pub fn span(&self, words: &Range<usize>) -> Span {
        match self.spans.get(words.clone()) {
            Some([only]) => *only,
            Some([first, .., last]) => first.join(*last),
            _ => Span::default(),
        }
    }

    /// How many words stand outside quotations.
    pub fn own(&self) -> usize {
        self.quoted.iter().filter(|q| !**q).count()
    }
}

/// The words that begin in a span.
fn within(words: &[Span], span: Span) -> Range<usize> {
    let from = words.partition_point(|w| w.start < span.start);
    let to = words.partition_point(|w| w.start < span.end);
    from..to.max(from)
}
