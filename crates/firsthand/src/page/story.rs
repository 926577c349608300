//! One story as an article: the finding, then section by section what stands behind it.

use super::part::Part;
use super::{HEADLINE, collation, lineage, markup::text, omitted, people, reports};
use crate::draw;
use crate::wording::{count, day, origins, shorten};
use firsthand_core::account::{Account, Measure, Status};

/// The sections of a story in the order of the page: name, heading, content.
pub(super) fn sections(part: &Part<'_>) -> Vec<(&'static str, &'static str, String)> {
    let mut sections = vec![
        ("listed", "May be on a list", people::listed(part)),
        ("disputes", "Where they disagree", collation::disputes(part)),
        ("corrected", "What was corrected", collation::revised(part)),
        ("events", "What happened", collation::events(part)),
        (
            "lineage",
            "Where it comes from",
            beside(draw::lineage(&part.index, part.links), lineage::tree(part)),
        ),
        ("timeline", "Timeline", beside(draw::timeline(&part.index, part.links), collation::timeline(part))),
        ("people", "Who speaks", people::voices(part)),
        ("names", "Names in several spellings", people::spellings(part)),
        ("alone", "Said by one origin alone", collation::exclusive(part)),
        ("omitted", "What each report leaves out", omitted::list(part)),
        ("reports", "Reports", reports::list(part)),
    ];
    sections.retain(|(_, _, content)| !content.is_empty());
    sections
}

/// A drawing and the list that says the same.
fn beside(drawing: String, list: String) -> String {
    if drawing.is_empty() || list.is_empty() {
        return list;
    }
    format!("<div class=\"beside\">\n{drawing}<div>\n{list}</div>\n</div>\n")
}

/// The article of a story.
pub fn article(part: &Part<'_>) -> String {
    let account = part.index.account;
    let level = part.level;
    let sections = sections(part);
    let mut html = format!("<article id=\"{}\">\n<header>\n", text(&account.story.id));
    html.push_str(&format!(
        "<h{level} id=\"{}\">{}</h{level}>\n{}",
        part.anchor("headline"),
        headline(account),
        finding(account)
    ));
    if sections.len() > 2 {
        html.push_str(&contents(part, &sections));
    }
    html.push_str("</header>\n");
    html.extend(sections.iter().map(|(name, head, content)| part.section(name, head, content)));
    html + "</article>\n"
}

/// Links to the sections.
fn contents(part: &Part<'_>, sections: &[(&str, &str, String)]) -> String {
    let links: String = sections
        .iter()
        .map(|(name, head, _)| format!("<li><a href=\"#{}\">{head}</a></li>\n", part.anchor(name)))
        .collect();
    let label = text(&format!("Sections of {}", account_name(part)));
    format!("<nav class=\"contents\" aria-label=\"{label}\">\n<ul>\n{links}</ul>\n</nav>\n")
}

fn account_name(part: &Part<'_>) -> String {
    format!("story {}", part.index.account.story.id)
}

/// The headline, escaped.
pub fn headline(account: &Account) -> String {
    let headline = shorten(&account.story.headline, HEADLINE);
    text(if headline.is_empty() { "Story without a headline" } else { &headline })
}

fn finding(account: &Account) -> String {
    let story = &account.story;
    let mut html = String::new();
    if !story.finding.is_empty() {
        html.push_str(&format!("<p class=\"finding\">{}</p>\n", text(&story.finding)));
    }
    match story.measure {
        Measure::Measured => {}
        Measure::Partial => {
            html.push_str(
                "<p>Not every report could be measured: the count of origins is a lower bound.</p>\n",
            );
        }
        Measure::Unmeasured => {
            html.push_str("<p>Origins could not be measured in any of these reports.</p>\n")
        }
    }
    let published = match (story.first_published.as_deref(), story.last_published.as_deref()) {
        (Some(first), Some(last)) if first != last => format!("Published {} to {}", day(first), day(last)),
        (Some(one), _) | (_, Some(one)) => format!("Published {}", day(one)),
        (None, None) => "No day of publication known".into(),
    };
    html.push_str(&format!("<p class=\"faint counts\">{} · {}</p>\n", counts(account), text(&published)));
    html
}

/// `5 reports · 21 origins in all · 1 dispute`: the finding counts the origins of the first happening only.
fn counts(account: &Account) -> String {
    let mut counts = vec![count(account.reports.len(), "report")];
    match account.story.measure {
        Measure::Measured => counts.push(format!("{} in all", origins(&account.story.support))),
        Measure::Partial => {
            counts.push(format!("at least {} in all", count(account.story.origins, "origin")))
        }
        Measure::Unmeasured => {}
    }
    let disputed = account.points.iter().filter(|p| p.status == Status::Disputed).count();
    if disputed > 0 {
        counts.push(format!("<span class=\"disputed\">{}</span>", count(disputed, "dispute")));
    }
    counts.join(" · ")
}
