//! Who signs a report: outlet, byline and credits from the lines above and below the story, and from the markup.

use super::Why;
use super::draft::{Draft, Zone};
use super::line::{Label, fold};
use super::nameplate::nameplate;
use super::sourcing::Beside;
use super::{Credit, Report, agency, byline, credit, given, markup, outlet};
use crate::Span;
use crate::page::{Kind, Page};

/// Outlet, byline and credits from the lines above and below the story.
pub(super) fn sign(report: &mut Report, page: &Page, draft: &Draft<'_>) {
    if page.kind == Kind::Html || !page.facts.is_empty() {
        sign_by_markup(report, page, draft);
    }
    let beside = if page.kind == Kind::Text { Beside::read(draft) } else { Beside::default() };
    let (mut weak, mut unknown, mut reporters, mut bylined) = (None, None, Vec::new(), Vec::new());
    let near = |at: usize| {
        draft.body.is_some_and(|(first, last)| at < first && first - at <= 40 || at > last && at - last <= 6)
    };
    let near_foot = |at: usize| {
        page.kind == Kind::Text || draft.body.is_some_and(|(first, last)| at >= first && at <= last + 8)
    };
    for (at, line) in draft.lines.iter().enumerate() {
        let Label::Cut(why) = line.label else { continue };
        let zone = draft.zone(at);
        let text = line.text();
        if beside.is_picture(at) {
            continue;
        }
        match why {
            Why::Masthead if outlet::is_outlet(text) => {
                let known = agency::of(text).is_some();
                let better = if known { &mut report.outlet } else { &mut unknown };
                better.get_or_insert_with(|| outlet::canonical(text));
            }
            // Where the markup names the authors, what looks like a byline is one of another story.
            Why::Byline
                if zone != Zone::Body && (page.kind == Kind::Text || !is_signed(report) && near(at)) =>
            {
                bylined.extend(sign_by(report, text, line.page()));
            }
            // The printed byline of one whom the markup names may name an agency as well.
            Why::Byline
                if zone == Zone::Head
                    && near(at)
                    && report.byline.iter().any(|p| text.contains(p.as_str())) =>
            {
                for name in byline::byline(text).unwrap_or_default().media {
                    add_credit(report, Credit { name, place: "byline", span: None, page: line.page() });
                }
            }
            // Above the story, outside of what holds it.
            Why::Navigation
                if zone == Zone::Head
                    && draft.title().is_some_and(|t| t < at)
                    && line.block.link_share < 0.5
                    && agency::agency(text).is_some()
                    && near(at) =>
            {
                bylined.extend(sign_by(report, text, line.page()));
            }
            Why::Date | Why::Residue if zone == Zone::Head => {
                if !(page.kind == Kind::Html && is_signed(report)) {
                    bylined.extend(in_pieces(report, text, line.page()));
                }
                if near(at)
                    && let Some(name) = wire_of_place(text)
                {
                    let name = name.to_owned();
                    add_credit(report, Credit { name, place: "dateline", span: None, page: line.page() });
                }
            }
            Why::Credit => {
                let place = if zone == Zone::Head { "byline" } else { "tail" };
                for name in credit::line(text).unwrap_or_default() {
                    add_credit(report, Credit { name, place, span: None, page: line.page() });
                }
                reporters.extend(credit::reporters(text));
            }
            _ => {}
        }
        if let Some(agency) = credit::holder(text).filter(|_| near_foot(at)) {
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
    report.outlet = report.outlet.take().or(unknown).or(weak).or_else(|| nameplate(page, draft));
    // A medium of no list in a byline is whoever publishes the page where nothing else says who does; else the text is from there.
    for credit in bylined {
        match report.outlet {
            Some(_) => add_credit(report, credit),
            None => report.outlet = Some(credit.name),
        }
    }
    beside.credit(report, draft);
    if report.byline.is_empty() {
        report.byline = reporters;
    }
    // Beside persons the outlet itself says nothing.
    if !report.byline.is_empty() {
        let desks = std::mem::take(&mut report.desks);
        report.desks = desks.into_iter().filter(|d| !is_outlet(report, d)).collect();
    }
}

/// `By: Press Trust of India | Vik | Posted: ...`, `The Lund Observer, March 5, 2031`: each piece by itself. Gives what
/// [`sign_by`] gives.
fn in_pieces(report: &mut Report, text: &str, page: Option<Span>) -> Vec<Credit> {
    let mut unlisted = Vec::new();
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
                unlisted.extend(sign_by(report, piece, page));
                continue;
            }
        }
        if report.outlet.is_none() && outlet::is_outlet(piece) {
            report.outlet = Some(outlet::canonical(piece));
        }
    }
    unlisted
}

/// The persons and agencies of a byline. Gives the media of no list that a page without an outlet names in it: whether one
/// publishes the page or wrote the text can be told only when every line is read.
fn sign_by(report: &mut Report, text: &str, page: Option<Span>) -> Vec<Credit> {
    let mut unlisted = Vec::new();
    let Some(found) = byline::byline(text) else {
        if byline::lone_name(text) && report.byline.is_empty() {
            report.byline.push(text.to_owned());
        }
        return unlisted;
    };
    for name in found.people {
        if !report.byline.contains(&name) {
            report.byline.push(name);
        }
    }
    for name in found.media {
        // `AA` by itself is a switch for the size of letters.
        if name == "AA" && text.trim() == name {
            continue;
        }
        let is_listed = agency::of(&name).is_some();
        let credit = Credit { name, place: "byline", span: None, page };
        if is_listed || report.outlet.is_some() {
            add_credit(report, credit);
        } else {
            unlisted.push(credit);
        }
    }
    unlisted
}

