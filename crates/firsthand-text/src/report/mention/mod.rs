//! Where a text names a news agency or an outlet, and how the name stands there.
//!
//! In: any text, the raw one of a page or a report's. Out: a [`Mention`] for each listed name and for what stands in the
//! place of one: its span, the agency, its [`Stand`]. What the text itself is from is told apart from what a picture is
//! from, from what one sentence is from, and from a name that is only talked of. Names are `data/agencies.tsv`, the words
//! around them that tell `data/mentions.tsv`.

mod bracket;
mod cue;
mod lexicon;
mod picture;
mod place;
mod running;
mod stand;
mod word;

use super::agency::Agency;
use crate::Span;
use cue::Cue;
use place::Place;

/// One name of an agency or outlet in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Where the name stands, in bytes of the text.
    pub span: Span,
    /// Who it is; None for an agency without a name (`(ag.)`) or of no list.
    pub agency: Option<&'static Agency>,
    /// How it stands there.
    pub stand: Stand,
    /// Whether words before the name lead to it (`according to`, `told`): what the sentence says was had from it.
    pub led: bool,
}

/// How a name stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stand {
    /// At the head of a story or a piece of it: `VIK, 3 May (AFP) —`, `Vik, 3. — Havas. —`.
    Dateline,
    /// In or as a byline: `By Ada Vale, AP Diplomatic Writer`, `The Associated Press` on a line of its own.
    Byline,
    /// At the end of a story or a piece of it: `… he said. (Reuter)`, `… / ats-afp`.
    Signature,
    /// In words on where the text is from: `Source: AFP`, `The AP contributed to this report.`
    Source,
    /// As who holds the rights in the text: `© 2031 The Associated Press`.
    Rights,
    /// As where one sentence is from, or as who was told: `Reuters reported`, `l'agence Havas annonce`, `told AFP`.
    Cited,
    /// As where a picture or film is from: `(AP Photo/Ada Vale)`, `Ada Vale / AFP`.
    Picture,
    /// In any other way, talked of.
    Named,
}

impl Stand {
    /// Whether the text, or a sentence of it, is from the one named.
    pub fn credits_text(self) -> bool {
        !matches!(self, Stand::Picture | Stand::Named)
    }
    /// Whether the whole text, or a piece of it with a head or an end of its own, is.
    pub fn credits_story(self) -> bool {
        self.credits_text() && self != Stand::Cited
    }
    /// `dateline`, `byline`, `signature`, `source`, `rights`, `cited`, `picture` or `named`.
    pub fn name(self) -> &'static str {
        match self {
            Stand::Dateline => "dateline",
            Stand::Byline => "byline",
            Stand::Signature => "signature",
            Stand::Source => "source",
            Stand::Rights => "rights",
            Stand::Cited => "cited",
            Stand::Picture => "picture",
            Stand::Named => "named",
        }
    }
}

/// All agencies and outlets a text names, in the order of the text. Cannot fail.
pub fn mentions(text: &str) -> Vec<Mention> {
    let words = word::words(text);
    let mut out: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(found) = lexicon::name(text, &words, at).or_else(|| instead(text, &words, at)) else {
            if let Some(mention) = unnamed(text, &words, at) {
                out.push(mention);
            }
            at += 1;
            continue;
        };
        let span = lexicon::place(&words, at, found.count);
        let place = Place::new(text, &words, at, found.count);
        // `Associated Press (AP)`, `Tanjug agency TANJUG`: one name in two forms.
        let told = |m: &&Mention| m.agency == Some(found.agency) && m.stand != Stand::Named;
        let again = out.last().filter(told).filter(|m| {
            let gap = text.get(m.span.end..span.start).unwrap_or("");
            gap == " " || gap.trim() == "(" && text.get(span.end..).is_some_and(|rest| rest.starts_with(')'))
        });
        let stand = again.map(|m| m.stand).or_else(|| stand::stand(&place, found.trust));
        if let Some(stand) = stand {
            let led = stand == Stand::Cited && running::is_led(&place);
            out.push(Mention { span, agency: Some(found.agency), stand, led });
        }
        at += found.count;
    }
    out
}

/// A misread name where one must stand: opening a bracket, behind `Agence`, before `-Meldung`.
fn instead(text: &str, words: &[word::Word], at: usize) -> Option<lexicon::Found> {
    let word = words.get(at).filter(|w| w.capital && w.key.len() >= 5)?;
    let opens = text.get(..word.span.start).is_some_and(|t| t.trim_end_matches(' ').ends_with(['(', '{']))
        && text
            .get(word.span.end..)
            .is_some_and(|t| t.trim_start_matches([' ', '.', ',']).starts_with([')', ']']));
    let hyphen = text.get(word.span.end..).is_some_and(|t| t.starts_with('-'));
    let must =
        opens || cue::before(words, at, Cue::Noun) > 0 || hyphen && cue::at(words, at + 1, Cue::Output) > 0;
    must.then(|| lexicon::misread(words, at)).flatten()
}

/// `(ag.)` at the head of a story: an agency, but which is not said; `(VPD) —`: one of no list.
fn unnamed(text: &str, words: &[word::Word], at: usize) -> Option<Mention> {
    let count = cue::at(words, at, Cue::Unnamed);
    if count == 0 && !bracket::opens(text, lexicon::place(words, at, 1).start) {
        return None;
    }
    let place = Place::new(text, words, at, count.max(1));
    let is_acronym = || {
        words.get(at).is_some_and(|w| w.capitals && (2..=5).contains(&w.key.len()))
            && !crate::language::place::known(place.span.of(text))
    };
    let stand = if count > 0 {
        let listed = bracket::alone(&place).then(|| bracket::stand(&place)).flatten();
        listed.or_else(|| stand::behind_day(&place).then_some(Stand::Dateline))?
    } else if bracket::alone(&place) && is_acronym() && bracket::heads(&place) {
        Stand::Dateline
    } else {
        return None;
    };
    stand.credits_story().then_some(Mention { span: place.span, agency: None, stand, led: false })
}

#[cfg(test)]
mod tests;
