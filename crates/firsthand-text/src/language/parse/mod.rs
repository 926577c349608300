//! Which word hangs on which?
//!
//! A small network scores every word as the head of every other, all at once, and the best projective tree with one root is taken
//! (Eisner 1996). No arc is decided before the whole sentence is read. Sums of f32 in a fixed order, no functions that machines
//! round differently: the same trees everywhere.

mod inset;
pub mod layout;
pub mod matrix;
pub mod net;
pub mod table;
pub mod tree;
pub mod word;

#[cfg(test)]
mod tests;

use super::tag::feature::View;
use super::{Form, Models, Quote, Relation, Sentence, Tag, Token};
use layout::{Layout, Shape};
use net::Net;
use table::Table;

const MAGIC: &[u8; 8] = b"FHTREE01";

/// Longer sentences are lists and tables: they are read in parts, and the parts hang on the first.
const LONGEST: usize = 120;

/// The numbers of the parser and what its relations are.
#[derive(Debug, Clone, Default)]
pub struct Parser {
    net: Net,
    table: Table,
    relations: Vec<Relation>,
}

impl Parser {
    /// The parser of some bytes. None if they are not one's.
    pub fn read(bytes: &'static [u8]) -> Option<Parser> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let mut take = |count: usize| {
            let (part, others) = rest.split_at_checked(count)?;
            rest = others;
            Some(part)
        };
        let mut sizes = [0; 6];
        for size in &mut sizes {
            *size = usize::from(u16::from_le_bytes(take(2)?.try_into().ok()?));
        }
        let [word, cells, layers, arc, label, count] = sizes;
        let shape = Shape { word, cells, layers, arc, label, relations: count };
        let mut relations = Vec::new();
        for _ in 0..count {
            let length = usize::from(*take(1)?.first()?);
            relations.push(Relation::named(std::str::from_utf8(take(length)?).ok()?)?);
        }
        let numbers = take(4 * Layout::new(shape).total)?;
        let numbers = numbers.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect();
        Some(Parser { net: Net::new(shape, numbers)?, table: Table::read(rest, word)?, relations })
    }

    /// The bytes of a parser.
    pub fn write(shape: Shape, relations: &[Relation], numbers: &[f32], table: &[u8]) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        for size in [shape.word, shape.cells, shape.layers, shape.arc, shape.label, shape.relations] {
            out.extend_from_slice(&(size as u16).to_le_bytes());
        }
        for relation in relations {
            out.push(relation.name().len() as u8);
            out.extend_from_slice(relation.name().as_bytes());
        }
        out.extend(numbers.iter().flat_map(|x| x.to_le_bytes()));
        out.extend_from_slice(table);
        out
    }

    fn is_empty(&self) -> bool {
        self.relations.is_empty()
    }

    /// Heads (None: the root) and relations of a sentence's words.
    pub fn parse(&self, view: &View, tags: &[(Tag, Form)]) -> Vec<(Option<usize>, Relation)> {
        let count = view.words.len().min(tags.len());
        if self.is_empty() {
            return vec![(None, Relation::Dep); count];
        }
        let keys = word::keys(view, tags);
        let mut arcs = Vec::with_capacity(count);
        let mut root = None;
        while arcs.len() < count {
            let first = arcs.len();
            let last = part_end(tags, first, count);
            let (heads, relations) = self.tree(&keys[first..last]);
            let mut top = first;
            for (i, (head, relation)) in heads.iter().zip(relations).enumerate() {
                let is_top = *head == last - first;
                if is_top {
                    top = first + i;
                }
                arcs.push(match (is_top, root) {
                    (false, _) => (Some(first + head), relation),
                    (true, None) => (None, Relation::Root),
                    (true, Some(_)) => (root, Relation::Parataxis),
                });
            }
            root = root.or(Some(top));
        }
        arcs
    }

    /// Heads (the number of words: the root) and relations of words with these keys.
    fn tree(&self, keys: &[[u64; word::KINDS]]) -> (Vec<usize>, Vec<Relation>) {
        let width = self.net.shape.word;
        let mut words = vec![0.0; keys.len() * width];
        for (numbers, keys) in words.chunks_exact_mut(width).zip(keys) {
            keys.iter().filter(|k| **k != 0).for_each(|&key| self.table.add(key, numbers));
        }
        let scores = self.net.scores(words, keys.len());
        let heads = tree::best(&scores.heads, keys.len());
        let of_root = self.relations.iter().position(|r| *r == Relation::Root);
        let relations = self.net.relations(&scores, &heads, of_root);
        let relation = |r: usize| self.relations.get(r).copied().unwrap_or_default();
        (heads, relations.into_iter().map(relation).collect())
    }
}

/// Where the part that begins at a word ends: all of it, or what stands before the last mark of a part that is not too long.
fn part_end(tags: &[(Tag, Form)], first: usize, count: usize) -> usize {
    if count - first <= LONGEST {
        return count;
    }
    let ends = first + LONGEST / 2..first + LONGEST;
    ends.clone().rev().find(|&i| tags[i].0 == Tag::Punct).map_or(ends.end, |i| i + 1)
}

/// Fills in heads and relations. Tags and forms must be there.
/// Speech between quotation marks is read apart from the clause around it.
pub fn parse(text: &str, tokens: &mut [Token], sentences: &[Sentence], quotes: &[Quote], models: &Models) {
    if models.parser.is_empty() {
        return;
    }
    for sentence in sentences {
        let Some(part) = tokens.get_mut(sentence.first..sentence.last) else { continue };
        let span = part.first().zip(part.last()).map(|(a, b)| a.span.join(b.span));
        let here: Vec<Quote> =
            quotes.iter().filter(|q| span.is_some_and(|s| s.meets(q.span))).copied().collect();
        if !here.is_empty() && inset::read(text, part, sentence.first, &here, &models.parser) {
            continue;
        }
        let view = View::of(part.iter().map(|t| t.span.of(text)));
        let tags: Vec<(Tag, Form)> = part.iter().map(|t| (t.tag, t.form)).collect();
        for (token, (head, relation)) in part.iter_mut().zip(models.parser.parse(&view, &tags)) {
            token.head = head.map(|h| sentence.first + h);
            token.relation = relation;
        }
    }
}
