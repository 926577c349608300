//! Who speaks: name, role, to whom, and the first words.

use super::Measure;
use super::sheet::{FAINT, HEAD, Sheet, paint};
use crate::index::Index;
use crate::selection::{self, Voice};
use crate::wording::{capital, clean, shorten};
use firsthand_core::account::Speech;

/// So much of what somebody says, in scalar values.
const WORDS: usize = 150;
/// And in the short form.
const FEW_WORDS: usize = 50;

/// Shows the speakers with their words.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let voices = selection::voices(index);
    if voices.is_empty() {
        return;
    }
    sheet.head("WHO SPEAKS");
    for voice in voices.iter().take(most.speakers) {
        sheet.para(0, &title(index, voice));
        for saying in voice.sayings.iter().take(2) {
            sheet.quote(2, &shorten(&saying.speech.passage.text, WORDS));
            let source = format!("— {}{}", told(saying.speech), index.names(&saying.reports));
            sheet.hang("  ", 4, &paint(FAINT, &source));
        }
        sheet.more(2, voice.sayings.len(), 2);
    }
    sheet.more(0, voices.len(), most.speakers);
}

/// Shows the speakers, a line each.
pub(super) fn brief(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let voices = selection::voices(index);
    if voices.is_empty() {
        return;
    }
    sheet.head("WHO SPEAKS");
    for voice in voices.iter().take(most.speakers) {
        let words =
            voice.sayings.first().map(|s| shorten(&s.speech.passage.text, FEW_WORDS)).unwrap_or_default();
        sheet.hang("• ", 2, &format!("{}: {}", title(index, voice), paint(FAINT, &words)));
    }
    sheet.more(0, voices.len(), most.speakers);
}

fn title(index: &Index<'_>, voice: &Voice<'_>) -> String {
    let name = paint(HEAD, &capital(&index.name(voice.speaker)));
    voice.role().map_or(name.clone(), |role| format!("{name}, {}", clean(role)))
}

fn told(speech: &Speech) -> String {
    speech.told.as_deref().map(|told| format!("told {} · ", clean(told))).unwrap_or_default()
}
