//! Who does a report say it comes from: credits, dateline, media cited in running text, and sources that kept silent.

use crate::Reports;
use crate::story::{Word, words};
use firsthand_text::Span;
use firsthand_text::language::Annotated;
use firsthand_text::report::agency::{self, Agency};

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
}

/// Verbs of a medium that passes something on, after its name.
const PASSES_ON: [&str; 15] = [
    "reported",
    "reports",
    "said",
    "says",
    "wrote",
    "writes",
    "quoted",
    "cited",
    "published",
    "revealed",
    "claimed",
    "claims",
    "announced",
    "carried",
    "quotes",
];
/// Words that say it alone, before the name of a medium.
const CITES: [&str; 6] = ["told", "tells", "citing", "quoting", "cites", "quotes"];
/// Words that say it with the word before them.
const LEADS: [(&str, &[&str]); 5] = [
    ("to", &["according"]),
    ("by", &["reported", "cited", "quoted", "published", "obtained", "carried"]),
    ("with", &["interview"]),
    ("from", &["report", "dispatch"]),
    ("in", &["published", "reported"]),
];
/// Words for what a medium puts out, after its name: `a Reuters report`.
const OUTPUT: [&str; 5] = ["report", "reports", "dispatch", "article", "story"];
/// Words that may stand before the name without changing anything.
const FILLERS: [&str; 12] = [
    "the",
    "a",
    "an",
    "local",
    "state",
    "news",
    "agency",
    "newspaper",
    "daily",
    "official",
    "outlet",
    "website",
];

/// All media cited in the running text, in order. Reads words only, so that no parse can lose them; what nothing but
/// a parse can tell (who spoke) is left to the statements.
pub(super) fn citations(report: &Annotated) -> Vec<Citation> {
    let text = &report.report.text;
    let mut out = Vec::new();
    for (sentence, s) in report.sentences.iter().enumerate().filter(|(_, s)| s.paragraph.is_some()) {
        let found = words(text, s.span);
        let mut at = 0;
        while at < found.len() {
            let Some((medium, after)) = medium_at(text, &found, at) else {
                at += 1;
                continue;
            };
            let silent = is_silent(&found, after);
            if silent || cited(&found, at, after) {
                let end = found.get(after - 1).map_or(s.span.end, |w| w.span.end);
                let from = found[at.saturating_sub(3)].span.start;
                let span = if silent { s.span } else { Span::new(from, end) };
                let named = found[at].span.join(found[after - 1].span);
                out.push(Citation { medium, named, sentence, span, silent, relays: leads(&found, at) });
            }
            at = after;
        }
    }
    out
}

/// A listed medium named at a word, and the word after its name.
fn medium_at(text: &str, words: &[Word], at: usize) -> Option<(&'static Agency, usize)> {
    if !words[at].capital {
        return None;
    }
    (1..=5).rev().find_map(|n| {
        let last = words.get(at + n - 1).filter(|w| w.capital)?;
        let span = words[at].span.join(last.span);
        agency::of(span.of(text)).map(|medium| (medium, at + n))
    })
}

fn cited(words: &[Word], at: usize, after: usize) -> bool {
    let folded = |n: Option<&Word>| n.map_or("", |w| w.folded.as_str()).to_owned();
    let mut next = after;
    while FILLERS.contains(&folded(words.get(next)).as_str()) {
        next += 1;
    }
    // `TASS on Sunday in a late bulletin said`.
    if matches!(folded(words.get(next)).as_str(), "on" | "in") {
        let clause = words[next..].iter().take(9).enumerate().take_while(|(n, w)| *n == 0 || w.follows);
        next += clause.take_while(|(_, w)| !PASSES_ON.contains(&w.folded.as_str())).count();
    }
    let verb = folded(words.get(next));
    if PASSES_ON.contains(&verb.as_str()) || OUTPUT.contains(&verb.as_str()) && next == after {
        return true;
    }
    leads(words, at)
}

/// Whether words before a name say that something is from it: `according to`, `told`, `as reported by`.
fn leads(words: &[Word], at: usize) -> bool {
    let mut before = at;
    while before > 0 && FILLERS.contains(&words[before - 1].folded.as_str()) {
        before -= 1;
    }
    let back = |n: usize| before.checked_sub(n).map_or("", |n| words[n].folded.as_str());
    match LEADS.iter().find(|(word, _)| *word == back(1)) {
        Some((_, needs)) => needs.contains(&back(2)),
        None => CITES.contains(&back(1)),
    }
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
