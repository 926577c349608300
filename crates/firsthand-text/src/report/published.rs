//! When the report was published: right, or absent.
//!
//! Every date of the page's head and tail is a candidate; those of captions, copyright lines and lists of other stories
//! are not. A date that is labelled as the publication's beats one beside title or byline; that beats the date at the top
//! of the page, which may be the day of the crawl and is never taken where another date contradicts it.

use super::Why;
use super::draft::{Draft, Zone};
use super::line::{Label, fold};
use super::{Candidate, Cut, Dateline, How, Published, day};
use crate::Span;

/// How much a place supports that its date is the one of publication; the smallest is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Labelled,
    Beside,
    Updated,
    Dateline,
    Between,
    Stamp,
    Top,
    Never,
}

/// Longest line, in words, whose date is taken though the line is of no known kind.
const MOST_WORDS: usize = 12;

struct Seen {
    rank: Rank,
    order: usize,
    printed: day::Printed,
    text: String,
    page: Option<Span>,
}

/// The dates a page prints: of publication, and of the last change.
pub(super) fn printed(
    draft: &Draft<'_>,
    dateline: Option<&Dateline>,
    dateline_text: &str,
) -> (Published, Published) {
    let mut seen = candidates(draft);
    if let Some((date, dateline)) = dateline.and_then(|d| d.date.map(|day| (day, d)))
        && let Some(printed) = day::days(dateline_text).into_iter().find(|p| p.day == date)
    {
        let order = dateline.span.start;
        seen.push(Seen { rank: Rank::Dateline, order, printed, text: dateline_text.to_owned(), page: None });
    }
    seen.sort_by_key(|s| (s.rank, s.order));
    let best =
        seen.first().filter(|s| s.rank < Rank::Top || is_alone(&seen)).filter(|s| s.rank < Rank::Never);
    let is_update = |s: &&Seen| s.rank == Rank::Updated;
    let changes: Vec<&Seen> = seen.iter().filter(is_update).collect();
    // An update is a candidate for the date of publication only where it was taken for it.
    let is_update_taken = best.is_some_and(|b| is_update(&b));
    let published = seen.iter().filter(|s| is_update_taken || !is_update(s));
    (chosen(best, &mut published.into_iter()), chosen(changes.first().copied(), &mut changes.iter().copied()))
}

/// One date with all that were seen.
fn chosen(best: Option<&Seen>, seen: &mut dyn Iterator<Item = &Seen>) -> Published {
    let candidates =
        seen.map(|s| Candidate { value: s.printed.value.clone(), place: place(s.rank).to_owned() }).collect();
    let Some(best) = best else { return Published { candidates, ..Published::default() } };
    Published {
        value: Some(best.printed.value.clone()),
        day: Some(best.printed.day),
        how: Some(How::Printed),
        text: Some(Cut {
            text: best.printed.span.of(&best.text).to_owned(),
            why: Why::Date,
            page: best.page,
        }),
        candidates,
        rule: Some(place(best.rank)),
    }
}

/// The date at the top is taken only where no other contradicts it, and the page has no other.
fn is_alone(seen: &[Seen]) -> bool {
    seen.windows(2).all(|w| w.first().map(|s| s.printed.day) == w.last().map(|s| s.printed.day))
}

/// The rule for a date in a box of no known kind between title and story.
pub(super) const BETWEEN: &str = "printed between title and story";

fn place(rank: Rank) -> &'static str {
    match rank {
        Rank::Labelled => "printed, labelled as published",
        Rank::Beside => "printed beside title or byline",
        Rank::Updated => "printed, labelled as updated",
        Rank::Dateline => "printed in the dateline",
        Rank::Between => BETWEEN,
        Rank::Stamp => "printed as a time stamp after the story",
        Rank::Top => "printed at the top of the page",
        Rank::Never => "printed after the story",
    }
}

