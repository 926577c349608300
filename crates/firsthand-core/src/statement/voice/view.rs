//! A report as the two steps see it: keys of its words, and where its quotations are.

use crate::statement::tree::Tree;
use firsthand_text::language::name::lexicon;
use firsthand_text::language::weights::hash;
use firsthand_text::language::{NameKind, Relation};

/// The words of a report as keys.
pub struct View<'a> {
    /// The trees.
    pub tree: &'a Tree<'a>,
    /// In small letters.
    pub words: Vec<u64>,
    /// Dictionary forms.
    pub lemmas: Vec<u64>,
    /// Words used alike; 0 where none are known.
    pub clusters: Vec<u64>,
    /// For each token the quotation it stands in, from 1; 0 outside.
    pub quotes: Vec<u32>,
    /// For each token what name it is part of: 0 none, then the kinds.
    pub names: Vec<u8>,
    /// For each token the relations of what hangs on it, as bits.
    pub below: Vec<u64>,
}

impl<'a> View<'a> {
    /// The view of a report.
    pub fn of(tree: &'a Tree<'a>) -> View<'a> {
        let report = tree.report;
        let count = report.tokens.len();
        let mut words = Vec::with_capacity(count);
        let mut clusters = Vec::with_capacity(count);
        for t in 0..count {
            let lower = report.word(t).to_lowercase();
            words.push(hash(lower.bytes()));
            clusters.push(lexicon::entry(&report.tokens[t].lemma).cluster);
        }
        let lemmas = report.tokens.iter().map(|t| hash(t.lemma.bytes())).collect();
        let mut quotes = vec![0; count];
        for (n, quote) in report.quotes.iter().enumerate() {
            let first = report.tokens.partition_point(|t| t.span.end <= quote.span.start);
            let last = report.tokens.partition_point(|t| t.span.start < quote.span.end);
            quotes[first..last.max(first)].fill(n as u32 + 1);
        }
        let mut names = vec![0; count];
        for name in &report.names {
            let kind = match name.kind {
                NameKind::Person => 1,
                NameKind::Organisation => 2,
                NameKind::Place | NameKind::Facility => 3,
                NameKind::Group => 4,
                _ => 5,
            };
            names[name.first..name.last].fill(kind);
        }
        let mut below = vec![0u64; count];
        for t in 0..count {
            if let Some(head) = tree.head(t) {
                below[head] |= 1 << (tree.relation(t) as u64);
            }
        }
        View { tree, words, lemmas, clusters, quotes, names, below }
    }

    /// Whether something hangs on the token in this way.
    pub fn has(&self, token: usize, relation: Relation) -> bool {
        self.below[token] & (1 << (relation as u64)) != 0
    }

    /// What is known of who or what a noun is: kind of name, pronoun, or the cluster of the noun.
    pub fn who(&self, noun: usize) -> u64 {
        match self.names[noun] {
            0 => match self.tree.tag(noun) {
                firsthand_text::language::Tag::Pron => self.words[noun],
                _ => 100 + self.coarse(noun),
            },
            kind => u64::from(kind),
        }
    }

    /// Sixteen clusters in a row make a coarse one.
    pub fn coarse(&self, token: usize) -> u64 {
        if self.clusters[token] == 0 { 0 } else { (self.clusters[token] - 1) / 16 + 1 }
    }
}
