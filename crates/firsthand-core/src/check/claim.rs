//! What does a claim say? It is read like the one sentence of a report.

use super::language;
use super::reading::Reading;
use super::shape::Claim;
use crate::name;
use crate::statement::take;
use firsthand_text::Span;
use firsthand_text::language::{Models, annotate};
use firsthand_text::report::{Paragraph, ParagraphKind, Report};
use jiff::civil;

/// Claims longer than this, in bytes, are read to here: no claim is a report.
const LONGEST: usize = 2000;

/// Reads a claim. `today` is the day from which `yesterday` counts; without it only days that stand on their own are
/// placed. Cannot fail: a claim that cannot be looked for says why in `unmeasured`.
pub fn claim(text: &str, today: Option<civil::Date>, models: &Models) -> Claim {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let Some(known) = language::of(&text) else {
        return unmeasured(text, None, "its language is not known");
    };
    if known != "en" {
        let why = format!("it is written in a language the models do not know ({known})");
        return unmeasured(text, Some(known), &why);
    }
    let read = annotate(&report(&text[..end], today), models);
    let names = name::merge(&[&read]);
    let statements = take(0, &read, &names);
    let mut out = Reading::new(&read, &names, &statements).claim();
    let asks = text.trim_end_matches(['"', '”', ' ']).ends_with('?');
    out.text = text;
    out.language = Some(known);
    if asks {
        out.unmeasured = Some("it is a question: put it as what would be the case".to_owned());
        return out;
    }
    if out.being && out.speaker.is_none() && out.predicate.as_deref().is_some_and(is_judgement) {
        out.unmeasured = Some("it is a judgement, which no report can settle: ask who says so".to_owned());
        return out;
    }
    if out.words.is_empty() && out.names.is_empty() && out.predicate.is_none() {
        out.unmeasured = Some("it has no name and no word that says something".to_owned());
    }
    out
}

fn unmeasured(text: String, language: Option<String>, why: &str) -> Claim {
    Claim { text, language, unmeasured: Some(why.to_owned()), ..Claim::default() }
}

/// The claim as the body of a report.
fn report(text: &str, today: Option<civil::Date>) -> Report {
    let body = Span::new(0, text.len());
    let mut report = Report {
        text: text.to_owned(),
        body,
        paragraphs: vec![Paragraph { span: body, kind: ParagraphKind::Text }],
        language: Some("en".to_owned()),
        ..Report::default()
    };
    report.published.day = today;
    report
}

/// Adjectives that say what one thinks of a thing, not what it is.
fn is_judgement(word: &str) -> bool {
    const JUDGEMENTS: [&str; 25] = [
        "incompetent",
        "good",
        "bad",
        "great",
        "terrible",
        "awful",
        "wonderful",
        "beautiful",
        "ugly",
        "just",
        "unjust",
        "fair",
        "unfair",
        "stupid",
        "smart",
        "brilliant",
        "evil",
        "disgraceful",
        "shameful",
        "excellent",
        "horrible",
        "scandalous",
        "absurd",
        "ridiculous",
        "outrageous",
    ];
    JUDGEMENTS.contains(&word)
}

/// Words of time that place nothing: there is nothing to compare.
pub(super) fn is_vague(text: &str) -> bool {
    const VAGUE: [&str; 12] = [
        "now",
        "recently",
        "currently",
        "once",
        "then",
        "soon",
        "later",
        "earlier",
        "previously",
        "formerly",
        "lately",
        "in the past",
    ];
    VAGUE.contains(&text.to_lowercase().as_str())
}

/// Whether the words name nobody and nothing: `nobody`, `no one`, `none of the crew`.
pub(super) fn is_nobody(text: &str) -> bool {
    let lower = text.to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    matches!(first, "nobody" | "nothing" | "none" | "no" | "neither")
}
