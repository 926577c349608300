//! Credits that no fixed form gives: what mentions of agencies tell in the first and last paragraphs of a body, and in the
//! lines right above and below it.

use super::draft::{Draft, Zone};
use super::line::Label;
use super::mention::{Stand, mentions};
use super::{Credit, ParagraphKind, Report, agency, signature};
use crate::Span;

/// How many paragraphs at the head of a body may hold its dateline, and how many at its end who it is from.
const ENDS: usize = 3;

/// How many lines above a body may hold its byline, and how many below who it is from.
const ABOVE: usize = 12;
const BELOW: usize = 6;

/// What is told of agencies in the lines of a page that are not the body.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// Line, name to go by, stand; in the order of the page.
    told: Vec<(usize, String, Stand)>,
}

impl Beside {
    /// Reads the lines of a plain page. What stands in HTML is told by its elements.
    pub(super) fn read(draft: &Draft<'_>) -> Beside {
        let mut text = String::new();
        let mut starts = Vec::new();
        for line in &draft.lines {
            starts.push(text.len());
            text.push_str(line.text());
            text.push('\n');
        }
        let told = mentions(&text).into_iter().filter_map(|m| {
            let line = starts.partition_point(|s| *s <= m.span.start).checked_sub(1)?;
            Some((line, name(m.agency?, m.span.of(&text)), m.stand))
        });
        Beside { told: told.collect() }
    }

    /// Whether a line names agencies for nothing but pictures.
    pub(super) fn is_picture(&self, line: usize) -> bool {
        let mut here = self.told.iter().filter(|t| t.0 == line).peekable();
        here.peek().is_some() && here.all(|t| t.2 == Stand::Picture)
    }

    /// Adds what lines near the body credit: bylines above it, sources and signatures below.
    pub(super) fn credit(&self, report: &mut Report, draft: &Draft<'_>) {
        let Some((first, last)) = draft.body else { return };
        for (at, name, stand) in &self.told {
            if !draft.lines.get(*at).is_some_and(|l| matches!(l.label, Label::Cut(_))) {
                continue;
            }
            // An outlet in a byline is this page's own unless the page tells another.
            let is_agency =
                agency::agency(name).is_some() || report.outlet.is_some() && *stand == Stand::Byline;
            let place = match (draft.zone(*at), stand) {
                (Zone::Head, Stand::Byline) if first - at <= ABOVE && is_agency => "byline",
                // A caption or a summary above the byline was taken for the first paragraph.
                (Zone::Body, Stand::Byline) if at - first <= BELOW && is_agency => "byline",
                (Zone::Tail, Stand::Source) if at - last <= BELOW => "tail",
                (Zone::Tail, Stand::Signature) if at - last <= BELOW && is_agency => "tail",
                _ => continue,
            };
            let page = draft.lines.get(*at).and_then(super::line::Line::page);
            signature::add_credit(report, Credit { name: name.clone(), place, span: None, page });
        }
    }
}

/// The name a credit goes by: as written; what only its place tells (`ats`, `Reuter`) by the name of the list.
fn name(listed: &agency::Agency, written: &str) -> String {
    if agency::of(written).is_some() { written } else { listed.name }.to_owned()
}

