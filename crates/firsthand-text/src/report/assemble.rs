//! From judged lines to a report: one text, its map, and everything that is said about it.

use super::draft::{Draft, Zone};
use super::line::{Label, Line, fold};
use super::{Credit, Cut, Dateline, Paragraph, ParagraphKind, Report};
use super::{byline, caption, credit, dateline, language, outlet, published};
use crate::page::{Page, Role};
use crate::{Note, Span, Trouble};
use jiff::civil;

/// Puts a report together.
pub(super) fn report(page: &Page, draft: &Draft<'_>) -> Report {
    let mut report =
        Report { location: page.location.clone(), notes: page.notes.clone(), ..Report::default() };
    write_text(&mut report, draft);
    keep_the_rest(&mut report, draft);
    if report.paragraphs.is_empty() && report.notes.iter().all(|n| !n.trouble.is_fatal()) {
        report.notes.push(Note::new(Trouble::NoText, "no body text was found on the page"));
    }
    sign(&mut report, draft);
    head_of_body(&mut report);
    credits_in_body(&mut report);
    let words = report.dateline.as_ref().map_or(String::new(), |d| d.span.of(&report.text).to_owned());
    report.published = published::printed(draft, report.dateline.as_ref(), &words);
    date_dateline(&mut report);
    report.language = language::of(report.body());
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
    for line in &draft.lines {
        match line.label {
            Label::Caption => {
                let text = caption::once(line.text()).to_owned();
                let page = line.page();
                if report.captions.iter().any(|c| fold(&c.text) == fold(&text)) {
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

/// Outlet, byline and credits from the lines above and below the story.
fn sign(report: &mut Report, draft: &Draft<'_>) {
    let (mut weak, mut unknown, mut reporters) = (None, None, Vec::new());
    for (at, line) in draft.lines.iter().enumerate() {
        let Label::Cut(why) = line.label else { continue };
        let zone = draft.zone(at);
        let text = line.text();
        match why {
            "masthead" if report.outlet.is_none() && outlet::is_outlet(text) => {
                report.outlet = Some(outlet::canonical(text))
            }
            "byline" if zone != Zone::Body => sign_by(report, text, line.page()),
            "date" | "residue" if zone == Zone::Head => in_pieces(report, text, line.page()),
            "credit" => {
                let place = if zone == Zone::Head { "byline" } else { "tail" };
                for name in credit::line(text).unwrap_or_default() {
                    add_credit(report, Credit { name, place, span: None, page: line.page() });
                }
                reporters.extend(credit::reporters(text));
            }
            _ => {}
        }
        if let Some(agency) = credit::holder(text).filter(|a| a.kind == super::agency::AgencyKind::Agency) {
            let name = agency.name.to_owned();
            add_credit(report, Credit { name, place: "tail", span: None, page: line.page() });
        }
        match outlet::in_residue(text) {
            Some((name, true)) => report.outlet = report.outlet.take().or(Some(name)),
            Some((name, false)) => {
                weak.get_or_insert(name);
            }
            None => {}
        }
    }
    report.outlet = report.outlet.take().or(unknown).or(weak);
    if report.byline.is_empty() {
        report.byline = reporters;
    }
}

/// `By: Press Trust of India | New Delhi | Posted: ...`, `The Cradle, April 24, 2024`: each piece by itself.
fn in_pieces(report: &mut Report, text: &str, page: Option<Span>) {
    for piece in text.split(['|', '•', '·', '/']) {
        let mut piece = piece.trim().to_owned();
        for printed in super::day::days(&piece).into_iter().rev() {
            piece.replace_range(printed.span.start..printed.span.end, "");
        }
        let piece =
            piece.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '─' | ':'));
        if let Some(found) = byline::byline(piece) {
            let agency_only =
                found.people.is_empty() && found.media.iter().all(|m| super::agency::agency(m).is_some());
            if !found.media.is_empty() && agency_only || !found.people.is_empty() {
                sign_by(report, piece, page);
                continue;
            }
        }
        if report.outlet.is_none() && outlet::is_outlet(piece) {
            report.outlet = Some(outlet::canonical(piece));
        }
    }
}

fn sign_by(report: &mut Report, text: &str, page: Option<Span>) {
    let Some(found) = byline::byline(text) else {
        if byline::lone_name(text) && report.byline.is_empty() {
            report.byline.push(text.to_owned());
        }
        return;
    };
    for name in found.people {
        if !report.byline.contains(&name) {
            report.byline.push(name);
        }
    }
    for name in found.media {
        add_credit(report, Credit { name, place: "byline", span: None, page });
    }
}

/// Adds a credit unless the same source has one, by whatever name.
pub(super) fn add_credit(report: &mut Report, credit: Credit) {
    let same = |a: &str, b: &str| match (super::agency::of(a), super::agency::of(b)) {
        (Some(a), Some(b)) => a.name == b.name,
        _ => fold(a) == fold(b),
    };
    let outlet = report.outlet.as_deref().is_some_and(|o| same(o, &credit.name));
    if !outlet && !report.credits.iter().any(|c| same(&c.name, &credit.name)) {
        report.credits.push(credit);
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
            add_credit(report, Credit { name, place: "dateline", span: Some(span), page });
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
        add_credit(report, Credit { name, place: "suffix", span: Some(span), page });
    }
}
