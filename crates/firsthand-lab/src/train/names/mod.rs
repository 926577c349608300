//! The weights of names.
//!
//! Reads the reports written for this in `crates/firsthand-lab/data/names`, and from the data folder the openly licensed sets
//! `wikigold`, `re3d`, `gum`, `crossner_politics` and `uner_ewt` (`*.train.tsv`: token, tab, BIO tag; a blank line after a
//! sentence; `# doc` before a document).

mod augment;
mod corpus;
mod fold;
mod invent;
mod learn;
mod marked;

use anyhow::Result;
use corpus::{Guideline, Text};
use firsthand_text::language::name::label::KINDS;
pub(super) use fold::folds;
use std::path::{Path, PathBuf};

/// The sets.
const SETS: [&str; 5] = ["wikigold", "re3d", "gum", "crossner_politics", "uner_ewt"];

/// Sets whose own guidelines the same model is fitted to, for measuring only.
const GUIDELINES: [&str; 4] = ["re3d", "gum", "crossner_politics", "uner_ewt"];

/// How many altered copies of each text are learnt from beside it.
const COPIES: usize = 2;

/// How often each text of a guideline that is fitted is learnt from.
const WEIGHT: usize = 3;

fn file(data: &Path, set: &str) -> PathBuf {
    data.join(format!("{set}.train.tsv"))
}

/// These of our own texts and those of the sets by this program's guideline, without those of the set that is left out.
fn with(data: &Path, own: Vec<Text>, without: Option<&str>) -> Result<Vec<Text>> {
    let mut texts = own;
    println!("own: {} texts, {} words", texts.len(), texts.iter().map(Text::len).sum::<usize>());
    for set in SETS.into_iter().filter(|set| Some(*set) != without) {
        let read = corpus::read(&file(data, set), set, Guideline::Ours)?;
        println!("{set}: {} texts, {} words", read.len(), read.iter().map(Text::len).sum::<usize>());
        texts.extend(read);
    }
    Ok(texts)
}

/// All texts beside those of a set whose guideline is fitted: ours tell no more kinds than it does.
fn beside(data: &Path, set: &str) -> Result<Vec<Text>> {
    with(data, marked::coarse(&marked::all()), Some(set))
}

/// Makes `names.bin`.
pub(super) fn names(data: &Path, out: &Path) -> Result<()> {
    write(out, "names", &weights(with(data, marked::all(), None)?))
}

/// The weights learnt from the texts and from copies of them with other names.
fn weights(mut texts: Vec<Text>) -> Vec<u8> {
    let more = augment::all(&texts, COPIES);
    texts.extend(more);
    learn::learn(&texts, KINDS.len())
}

/// The weights of a guideline that tells persons, organisations and places apart.
fn fitted(texts: &[Text]) -> Vec<u8> {
    learn::learn(texts, 3)
}

/// Makes `guidelines/SET.bin`: the same model fitted to what each of the sets calls a name.
pub(super) fn guidelines(data: &Path, out: &Path) -> Result<()> {
    for set in GUIDELINES {
        let mut texts = beside(data, set)?;
        texts.extend(often(&corpus::read(&file(data, set), set, Guideline::Theirs)?));
        write(&out.join("guidelines"), set, &fitted(&texts))?;
    }
    Ok(())
}

/// The texts of the guideline that is fitted, each as often as makes them weigh beside the others, which are many more.
fn often(texts: &[Text]) -> impl Iterator<Item = Text> + '_ {
    std::iter::repeat_n(texts, WEIGHT).flatten().cloned()
}

fn write(out: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join(format!("{name}.bin")), bytes)?;
    println!("{name}: {} bytes", bytes.len());
    Ok(())
}
