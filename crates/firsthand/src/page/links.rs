//! Where the links of a page lead: to anchors of the same file, or to addresses of the server.

use firsthand_core::account::Statement;
use std::collections::BTreeMap;

/// Where links to reports and their sentences lead, and how things on the page are named.
#[derive(Debug, Clone)]
pub enum Links {
    /// Within one file. It may hold several stories, so each name begins with the story's id.
    File,
    /// To the server, one story a page: the number in the archive of each report, by its id in the account.
    Server(BTreeMap<String, i64>),
}

impl Links {
    /// The name of a thing of a story on the page, not yet escaped: `s1-p3` in a file, `p3` on the server.
    pub fn anchor(&self, story: &str, id: &str) -> String {
        match self {
            Links::File => format!("{story}-{id}"),
            Links::Server(_) => id.to_owned(),
        }
    }
    /// The address of a report, not yet escaped; None where there is none.
    pub fn report(&self, story: &str, report: &str) -> Option<String> {
        match self {
            Links::File => Some(format!("#{}", self.anchor(story, report))),
            Links::Server(numbers) => numbers.get(report).map(|n| format!("/report/{n}")),
        }
    }
    /// The address of a statement: its sentence on the page of its report, or the report within the file.
    pub fn statement(&self, story: &str, statement: &Statement) -> Option<String> {
        let report = self.report(story, &statement.report)?;
        match self {
            Links::File => Some(report),
            Links::Server(_) => Some(format!("{report}#{}", statement.id)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_anchors_and_the_server_addresses() {
        let said = Statement { id: "t12".into(), report: "r3".into(), ..Statement::default() };
        let server = Links::Server(BTreeMap::from([("r3".to_owned(), 345)]));
        assert_eq!(Links::File.anchor("s1", "p3"), "s1-p3");
        assert_eq!(Links::File.statement("s1", &said).as_deref(), Some("#s1-r3"));
        assert_eq!(server.anchor("s1", "p3"), "p3");
        assert_eq!(server.statement("s1", &said).as_deref(), Some("/report/345#t12"));
        assert_eq!(server.report("s1", "r9"), None);
    }
}
