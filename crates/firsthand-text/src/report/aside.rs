//! What stands beside the story and speaks of it: credit lines and remarks, kept in the body or not.

use super::credit_line::{Stand, credit_line, opens_source};
use super::draft::Draft;
use super::line::{Label, Line};
use super::{Credit, CreditLine, Remark, RemarkKind, Report, Why, remark, signature};
use crate::Span;

/// How many lines below the body are read, and how many above it.
const BELOW: usize = 8;
const ABOVE: usize = 12;

/// How many paragraphs at the end of a body may say who else worked on it.
const CLOSING: usize = 6;

/// A line beside or of the body, with where it stands in the report's text.
struct Near<'a> {
    line: &'a Line<'a>,
    span: Option<Span>,
    stand: Stand,
}

/// Reads credit lines and remarks; `spans` tells where each line of the draft stands in the report's text.
pub(super) fn read(report: &mut Report, draft: &Draft<'_>, spans: &[Option<Span>]) {
    let mut found = Vec::new();
    // From the foot upwards: what is a credit line or a remark is not yet the last of the story.
    let (mut at_foot, mut passed) = (true, 0);
    for mut near in lines(draft, spans).into_iter().rev() {
        let text = near.line.text();
        if near.stand != Stand::Above && near.span.is_some() {
            near.stand = match () {
                () if at_foot => Stand::Foot,
                () if passed < CLOSING => Stand::Closing,
                () => Stand::Within,
            };
        }
        let kind = remark::remark(text);
        let own = |name: &str| signature::is_own(report, name);
        let credit = kind.is_none().then(|| credit_line(text, near.stand, &own)).flatten();
        if near.span.is_some() && kind.is_none() && credit.is_none() && near.line.words > 2 {
            at_foot = false;
            passed += 1;
        }
        if kind.is_some() || credit.is_some() {
            found.push((near, kind, credit));
        }
    }
    for (near, kind, credit) in found.into_iter().rev() {
        let (text, page) = (near.line.text().to_owned(), near.line.page());
        if let Some(credit) = credit {
            let add = if opens_source(&text) { signature::add_source } else { signature::add_credit };
            for name in credit.media {
                add(report, Credit { name, place: "tail", span: None, page });
            }
            report.credit_lines.push(CreditLine { text, names: credit.names, span: near.span, page });
        } else if let Some(kind) = kind {
            if kind == RemarkKind::Republished
                && let Some(name) = remark::earlier_home(&text).map(str::to_owned)
            {
                signature::add_credit(report, Credit { name, place: "tail", span: None, page });
            }
            if !report.remarks.iter().any(|r| r.text == text) {
                report.remarks.push(Remark { kind, text, span: near.span, page });
            }
        }
    }
}

/// The lines of the body, and those near it that are no links, pictures or controls.
fn lines<'a>(draft: &'a Draft<'_>, spans: &[Option<Span>]) -> Vec<Near<'a>> {
    let Some((first, last)) = draft.body else { return Vec::new() };
    let mut out = Vec::new();
    let from = first.saturating_sub(ABOVE);
    for (at, line) in draft.lines.iter().enumerate().skip(from).take(last + 1 + BELOW - from) {
        let stand = match line.label {
            Label::Title | Label::Heading | Label::Caption | Label::Open | Label::Above => continue,
            Label::Body => Stand::Within,
            // A link to where the text is from is taken for one to another story.
            Label::Cut(Why::Related) if at > last && opens_source(line.text()) => Stand::Closing,
            Label::Cut(
                Why::Photo
                | Why::Gallery
                | Why::Related
                | Why::Comments
                | Why::Form
                | Why::Newsletter
                | Why::Advertisement
                | Why::Repeat
                | Why::Tags,
            ) => continue,
            Label::Cut(_) if line.block.link_share > 0.6 && !opens_source(line.text()) => continue,
            Label::Cut(_) if at < first => Stand::Above,
            Label::Cut(Why::Navigation) => Stand::Closing,
            Label::Cut(_) if at > last && at - last <= 3 => Stand::Foot,
            Label::Cut(_) => Stand::Closing,
        };
        out.push(Near { line, span: spans.get(at).copied().flatten(), stand });
    }
    out
}
