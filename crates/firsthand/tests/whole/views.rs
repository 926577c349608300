//! The pages of the server: what is on them, that they are sound, and that no report can put markup into them.

use crate::fixture::ferry;
use crate::page::poison;
use crate::shown::{self, all, archived};
use crate::sound::{levels, sound};
use firsthand::serve::page::{POLICY, SCRIPT, STYLE};
use firsthand_core::account::{Edge, Moment, Report};

#[test]
fn every_view() {
    for (name, html) in all() {
        insta::assert_snapshot!(format!("view_{name}"), html);
    }
}

#[test]
fn each_is_sound_and_fits_the_policy() {
    for (name, html) in all() {
        let attributes = sound(&html);
        for (element, attribute, value) in &attributes {
            let here = format!("{name}: {element} {attribute}={value}");
            assert!(!attribute.starts_with("on") && attribute != "style", "{here}");
            match &**attribute {
                "href" | "src" | "action" => assert!(
                    value.starts_with('/') && !value.starts_with("//")
                        || value.starts_with('#')
                        || value == "data:,"
                        || (element == "a" && value.starts_with("https://")),
                    "{here}"
                ),
                _ => {}
            }
        }
        assert_eq!(html.matches("<script").count(), 1, "{name}: the one script");
        assert!(!html.contains("<style"), "{name}");
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert_eq!(html.matches("<main").count(), 1, "{name}");
        assert!(html.contains("<html lang=\"en\">") && html.contains("class=\"skip\""), "{name}");
        let levels = levels(&html);
        assert!(levels[0] == 1 && levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {levels:?}");
    }
    assert!(!POLICY.contains("unsafe") && POLICY.contains("default-src 'none'"));
    assert!(STYLE.contains("prefers-color-scheme: dark") && STYLE.contains("@media print"));
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
    assert!(!SCRIPT.contains("innerHTML") && !SCRIPT.contains("eval("));
}

#[test]
fn forms_have_labels() {
    for (name, html) in all() {
        let attributes = sound(&html);
        let labelled: Vec<&str> =
            attributes.iter().filter(|a| a.0 == "label" && a.1 == "for").map(|a| &*a.2).collect();
        let fields = attributes.iter().filter(|a| (a.0 == "input" || a.0 == "textarea") && a.1 == "id");
        for (_, _, id) in fields {
            assert!(labelled.contains(&&**id), "{name}: {id} has no label");
        }
    }
}

#[test]
fn every_sentence_leads_to_its_place_in_the_report() {
    let account = archived(ferry());
    let story = shown::story_of(&account);
    for (statement, report) in [("t1", 341), ("t5", 342), ("t7", 343)] {
        assert!(story.contains(&format!("<a href=\"/report/{report}#{statement}\">")), "{statement}");
    }
    for (at, report) in account.reports.iter().enumerate() {
        let html = shown::report_of(&account, at);
        for statement in account.statements.iter().filter(|t| t.report == report.id) {
            assert!(html.contains(&format!("id=\"{}\"", statement.id)), "{} in {}", statement.id, report.id);
        }
    }
}

#[test]
fn a_report_says_whose_word_it_is_and_what_is_disputed() {
    let html = shown::report_of(&archived(ferry()), 2);
    assert!(html.contains("<b>Calder Radio ← Meridian Press Agency</b>"));
    assert!(html.contains("href=\"/story/12#p1\">disputed: when the ferry struck the mole</a>"));
    assert!(html.contains("<span class=\"said disputed\" id=\"t7\">"));
    let html = shown::report_of(&archived(ferry()), 0);
    assert!(html.contains("<del>Eight</del> <ins>Nine</ins> people were killed"));
    assert!(html.contains("href=\"/report/341/page\" download"));
}

#[test]
fn what_a_report_leaves_out_is_said() {
    let html = shown::story_of(&archived(ferry()));
    let omitted = html.split("id=\"omitted\"").nth(1).unwrap().split("</section>").next().unwrap();
    // The first and the fifth do not speak of the captain, which three of the other four do.
    assert_eq!(omitted.matches("<a href=\"#v2\">The captain&#39;s state</a>").count(), 2);
}

#[test]
fn no_report_puts_markup_into_a_view() {
    let mut json = serde_json::to_value(archived(ferry())).unwrap();
    poison(&mut json);
    let account = serde_json::from_value(json).unwrap();
    let mut lines = shown::lines();
    for line in &mut lines {
        line.headline.push_str(HOSTILE);
        line.outlets.iter_mut().for_each(|o| o.push_str(HOSTILE));
    }
    let pages = [
        shown::story_of(&account),
        shown::report_of(&account, 0),
        shown::report_of(&account, 4),
        shown::list(lines, &Default::default(), Some(HOSTILE)),
    ];
    for html in pages {
        let attributes = crate::sound::attributes(&html);
        let foreign = |(element, name, _): &&(String, String, String)| element == "img" || name == "onerror";
        assert_eq!(attributes.iter().find(foreign), None, "markup came through");
        assert_eq!(html.matches("<script").count(), 1, "a script came through");
        assert_eq!(html.matches("</script").count(), 1);
        assert!(html.contains("&lt;/script&gt;"), "what was written is still shown");
        let turning = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        assert!(!html.contains(turning), "the direction of writing is turned");
        assert!(!html.contains(|c: char| c.is_control() && c != '\n'), "a control character");
    }
}

const HOSTILE: &str =
    "\u{202E}'\"></script><script>alert(1)</script><img src=x onerror=alert(1)>\u{0}\u{1b}[2J";

#[test]
fn drawings_of_much_stay_small() {
    let mut account = archived(ferry());
    let step = account.lineage[2].clone();
    let report = account.reports[4].clone();
    let moment = account.timeline[3].clone();
    for n in 6..=900 {
        account.reports.push(Report { id: format!("r{n}"), archived: Some(n), ..report.clone() });
        account.lineage.push(Edge {
            id: format!("l{n}"),
            from: format!("r{n}"),
            to: format!("r{}", n - 1),
            ..step.clone()
        });
        account.timeline.push(Moment { when: format!("2025-04-{:02}", n % 30 + 1), ..moment.clone() });
    }
    let html = shown::story_of(&account);
    sound(&html);
    let drawings: Vec<&str> =
        html.split("<svg").skip(1).map(|rest| rest.split("</svg>").next().unwrap()).collect();
    assert_eq!(drawings.len(), 2);
    for drawing in drawings {
        assert!(drawing.len() < 60_000, "{}", drawing.len());
        assert!(drawing.contains(" more in the list"), "what is not drawn is said");
    }
}
