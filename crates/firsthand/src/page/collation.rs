//! Disputes, events, what one report alone says, and the timeline.

use super::evidence;
use super::markup::{details, element, folded, list, text};
use super::part::Part;
use crate::selection;
use crate::wording::{capital, clean, date, past, value};
use firsthand_core::account::{Event, Point, Status, Support, Variant};

/// So many events are open on the page; the others are folded away.
const EVENTS: usize = 12;

/// The disputed points, each answer with its sentences open.
pub(super) fn disputes(part: &Part<'_>) -> String {
    selection::disputes(&part.index)
        .iter()
        .map(|p| {
            let level = part.level + 2;
            let mut html = format!("<div class=\"point disputed\" id=\"{}\">\n", part.anchor(&p.id));
            html.push_str(&format!("<h{level}>{}</h{level}>\n", text(&capital(&clean(&p.label)))));
            html.push_str("<div class=\"answers\">\n");
            html.extend(p.variants.iter().map(|v| dispute_answer(part, p, v)));
            html.push_str("</div>\n");
            if !p.reason.is_empty() {
                html.push_str(&format!("<p class=\"faint\">{}</p>\n", text(&p.reason)));
            }
            html + "</div>\n"
        })
        .collect()
}

/// One answer: the first sentence open, the others folded.
fn dispute_answer(part: &Part<'_>, point: &Point, variant: &Variant) -> String {
    let quotes = sentences(part, point, variant);
    let counts = part.index.counts(&variant.reports, &variant.support);
    let (first, rest) = quotes.split_at(quotes.len().min(1));
    let more = if rest.is_empty() {
        String::new()
    } else {
        details(&format!("{} more of this", rest.len()), &rest.concat())
    };
    format!(
        "<div class=\"answer\">\n<p><strong>{}</strong> <span class=\"faint\">{}</span></p>\n{}{more}</div>\n",
        text(&value(&point.slot, &variant.value)),
        text(&counts),
        first.concat()
    )
}

/// The events more than one report speaks of.
pub(super) fn events(part: &Part<'_>) -> String {
    let events: Vec<String> = selection::shared(&part.index).iter().map(|v| event(part, v)).collect();
    folded(&events, EVENTS)
}

/// Why so many origins, and not more or fewer.
fn because(support: &Support) -> String {
    support
        .because
        .iter()
        .map(|b| format!("<p class=\"faint\">{}</p>\n", text(&capital(&clean(b)))))
        .collect()
}

fn event(part: &Part<'_>, event: &Event) -> String {
    let level = part.level + 2;
    let mut html = format!("<div class=\"event\" id=\"{}\">\n", part.anchor(&event.id));
    html.push_str(&format!("<h{level}>{}</h{level}>\n", text(&capital(&clean(&event.label)))));
    let when = event.time.as_deref().map(|t| format!("{} · ", date(t))).unwrap_or_default();
    let summary = format!("{when}{}", part.index.counts(&event.reports, &event.support));
    let sentences = selection::sentences(&part.index, &event.statements);
    let mut told = sentences.iter().map(|t| evidence::statement(part, t, "")).collect::<String>();
    told.push_str(&because(&event.support));
    html.push_str(&details(&text(&summary), &told));
    html.extend(part.index.points_of(&event.id).map(|p| point(part, p)));
    html + "</div>\n"
}

fn point(part: &Part<'_>, point: &Point) -> String {
    let (class, word) = look(point.status);
    let label = format!("{} <span class=\"status\">{word}</span>", text(&capital(&clean(&point.label))));
    if point.status == Status::Disputed {
        let anchor = part.anchor(&point.id);
        return format!("<p class=\"point {class}\"><a href=\"#{anchor}\">{label}</a></p>\n");
    }
    let answers: String = point
        .variants
        .iter()
        .map(|v| {
            let summary = format!(
                "<strong>{}</strong> <span class=\"faint\">{}</span>",
                text(&value(&point.slot, &v.value)),
                text(&part.index.names(&v.reports))
            );
            details(&summary, &sentences(part, point, v).concat())
        })
        .collect();
    let reason =
        if point.status == Status::Refined { element("p", &text(&point.reason)) } else { String::new() };
    let anchor = part.anchor(&point.id);
    format!("<div class=\"point {class}\" id=\"{anchor}\">\n<p>{label}</p>\n{answers}{reason}</div>\n")
}

fn sentences(part: &Part<'_>, point: &Point, variant: &Variant) -> Vec<String> {
    let sentences = selection::sentences(&part.index, &variant.statements);
    sentences.iter().map(|t| evidence::statement(part, t, &point.slot)).collect()
}

/// What one origin alone says, what matters most to the story first.
pub(super) fn exclusive(part: &Part<'_>) -> String {
    let exclusives = part.index.account.exclusives.iter();
    let quotes: Vec<String> = exclusives
        .filter_map(|a| Some((a, part.index.statement(&a.statement)?)))
        .map(|(exclusive, statement)| {
            let others: Vec<String> =
                exclusive.reports.iter().filter(|r| **r != statement.report).cloned().collect();
            let same = match others.len() {
                0 => String::new(),
                _ => format!("<p class=\"faint\">the same in {}</p>\n", text(&part.index.names(&others))),
            };
            evidence::statement(part, statement, "") + &same
        })
        .collect();
    folded(&quotes, EVENTS)
}

/// The points that a report answered otherwise before it was edited, with the sentences as they were.
pub(super) fn revised(part: &Part<'_>) -> String {
    let level = part.level + 2;
    let points = selection::revised(&part.index);
    let each = points.iter().map(|point| {
        let past: String = point
            .history
            .iter()
            .map(|h| {
                let told = text(&past(&part.index.name(&h.report), &point.slot, h));
                let note = h.correction.as_deref().map(|c| element("p", &text(c))).unwrap_or_default();
                format!("<p>{told}</p>\n<blockquote>{}</blockquote>\n{note}", text(&h.passage.text))
            })
            .collect();
        let label = text(&capital(&clean(&point.label)));
        format!("<div class=\"point\">\n<h{level}>{label}</h{level}>\n{past}</div>\n")
    });
    each.collect()
}

/// The happenings in order of time.
pub(super) fn timeline(part: &Part<'_>) -> String {
    let moments: Vec<String> = part
        .index
        .account
        .timeline
        .iter()
        .map(|m| {
            let label = capital(&clean(&m.label));
            let by = text(&part.index.names(&m.reports));
            let when = text(&date(&m.when));
            format!("<li><b>{when}</b> {} <span class=\"faint\">{by}</span></li>\n", text(&label))
        })
        .collect();
    list(&moments)
}

fn look(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Disputed => ("disputed", "disputed"),
        Status::Refined => ("refined", "can all be true"),
        Status::Agreed => ("agreed", "agreed"),
        Status::Single => ("single", "one report"),
    }
}
