//! From judged lines to a report: one text, its map, and everything that is said about it.

use super::draft::Draft;
use super::line::{Label, Line, fold};
use super::{Credit, CreditLine, Cut, Dateline, Paragraph, ParagraphKind, Report, Why};
use super::{
    agency, aside, byline, caption, credit, dateline, language, markup, picture, published, signature,
    sourcing,
};
use crate::page::{Kind, Page, Role};
use crate::{Note, Span, Trouble};
use jiff::civil;
use std::collections::BTreeSet;

/// Puts a report together.
pub(super) fn report(page: &Page, draft: &Draft<'_>) -> Report {
    let mut report = Report {
        location: page.location.clone(),
        crawled: page.crawled.clone(),
        notes: page.notes.clone(),
        ..Report::default()
    };
    let spans = write_text(&mut report, draft);
    keep_the_rest(&mut report, draft);
    report.notes.extend(draft.notes.iter().cloned());
    if report.paragraphs.is_empty() && report.notes.iter().all(|n| !n.trouble.is_fatal()) {
        report.notes.push(Note::new(Trouble::NoText, "no body text was found on the page"));
    }
    let is_told = page.kind == Kind::Html || page.address.is_some() || !page.facts.is_empty();
    if is_told {
        report.url = markup::address(page);
    }
    signature::sign(&mut report, page, draft);
    head_of_body(&mut report);
    aside::read(&mut report, draft, &spans);
    credits_in_body(&mut report);
    sourcing::credit(&mut report);
    let words = report.dateline.as_ref().map_or(String::new(), |d| d.span.of(&report.text).to_owned());
    (report.published, report.updated) = published::printed(draft, report.dateline.as_ref(), &words);
    if is_told {
        report.published = markup::published(page, std::mem::take(&mut report.published));
        report.updated = markup::updated(page, std::mem::take(&mut report.updated));
    }
    date_dateline(&mut report);
    report.language = language::of(report.body(), markup::language(page));
    report
}

/// Title, a blank line, and the paragraphs with blank lines between them. Gives where each line of the draft came to stand.
fn write_text(report: &mut Report, draft: &Draft<'_>) -> Vec<Option<Span>> {
    let mut spans = vec![None; draft.lines.len()];
    if let Some(title) = draft.title().and_then(|t| draft.lines.get(t)) {
        let span = add(report, title);
        report.title = Some(span);
    }
    let mut body: Option<Span> = None;
    for (at, line) in draft.lines.iter().enumerate() {
        let kind = match line.label {
            Label::Heading => ParagraphKind::Heading,
            Label::Body if line.post => ParagraphKind::Post,
            Label::Body => match line.block.role {
                Role::Table => ParagraphKind::Table,
                Role::Item => ParagraphKind::Item,
                Role::Quote => ParagraphKind::Quote,
                Role::Heading(_) => ParagraphKind::Heading,
                _ => ParagraphKind::Text,
            },
            _ => continue,
        };
        let span = add(report, line);
        if let Some(place) = spans.get_mut(at) {
            *place = Some(span);
        }
        report.paragraphs.push(Paragraph { span, kind });
        body = Some(body.map_or(span, |b| b.join(span)));
    }
    let end = report.text.len();
    report.body = body.unwrap_or(Span::new(end, end));
    spans
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
    let mut open = None;
    for (at, line) in draft.lines.iter().enumerate() {
        match line.label {
            Label::Caption => {
                let text = caption::once(line.text());
                let page = line.page();
                if !captions.insert(fold(text)) {
                    report.dropped.push(Cut { text: text.to_owned(), why: Why::Repeat, page });
                    continue;
                }
                let found = picture::caption(text, page);
                // The credit often is a block of its own, right below its caption.
                let above = report.captions.last_mut().filter(|c| c.credit.is_none() && open == Some(at));
                match above {
                    Some(above) if found.text.is_empty() => {
                        above.credit = found.credit;
                        above.page = above.page.zip(page).map(|(a, b)| a.join(b)).or(above.page);
                    }
                    _ => report.captions.push(found),
                }
                open = Some(at + 1);
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
        // Further down only a full one or a known place in capitals: above it stand bullets, a standfirst or a summary.
        let text = p.span.of(&report.text);
        let full = head.agency.is_some() || head.month_day.is_some() || head.date.is_some();
        let plain = head.place.is_some_and(|p| dateline::is_sure(p.of(text)));
        (n == 0 || full || plain).then_some((p.span, head))
    });
    let Some((paragraph, head)) = found else { return };
    let moved = |s: Span| Span::new(s.start + paragraph.start, s.end + paragraph.start);
    let agency = head.agency.map(moved);
    if let Some(span) = agency {
        let name = span.of(&report.text).to_owned();
        let page = report.map.page(span);
        let outlet = super::agency::of(&name).is_none_or(|a| a.kind == super::agency::AgencyKind::Outlet)
            && name.contains('.');
        // A station's call letters, or a name of no list, are mostly the page's own.
        let known = super::agency::of(&name).is_some() || dateline::is_site(&name);
        let foreign = known || dateline::is_acronym(&name) && !dateline::is_call_sign(&name);
        if report.outlet.is_none() && outlet {
            report.outlet = Some(name.clone());
            report.credits.push(Credit { name, place: "dateline", span: Some(span), page });
        } else if foreign {
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

/// Credits inside the paragraphs; those that sign the story off at its end are a credit line as well.
fn credits_in_body(report: &mut Report) {
    let is_aside = |span: Span| {
        report.credit_lines.iter().any(|c| c.span == Some(span))
            || report.remarks.iter().any(|r| r.span == Some(span))
    };
    let text = |p: &Paragraph| p.span.of(&report.text);
    let prose = report.paragraphs.iter().filter(|p| p.kind != ParagraphKind::Heading && !is_aside(p.span));
    let last = prose.clone().rfind(|p| super::line::words(text(p)) > 2).map(|p| p.span);
    let (mut found, mut signed) = (Vec::new(), Vec::new());
    for (n, paragraph) in prose.enumerate() {
        let by = paragraph.span.start;
        let moved = |s: Span| Span::new(s.start + by, s.end + by);
        // In the midst of a story `..., reports AFP` is where one sentence is from.
        if n < 3 || last == Some(paragraph.span) {
            found.extend(credit::in_paragraph(text(paragraph)).into_iter().map(moved));
        }
        if last == Some(paragraph.span) {
            signed.extend(credit::at_end(text(paragraph)).into_iter().map(moved));
        }
    }
    if let (Some(first), Some(last)) = (signed.first(), signed.last()) {
        let span = first.join(*last);
        report.credit_lines.push(CreditLine {
            text: span.of(&report.text).to_owned(),
            names: signed.iter().map(|s| s.of(&report.text).to_owned()).collect(),
            span: Some(span),
            page: report.map.page(span),
        });
    }
    for span in found.into_iter().chain(signed) {
        let (name, page) = (span.of(&report.text).to_owned(), report.map.page(span));
        // `(c)AFP/Ada VALE` names who wrote it, too.
        if agency::of(&name).is_none() && byline::is_person(&name) {
            continue;
        }
        signature::add_credit(report, Credit { name, place: "suffix", span: Some(span), page });
    }
}