fn candidates(draft: &Draft<'_>) -> Vec<Seen> {
    let mut seen = Vec::new();
    let title = draft.title().filter(|t| draft.lines.get(*t).is_some_and(|l| l.page().is_some()));
    for (order, line) in draft.lines.iter().enumerate() {
        let cut = match line.label {
            Label::Cut(why) => why,
            _ => continue,
        };
        let zone = draft.zone(order);
        let is_kept = matches!(
            cut,
            Why::Date | Why::Byline | Why::Credit | Why::Masthead | Why::Residue | Why::Reading
        );
        // In markup, what stands between title and story in boxes of other kinds is of this story too.
        let is_between = zone == Zone::Head
            && title.is_some_and(|t| order > t)
            && line.block.element.is_some()
            && line.words <= MOST_WORDS
            && !matches!(cut, Why::Related | Why::Photo | Why::Copyright | Why::Advertisement);
        if !(is_kept || is_between) || zone == Zone::Body {
            continue;
        }
        let text = line.text();
        let mut from = 0;
        for printed in day::days(text) {
            let before = fold(text.get(from..printed.span.start).unwrap_or(""));
            let above = order
                .checked_sub(1)
                .and_then(|n| draft.lines.get(n))
                .map(|l| fold(l.text()))
                .unwrap_or_default();
            let label = if before.is_empty() { above.as_str() } else { before.as_str() };
            let rank = match rank(draft, order, title, zone, label, text) {
                Rank::Beside if !is_kept => Rank::Between,
                rank => rank,
            };
            let page = line
                .block
                .map
                .page(Span::new(line.part.start + printed.span.start, line.part.start + printed.span.end));
            from = printed.span.end;
            seen.push(Seen { rank, order, printed, text: text.to_owned(), page });
        }
    }
    seen
}

fn rank(draft: &Draft<'_>, order: usize, title: Option<usize>, zone: Zone, label: &str, text: &str) -> Rank {
    const PUBLISHED: [&str; 18] = [
        "published",
        "posted",
        "first published",
        "publish",
        "date",
        "issued",
        "released",
        "created",
        "veröffentlicht",
        "erschienen",
        "publié",
        "publicado",
        "pubblicato",
        "publicerad",
        "gepubliceerd",
        "opublikowano",
        "опубликовано",
        "dated",
    ];
    const UPDATED: [&str; 9] = [
        "updated",
        "update",
        "modified",
        "aktualisiert",
        "mis à jour",
        "actualizado",
        "aggiornato",
        "atualizado",
        "uppdaterad",
    ];
    let has = |list: &[&str]| {
        list.iter().any(|w| {
            label.split(|c: char| !c.is_alphanumeric()).any(|l| l == *w)
                || label.contains(w) && w.contains(' ')
        })
    };
    if has(&UPDATED) && !has(&["published", "posted"]) {
        return Rank::Updated;
    }
    if has(&PUBLISHED) {
        return Rank::Labelled;
    }
    if zone == Zone::Tail {
        let stamp = text.split_whitespace().next().is_some_and(|w| {
            w.len() >= 16 && w.contains('T') && w.ends_with(['Z', 'z']) || w.contains('+') && w.contains('T')
        });
        let body_end = draft.body.map_or(0, |(_, last)| last);
        return if stamp && order <= body_end + 3 { Rank::Stamp } else { Rank::Never };
    }
    if title.is_some_and(|t| order > t) {
        return Rank::Beside;
    }
    // Above the title, or where there is none: only beside a byline or an outlet of its own line.
    let beside = [order.wrapping_sub(1), order + 1]
        .iter()
        .any(|n| draft.lines.get(*n).is_some_and(|l| matches!(l.label, Label::Cut(Why::Byline))));
    let first_body = draft.body.map_or(usize::MAX, |(first, _)| first);
    let touches = title.is_none() && order + 1 == first_body;
    if beside || touches || (title.is_none() && super::byline::byline(text).is_some()) {
        Rank::Beside
    } else {
        Rank::Top
    }
}
