//! What the terminal shows of an account.

use crate::fixture::{bare, ferry};
use firsthand::show;

/// A text without its styles.
fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn the_full_form() {
    insta::assert_snapshot!(plain(&show::full(&ferry(), 80)));
}

#[test]
fn the_brief_form() {
    let text = plain(&show::brief(&ferry(), 80));
    assert!(text.lines().count() <= 32, "a minute is enough for 30 lines, not for {}", text.lines().count());
    insta::assert_snapshot!(text);
}

#[test]
fn an_account_with_nothing_in_it() {
    insta::assert_snapshot!(plain(&show::full(&bare(), 80)));
}

#[test]
fn several_stories() {
    insta::assert_snapshot!(plain(&show::stories(&[ferry(), bare()], 80, show::brief)));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for width in [40, 60, 100] {
        for text in [show::full(&ferry(), width), show::stories(&[ferry(), bare()], width, show::brief)] {
            for line in plain(&text).lines() {
                assert!(textwrap::core::display_width(line) <= width, "{width}: {line}");
            }
        }
    }
}

#[test]
fn colour_is_there_for_what_matters() {
    let text = show::full(&ferry(), 80);
    assert!(text.contains("\u{1b}[31m"), "disputes are red");
    assert!(text.contains("\u{1b}[32m"), "agreement is green");
}

#[test]
fn what_a_page_says_cannot_drive_the_terminal() {
    let mut account = ferry();
    let evil = "\u{1b}]0;owned\u{7}\u{202E}";
    account.story.headline.push_str(evil);
    account.story.finding.push_str(evil);
    account.reports.iter_mut().for_each(|r| {
        r.outlet = Some(format!("x{evil}{}", r.id));
        r.location.push_str(evil);
        r.notes.push(evil.into());
        r.dropped.iter_mut().for_each(|d| d.why.push_str(evil));
    });
    account.entities.iter_mut().for_each(|e| {
        e.name.push_str(evil);
        e.forms.iter_mut().for_each(|f| f.text.push_str(evil));
    });
    account.statements.iter_mut().for_each(|t| t.passage.text.push_str(evil));
    account.events.iter_mut().for_each(|v| v.label.push_str(evil));
    account.points.iter_mut().for_each(|p| {
        p.label.push_str(evil);
        p.reason.push_str(evil);
        p.variants.iter_mut().for_each(|v| v.value.push_str(evil));
    });
    account.origins.iter_mut().for_each(|o| o.name.push_str(evil));
    account.quotes.iter_mut().for_each(|q| {
        q.passage.text.push_str(evil);
        q.role = Some(evil.into());
        q.told = Some(evil.into());
    });
    account.timeline.iter_mut().for_each(|m| {
        m.when.push_str(evil);
        m.label.push_str(evil);
    });
    for text in [show::full(&account, 80), show::brief(&account, 80)] {
        assert!(
            !text.contains("\u{1b}]") && !text.contains('\u{7}') && !text.contains('\u{202E}'),
            "{text:?}"
        );
    }
}
