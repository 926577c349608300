//! What an overlap amounts to.

use super::pair::Shared;
use serde::Serialize;

/// Shared runs outside quotations from which one report has it from the other, or both from a third: on 76 pairs of reports
/// of different outlets, read one by one, 44 parted copies from reporters who heard the same speech with an accuracy of
/// 0.987 (docs/quality.md).
const DERIVED: usize = 44;
/// Or a stretch outside quotations of so many words: nobody writes fifteen words in a row like another by accident.
const STRETCH: usize = 15;
/// Half of the runs: of both together for a reprint, of the shorter for an excerpt.
const HALF: f64 = 0.5;
/// Runs that make half of a text worth speaking of; less is a headline, a place, an office.
const WORTH: usize = 40;
/// A report this like another is a reprint though nearly all of it is quoted, as a speech in full is.
const SAME: f64 = 0.8;
/// Quoted words in common are worth a line from so many runs on: a quotation of twelve words.
const QUOTED: usize = 8;

/// What two reports have of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// Words of others, quoted by both: no sign that one has it from the other.
    #[default]
    SharedQuotesOnly,
    /// Passages outside quotations.
    SharesPassages,
    /// Most of the shorter stands in the longer, and the shorter is not known to be the earlier.
    Excerpt,
    /// Most of the earlier stands in the later, which is longer.
    Extends,
    /// Most of each stands in the other.
    Reprint,
}

impl Label {
    /// In words: `shared quotes only`.
    pub fn words(self) -> &'static str {
        match self {
            Label::SharedQuotesOnly => "shared quotes only",
            Label::SharesPassages => "shares passages",
            Label::Excerpt => "excerpt",
            Label::Extends => "extends",
            Label::Reprint => "reprint",
        }
    }
    /// Whether one of the two is mostly a copy, so that they may be in one group.
    pub fn is_copy(self) -> bool {
        self >= Label::Excerpt
    }
}

/// Labels what two reports share; None where that is nothing worth a line.
///
/// `longer_is_later`: whether the longer of the two is known to be the later.
pub(super) fn label(shared: &Shared, longer_is_later: bool) -> Option<Label> {
    let alike = shared.alike();
    let short = shared.of_outside.0.min(shared.of_outside.1);
    // A short report cannot share 44 runs: most of what it says itself is enough.
    let most = shared.outside >= QUOTED && shared.outside * 2 >= short;
    let derived = shared.outside >= DERIVED || shared.run >= STRETCH || most || alike >= SAME;
    if !derived {
        return (shared.grams - shared.outside >= QUOTED && shared.outside * 2 < shared.grams)
            .then_some(Label::SharedQuotesOnly);
    }
    if alike >= HALF {
        return Some(Label::Reprint);
    }
    if shared.contained() >= HALF && shared.grams >= WORTH {
        return Some(if longer_is_later { Label::Extends } else { Label::Excerpt });
    }
    Some(Label::SharesPassages)
}

/// Why, in words: `37 % of A stands in B and 42 % of B in A; 62 shared runs of five words, 60 of them outside …`.
pub(super) fn reason(shared: &Shared, label: Label, first: &str, second: &str) -> String {
    let percent = |part: f64| format!("{:.0} %", part * 100.0);
    let (one, other) = shared.parts();
    let mut text = format!(
        "{} of {first} stands in {second} and {} of {second} in {first}",
        percent(one),
        percent(other)
    );
    if label == Label::SharedQuotesOnly {
        let outside =
            if shared.outside == 0 { "none".to_owned() } else { format!("only {}", shared.outside) };
        text.push_str(&format!(
            "; of {} shared runs of five words {outside} are outside quotations",
            shared.grams
        ));
        return text;
    }
    let (own, others) = shared.parts_outside();
    if (own, others) != (one, other) {
        text.push_str(&format!(" ({} and {} without quotations)", percent(own), percent(others)));
    }
    text.push_str(&format!("; {} shared runs of five words", shared.grams));
    if shared.outside != shared.grams {
        text.push_str(&format!(", {} of them outside quotations", shared.outside));
    }
    if shared.run > 0 {
        text.push_str(&format!(", the longest stretch {} words", shared.run));
    }
    text
}
