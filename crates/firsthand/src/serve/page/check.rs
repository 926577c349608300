//! Check a claim: for each side the passages, reports and origins. What is counted is evidence, never truth.

use super::address::address;
use super::shell::Shell;
use crate::page::markup::{piece, text};
use crate::wording::{clean, count, shorten};

/// What the page of a check shows.
#[derive(Debug)]
pub struct CheckView<'a> {
    /// The claim as it was typed.
    pub claim: &'a str,
    /// What was found, one entry a side; None where nothing was asked yet.
    pub sides: Option<&'a [Side]>,
    /// What was looked for, and what could not be read of the claim, in words.
    pub notes: &'a [String],
}

/// How a side stands to the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// Says the same.
    Same,
    /// Says something that cannot be true as well.
    Other,
    /// Speaks of the same without deciding it.
    Near,
}

/// All that says one thing.
#[derive(Debug, Clone)]
pub struct Side {
    /// How it stands to the claim.
    pub stance: Stance,
    /// What it says, in a few words: `at least 7 people`; empty where that has no short form.
    pub label: String,
    /// The passages.
    pub evidence: Vec<Evidence>,
    /// How many reports say so.
    pub reports: usize,
    /// The origins behind them, by name.
    pub origins: Vec<String>,
}

/// A passage that bears on the claim.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The number of its story.
    pub story: i64,
    /// The number of its report.
    pub report: i64,
    /// The statement's id in the account: `t12`.
    pub statement: String,
    /// Whose word it is, nearest to the reader first.
    pub chain: String,
    /// The sentence in pieces: words, and whether they bear on the claim.
    pub pieces: Vec<(String, bool)>,
}

/// The page at `/check`.
pub fn check(view: &CheckView<'_>) -> String {
    let claim = clean(view.claim);
    let mut main = format!(
        "<h1>Check a claim</h1>\n\
         <p class=\"faint\">Names, dates, numbers and words of the claim are looked for in the statements of all reports. \
         What comes back is who says what on whose word, not whether it is true.</p>\n\
         <form class=\"search\" action=\"/check\" method=\"get\">\n<p class=\"field\"><label for=\"claim\">Claim, in one sentence</label>\
         <textarea id=\"claim\" name=\"claim\" rows=\"3\" required>{}</textarea></p>\n\
         <p class=\"field\"><button>Check</button></p>\n</form>\n",
        text(&claim)
    );
    for note in view.notes {
        main.push_str(&format!("<p class=\"notice\">{}</p>\n", text(note)));
    }
    if let Some(sides) = view.sides {
        main.push_str(&format!("<h2>What the reports say</h2>\n{}", answer(sides)));
    }
    let title =
        if claim.is_empty() { "Check a claim".into() } else { format!("{}: check", shorten(&claim, 60)) };
    let twin = address("/check.json", &[("claim", view.claim)]);
    let twin = (!claim.is_empty()).then_some(&*twin);
    Shell { title: &title, here: "/check", twin, story: None }.around(&main)
}

fn answer(sides: &[Side]) -> String {
    if sides.is_empty() {
        return "<p>No statement of the archive speaks of this. That says nothing about the claim.</p>\n"
            .into();
    }
    let sides: String = sides.iter().map(side).collect();
    format!("<div class=\"answers\">\n{sides}</div>\n")
}

fn side(side: &Side) -> String {
    let (class, word) = match side.stance {
        Stance::Same => ("agreed", "Says the same"),
        Stance::Other => ("disputed", "Says otherwise"),
        Stance::Near => ("single", "Speaks of it without deciding it"),
    };
    let label = text(&side.label);
    let label = if label.is_empty() { label } else { format!(": <strong>{label}</strong>") };
    let evidence: String = side.evidence.iter().map(passage).collect();
    let counts = format!("{}, {}", count(side.reports, "report"), count(side.origins.len(), "origin"));
    let origins = match side.origins.is_empty() {
        true => String::new(),
        false => format!(": {}", crate::wording::list(&side.origins, 6)),
    };
    format!(
        "<section class=\"answer {class}\">\n<h3>{word}{label}</h3>\n<p class=\"faint\">{}</p>\n{evidence}</section>\n",
        text(&format!("{counts}{origins}"))
    )
}

fn passage(evidence: &Evidence) -> String {
    let sentence: String = evidence
        .pieces
        .iter()
        .map(|(words, hit)| if *hit { format!("<mark>{}</mark>", piece(words)) } else { piece(words) })
        .collect();
    format!(
        "<figure>\n<blockquote><p>{sentence}</p></blockquote>\n<figcaption><a class=\"step\" href=\"/report/{}#{}\">{}</a> \
         · <a href=\"/story/{}\">story s{}</a></figcaption>\n</figure>\n",
        evidence.report,
        text(&evidence.statement),
        text(&evidence.chain),
        evidence.story,
        evidence.story
    )
}