/// Adds a credit for each agency or outlet that heads or signs the text, or is said to be where it is from; never one of a
/// picture, or of a sentence.
pub(super) fn credit(report: &mut Report) {
    let prose: Vec<Span> =
        report.paragraphs.iter().filter(|p| p.kind != ParagraphKind::Heading).map(|p| p.span).collect();
    let holds = |part: &[Span], at: Span| part.iter().any(|s| s.start <= at.start && at.end <= s.end);
    let head = prose.get(..ENDS.min(prose.len())).unwrap_or(&[]);
    let tail = prose.get(prose.len().saturating_sub(ENDS)..).unwrap_or(&[]);
    let mut found = Vec::new();
    for mention in mentions(&report.text) {
        let (Some(agency), span) = (mention.agency, mention.span) else { continue };
        let place = match mention.stand {
            Stand::Dateline if holds(head, span) => "dateline",
            Stand::Signature | Stand::Source | Stand::Rights if holds(tail, span) => "suffix",
            _ => continue,
        };
        found.push((agency, span, place));
    }
    for (agency, span, place) in found {
        let name = name(agency, span.of(&report.text));
        let page = report.map.page(span);
        signature::add_credit(report, Credit { name, place, span: Some(span), page });
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Report, report};
    use crate::page::page;

    const STORY: &str = "The river Lund rose two metres on Monday and flooded the old harbour of Vik, the harbour board said.\n\n\
        Nobody was hurt, but forty boats broke loose, said Ada Holm, who heads the board.\n\n\
        The board will meet again on Friday to hear from those who own the boats, she told reporters.";

    fn credits(report: &Report) -> String {
        report.credits.iter().map(|c| format!("{} {}", c.name, c.place)).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn texts_are_credited_wherever_they_say_so_and_pictures_never() {
        for (above, below, want) in [
            ("", "", ""),
            ("By The Associated Press", "", "The Associated Press byline"),
            ("By ADA VALE and NILS HOLM Associated Press\n\nMay 3, 2031", "", "Associated Press byline"),
            ("Flood in Vik\n\n8:08 AM ET\n\nAda Vale / Reuters", "", ""),
            ("VIK (AP) — ", "", "AP dateline"),
            ("VIK, 3. — Havas. — ", "", "Havas dateline"),
            ("", "\n\nSource: AFP", "AFP tail"),
            ("", "\n\nSource: Vale Wire", "Vale Wire tail"),
            ("", "\n\nQuelle: Vik-Pressedienst", "Vik-Pressedienst tail"),
            ("", " (AFP)", "AFP suffix"),
            ("", " / ats-afp", "Keystone-SDA suffix, Agence France-Presse suffix"),
            ("", "\n\nThis report contains material from Bloomberg News.", "Bloomberg News suffix"),
            ("", "\n\nThe Associated Press contributed to this report.", "Associated Press tail"),
            ("", "\n\n© 2031 The Associated Press. All rights reserved.", "Associated Press tail"),
            ("", "\n\nBoats adrift off Vik. (AP Photo/Ada Vale)", ""),
            ("", "\n\nBoats adrift off Vik. Ada Vale / AFP / Getty Images", ""),
            ("Boats adrift off Vik. (Ada Vale/Reuters)\n\n", "", ""),
            (
                "",
                "\n\nThe Associated Press has an office in Vik, and its door was under water until noon.",
                "",
            ),
        ] {
            let glue =
                if above.ends_with(' ') || above.ends_with('\n') || above.is_empty() { "" } else { "\n\n" };
            let text = format!("{above}{glue}{STORY}{below}");
            assert_eq!(credits(&report(&page("page", text.as_bytes()))), want, "{above} … {below}");
        }
    }

    #[test]
    fn markup_says_what_a_text_is_based_on() {
        let read = |facts: &str| {
            let paragraphs: String = STORY.split("\n\n").map(|p| format!("<p>{p}</p>")).collect();
            let html = format!(
                "<html><head><title>Flood in Vik</title><link rel=canonical href=\"https://vikpost.example/flood\">\
                 <meta property=og:site_name content=\"Vik Post\">{facts}</head>\
                 <body><article><h1>Flood in Vik</h1>{paragraphs}</article></body></html>"
            );
            credits(&report(&page("page.html", html.as_bytes())))
        };
        let json = |inner: &str| {
            read(&format!(
                "<script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"Flood in Vik\",{inner}}}</script>"
            ))
        };
        for (inner, want) in [
            (r#""isBasedOn":"https://apnews.com/x""#, "Associated Press markup"),
            (r#""isBasedOn":"https://unlisted.example/x""#, ""),
            (r#""isBasedOn":"https://vikpost.example/x""#, ""),
            (r#""isBasedOn":{"@type":"NewsArticle","publisher":{"name":"Vale Wire"}}"#, "Vale Wire markup"),
            (r#""isBasedOn":[{"@type":"NewsArticle","url":"https://www.reuters.com/x"}]"#, "Reuters markup"),
            (r#""sourceOrganization":{"@type":"Organization","name":"AFP"}"#, "AFP markup"),
            (r#""sourceOrganization":{"@type":"Organization","name":"Vale Holding"}"#, ""),
            (r#""copyrightHolder":{"@type":"Organization","name":"dpa"}"#, "dpa markup"),
            (r#""provider":{"@type":"Organization","name":"CNN"}"#, ""),
        ] {
            assert_eq!(json(inner), want, "{inner}");
        }
        let meta = "<meta name=syndication-source content=\"https://apnews.com/y\">";
        assert_eq!(read(meta), "Associated Press markup");
    }
}
