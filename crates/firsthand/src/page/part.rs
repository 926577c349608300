//! A story on its way onto a page.

use super::links::Links;
use super::markup::text;
use crate::index::Index;
use firsthand_core::account::{Passage, Statement};

/// A story, the level of its heading, and where its links lead.
#[derive(Debug)]
pub struct Part<'a> {
    /// The story.
    pub index: Index<'a>,
    /// Level of its heading: 1 where it is alone on the page.
    pub level: usize,
    /// Where its links lead.
    pub links: &'a Links,
}

impl Part<'_> {
    /// The name of a thing on the page, escaped.
    pub(super) fn anchor(&self, id: &str) -> String {
        text(&self.links.anchor(&self.index.account.story.id, id))
    }
    /// A section, or nothing where it has no content.
    pub(super) fn section(&self, name: &str, head: &str, content: &str) -> String {
        if content.is_empty() {
            return String::new();
        }
        let id = self.anchor(name);
        let level = self.level + 1;
        // Where several stories have this section, it is told apart by theirs.
        let story = if level > 2 { format!(" {}", self.anchor("headline")) } else { String::new() };
        format!(
            "<section class=\"{name}\" aria-labelledby=\"{id}{story}\">\n<h{level} id=\"{id}\">{head}</h{level}>\n{content}</section>\n"
        )
    }
    /// The name of a report or origin, as a link where it is a report with an address.
    pub(super) fn named(&self, id: &str) -> String {
        let name = text(&self.index.name(id));
        let report = self.index.report(id).and_then(|r| self.links.report(&self.story(), &r.id));
        linked(report, &name)
    }
    /// Words (HTML already) that lead to a statement.
    pub(super) fn to_statement(&self, statement: &Statement, words: &str) -> String {
        linked(self.links.statement(&self.story(), statement), words)
    }
    /// Words (HTML already) that lead to the place of a passage: the statement it stands in, or its report.
    pub(super) fn to_passage(&self, report: &str, passage: &Passage, words: &str) -> String {
        match self.index.enclosing(report, passage) {
            Some(statement) => self.to_statement(statement, words),
            None => linked(self.links.report(&self.story(), report), words),
        }
    }
    fn story(&self) -> String {
        self.index.account.story.id.clone()
    }
}

/// Words as a link, or as they are where there is no address.
fn linked(address: Option<String>, words: &str) -> String {
    match address {
        Some(address) => format!("<a href=\"{}\">{words}</a>", text(&address)),
        None => words.to_owned(),
    }
}
