//! What the archive would give for the invented ferry story, put through each view.

use crate::fixture::{bare, ferry};
use firsthand::serve::page::*;
use firsthand_core::account::{Account, Measure};
use firsthand_store::{Counts, Hit, Kept, Kin, Listing, Piece, ReportRow, Search, StoryLine, Wanted};

/// An account as the archive makes it: its reports and their versions with numbers.
pub(crate) fn archived(mut account: Account) -> Account {
    for (report, id) in account.reports.iter_mut().zip(341..) {
        report.archived = Some(id);
        for version in &mut report.versions {
            version.archived = Some(340);
        }
    }
    account
}

/// Rows of the archive for the reports of an account.
pub(crate) fn rows(account: &Account) -> Vec<ReportRow> {
    let numbered = account.reports.iter().filter_map(|r| Some((r, r.archived?)));
    numbered
        .map(|(r, id)| ReportRow {
            id,
            story: 12,
            first: id,
            newest: true,
            location: r.location.clone(),
            url: r.url.clone(),
            host: None,
            outlet: r.outlet.clone(),
            title: r.title.clone(),
            body: r.body.clone(),
            byline: r.byline.clone(),
            credits: r.credits.clone(),
            published: r.published.value.clone(),
            how: r.published.how.clone(),
            updated: None,
            crawled: Some("2025-03-14T08:15:00Z".into()),
            added: "2025-03-14T09:00:00Z".into(),
            language: r.language.clone(),
            digest: format!("sha256:{:064x}", id * 7_919),
            notes: r.notes.clone(),
            made: "0.1.0".into(),
        })
        .collect()
}

/// The versions of the first report: the evening before, and now.
pub(crate) fn versions(rows: &[ReportRow]) -> Vec<ReportRow> {
    let now = rows[0].clone();
    let before = ReportRow {
        id: now.id - 1,
        newest: false,
        body: now.body.replace("Nine", "Eight"),
        published: Some("2025-03-12".into()),
        location: "pages/courier-evening.html".into(),
        ..now.clone()
    };
    vec![before, now]
}

/// What belongs to the story of the ferry.
pub(crate) fn kin() -> Vec<Kin> {
    let reason = "one story until it was split: by hand".into();
    vec![Kin { story: 13, headline: "Harbour <of> Sarnay closed to ferries".into(), reason }]
}

/// The stories of a list: one with everything, one of which nothing is known.
pub(crate) fn lines() -> Vec<StoryLine> {
    let account = ferry();
    let full = StoryLine {
        id: 12,
        headline: account.story.headline.clone(),
        reports: 5,
        outlets: account.reports.iter().filter_map(|r| r.outlet.clone()).collect(),
        first: account.story.first_published.clone(),
        last: account.story.last_published.clone(),
        changed: "2025-03-14T09:00:00Z".into(),
        version: 40,
        kept: Some(Kept {
            origins: 2,
            measure: Measure::Measured,
            disputed: 1,
            finding: account.story.finding.clone(),
        }),
        related: kin(),
    };
    let partly = StoryLine {
        id: 11,
        headline: "Lighthouse at Skerry Point goes dark for the first time since it was built".into(),
        reports: 2,
        outlets: vec!["Northern Ledger".into()],
        first: Some("2025-03-11".into()),
        last: Some("2025-03-11".into()),
        changed: "2025-03-11T09:00:00Z".into(),
        version: 12,
        kept: Some(Kept {
            origins: 1,
            measure: Measure::Partial,
            disputed: 0,
            finding: "2 reports of the outage, 1 origin: the keeper".into(),
        }),
        related: vec![],
    };
    let empty = StoryLine {
        id: 9,
        headline: String::new(),
        reports: 1,
        outlets: vec![],
        first: None,
        last: None,
        kept: None,
        ..partly.clone()
    };
    vec![full, partly, empty]
}

pub(crate) fn outlets() -> Vec<(String, u64)> {
    ["Daily Lantern", "Evening Strand", "Sarnay Courier"].map(|name| (name.to_owned(), 3)).to_vec()
}

/// The list of stories.
pub(crate) fn list(items: Vec<StoryLine>, wanted: &Wanted, next: Option<&str>) -> String {
    stories(&StoriesView {
        wanted,
        listing: &Listing { items, next: next.map(String::from) },
        counts: &Counts { reports: 4_812, pages: 5_004, stories: 1_377, outlets: 96 },
        outlets: &outlets(),
        older: next.is_some(),
    })
}

