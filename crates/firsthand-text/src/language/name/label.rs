//! Labels of tokens: BILOU over seven kinds (Ratinov and Roth 2009), and the names they spell.

use crate::language::NameKind;

/// Number of labels.
pub const LABELS: usize = 1 + 4 * KINDS.len();

/// The kinds the labels tell apart; groups are found by list.
pub const KINDS: [NameKind; 7] = [
    NameKind::Person,
    NameKind::Organisation,
    NameKind::Place,
    NameKind::Facility,
    NameKind::Event,
    NameKind::Work,
    NameKind::Product,
];

/// A label: 0 is outside, then begin, inside, last and unit for each kind in turn.
pub type Label = u8;

/// The label of what is in no name.
pub const OUTSIDE: Label = 0;

/// One name in a sentence, by tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// First token within the sentence.
    pub first: usize,
    /// One past the last.
    pub last: usize,
    /// What it names.
    pub kind: NameKind,
}

/// Whether `next` may follow `label`.
pub fn follows(label: usize, next: usize) -> bool {
    let continues = |l: usize| l > 0 && matches!((l - 1) % 4, 1 | 2);
    if open(label) { continues(next) && (label - 1) / 4 == (next - 1) / 4 } else { !continues(next) }
}

/// Whether a name goes on after the label, which then cannot be the last of a sentence.
pub fn open(label: usize) -> bool {
    label > 0 && matches!((label - 1) % 4, 0 | 1)
}

/// The kind of a label, as its place in [`KINDS`].
pub fn kind(label: Label) -> Option<usize> {
    usize::from(label).checked_sub(1).map(|l| l / 4).filter(|k| *k < KINDS.len())
}

/// The labels of a sentence of `length` tokens with these names, which do not overlap.
pub fn write(length: usize, names: &[Found]) -> Vec<Label> {
    let mut out = vec![0; length];
    for name in names {
        let Some(kind) = KINDS.iter().position(|k| *k == name.kind) else { continue };
        let begin = 1 + 4 * kind as Label;
        let count = name.last.saturating_sub(name.first);
        for (at, label) in out.iter_mut().skip(name.first).take(count).enumerate() {
            *label = match (count, at) {
                (1, _) => begin + 3,
                (_, 0) => begin,
                (_, at) if at + 1 == count => begin + 2,
                _ => begin + 1,
            };
        }
    }
    out
}

/// The names the labels of a sentence spell.
pub fn read(labels: &[Label]) -> Vec<Found> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < labels.len() {
        let Some(kind) = kind(labels[at]) else {
            at += 1;
            continue;
        };
        let mut last = at + 1;
        while open(labels[last - 1].into())
            && last < labels.len()
            && follows(labels[last - 1].into(), labels[last].into())
        {
            last += 1;
        }
        out.push(Found { first: at, last, kind: KINDS[kind] });
        at = last;
    }
    out
}
