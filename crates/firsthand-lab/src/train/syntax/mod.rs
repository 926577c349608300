//! The tagger and the parser, from treebanks.

mod adam;
mod headline;
mod learner;
mod parser;
mod perceptron;
mod recurrent;
mod tagger;
pub(crate) mod treebank;
mod words;

use super::lexicon::vectors;
use crate::predict::text;
use anyhow::{Context, Result};
use firsthand_text::language::tag::feature::View;
use firsthand_text::language::{Form, Models, Tag, given};
use std::path::Path;
use treebank::Tree;

/// Parts the training sentences are tagged in, each by a tagger that has not seen it, so that the parser learns from
/// tags as wrong as it will meet.
const PARTS: usize = 5;

/// Taggers whose mean is kept.
const MODELS: u64 = 4;

/// Trains tagger and parser on `ud_ewt.train.tsv.gz`, `ud_gum.train.tsv.gz` and the word vectors in `vocab/`; writes `tagger.bin`
/// and `parser.bin`.
pub(super) fn syntax(data: &Path, out: &Path) -> Result<()> {
    let mut trees = Vec::new();
    for name in ["ud_ewt.train.tsv.gz", "ud_gum.train.tsv.gz"] {
        trees.extend(treebank::read(&text(&data.join(name))?)?);
    }
    let styled = headline::styles(&trees);
    eprintln!("{} sentences, {} with copies in other styles", trees.len(), styled.len());
    let bytes = tagger::learn(&styled, MODELS);
    write(&out.join("tagger.bin"), &bytes)?;
    let tags = tags_unseen(&styled)?;
    let vectors = vectors::read(&data.join("vocab"))?;
    let bytes = parser::learn(&styled, &tags, &vectors);
    write(&out.join("parser.bin"), &bytes)?;
    for name in ["ud_ewt.dev.tsv.gz", "ud_gum.dev.tsv.gz"] {
        let trees = treebank::read(&text(&data.join(name))?)?;
        eprintln!("{name}: {}", measure(&trees, out)?);
    }
    Ok(())
}

/// The tags of every tree's words, by taggers that were not trained on them.
fn tags_unseen(trees: &[Tree]) -> Result<Vec<Vec<(Tag, Form)>>> {
    let mut out = vec![Vec::new(); trees.len()];
    // copies stand beside their sentence, so a part is a run of neighbours
    let part = |i: usize| i * PARTS / trees.len().max(1);
    for p in 0..PARTS {
        let seen: Vec<Tree> = (0..trees.len()).filter(|&i| part(i) != p).map(|i| trees[i].clone()).collect();
        let tagger = tagger::read(tagger::learn(&seen, 1))?;
        for i in (0..trees.len()).filter(|&i| part(i) == p) {
            out[i] = tagger.read(&View::of(trees[i].words.iter().map(String::as_str)));
        }
    }
    Ok(out)
}

/// Accuracy of tags, heads and relations, punctuation left out of the last two.
fn measure(trees: &[Tree], models: &Path) -> Result<String> {
    let bytes = |name: &str| std::fs::read(models.join(name)).with_context(|| format!("no {name}"));
    let (tagger, parser) = (tagger::read(bytes("tagger.bin")?)?, parser::read(bytes("parser.bin")?)?);
    let models = Models { tagger, parser, ..Models::default() };
    let (mut tagged, mut formed, mut words) = (0, 0, 0);
    let (mut hung, mut named, mut heads) = (0, 0, 0);
    for tree in trees {
        let given: Vec<&str> = tree.words.iter().map(String::as_str).collect();
        for (i, word) in given::tree(&given, &models).into_iter().enumerate() {
            words += 1;
            tagged += usize::from(word.tag == tree.tags[i].0);
            formed += usize::from((word.tag, word.form) == tree.tags[i]);
            if tree.tags[i].0 == Tag::Punct {
                continue;
            }
            heads += 1;
            let right = word.head.unwrap_or(tree.count()) == tree.heads[i];
            hung += usize::from(right);
            named += usize::from(right && word.relation == tree.relations[i]);
        }
    }
    let share = |n: usize, of: usize| 100.0 * n as f64 / of.max(1) as f64;
    Ok(format!(
        "UPOS {:.2}, with form {:.2}, UAS {:.2}, LAS {:.2}",
        share(tagged, words),
        share(formed, words),
        share(hung, heads),
        share(named, heads)
    ))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    eprintln!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}
