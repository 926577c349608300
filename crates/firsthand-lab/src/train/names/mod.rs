//! The weights of names.
//!
//! Reads the reports written for this in `crates/firsthand-lab/data/names`, and from the data folder the openly licensed sets
//! `wikigold`, `re3d`, `gum`, `crossner_politics` and `uner_ewt` (`*.train.tsv`: token, tab, BIO tag; a blank line after a
//! sentence; `# doc` before a document).

mod augment;
mod corpus;
mod invent;
mod learn;
mod marked;

use crate::words;
use anyhow::Result;
use corpus::{Guideline, Line, Text};
use std::path::{Path, PathBuf};

/// The sets.
const SETS: [&str; 5] = ["wikigold", "re3d", "gum", "crossner_politics", "uner_ewt"];

/// Sets whose own guidelines the same model is fitted to, for measuring only.
const GUIDELINES: [&str; 4] = ["re3d", "gum", "crossner_politics", "uner_ewt"];

/// How many altered copies of each text are learnt from beside it.
const COPIES: usize = 2;

/// How often each text of a guideline that is fitted is learnt from.
const WEIGHT: usize = 3;

/// Parts of a set that are left out in turn.
const FOLDS: usize = 5;

fn file(data: &Path, set: &str) -> PathBuf {
    data.join(format!("{set}.train.tsv"))
}

/// All texts by this program's guideline, without those of the set that is left out.
fn ours(data: &Path, without: Option<&str>) -> Result<Vec<Text>> {
    let mut texts = marked::all();
    println!("own: {} texts, {} words", texts.len(), texts.iter().map(Text::len).sum::<usize>());
    for set in SETS.into_iter().filter(|set| Some(*set) != without) {
        let read = corpus::read(&file(data, set), set, Guideline::Ours)?;
        println!("{set}: {} texts, {} words", read.len(), read.iter().map(Text::len).sum::<usize>());
        texts.extend(read);
    }
    Ok(texts)
}

/// Makes `names.bin`.
pub(super) fn names(data: &Path, out: &Path) -> Result<()> {
    let mut texts = ours(data, None)?;
    let more = augment::all(&texts, COPIES);
    texts.extend(more);
    write(out, "names", &learn::learn(&texts))
}

/// Makes `guidelines/SET.bin`: the same model fitted to what each of the sets calls a name.
pub(super) fn guidelines(data: &Path, out: &Path) -> Result<()> {
    for set in GUIDELINES {
        let mut texts = ours(data, Some(set))?;
        texts.extend(often(&corpus::read(&file(data, set), set, Guideline::Theirs)?));
        write(&out.join("guidelines"), set, &learn::learn(&texts))?;
    }
    Ok(())
}

/// Writes for each set whose unseen part is not to be had what a model says of each fifth that learnt from the others, as
/// `SET.gold.tsv` and `SET.tsv`.
pub(super) fn folds(data: &Path, out: &Path) -> Result<()> {
    std::fs::create_dir_all(out)?;
    for set in ["uner_ewt", "crossner_politics"] {
        let documents = words::documents(&crate::predict::text(&file(data, set))?);
        // Documents stay whole; a set that marks none is cut.
        let pieces: Vec<Vec<Line>> =
            documents.iter().flat_map(|d| d.chunks(100).map(<[Line]>::to_vec)).collect();
        let others = ours(data, Some(set))?;
        let (mut gold, mut said) = (String::new(), String::new());
        for fold in 0..FOLDS {
            let part = |inside: bool| -> Vec<Vec<Line>> {
                let each = pieces.iter().enumerate().filter(|(at, _)| (at % FOLDS == fold) == inside);
                each.map(|(_, piece)| piece.clone()).collect()
            };
            let mut texts = others.clone();
            texts.extend(often(&corpus::cut(&part(false), set, Guideline::Theirs)));
            let weights = learn::learn(&texts);
            for piece in part(true) {
                gold.push_str(&lines(&piece));
                said.push_str(&crate::predict::named(&piece, &weights)?);
            }
        }
        std::fs::write(out.join(format!("{set}.gold.tsv")), gold)?;
        std::fs::write(out.join(format!("{set}.tsv")), said)?;
    }
    Ok(())
}

/// The texts of the guideline that is fitted, each as often as makes them weigh beside the others, which are many more.
fn often(texts: &[Text]) -> impl Iterator<Item = Text> + '_ {
    std::iter::repeat_n(texts, WEIGHT).flatten().cloned()
}

fn lines(document: &[Line]) -> String {
    let sentence = |s: &Line| s.iter().map(|(t, tag)| format!("{t}\t{tag}\n")).collect::<String>() + "\n";
    "# doc\n".to_owned() + &document.iter().map(sentence).collect::<String>()
}

fn write(out: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join(format!("{name}.bin")), bytes)?;
    println!("{name}: {} bytes", bytes.len());
    Ok(())
}