/// Whether the report has an author of any kind.
fn is_signed(report: &Report) -> bool {
    !report.byline.is_empty()
        || report.desks.iter().any(|d| !is_outlet(report, d))
        || report.credits.iter().any(|c| c.place == "byline")
}

/// Whether a desk is the outlet itself.
fn is_outlet(report: &Report, desk: &str) -> bool {
    let Some(outlet) = report.outlet.as_deref() else { return false };
    let known = agency::of(desk).map(|a| a.name);
    fold(desk) == fold(outlet) || known.is_some() && known == agency::of(outlet).map(|a| a.name)
}

/// `Vik (dpa)` on a line of its own above the story.
fn wire_of_place(text: &str) -> Option<&str> {
    let (place, rest) = text.split_once(" (")?;
    let name = rest.strip_suffix(')')?;
    let fits = (1..=3).contains(&super::line::words(place)) && super::line::is_capitalised(place);
    (fits && agency::agency(name).is_some()).then_some(name)
}

/// Adds a credit that a line on the source of the text gives in so many words: also a name of no list on a page whose
/// outlet is not known.
pub(super) fn add_source(report: &mut Report, credit: Credit) {
    if !is_own(report, &credit.name) && !report.credits.iter().any(|c| same(&c.name, &credit.name)) {
        report.credits.push(credit);
    }
}

/// Adds a credit unless the same source has one, by whatever name, or it is the outlet itself.
pub(super) fn add_credit(report: &mut Report, credit: Credit) {
    // Whether a name of no list is the outlet's can be told only where the outlet is known.
    let told = report.outlet.is_some() || report.url.is_some() || agency::of(&credit.name).is_some();
    if told && !is_own(report, &credit.name) && !report.credits.iter().any(|c| same(&c.name, &credit.name)) {
        report.credits.push(credit);
    }
}

fn same(a: &str, b: &str) -> bool {
    match (agency::of(a), agency::of(b)) {
        (Some(a), Some(b)) => a.name == b.name || is_wire_of(a, b) || is_wire_of(b, a),
        _ => fold(a) == fold(b),
    }
}

/// Whether an agency is the service of an outlet: CNN Wire of CNN.
fn is_wire_of(agency: &agency::Agency, outlet: &agency::Agency) -> bool {
    use agency::AgencyKind::{Agency, Outlet};
    (agency.kind, outlet.kind) == (Agency, Outlet)
        && agency.name.strip_prefix(outlet.name).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether a name is the outlet's: the same, a part of it (AFP of AFP Vik), or what its address is made of.
pub(super) fn is_own(report: &Report, name: &str) -> bool {
    let host = report.url.as_deref().and_then(markup::host);
    if let Some(host) = &host {
        // The publisher's own name, or one made with it: AFP, AFP Vik.
        let known = agency::of_host(host).is_some_and(|a| {
            let short = |w: &str| a.short() == Some(w);
            same(a.name, name) || name.split(' ').any(short)
        });
        let label = host.trim_start_matches("www.").split('.').next().unwrap_or("");
        let plain: String = fold(name).chars().filter(|c| c.is_alphanumeric()).collect();
        let part = label.len() >= 3 && fold(name).split(|c: char| !c.is_alphanumeric()).any(|w| w == label);
        if known || part || label.len() >= 5 && plain.starts_with(label) {
            return true;
        }
    }
    let Some(outlet) = report.outlet.as_deref() else { return false };
    if same(outlet, name) {
        return true;
    }
    let of = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(fold).collect()
    };
    let (outlet, names) = (of(outlet), of(name));
    let within = |long: &[String], short: &[String]| {
        !short.is_empty() && long.windows(short.len()).any(|w| w == short)
    };
    let agency = agency::agency(name);
    let short = agency.and_then(|a| a.short()).map(of);
    outlet.concat() == names.concat()
        || within(&outlet, &names)
        || outlet.len() >= 2 && within(&names, &outlet)
        || short.is_some_and(|s| within(&outlet, &s))
}

/// What the markup of an HTML page says of outlet and authors.
fn sign_by_markup(report: &mut Report, page: &Page, draft: &Draft<'_>) {
    report.outlet = markup::outlet(page);
    // A page whose markup names an agency as its publisher, and a site beside it, has its text from there.
    if let Some(agency) = report.outlet.as_deref().and_then(agency::agency)
        && let Some(site) = page.facts.iter().find(|f| f.key == "og:site_name").map(|f| f.value.clone())
        && !same(&site, agency.name)
        && agency::agency(&site).is_none()
    {
        report.outlet = Some(site);
        let name = agency.name.to_owned();
        add_credit(report, Credit { name, place: "byline", span: None, page: None });
    }
    let authors = markup::authors(page, &draft.around());
    report.byline = authors.people;
    report.desks = authors.desks;
    for name in authors.media {
        // An agency's own site.
        let known = agency::of(&name).map(|a| a.name);
        if known.is_some() && report.outlet.as_deref().and_then(agency::of).map(|a| a.name) == known {
            report.desks.push(name);
            continue;
        }
        add_credit(report, Credit { name, place: "byline", span: None, page: None });
    }
    for (name, fact) in markup::sources(page) {
        add_credit(report, Credit { name, place: "markup", span: None, page: fact.page });
    }
    given::credit(report, page);
}
