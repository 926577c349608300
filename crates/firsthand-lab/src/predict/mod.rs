//! One stage over data sets, in the scorers' formats. Reads input fields only, never gold ones.

pub(crate) mod accounts;
pub(crate) mod agencies;
pub(crate) mod attributions;
pub(crate) mod copies;
mod coreference;
pub(crate) mod events;
pub(crate) mod fields;
mod guideline;
pub(crate) mod happenings;
pub(crate) mod lineage;
mod names;
mod numbers;
mod pages;
mod stories;
mod syntax;
mod time;

use anyhow::{Context, Result};
use clap::ValueEnum;
use copies::Body;
use firsthand_text::Span;
use firsthand_text::report::{Paragraph, ParagraphKind, Report};
pub(crate) use names::named;
use std::io::Read;
use std::path::{Path, PathBuf};
pub(crate) use time::times;

/// The stages that can be run by themselves. A new one is a file here and a line in each list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Task {
    /// Pages to reports.
    Pages,
    /// Agencies, datelines, credit lines and notes beside their labels.
    Fields,
    /// Which articles are of one story.
    Stories,
    /// The same, each article seen once, in order of time, as an archive does it.
    Streamed,
    /// Which reports are copies of one text, whole or in part; the body as given.
    Copies,
    /// The same, the body as the program finds it in the text.
    CopiesRaw,
    /// Which reports are the same text but for details; the body as given.
    Reprints,
    /// The same, the body as the program finds it in the text.
    ReprintsRaw,
    /// Pairs of reports with words in common, and what that amounts to.
    CopiedPairs,
    /// Agencies and outlets named in texts, and how each stands.
    Agencies,
    /// Time expressions: documents (`dct`) or phrases (`ref`).
    Time,
    /// Source, cue and content of attributions.
    Attributions,
    /// PLOVER roots of marked pairs.
    Roots,
    /// Whether the source of a marked pair is the doer.
    Directions,
    /// Country and sector of actors.
    Actors,
    /// Names over given tokens.
    Names,
    /// Quantities.
    Numbers,
    /// Which of the given mentions are of one thing.
    Coreference,
    /// Which of the given mentions of happenings are of one.
    Happenings,
    /// Mentions of happenings that the program finds, and which are of one.
    OwnHappenings,
    /// Accounts of folders of reports.
    Accounts,
    /// Passages that reports of a story share.
    Passages,
    /// Which report has its text from which.
    Forest,
    /// Links between copies of one text.
    Stemma,
    /// Which of two reports share enough to be no independent ones: pairs, then files of reports.
    Derived,
    /// Tags, heads and relations of the words given.
    Syntax,
}

/// Runs the task over the files and prints its predictions.
pub(crate) fn predict(task: Task, weights: Option<&Path>, files: &[PathBuf]) -> Result<()> {
    match task {
        Task::Pages => pages::predict(files),
        Task::Fields => fields::predict(files),
        Task::Stories => stories::stories(files),
        Task::Streamed => stories::streamed(files),
        Task::Copies => copies::copied(files, Body::Given),
        Task::CopiesRaw => copies::copied(files, Body::Found),
        Task::Reprints => copies::reprints(files, Body::Given),
        Task::ReprintsRaw => copies::reprints(files, Body::Found),
        Task::CopiedPairs => copies::pairs(files),
        Task::Agencies => agencies::predict(files),
        Task::Time => time::predict(files),
        Task::Attributions => attributions::predict(files, weights),
        Task::Roots => events::roots(files, weights),
        Task::Directions => events::directions(files, weights),
        Task::Actors => events::actors(files),
        Task::Names => names::names(files, weights),
        Task::Numbers => numbers::predict(files),
        Task::Coreference => coreference::predict(files),
        Task::Happenings => happenings::predict(files, happenings::Whose::Given),
        Task::OwnHappenings => happenings::predict(files, happenings::Whose::Own),
        Task::Accounts => accounts::predict(files),
        Task::Passages => lineage::passages(files),
        Task::Forest => lineage::forests(files),
        Task::Stemma => lineage::stemma(files),
        Task::Derived => lineage::derived(files),
        Task::Syntax => syntax::predict(files),
    }
}

/// A report that is this text and nothing else, its paragraphs parted by blank lines.
pub(crate) fn plain_report(text: &str) -> Report {
    let mut paragraphs = Vec::new();
    let mut from = 0;
    for part in text.split("\n\n") {
        let start = from + part.len() - part.trim_start().len();
        let end = start + part.trim().len();
        if start < end {
            paragraphs.push(Paragraph { span: Span::new(start, end), kind: ParagraphKind::Text });
        }
        from += part.len() + 2;
    }
    Report { text: text.to_owned(), body: Span::new(0, text.len()), paragraphs, ..Report::default() }
}

/// The bytes of a file, unpacked where it is gzip.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut out = Vec::new();
    flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut out)?;
    Ok(out)
}

/// The text of a file, unpacked where it is gzip.
pub(crate) fn text(path: &Path) -> Result<String> {
    Ok(String::from_utf8(bytes(path)?)?)
}
