//! Who does a report say it comes from: credits, dateline, media cited in running text, and sources that kept silent.

use crate::Reports;
use crate::story::{Word, words};
use firsthand_text::Span;
use firsthand_text::language::Annotated;
use firsthand_text::report::agency::{self, Agency};
use firsthand_text::report::mention::{Stand, mentions};

/// One name a report credits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Credit {
    /// As written.
    pub(super) name: String,
    /// Where, if it stands in the text.
    pub(super) span: Option<Span>,
    /// `byline`, `dateline` ...
    pub(super) place: String,
}

/// The relays of a report, outermost first: its credits, then the agency of its dateline. Each medium once.
pub(super) fn relays(report: &Annotated) -> Vec<Credit> {
    let source = &report.report;
    let credits =
        source.credits.iter().map(|c| Credit { name: c.name.clone(), span: c.span, place: c.place.into() });
    let dateline = source.dateline.as_ref().and_then(|d| {
        let name = d.agency.clone()?;
        Some(Credit { name, span: Some(d.span), place: "dateline".to_owned() })
    });
    let mut out: Vec<Credit> = Vec::new();
    for credit in credits.chain(dateline) {
        let known = |c: &Credit| match (agency::of(&c.name), agency::of(&credit.name)) {
            (Some(a), Some(b)) => a.name == b.name,
            _ => c.name.eq_ignore_ascii_case(&credit.name),
        };
        match out.iter_mut().find(|c| known(c)) {
            Some(first) => first.span = first.span.or(credit.span),
            None => out.push(credit),
        }
    }
    out
}

/// A medium a sentence names as where it has something from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Citation {
    pub(super) medium: &'static Agency,
    /// Its name, as written there.
    pub(super) named: Span,
    /// Index of the sentence.
    pub(super) sentence: usize,
    /// The words that say so, the name among them.
    pub(super) span: Span,
    /// Whether the words only say that the medium had no more to tell.
    pub(super) silent: bool,
    /// Whether what the sentence says was told to the medium or taken from it.
    pub(super) relays: bool,
    /// Whether somebody told it to the medium, who is then the source, whether he could be made out or not.
    pub(super) told: bool,
}

/// Words between `told` and the name of a medium, at most: `told the state news agency IRNA`.
const TOLD: usize = 4;

/// All media cited in the running text, in order. Reads words only, so that no parse can lose them; what nothing but
/// a parse can tell (who spoke) is left to the statements. What credits a picture is never among them.
pub(super) fn citations(report: &Annotated) -> Vec<Citation> {
    let text = &report.report.text;
    let mentioned = mentions(text);
    let mut out = Vec::new();
    for (sentence, s) in report.sentences.iter().enumerate().filter(|(_, s)| s.paragraph.is_some()) {
        let from = mentioned.partition_point(|m| m.span.start < s.span.start);
        let here = mentioned[from..].iter().take_while(|m| m.span.end <= s.span.end);
        let mut here = here.filter(|m| m.stand != Stand::Picture).peekable();
        if here.peek().is_none() {
            continue;
        }
        let found = words(text, s.span);
        for mention in here {
            let Some(medium) = mention.agency else { continue };
            let at = found.partition_point(|w| w.span.start < mention.span.start);
            let after = found.partition_point(|w| w.span.start < mention.span.end);
            let silent = is_silent(&found, after);
            if silent || mention.stand == Stand::Cited {
                let from = found.get(at.saturating_sub(3)).map_or(s.span.start, |w| w.span.start);
                let span = if silent { s.span } else { Span::new(from, mention.span.end) };
                // `the Xinhua news agency` is called Xinhua there.
                let capital = (at..after).rev().find(|&n| found[n].capital).map(|n| found[n].span.end);
                let named = Span::new(mention.span.start, capital.unwrap_or(mention.span.end));
                let told =
                    found[at.saturating_sub(TOLD)..at].iter().any(|w| matches!(&*w.folded, "told" | "tells"));
                out.push(Citation { medium, named, sentence, span, silent, relays: mention.led, told });
            }
        }
    }
    out
}

/// Whether what follows says that the source told no more: `did not provide further details`, `gave no details`.
fn is_silent(words: &[Word], after: usize) -> bool {
    let next: Vec<&str> = words[after..].iter().take(14).map(|w| w.folded.as_str()).collect();
    let start = next
        .iter()
        .take(4)
        .position(|w| matches!(*w, "did" | "didnt" | "does" | "has" | "gave" | "offered" | "provided"));
    let Some(start) = start else { return false };
    let rest = &next[start..];
    let not = rest.iter().take(3).any(|w| matches!(*w, "not" | "no" | "didnt"));
    let tells =
        |w: &&str| matches!(*w, "details" | "detail" | "elaborate" | "information" | "specifics" | "more");
    let gives = |w: &&str| {
        matches!(
            *w,
            "provide"
                | "give"
                | "offer"
                | "disclose"
                | "release"
                | "say"
                | "elaborate"
                | "reveal"
                | "gave"
                | "offered"
                | "provided"
                | "given"
                | "released"
        )
    };
    not && rest.iter().take(4).any(gives) && rest.iter().take(8).any(tells)
}

/// For each report its relays and citations.
pub(super) fn all(reports: &Reports<'_>) -> Vec<(Vec<Credit>, Vec<Citation>)> {
    reports.iter().map(|r| (relays(r), citations(r))).collect()
}
