//! Who speaks, and names in several spellings.

use super::evidence;
use super::markup::{details, folded, list, text};
use super::part::Part;
use crate::selection::{self, Saying, Voice};
use crate::wording::{capital, clean, count};
use firsthand_core::account::Entity;

/// So many speakers and names are open on the page.
const OPEN: usize = 15;

/// Those who speak, with their words in their sentences.
pub(super) fn voices(part: &Part<'_>) -> String {
    let voices: Vec<String> = selection::voices(&part.index).iter().map(|v| voice(part, v)).collect();
    folded(&voices, OPEN)
}

fn voice(part: &Part<'_>, voice: &Voice<'_>) -> String {
    let name = text(&capital(&part.index.name(voice.speaker)));
    let role = voice.role().map(|r| format!(", {}", text(r))).unwrap_or_default();
    let words: String = voice.sayings.iter().map(|s| saying(part, s)).collect();
    format!("<div class=\"voice\">\n<p><strong>{name}</strong>{role}</p>\n{words}</div>\n")
}

fn saying(part: &Part<'_>, saying: &Saying<'_>) -> String {
    let speech = saying.speech;
    let told = speech.told.as_deref().map(|t| format!(", told {}", clean(t))).unwrap_or_default();
    let source = text(&format!("in {}{told}", part.index.names(&saying.reports)));
    let summary = format!("<q>{}</q> <span class=\"faint\">{source}</span>", unquoted(&speech.passage.text));
    let id = speech.statement.as_deref().unwrap_or_default();
    details(&summary, &evidence::passage(part, &speech.report, &speech.passage, id))
}

/// The words without the marks around them, which the page sets itself.
fn unquoted(words: &str) -> String {
    text(words.trim_matches(['“', '”', '"', '„', '«', '»', ' ']))
}

/// Entities that may stand on a watchlist, each with what speaks for it and what against it.
pub(super) fn listed(part: &Part<'_>) -> String {
    let links = selection::listed(&part.index).into_iter().map(|(entity, link)| {
        let line = |mark: &str, said: &String| format!("<li>{mark}: {}</li>\n", text(said));
        let mut lines: Vec<String> = link.reasons.iter().map(|said| line("for", said)).collect();
        lines.extend(link.against.iter().map(|said| line("against", said)));
        let key = text(&format!("{}, {} {}", link.name, link.list, link.id));
        format!(
            "<div class=\"name\">\n<p><strong>{}</strong>: {key}</p>\n{}</div>\n",
            text(&entity.name),
            list(&lines)
        )
    });
    links.collect()
}

/// Entities with more than one spelling, with the reasons for putting them together.
pub(super) fn spellings(part: &Part<'_>) -> String {
    let several = selection::spellings(&part.index);
    let names: Vec<String> = several.iter().map(|(entity, _)| spelling(part, entity)).collect();
    folded(&names, OPEN)
}

fn spelling(part: &Part<'_>, entity: &Entity) -> String {
    let forms: Vec<String> = entity
        .forms
        .iter()
        .map(|f| {
            let by = text(&format!("{}, {}", part.index.names(&f.reports), count(f.count, "time")));
            format!("<li>{} <span class=\"faint\">{by}</span></li>\n", text(&f.text))
        })
        .collect();
    let reasons: String = entity
        .reasons
        .iter()
        .map(|r| {
            let quotes: String = r.passages.iter().map(|p| evidence::passage(part, "", p, "")).collect();
            format!("<p>{}</p>\n{quotes}", text(&r.because))
        })
        .collect();
    let anchor = part.anchor(&entity.id);
    let name = text(&entity.name);
    let why = if reasons.is_empty() { String::new() } else { details("why these are one", &reasons) };
    format!(
        "<div class=\"name\" id=\"{anchor}\">\n<p><strong>{name}</strong></p>\n{}{why}</div>\n",
        list(&forms)
    )
}
