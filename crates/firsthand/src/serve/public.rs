//! What of an archive may leave the machine: everything but the paths of its files.

use firsthand_core::account::{Account, Report};
use firsthand_store::ReportRow;

/// A location as it may be shown: an address of the web whole, a file by its last component only.
pub fn location(raw: &str) -> String {
    if is_web(raw) {
        return raw.to_owned();
    }
    let trimmed = raw.trim_end_matches(['/', '\\']);
    trimmed.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}

/// An address as it may be shown: one of the web; any other (`file:///home/…`) by its last component only.
pub fn address(raw: Option<&str>) -> Option<String> {
    raw.map(location)
}

/// An account as it may be shown.
pub fn account(account: &Account) -> Account {
    let mut account = account.clone();
    for report in &mut account.reports {
        report.location = location(&report.location);
        report.url = address(report.url.as_deref());
        for version in &mut report.versions {
            version.location = location(&version.location);
        }
    }
    account
}

/// A report as it may be shown.
pub fn report(row: ReportRow) -> ReportRow {
    ReportRow { location: location(&row.location), url: address(row.url.as_deref()), ..row }
}

/// The id in the archive of a report of an account: `r345`. None where the account was not made from an archive.
pub fn number(report: &Report) -> Option<String> {
    report.archived.map(|number| format!("r{number}"))
}

fn is_web(raw: &str) -> bool {
    let scheme = raw.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use firsthand_core::account::Revision;

    #[test]
    fn locations() {
        for (raw, shown) in [
            ("/home/anna/news/page.html", "page.html"),
            ("news/page.html", "page.html"),
            ("page.html", "page.html"),
            ("C:\\Users\\anna\\page.html", "page.html"),
            ("\\\\server\\share\\page.html", "page.html"),
            ("/home/anna/cc-news.warc.gz#10234", "cc-news.warc.gz#10234"),
            ("/home/anna/a#b/page.html", "page.html"),
            ("/home/anna/all.zip#inner/page.html", "page.html"),
            ("/home/anna/folder/", "folder"),
            ("file:///home/anna/page.html", "page.html"),
            ("httpdocs/anna/page.html", "page.html"),
            ("ftp://anna@host/page.html", "page.html"),
            ("https://courier.example/a/b?c=/d", "https://courier.example/a/b?c=/d"),
            ("HTTP://courier.example/a", "HTTP://courier.example/a"),
            ("-", "-"),
            ("/", ""),
            ("", ""),
        ] {
            assert_eq!(location(raw), shown, "{raw}");
        }
    }

    #[test]
    fn no_path_stays_in_an_account() {
        let report = Report {
            location: "/home/anna/new.html".into(),
            url: Some("file:///home/anna/new.html".into()),
            versions: vec![Revision { location: "/home/anna/old.html".into(), ..Revision::default() }],
            ..Report::default()
        };
        let whole = Account {
            schema: String::new(),
            story: firsthand_core::account::Story::default(),
            reports: vec![report],
            entities: Vec::new(),
            statements: Vec::new(),
            events: Vec::new(),
            points: Vec::new(),
            origins: Vec::new(),
            lineage: Vec::new(),
            quotes: Vec::new(),
            timeline: Vec::new(),
            exclusives: Vec::new(),
            silences: Vec::new(),
        };
        let text = serde_json::to_string(&account(&whole)).unwrap();
        assert!(text.contains("new.html") && text.contains("old.html") && !text.contains("anna"), "{text}");
    }
}
