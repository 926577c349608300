//! From judged lines to a report: one text, its map, and everything that is said about it.

use super::draft::Draft;
use super::line::{Label, Line, fold};
use super::{Credit, Cut, Dateline, Paragraph, ParagraphKind, Report};
use super::{caption, credit, dateline, language, markup, published, signature};
use crate::page::{Kind, Page, Role};
use crate::{Note, Span, Trouble};
use jiff::civil;
use std::collections::BTreeSet;

/// Puts a report together.
pub(super) fn report(page: &Page, draft: &Draft<'_>) -> Report {
    let mut report =
        Report { location: page.location.clone(), notes: page.notes.clone(), ..Report::default() };
    write_text(&mut report, draft);
    keep_the_rest(&mut report, draft);
    if report.paragraphs.is_empty() && report.notes.iter().all(|n| !n.trouble.is_fatal()) {
        report.notes.push(Note::new(Trouble::NoText, "no body text was found on the page"));
    }
    signature::sign(&mut report, page, draft);
    head_of_body(&mut report);
    credits_in_body(&mut report);
    let words = report.dateline.as_ref().map_or(String::new(), |d| d.span.of(&report.text).to_owned());
    report.published = published::printed(draft, report.dateline.as_ref(), &words);
    if page.kind == Kind::Html || page.address.is_some() || !page.facts.is_empty() {
        report.url = markup::address(page);
        report.published = markup::published(page, std::mem::take(&mut report.published));
    }
    date_dateline(&mut report);
    report.language = language::of(report.body(), markup::language(page));
    report
}

/// Title, a blank line, and the paragraphs with blank lines between them.
fn write_text(report: &mut Report, draft: &Draft<'_>) {
    if let Some(title) = draft.title().and_then(|t| draft.lines.get(t)) {
        let span = add(report, title);
        report.title = Some(span);
    }
    let mut body: Option<Span> = None;
    for line in &draft.lines {
        let kind = match line.label {
            Label::Heading => ParagraphKind::Heading,
            Label::Body => match line.block.role {
                Role::Item => ParagraphKind::Item,
                Role::Quote => ParagraphKind::Quote,
                Role::Heading(_) => ParagraphKind::Heading,
                _ => ParagraphKind::Text,
            },
            _ => continue,
        };
        let span = add(report, line);
        report.paragraphs.push(Paragraph { span, kind });
        body = Some(body.map_or(span, |b| b.join(span)));
    }
    let end = report.text.len();
    report.body = body.unwrap_or(Span::new(end, end));
}

fn add(report: &mut Report, line: &Line<'_>) -> Span {
    if !report.text.is_empty() {
        report.text.push_str("\n\n");
    }
    let at = report.text.len();
    report.map.append(&line.block.map, line.part, at);
    report.text.push_str(line.text());
    Span::new(at, report.text.len())
}

/// Captions and dropped lines.
fn keep_the_rest(report: &mut Report, draft: &Draft<'_>) {
    let mut captions = BTreeSet::new();
    for line in &draft.lines {
        match line.label {
            Label::Caption => {
                let text = caption::once(line.text()).to_owned();
                let page = line.page();
                if !captions.insert(fold(&text)) {
                    report.dropped.push(Cut { text, why: "repeat", page });
                } else {
                    report.captions.push(Cut { text, why: "caption", page });
                }
            }
            Label::Cut(why) => {
                report.dropped.push(Cut { text: line.text().to_owned(), why, page: line.page() })
            }
            _ => {}
        }
    }
}

/// The dateline of the first paragraphs.
fn head_of_body(report: &mut Report) {
    let texts = report.paragraphs.iter().filter(|p| p.kind == ParagraphKind::Text).take(4);
    let found = texts.enumerate().find_map(|(n, p)| {
        let head = dateline::dateline(p.span.of(&report.text))?;
        // Further down only a full one: above it stand bullets, a standfirst or a summary.
        (n == 0 || head.agency.is_some() || head.month_day.is_some() || head.date.is_some())
            .then_some((p.span, head))
    });
    let Some((paragraph, head)) = found else { return };
    let moved = |s: Span| Span::new(s.start + paragraph.start, s.end + paragraph.start);
    let agency = head.agency.map(moved);
    if let Some(span) = agency {
        let name = span.of(&report.text).to_owned();
        let page = report.map.page(span);
        let outlet = super::agency::of(&name).is_none_or(|a| a.kind == super::agency::AgencyKind::Outlet)
            && name.contains('.');
        if report.outlet.is_none() && outlet {
            report.outlet = Some(name.clone());
            report.credits.push(Credit { name, place: "dateline", span: Some(span), page });
        } else {
            signature::add_credit(report, Credit { name, place: "dateline", span: Some(span), page });
        }
    }
    report.dateline = Some(Dateline {
        place: head.place.map(|p| moved(p).of(&report.text).to_owned()),
        date: head.date.or_else(|| head.month_day.and_then(|(m, d)| civil::Date::new(1, m, d).ok())),
        agency: agency.map(|a| a.of(&report.text).to_owned()),
        span: moved(head.span),
    });
}

/// Gives a dateline without a year the year of publication; without one it has no date.
fn date_dateline(report: &mut Report) {
    let published = report.published.day;
    let Some(dateline) = &mut report.dateline else { return };
    let Some(date) = dateline.date.filter(|d| d.year() == 1) else { return };
    dateline.date = published.and_then(|day| {
        let same = civil::Date::new(day.year(), date.month(), date.day()).ok()?;
        // A dateline of late December on a report of early January is of the year before.
        let ahead = (same - day).get_days() > 31;
        if ahead { civil::Date::new(day.year() - 1, date.month(), date.day()).ok() } else { Some(same) }
    });
}

/// Credits inside the paragraphs.
fn credits_in_body(report: &mut Report) {
    let last = report.paragraphs.last().map(|p| p.span);
    let mut found = Vec::new();
    for paragraph in report.paragraphs.iter().filter(|p| p.kind != ParagraphKind::Heading) {
        for name in credit::in_paragraph(paragraph.span.of(&report.text), last == Some(paragraph.span)) {
            found.push(Span::new(name.start + paragraph.span.start, name.end + paragraph.span.start));
        }
    }
    for span in found {
        let (name, page) = (span.of(&report.text).to_owned(), report.map.page(span));
        signature::add_credit(report, Credit { name, place: "suffix", span: Some(span), page });
    }
}
