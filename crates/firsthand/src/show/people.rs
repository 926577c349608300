//! Who speaks: name, role, to whom, and the first words.

use super::Measure;
use super::sheet::{FAINT, HEAD, Sheet, paint};
use crate::index::Index;
use crate::wording::{capital, clean, shorten};
use firsthand_core::account::Speech;

/// So much of what somebody says, in scalar values.
const WORDS: usize = 150;
/// And in the short form.
const FEW_WORDS: usize = 50;

/// One speaker, and what he or she says; the same words in several reports once.
struct Voice<'a> {
    speaker: &'a str,
    sayings: Vec<Saying<'a>>,
}

struct Saying<'a> {
    speech: &'a Speech,
    reports: Vec<String>,
}

/// Shows the speakers with their words.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let voices = voices(index);
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
    let voices = voices(index);
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
    let role = voice.sayings.iter().find_map(|s| s.speech.role.as_deref());
    role.map_or(name.clone(), |role| format!("{name}, {}", clean(role)))
}

fn told(speech: &Speech) -> String {
    speech.told.as_deref().map(|told| format!("told {} · ", clean(told))).unwrap_or_default()
}

/// Speakers in the order in which they first speak.
fn voices<'a>(index: &Index<'a>) -> Vec<Voice<'a>> {
    let mut voices: Vec<Voice<'a>> = Vec::new();
    for speech in &index.account.quotes {
        let at = voices.iter().position(|v| v.speaker == speech.speaker).unwrap_or_else(|| {
            voices.push(Voice { speaker: &speech.speaker, sayings: Vec::new() });
            voices.len() - 1
        });
        let sayings = &mut voices[at].sayings;
        match sayings.iter_mut().find(|s| alike(&s.speech.passage.text, &speech.passage.text)) {
            Some(saying) if saying.reports.contains(&speech.report) => {}
            Some(saying) => saying.reports.push(speech.report.clone()),
            None => sayings.push(Saying { speech, reports: vec![speech.report.clone()] }),
        }
    }
    voices
}

/// Whether two quotations have the same letters.
fn alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    letters(one).eq_ignore_ascii_case(&letters(other))
}
