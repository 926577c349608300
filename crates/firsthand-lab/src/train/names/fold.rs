//! What a model says of each fifth of a set that learnt from the other fifths, for measuring where no unseen part is to be had.

use super::corpus::{self, Guideline, Line, Text};
use super::{beside, file, fitted, marked, often, weights, with};
use crate::words;
use anyhow::{Context, Result};
use firsthand_text::language::name::label::KINDS;
use firsthand_text::language::name::{self, weights::Weights};
use std::path::Path;

/// Parts of a set that are left out in turn.
const FOLDS: usize = 5;

/// Sets of which each fifth is read by a model of their own guideline that learnt from the others.
const SETS: [&str; 3] = ["re3d", "uner_ewt", "crossner_politics"];

/// Prints how our own reports are read, by kind, and writes what is said of the sets as `SET.gold.tsv` and `SET.tsv`.
pub(in crate::train) fn folds(data: &Path, out: &Path) -> Result<()> {
    std::fs::create_dir_all(out)?;
    own(data)?;
    SETS.iter().try_for_each(|set| theirs(data, set, out))
}

fn theirs(data: &Path, set: &str, out: &Path) -> Result<()> {
    let documents = words::documents(&crate::predict::text(&file(data, set))?);
    // Documents stay whole; a set that marks none is cut.
    let pieces: Vec<Vec<Line>> = documents.iter().flat_map(|d| d.chunks(100).map(<[Line]>::to_vec)).collect();
    let others = beside(data, set)?;
    let (mut gold, mut said) = (String::new(), String::new());
    for fold in 0..FOLDS {
        let part = |inside: bool| -> Vec<Vec<Line>> {
            let each = pieces.iter().enumerate().filter(|(at, _)| (at % FOLDS == fold) == inside);
            each.map(|(_, piece)| piece.clone()).collect()
        };
        let mut texts = others.clone();
        texts.extend(often(&corpus::cut(&part(false), set, Guideline::Theirs)));
        let weights = fitted(&texts);
        for piece in part(true) {
            gold.push_str(&lines(&piece));
            said.push_str(&crate::predict::named(&piece, &weights)?);
        }
    }
    std::fs::write(out.join(format!("{set}.gold.tsv")), gold)?;
    std::fs::write(out.join(format!("{set}.tsv")), said)?;
    Ok(())
}

/// Names of a kind: how many are right, said and marked.
type Count = [usize; 3];

/// Reads each fifth of our own reports as the program does and prints exact spans of the right kind.
fn own(data: &Path) -> Result<()> {
    let all = marked::all();
    let mut counts = [Count::default(); KINDS.len()];
    for fold in 0..FOLDS {
        let part = |inside: bool| -> Vec<Text> {
            let each = all.iter().enumerate().filter(|(at, _)| (at % FOLDS == fold) == inside);
            each.map(|(_, text)| text.clone()).collect()
        };
        let bytes = weights(with(data, part(false), None)?);
        let weights = Some(Weights::read(&bytes).context("no table of weights")?);
        for text in part(true) {
            let sentences: Vec<Vec<&str>> =
                text.sentences.iter().map(|s| s.words.iter().map(String::as_str).collect()).collect();
            for (sentence, said) in text.sentences.iter().zip(name::names(&sentences, &weights)) {
                for (at, kind) in KINDS.iter().enumerate() {
                    let of_kind = |n: &&name::label::Found| n.kind == *kind;
                    let right = said.iter().filter(of_kind).filter(|n| sentence.names.contains(n)).count();
                    let more = [
                        right,
                        said.iter().filter(of_kind).count(),
                        sentence.names.iter().filter(of_kind).count(),
                    ];
                    counts[at].iter_mut().zip(more).for_each(|(c, n)| *c += n);
                }
            }
        }
    }
    for (kind, count) in KINDS.iter().zip(counts) {
        println!("{}\t{}", kind.word(), rates(count));
    }
    Ok(())
}

/// Precision, recall and their harmonic mean, in per cent, and how many are marked.
fn rates([right, said, marked]: Count) -> String {
    let share = |of: usize| 100.0 * right as f64 / of.max(1) as f64;
    let mean = 200.0 * right as f64 / (said + marked).max(1) as f64;
    format!("{:.1}\t{:.1}\t{mean:.1}\t{marked}", share(said), share(marked))
}

fn lines(document: &[Line]) -> String {
    let sentence = |s: &Line| s.iter().map(|(t, tag)| format!("{t}\t{tag}\n")).collect::<String>() + "\n";
    "# doc\n".to_owned() + &document.iter().map(sentence).collect::<String>()
}
