//! Copies: who prints whose text, how much of it, and where.

use super::sheet::{AGREED, FAINT, HEAD, Sheet, paint};
use crate::copied;
use crate::wording::{clean, count, date, ends};
use firsthand_core::story::copy::{Copies, Group, Label, Pair};
use firsthand_text::Span;
use firsthand_text::language::Annotated;

/// Scalar values of a passage that are shown of its beginning and of its end.
const ENDS: usize = 60;
/// Passages of a pair that are shown, the longest first.
const PASSAGES: usize = 3;
/// Pairs outside groups that are shown.
const PAIRS: usize = 40;

/// What is shown, and how.
struct Shown<'a> {
    reports: &'a [Annotated],
    copies: &'a Copies,
    names: Vec<String>,
    full: bool,
}

/// Lists groups of copies, then pairs that share passages, then how many share nothing but quotations.
pub fn show(reports: &[Annotated], copies: &Copies, full: bool, width: usize) -> String {
    let shown = Shown { reports, copies, names: copied::names(reports), full };
    let mut sheet = Sheet::new(width);
    let groups = match copies.groups.len() {
        0 => "no copies".to_owned(),
        n => format!("{} of copies", count(n, "group")),
    };
    sheet.para(0, &paint(HEAD, &format!("{groups} in {}", count(reports.len(), "report"))));
    for (n, group) in copies.groups.iter().enumerate() {
        shown.group(n, group, &mut sheet);
    }
    let of = copied::groups(copies);
    let apart = |p: &&Pair| of.get(&p.reports.0).is_none_or(|g| of.get(&p.reports.1) != Some(g));
    let (quotes, passages): (Vec<&Pair>, Vec<&Pair>) =
        copies.pairs.iter().filter(apart).partition(|p| p.label == Label::SharedQuotesOnly);
    shown.pairs("SHARED PASSAGES", &passages, &mut sheet);
    if full {
        shown.pairs("SHARED QUOTES ONLY", &quotes, &mut sheet);
    } else if !quotes.is_empty() {
        let share = if quotes.len() == 1 { "shares" } else { "share" };
        let line = format!(
            "{} {share} quotations and nothing else (--full lists them)",
            count(quotes.len(), "pair")
        );
        sheet.blank();
        sheet.para(0, &paint(FAINT, &line));
    }
    sheet.finish()
}

impl Shown<'_> {
    /// A group: its reports, each beside the one that shares most with the others.
    fn group(&self, number: usize, group: &Group, sheet: &mut Sheet) {
        sheet.head(&format!("GROUP {} · {}", copied::id(number), count(group.reports.len(), "report")));
        self.report(group.fullest, &paint(FAINT, "compared with the others"), sheet);
        for &report in group.reports.iter().filter(|&&r| r != group.fullest) {
            let beside = copied::between(self.copies, report, group.fullest).filter(|p| p.label.is_copy());
            // One that is no copy of the fullest is one of another in the group.
            let others = || {
                let pairs = group.reports.iter().filter_map(|&o| copied::between(self.copies, report, o));
                pairs.max_by(|x, y| {
                    let rank = |p: &Pair| (p.label, p.shared.grams);
                    rank(x).cmp(&rank(y)).then(y.reports.cmp(&x.reports))
                })
            };
            let Some(pair) = beside.or_else(others) else { continue };
            self.report(report, &paint(AGREED, &self.told(&pair)), sheet);
            self.pair(&pair, sheet);
        }
    }

    /// What the first of two copies is beside the second.
    fn told(&self, pair: &Pair) -> String {
        let other = &self.names[pair.reports.1];
        let shorter = pair.shared.of.0 < pair.shared.of.1;
        match (pair.label, shorter) {
            (Label::Excerpt, true) => format!("excerpt of {other}"),
            (Label::Excerpt, false) => format!("{other} is an excerpt of it"),
            (Label::Extends, true) => format!("{other} extends it"),
            (Label::Extends, false) => format!("extends {other}"),
            (Label::Reprint, _) => format!("reprint of {other}"),
            (label, _) => label.words().into(),
        }
    }

    fn report(&self, report: usize, what: &str, sheet: &mut Sheet) {
        let one = &self.reports[report].report;
        let when = one.published.value.as_deref().map_or_else(|| "no date".into(), date);
        sheet.hang("• ", 2, &format!("{}, {when} · {what}", self.names[report]));
        if let Some(title) = one.title() {
            sheet.para(2, &clean(title));
        }
        sheet.para(2, &paint(FAINT, &clean(&one.location)));
    }

    fn pairs(&self, head: &str, pairs: &[&Pair], sheet: &mut Sheet) {
        if pairs.is_empty() {
            return;
        }
        sheet.head(head);
        let most = if self.full { pairs.len() } else { PAIRS };
        for pair in pairs.iter().take(most) {
            let (first, second) = pair.reports;
            let label = paint(AGREED, pair.label.words());
            sheet.hang("• ", 2, &format!("{} and {} · {label}", self.names[first], self.names[second]));
            self.pair(pair, sheet);
        }
        sheet.more(0, pairs.len(), most);
    }

    /// Why, and the passages as the first report has them.
    fn pair(&self, pair: &Pair, sheet: &mut Sheet) {
        let (first, second) = (&self.names[pair.reports.0], &self.names[pair.reports.1]);
        sheet.para(4, &pair.reason(first, second));
        let text = &self.reports[pair.reports.0].report.text;
        let mut spans: Vec<Span> = pair.passages.iter().map(|p| p.0).collect();
        spans.sort_by_key(|s| (std::cmp::Reverse(s.len()), s.start));
        let most = if self.full { spans.len() } else { PASSAGES };
        let left = spans.len().saturating_sub(most);
        spans.truncate(most);
        spans.sort();
        for span in spans {
            let passage = span.of(text);
            let words = passage.split_whitespace().count();
            let line = if self.full { clean(passage).into_owned() } else { ends(passage, ENDS) };
            sheet.quote(4, &format!("{line} {}", paint(FAINT, &format!("({})", count(words, "word")))));
        }
        if left > 0 {
            let line = format!("… and {} (--full shows them)", count(left, "shorter passage"));
            sheet.para(4, &paint(FAINT, &line));
        }
    }
}
