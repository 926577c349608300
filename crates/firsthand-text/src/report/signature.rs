//! Who signs a report: outlet, byline and credits from the lines above and below the story, and from the markup.

use super::draft::{Draft, Zone};
use super::line::{Label, fold};
use super::{Credit, Report, agency, byline, credit, given, markup, outlet};
use crate::Span;
use crate::page::{Kind, Page};

/// Outlet, byline and credits from the lines above and below the story.
pub(super) fn sign(report: &mut Report, page: &Page, draft: &Draft<'_>) {
    if page.kind == Kind::Html || !page.facts.is_empty() {
        sign_by_markup(report, page);
    }
    let (mut weak, mut unknown, mut reporters) = (None, None, Vec::new());
    let near = |at: usize| {
        draft.body.is_some_and(|(first, last)| at < first && first - at <= 40 || at > last && at - last <= 6)
    };
    for (at, line) in draft.lines.iter().enumerate() {
        let Label::Cut(why) = line.label else { continue };
        let zone = draft.zone(at);
        let text = line.text();
        match why {
            "masthead" if outlet::is_outlet(text) => {
                let known = agency::of(text).is_some();
                let better = if known { &mut report.outlet } else { &mut unknown };
                better.get_or_insert_with(|| outlet::canonical(text));
            }
            // Where the markup names the authors, what looks like a byline is one of another story.
            "byline"
                if zone != Zone::Body
                    && (page.kind == Kind::Text || report.byline.is_empty() && near(at)) =>
            {
                sign_by(report, text, line.page());
            }
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
        if let Some(agency) = credit::holder(text).filter(|a| a.kind == agency::AgencyKind::Agency) {
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
                found.people.is_empty() && found.media.iter().all(|m| agency::agency(m).is_some());
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
    let same = |a: &str, b: &str| match (agency::of(a), agency::of(b)) {
        (Some(a), Some(b)) => a.name == b.name,
        _ => fold(a) == fold(b),
    };
    let outlet = report.outlet.as_deref().is_some_and(|o| same(o, &credit.name));
    if !outlet && !report.credits.iter().any(|c| same(&c.name, &credit.name)) {
        report.credits.push(credit);
    }
}

/// What the markup of an HTML page says of outlet and authors.
fn sign_by_markup(report: &mut Report, page: &Page) {
    report.outlet = markup::outlet(page);
    let authors = markup::authors(page);
    report.byline = authors.people;
    for name in authors.media {
        add_credit(report, Credit { name, place: "byline", span: None, page: None });
    }
    given::credit(report, page);
}