/// The page of the story of an account.
pub(crate) fn story_of(account: &Account) -> String {
    story_as(account, 12)
}

/// The same under another number.
pub(crate) fn story_as(account: &Account, id: i64) -> String {
    let kin = if id == 12 { kin() } else { Vec::new() };
    story(&StoryView { id, account, related: &kin })
}

/// The page of a report of an account.
pub(crate) fn report_of(account: &Account, at: usize) -> String {
    let rows = rows(account);
    let all = if at == 0 { versions(&rows) } else { vec![rows[at].clone()] };
    report(&ReportView { row: &rows[at], account: Some(account), versions: &all })
}

/// The earlier version of the first report.
pub(crate) fn earlier() -> String {
    let account = archived(ferry());
    let all = versions(&rows(&account));
    report(&ReportView { row: &all[0], account: Some(&account), versions: &all })
}

/// A search with two reports found.
pub(crate) fn found() -> String {
    let rows = rows(&archived(ferry()));
    let piece = |text: &str, hit| Piece { text: text.into(), hit };
    let hits = vec![
        Hit {
            report: rows[1].clone(),
            pieces: vec![
                piece("The ferry Halcyon struck a ", false),
                piece("mole", true),
                piece(" at Port Sarnay", false),
            ],
        },
        Hit {
            report: rows[4].clone(),
            pieces: vec![piece("The death toll of the Halcyon disaster … ", false), piece("mole", true)],
        },
    ];
    let asked = Search { words: "mole".into(), outlet: Some("Daily Lantern".into()), ..Search::default() };
    search(&SearchView {
        search: &asked,
        found: Some(&Listing { items: hits, next: Some("a/b+c=".into()) }),
        outlets: &outlets(),
        further: false,
        complaint: None,
    })
}

/// A search before anything was asked.
#[allow(dead_code)]
pub(crate) fn unasked() -> String {
    let search_for = Search::default();
    search(&SearchView { search: &search_for, found: None, outlets: &[], further: false, complaint: None })
}

/// A claim with two sides.
pub(crate) fn checked() -> String {
    let said = |report, statement: &str, chain: &str, pieces: &[(&str, bool)]| Evidence {
        story: 12,
        report,
        statement: statement.into(),
        chain: chain.into(),
        pieces: pieces.iter().map(|(words, hit)| ((*words).to_owned(), *hit)).collect(),
    };
    let sides = [
        Side {
            stance: Stance::Same,
            label: "12 March 2025".into(),
            evidence: vec![said(
                342,
                "t5",
                "Daily Lantern ← Meridian Press Agency",
                &[("The ferry Halcyon struck a mole at Port Sarnay on ", false), ("12 March", true)],
            )],
            reports: 3,
            origins: vec!["Sarnay Courier".into(), "Meridian Press Agency".into()],
        },
        Side {
            stance: Stance::Other,
            label: "11 March 2025".into(),
            evidence: vec![said(
                343,
                "t7",
                "Evening Strand ← Calder Radio ← Meridian Press Agency",
                &[("The ferry Halcyon ran aground off Port Sarnay on ", false), ("11 March", true)],
            )],
            reports: 1,
            origins: vec!["Meridian Press Agency".into()],
        },
    ];
    check(&CheckView {
        claim: "The Halcyon struck the mole on 12 March",
        sides: Some(&sides),
        notes: &["looked for: Halcyon, mole, 12 March 2025".into()],
    })
}

/// Every view, by the name of its screenshot.
#[allow(dead_code)]
pub(crate) fn all() -> Vec<(&'static str, String)> {
    let account = archived(ferry());
    vec![
        ("stories", list(lines(), &Wanted::default(), Some("after/12"))),
        (
            "stories-filtered",
            list(
                vec![],
                &Wanted { about: Some("Lennick".into()), disputed: true, ..Wanted::default() },
                None,
            ),
        ),
        ("story", story_of(&account)),
        ("story-bare", story_as(&archived(bare()), 9)),
        ("report", report_of(&account, 0)),
        ("report-relayed", report_of(&account, 2)),
        ("report-earlier", earlier()),
        ("search", unasked()),
        ("search-found", found()),
        ("check", checked()),
        ("check-empty", check(&CheckView { claim: "", sides: None, notes: &[] })),
        ("help", help()),
        ("missing", problem(&Problem { status: 404, detail: "no story s999 in this archive", moved: None })),
        (
            "gone",
            problem(&Problem {
                status: 410,
                detail: "story s3 was joined to another",
                moved: Some("/story/12"),
            }),
        ),
    ]
}
